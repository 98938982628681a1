"""Several files of one meeting: a chat put into its call, the parts of a recording put one behind the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from minutes.errors import InputError
from minutes.model import Tick, Transcript, Turn
from minutes.reading.base import counted

_ONE = ("title", "group", "date", "place", "chair", "note_taker")
"""What the first part that knows it says for all."""
_ALL = ("attendees", "apologies")


def merged(call: Transcript, chat: Transcript) -> Transcript:
    """The call with the messages of its saved chat, each behind the turn in which it was written.

    A chat with clock times is laid beside the call by the hour at which both began. Where that is not known its
    messages stand at the end, so that what was posted is found all the same.
    """
    shift = _shift(call, chat)
    messages = [piece for turn in chat.turns for piece in _pieces(turn)]
    starts = _running([turn.start for turn in call.turns])
    slots: dict[int, list[Turn]] = {}
    for message in messages:
        slots.setdefault(_slot(starts, message, shift), []).append(_moved(message, shift))
    turns: list[Turn] = []
    for at in range(len(call.turns) + 1):
        turns += (_one(list(group)) for _, group in groupby(slots.get(at, ()), key=lambda turn: turn.speaker))
        turns += call.turns[at : at + 1]
    told = counted(len(messages), "message", "of the chat were put into the call by time.")
    if shift is None:
        told = counted(len(messages), "message", "of the chat were put behind the call, as its times are of the clock.")
    return call.model_copy(
        update={
            "turns": tuple(turns),
            "date": call.date or chat.date,
            "sources": call.sources + chat.sources,
            "remarks": (*call.remarks, *chat.remarks, *told),
        }
    )


def joined(parts: Sequence[Transcript]) -> Transcript:
    """The parts of one recording, in their order, as one meeting; the clock of each goes on from the one before."""
    if not parts:
        raise InputError("no part to join", todo="give at least one transcript")
    first, length = parts[0], parts[0].seconds
    turns, remarks = list(first.turns), list(first.remarks)
    for number, part in enumerate(parts[1:], start=2):
        begins = _begins(first, part, length)
        turns += (_moved(turn, begins) for turn in part.turns)
        where = "has no clock, as the part before it has none" if begins is None else f"begins at {_shown(begins)}"
        remarks += [*part.remarks, f"Part {number} {where}."]
        length = None if begins is None or part.seconds is None else begins + part.seconds
    return first.model_copy(
        update={
            "turns": tuple(turns),
            **{name: next((told for part in parts if (told := getattr(part, name))), None) for name in _ONE},
            **{name: tuple(dict.fromkeys(one for part in parts for one in getattr(part, name))) for name in _ALL},
            "sources": tuple(source for part in parts for source in part.sources),
            "remarks": tuple(remarks),
        }
    )


def _shift(call: Transcript, chat: Transcript) -> float | None:
    """How many seconds after the call the chat began; None where only one has a clock on the wall."""
    if chat.start is None:
        return 0.0 if any(turn.start is not None for turn in chat.turns) else None
    if call.start is None:
        return None
    apart = _minutes(chat.start) - _minutes(call.start)
    return 60.0 * ((apart + 720) % 1440 - 720)


def _begins(first: Transcript, part: Transcript, length: float | None) -> float | None:
    """Where a part begins: by the hours of both, or where the part before it ended."""
    if length is not None and first.start and part.start and first.date and part.date:
        days = (part.date - first.date).days * 86400.0
        apart = days + 60.0 * (_minutes(part.start) - _minutes(first.start))
        if apart >= length - 60:  # hours are told in minutes
            return max(apart, length)
    return length


def _minutes(wall: str) -> int:
    hours, _, minutes = wall.partition(":")
    return int(hours) * 60 + int(minutes[:2] or 0) if hours.isdecimal() and minutes[:2].isdecimal() else 0


def _pieces(turn: Turn) -> Iterator[Turn]:
    """The messages of a turn, each with its own time."""
    ends = [*(tick.char for tick in turn.ticks[1:]), len(turn.text)]
    for tick, end in zip(turn.ticks, ends, strict=True) if turn.ticks else ():
        yield Turn(speaker=turn.speaker, start=tick.at, text=turn.text[tick.char : end].strip())
    if not turn.ticks:
        yield turn


def _running(starts: list[float | None]) -> list[float]:
    """The times of the turns so that none is before the one above it, where speech overlaps or has no time."""
    made: list[float] = []
    for start in starts:
        made.append(max(start or 0.0, made[-1] if made else 0.0))
    return made


def _slot(starts: list[float], message: Turn, shift: float | None) -> int:
    """How many turns stand before a message."""
    if shift is None or message.start is None:
        return len(starts)
    return bisect_right(starts, message.start + shift) if any(starts) or not starts else len(starts)


def _moved(turn: Turn, shift: float | None) -> Turn:
    """The turn some seconds later, or without times; what would be before the beginning has none."""
    if shift is None or turn.start is None or turn.start + shift < 0:
        return turn.model_copy(update={"start": None, "end": None, "ticks": ()})
    end = None if turn.end is None else round(turn.end + shift, 3)
    ticks = tuple(Tick(tick.char, round(tick.at + shift, 3)) for tick in turn.ticks)
    return turn.model_copy(update={"start": round(turn.start + shift, 3), "end": end, "ticks": ticks})


def _one(group: list[Turn]) -> Turn:
    """Messages of one person in a row as one turn."""
    if len(group) == 1:
        return group[0]
    at, ticks = 0, []
    for turn in group:
        if turn.start is not None:
            ticks.append(Tick(at, turn.start))
        at += len(turn.text) + 1
    text = "\n".join(turn.text for turn in group)
    return Turn(speaker=group[0].speaker, start=group[0].start, text=text, ticks=tuple(ticks))


def _shown(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest:02}"
