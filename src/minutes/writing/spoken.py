"""From a transcript to a page: who said what when, as it was understood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from minutes.model import Transcript, Turn
from minutes.writing.embedded import box, cell, grid
from minutes.writing.markdown import escape
from minutes.writing.markup import Markup, tag
from minutes.writing.plain import plain
from minutes.writing.trace import clock
from minutes.writing.words import Words, words

_MARK = "padding: 0 0.25em; border-radius: 0.2em; background: #ffedb0; color: #2b2000; box-decoration-break: clone"
_LABEL = "font-size: 0.8em; font-weight: 700; color: #5c3d00"


class Mark(NamedTuple):
    """The characters `start <= c < end` of a turn, and what they are marked as."""

    turn: int
    start: int
    end: int
    label: str


def as_json(transcript: Transcript) -> bytes:
    """The transcript as UTF-8 in the shape that is read again."""
    # The clock inside a turn is ours alone; with it the file would be twice as long and for nobody's eyes.
    shown = transcript.model_dump_json(indent=2, exclude={"turns": {"__all__": {"ticks"}}})
    return (shown + "\n").encode()


def as_markdown(transcript: Transcript) -> bytes:
    """The transcript as UTF-8, a paragraph each turn, with the name and the clock in front."""
    return ("\n\n".join(_paragraphs(transcript)) + "\n").encode()


def as_html(transcript: Transcript, marks: Sequence[Mark] = ()) -> Markup:
    """The transcript as a piece of a page: a table of turn, clock, name and speech, with what is marked in place."""
    timed = any(turn.start is not None for turn in transcript.turns)
    fixed = words(transcript.language)
    titles = [fixed.steps["turn"], *([fixed.columns["time"]] if timed else [])]
    by_turn: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_turn[mark.turn].append(mark)
    rows = (_row(at, turn, by_turn[at], timed, fixed) for at, turn in enumerate(transcript.turns))
    caption = transcript.title or fixed.titles["transcript"]
    return box(plain(caption), grid(caption, [*titles, fixed.columns["who"], fixed.columns["said"]], rows))


SPOKEN: Mapping[str, Callable[[Transcript], bytes]] = MappingProxyType({"json": as_json, "md": as_markdown})
"""The formats a transcript is shown in."""


def _paragraphs(transcript: Transcript) -> Iterator[str]:
    fixed = words(transcript.language)
    yield f"# {escape(plain(transcript.title or fixed.titles['transcript']))}"
    if transcript.date:
        yield f"{transcript.date:%Y-%m-%d} {transcript.start or ''}".rstrip()
    yield from (_turn(turn, fixed) for turn in transcript.turns)


def _turn(turn: Turn, fixed: Words) -> str:
    clock = f"[{_shown(turn.start)}] " if turn.start is not None else ""
    return f"**{clock}{escape(plain(turn.speaker or fixed.lines['unknown']))}:** {escape(plain(turn.text))}"


def _row(at: int, turn: Turn, marks: Sequence[Mark], timed: bool, fixed: Words) -> Iterator[Markup]:
    yield cell(str(at + 1))
    if timed:
        yield cell("" if turn.start is None else clock(turn.start))
    yield cell(plain(turn.speaker or fixed.lines["unknown"]), name="th", scope="row", width=8)
    yield cell(*_marked(turn.text, marks), width=18)


def _marked(text: str, marks: Sequence[Mark]) -> Iterator[str]:
    """The text cut wherever a mark begins or ends, so that those which overlap need not be nested."""
    labels: list[tuple[str, ...]] = [()] * len(text)
    for mark in marks:
        for at in range(mark.start, mark.end):
            labels[at] = tuple(dict.fromkeys((*labels[at], mark.label)))
    cuts = [at for at in range(1, len(text)) if labels[at] != labels[at - 1]]
    for start, end in pairwise((0, *cuts, len(text))):
        piece = _within(text[start:end])
        yield _mark(labels[start], piece) if start < end and labels[start] else piece


def _mark(labels: tuple[str, ...], piece: str) -> Markup:
    told = ", ".join(labels)
    mark = tag("mark", tag("span", f"{told}:", style=_LABEL), " ", piece, title=told, style=_MARK)
    return Markup(mark.rstrip("\n"))  # the full stop that follows stands at the word


def _within(piece: str) -> str:
    """A piece of a line made fit for a page; unlike a line of its own it keeps the space at its edges."""
    return plain(f"|{piece}|")[1:-1]


def _shown(seconds: float | None) -> str:
    """A clock as `00:01:12`, or nothing where there is none."""
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest:02}"
