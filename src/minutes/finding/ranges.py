"""What a user asks to be withheld: a stretch of the recording's clock, or turns as the page counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes.errors import InputError
from minutes.finding.pieces import Piece
from minutes.finding.sentences import split
from minutes.model import Transcript, Turn

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,4}):([0-5]\d(?:[.,]\d{1,3})?)"
_TO = r"\s*(?:[-\u2010-\u2015\u2212]|\bto\b)\s*"
_CLOCKS = re.compile(rf"\s*{_CLOCK}{_TO}{_CLOCK}\s*", re.I)
_TURNS = re.compile(rf"\s*turns?\s*(\d{{1,9}})(?:{_TO}(?:turn\s*)?(\d{{1,9}}))?\s*", re.I)
_PLACE = "withhold"
_HOW = 'write "12:30-14:00" or "turns 12-14"'
_PACE = 2.5
"""Words a second: how long a turn lasts of which the clock does not tell the end."""


@dataclass(frozen=True)
class Range:
    """A part of a meeting to be withheld."""

    told: str
    """As the user wrote it."""
    timed: bool
    """Whether it is of the clock, or of turns."""
    first: float
    """Seconds from the start of the recording, or a turn counted from one."""
    last: float
    """Seconds, exclusive; or a turn counted from one, inclusive."""

    def pieces(self, transcript: Transcript) -> list[Piece]:
        """What is to be withheld, in whole sentences; of a turn without a clock inside the whole.

        Raises:
            InputError: the range is of the clock and the transcript has none, or no turn is in it.
        """
        found = list(self._by_clock(transcript) if self.timed else self._by_number(transcript))
        if not found:
            raise InputError(f"no turn is spoken in {self.told!r}", place=_PLACE, todo=_reach(transcript, self.timed))
        return found

    def _by_number(self, transcript: Transcript) -> Iterator[Piece]:
        for number, turn in enumerate(transcript.turns):
            if self.first <= number + 1 <= self.last:
                yield Piece(number, 0, len(turn.text))

    def _by_clock(self, transcript: Transcript) -> Iterator[Piece]:
        if transcript.seconds is None:
            todo = "say which turns, such as turn 12-14"
            raise InputError("the transcript has no clock", place=_PLACE, todo=todo)
        for number, (begin, end) in enumerate(times(transcript.turns)):
            if begin is not None and end is not None and self._holds(begin, end):
                yield self._spoken(number, transcript.turns[number])

    def _holds(self, begin: float, end: float) -> bool:
        return (begin < self.last and end > self.first) or begin == self.first

    def _spoken(self, number: int, turn: Turn) -> Piece:
        """The sentences of a turn that are spoken in the range, as far as its ticks tell."""
        first = max((tick.char for tick in turn.ticks if tick.at <= self.first), default=0)
        last = min((tick.char for tick in turn.ticks if tick.at >= self.last), default=len(turn.text))
        spans = split(turn.text)
        touched = [span for span in spans if turn.text[max(span[0], first) : min(span[1], last)].strip()]
        if not turn.ticks or not touched:
            return Piece(number, 0, len(turn.text))
        return Piece(number, touched[0][0], touched[-1][1])


def span(text: str) -> Range:
    """A range as a user writes it: `12:30-14:00`, `0:12:30-0:14:00`, `turn 12`, `turns 12-14`.

    Raises:
        InputError: the text is no range, or it ends before it begins.
    """
    clocks, turns = _CLOCKS.fullmatch(text), _TURNS.fullmatch(text)
    if clocks:
        found = Range(text, True, _seconds(*clocks.groups()[:3]), _seconds(*clocks.groups()[3:]))
    elif turns:
        found = Range(text, False, int(turns[1]), int(turns[2] or turns[1]))
    else:
        raise InputError(f"{text!r} is no stretch of the meeting", place=_PLACE, todo=_HOW)
    if found.last < found.first:
        raise InputError(f"{text!r} ends before it begins", place=_PLACE, todo="name the earlier one first")
    return found


def _seconds(hours: str | None, minutes: str, seconds: str) -> float:
    return round(3600.0 * int(hours or 0) + 60.0 * int(minutes) + float(seconds.replace(",", ".")), 3)


def times(turns: Sequence[Turn]) -> list[tuple[float | None, float | None]]:
    """When each turn begins and ends: a turn without a clock as the one before, one without an end at the next."""
    begins: list[float | None] = []
    for turn in turns:
        begins.append(turn.start if turn.start is not None else begins[-1] if begins else None)
    ends: list[float | None] = []
    following: float | None = None
    for turn, begin in zip(reversed(turns), reversed(begins), strict=True):
        if begin is not None and following is None and turn.end is None:
            following = begin + len(turn.text.split()) / _PACE
        ends.append(turn.end if turn.end is not None else following)
        following = turn.start if turn.start is not None else following
    return list(zip(begins, reversed(ends), strict=True))


def _reach(transcript: Transcript, timed: bool) -> str:
    if not timed:
        return f"the turns are counted from 1 to {len(transcript.turns)}"
    minutes, seconds = divmod(int(transcript.seconds or 0), 60)
    return f"the recording ends at {minutes // 60}:{minutes % 60:02}:{seconds:02}"
