"""From the arguments to the meetings and wishes they speak of."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeVar

import minutes
from minutes.cli.telling import refuse, tell
from minutes.drafting import Wishes
from minutes.errors import InputError, MinutesError, NotFound
from minutes.finding import rules
from minutes.following import saved
from minutes.model import Recap, Transcript
from minutes.reading import joined, merged
from minutes.reading.limits import USUAL
from minutes.reading.names import load as load_roster
from minutes.revising import corrections, veil
from minutes.writing import Layout, layout, suit

STANDARD = "-"
T = TypeVar("T")
Source: TypeAlias = bytes | Path
_HEAD = 200
"""Bytes of a file that tell whether it is saved minutes."""


def meetings(chosen: argparse.Namespace) -> list[Transcript]:
    """The meetings in the files that were named, with their chat; none where a file was refused."""
    names = [*chosen.files, *([chosen.chat] if chosen.chat else [])]
    read = list(_read(names, chosen))
    if len(read) < len(names):
        return []
    files, chat = read[: len(chosen.files)], read[len(chosen.files) :]
    found = [joined(files)] if chosen.join else files
    found = [merged(found[0], chat[0])] if chat else found
    for meeting in found:
        for remark in meeting.remarks:
            tell("note", remark)
    return found


def given(chosen: argparse.Namespace) -> list[Transcript | Recap]:
    """The meetings, and those whose minutes were saved as JSON; none where a file was refused."""
    if chosen.join or chosen.chat:
        return [*meetings(chosen)]
    transcript = _reader(chosen)
    read = list(_taken(chosen.files, lambda source: _kept(source) or (transcript(source),)))
    if len(read) < len(chosen.files):
        return []
    found = [one for ones in read for one in ones]
    for remark in (remark for one in found if isinstance(one, Transcript) for remark in one.remarks):
        tell("note", remark)
    return found


def once(names: Iterable[str]) -> Iterator[str]:
    """The files without those that were named before, by this name or by another of theirs; these are told of."""
    known: set[tuple[int, int]] = set()
    for name in names:
        try:
            found = os.stat(name) if name != STANDARD else None
        except (OSError, ValueError):  # reading it will say what is wrong
            found = None
        if found and (found.st_dev, found.st_ino) in known:
            tell("note", f"{name} was named twice and is read once.")
        else:
            known |= {(found.st_dev, found.st_ino)} if found else set()
            yield name


def wishes(chosen: argparse.Namespace) -> Wishes:
    """What the arguments and the files that they name say of the minutes."""
    return Wishes(
        date=chosen.date,
        title=chosen.title,
        words=book(chosen),
        withhold=tuple(chosen.withhold),
        corrections=corrections.load(chosen.corrections) if chosen.corrections else corrections.Corrections(),
        previous=saved.load(chosen.previous) if chosen.previous else None,
    )


def laid_out(chosen: argparse.Namespace, format: str) -> Layout:
    """How pages are to be laid out; leaves with 2 where that means nothing for their format."""
    found = layout(
        style=chosen.style,
        parts=chosen.parts,
        evidence=chosen.evidence,
        paper=chosen.paper,
        template=chosen.template,
    )
    try:
        suit(found, format)
    except InputError as error:
        chosen.parser.error(f"--{error}")
    return found


def key(chosen: argparse.Namespace) -> veil.Veil | None:
    """The veil file that was named, or None."""
    return veil.load(chosen.veil) if chosen.veil else None


def book(chosen: argparse.Namespace) -> rules.Rulebook | None:
    """The rules with those of the user's file, or None where there is none."""
    return rules.standard().plus(rules.load(Path(chosen.words))) if chosen.words else None


def one_meeting(chosen: argparse.Namespace) -> None:
    """Leaves with 2 where several files were given that are not one meeting."""
    if len(chosen.files) > 1 and not chosen.join:
        chosen.parser.error("one file is looked at at a time; --join takes several as parts of one meeting")


def paths(names: Iterable[str]) -> list[Path]:
    """The names that are files."""
    return [Path(name) for name in names if name != STANDARD]


def _read(names: Iterable[str], chosen: argparse.Namespace) -> Iterator[Transcript]:
    """The transcripts that can be read; the others are told of, a line each."""
    return _taken(names, _reader(chosen))


def _taken(names: Iterable[str], take: Callable[[Source], T]) -> Iterator[T]:
    """What is taken from files; those of which nothing can be taken are told of, a line each."""
    for name in names:
        try:
            taken = take(_standard_input() if name == STANDARD else Path(name))
        except MinutesError as error:
            refuse(error.at(name))
        else:
            yield taken


def _reader(chosen: argparse.Namespace) -> Callable[[Source], Transcript]:
    """How a transcript is read, with all that the arguments say of it."""
    return partial(
        minutes.read,
        encoding=chosen.encoding,
        private=chosen.private,
        roster=load_roster(chosen.roster) if chosen.roster else None,
        limits=USUAL._replace(**dict(chosen.limit)),
    )


def _kept(source: Source) -> tuple[Recap, ...]:
    """The meetings whose minutes a file holds; none where it holds something else, or cannot be read."""
    try:
        data = source if isinstance(source, bytes) else _beginning(source)
        if not saved.saved(data):
            return ()
        return saved.recaps(source if isinstance(source, bytes) else source.read_bytes())
    except (OSError, ValueError):  # reading it as a transcript will say what is wrong
        return ()


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)


def _standard_input() -> bytes:
    """All of standard input."""
    try:
        return sys.stdin.buffer.read() if sys.stdin else b""
    except OSError as error:
        raise NotFound(error.strerror or "cannot be read", file="standard input", todo="name a file") from None
