"""From a transcript to a page: who said what when, as it was understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from minutes.model import Transcript, Turn
from minutes.writing.markdown import escape
from minutes.writing.markup import Markup, tag
from minutes.writing.plain import plain

TITLE, UNKNOWN = "Transcript", "unknown"


def as_json(transcript: Transcript) -> bytes:
    """The transcript as UTF-8 in the shape that is read again."""
    # The clock inside a turn is ours alone; with it the file would be twice as long and for nobody's eyes.
    shown = transcript.model_dump_json(indent=2, exclude={"turns": {"__all__": {"ticks"}}})
    return (shown + "\n").encode()


def as_markdown(transcript: Transcript) -> bytes:
    """The transcript as UTF-8, a paragraph each turn, with the name and the clock in front."""
    return ("\n\n".join(_paragraphs(transcript)) + "\n").encode()


def as_html(transcript: Transcript) -> Markup:
    """The transcript as a piece of a page: a table of clock, name and speech."""
    rows = (
        tag("tr", tag("td", _shown(turn.start)), tag("th", plain(turn.speaker or UNKNOWN)), tag("td", plain(turn.text)))
        for turn in transcript.turns
    )
    return tag("table", tag("caption", plain(transcript.title or TITLE)), *rows)


SPOKEN: Mapping[str, Callable[[Transcript], bytes]] = MappingProxyType({"json": as_json, "md": as_markdown})
"""The formats a transcript is shown in."""


def _paragraphs(transcript: Transcript) -> Iterator[str]:
    yield f"# {escape(plain(transcript.title or TITLE))}"
    if transcript.date:
        yield f"{transcript.date:%Y-%m-%d} {transcript.start or ''}".rstrip()
    yield from (_turn(turn) for turn in transcript.turns)


def _turn(turn: Turn) -> str:
    clock = f"[{_shown(turn.start)}] " if turn.start is not None else ""
    return f"**{clock}{escape(plain(turn.speaker or UNKNOWN))}:** {escape(plain(turn.text))}"


def _shown(seconds: float | None) -> str:
    """A clock as `00:01:12`, or nothing where there is none."""
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest:02}"
