"""What a reader is: a name, suffixes, a sniff and a parse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Date
from typing import NamedTuple


class Said(NamedTuple):
    """A piece of speech as a file has it: a cue, a line, a block."""

    speaker: str | None
    text: str
    start: float | None = None
    end: float | None = None


class Draft(NamedTuple):
    """What a reader makes of a file: the speech, and what the file says of the meeting."""

    said: tuple[Said, ...]
    title: str | None = None
    date: Date | None = None
    start: str | None = None
    attendees: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    joined: bool = True
    """Whether consecutive pieces of one speaker are one turn; False where the file has turns of its own."""


class Reader(NamedTuple):
    """One format: a value, not a class, so that no reader needs to know its siblings."""

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], float]
    """How sure the reader is of a file, from 0 to 1; the surest reads it."""
    parse: Callable[[bytes], Draft]
