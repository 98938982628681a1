"""From the arguments to the meetings and wishes they speak of."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import minutes
from minutes.cli.telling import refuse, tell
from minutes.drafting import Wishes
from minutes.errors import MinutesError, NotFound
from minutes.finding import rules
from minutes.model import Transcript
from minutes.reading import joined, merged
from minutes.reading.limits import USUAL
from minutes.reading.names import load as load_roster
from minutes.revising import corrections, veil

STANDARD = "-"


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
    )


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
    roster = load_roster(chosen.roster) if chosen.roster else None
    for name in names:
        try:
            transcript = minutes.read(
                _standard_input() if name == STANDARD else Path(name),
                encoding=chosen.encoding,
                private=chosen.private,
                roster=roster,
                limits=USUAL._replace(**dict(chosen.limit)),
            )
        except MinutesError as error:
            refuse(error.at(name))
        else:
            yield transcript


def _standard_input() -> bytes:
    """All of standard input."""
    try:
        return sys.stdin.buffer.read() if sys.stdin else b""
    except OSError as error:
        raise NotFound(error.strerror or "cannot be read", file="standard input", todo="name a file") from None
