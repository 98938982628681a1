"""What a reader is: a name, suffixes, a sniff and a parse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Date
from pathlib import Path
from typing import NamedTuple

from minutes.reading.limits import USUAL, Limits


class Said(NamedTuple):
    """A piece of speech as a file has it: a cue, a line, a block."""

    speaker: str | None
    text: str
    start: float | None = None
    """Seconds from the start of the recording."""
    end: float | None = None
    fresh: bool = False
    """Whether somebody new begins here although nobody is named, as a dash in captions says."""
    private: bool = False
    """Whether it was written to one person only."""


class Draft(NamedTuple):
    """What a reader makes of a file: the speech, and what the file says of the meeting."""

    said: tuple[Said, ...]
    title: str | None = None
    date: Date | None = None
    start: str | None = None
    attendees: tuple[str, ...] = ()
    place: str | None = None
    apologies: tuple[str, ...] = ()
    chair: str | None = None
    note_taker: str | None = None
    remarks: tuple[str, ...] = ()
    joined: bool = True
    """Whether consecutive pieces of one speaker are one turn; False where the file has turns of its own."""
    glue: str = " "
    """What stands between joined pieces: a space in speech, a line break where people typed."""
    group: str | None = None


def counted(count: int, thing: str, rest: str) -> tuple[str, ...]:
    """One remark such as `2 rows without words were left out.`, with `was` for one; none where the count is nought."""
    if count == 0:
        return ()
    return (f"{count} {thing} {rest.replace('were', 'was')}" if count == 1 else f"{count} {thing}s {rest}",)


class Page(NamedTuple):
    """A file that is about to be read: its bytes, and its text with line ends made one."""

    name: str
    data: bytes
    text: str = ""
    """Empty where the bytes are no text."""
    remarks: tuple[str, ...] = ()
    limits: Limits = USUAL
    folder: Path | None = None
    """Where the file stands, if it has a path."""
    people: tuple[str, ...] = ()
    """Labels that a roster has: they are speakers wherever they stand."""


class Reader(NamedTuple):
    """One format: a value, not a class, so that no reader needs to know its siblings."""

    name: str
    suffixes: tuple[str, ...]
    told: str
    """One line for the list of formats."""
    sniff: Callable[[Page], float]
    """How sure the reader is of a file, from 0 to 1; the surest reads it."""
    parse: Callable[[Page], Draft]
    verified: bool = True
    """Whether it was tried on real files, not on made ones only."""
    unverified: tuple[str, ...] = ()
    """The programs it reads of which no real file was seen."""
