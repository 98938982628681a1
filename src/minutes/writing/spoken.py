"""From a transcript to a page: who said what when, as it was understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from minutes.model import Transcript, Turn
from minutes.writing.markdown import escape
from minutes.writing.plain import plain


def as_json(transcript: Transcript) -> bytes:
    """The transcript as UTF-8 in the shape that is read again."""
    # The clock inside a turn is ours alone; with it the file would be twice as long and for nobody's eyes.
    shown = transcript.model_dump_json(indent=2, exclude={"turns": {"__all__": {"ticks"}}})
    return (shown + "\n").encode()


def as_markdown(transcript: Transcript) -> bytes:
    """The transcript as UTF-8, a paragraph each turn, with the name and the clock in front."""
    return ("\n\n".join(_paragraphs(transcript)) + "\n").encode()


SPOKEN: Mapping[str, Callable[[Transcript], bytes]] = MappingProxyType({"json": as_json, "md": as_markdown})
"""The formats a transcript is shown in."""


def _paragraphs(transcript: Transcript) -> Iterator[str]:
    yield f"# {escape(plain(transcript.title or 'Transcript'))}"
    if transcript.date:
        yield f"{transcript.date:%Y-%m-%d} {transcript.start or ''}".rstrip()
    yield from (_turn(turn) for turn in transcript.turns)


def _turn(turn: Turn) -> str:
    clock = "" if turn.start is None else f"[{_clock(turn.start)}] "
    return f"**{clock}{escape(plain(turn.speaker or 'unknown'))}:** {escape(plain(turn.text))}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest:02}"
