"""The commands that keep an archive and search it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from pydantic import TypeAdapter

from minutes import archiving
from minutes.archiving import Filled, Hit, Question
from minutes.cli.telling import DONE, REFUSED, printable, say, tell
from minutes.writing.plain import plain
from minutes.writing.trace import reference
from minutes.writing.words import words

_FIXED = words("en")


def kept(chosen: argparse.Namespace) -> int:
    """Brings the store of an archive up to date, and says what is in it."""
    filled = archiving.bring_up(chosen.archive)
    for note in (*filled.notes, *filled.twice, *_empty(filled, chosen.archive)):
        tell("note", note)
    say(f"{_summed(filled)}\n".encode())
    for refused in filled.refused:
        tell("error", refused)
    return REFUSED if filled.refused else DONE


def found(chosen: argparse.Namespace) -> int:
    """Shows the lines of an archive that answer."""
    question = Question(
        words=chosen.words,
        kind=tuple(chosen.kind),
        owner=chosen.owner,
        state=chosen.state,
        since=chosen.since,
        until=chosen.until,
    )
    hits, filled = archiving.ask(chosen.archive, question)
    shown = hits[: chosen.limit]
    for note in _notes(filled, chosen.archive):
        tell("note", note)
    if not hits and filled.meetings:
        tell("note", f"nothing was found in {_count(filled.meetings, 'meeting')}.")
    if len(shown) < len(hits):
        tell("note", f"{len(shown)} of {_count(len(hits), 'line')} are shown; a higher --limit shows more.")
    say(SHOWN[chosen.format](shown))
    return DONE


def _summed(filled: Filled) -> str:
    parts = ("new", "changed", "removed", "unchanged")
    known = ", ".join(f"{getattr(filled, part)} {part}" for part in parts)
    return f"{_count(filled.meetings, 'meeting')}: {known}; {_count(filled.lines, 'line')}"


def _notes(filled: Filled, archive: str) -> Iterator[str]:
    """What befell the store, and what of the folder is left out: one by its name, of several how many."""
    yield from filled.notes
    yield from _empty(filled, archive)
    for told, what in (
        (filled.refused, "files are left out, since they cannot be read as minutes"),
        (filled.twice, "meetings are there more than once, and are taken once"),
    ):
        yield from told if len(told) < 2 else [f"{len(told)} {what}; `minutes archive {archive}` says which"]


def _empty(filled: Filled, archive: str) -> Iterator[str]:
    if not filled.meetings:
        yield f"{archive}: no saved minutes here; `minutes batch FOLDER -o {archive} --format json` makes some"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _as_text(hits: Sequence[Hit]) -> bytes:
    """Each line, and below it what it is and where it was said; an empty line between two."""
    return "\n".join("\n    ".join(printable(plain(part)) for part in _parts(hit)) + "\n" for hit in hits).encode()


def _parts(hit: Hit) -> Iterator[str]:
    due = f"by {_FIXED.short(hit.due)}" if hit.due else None
    about = ", ".join(filter(None, (hit.kind.replace("_", " "), hit.state)))
    meeting = ", ".join(filter(None, (hit.title, _FIXED.short(hit.date) if hit.date else None, hit.file)))
    yield hit.text
    yield "; ".join(filter(None, (about, ", ".join(hit.owners), due)))
    yield "; ".join(filter(None, (meeting, reference(hit.evidence, _FIXED) if hit.evidence else None)))
    if hit.said:
        yield _FIXED.quoted(hit.said)


def _as_json(hits: Sequence[Hit]) -> bytes:
    return TypeAdapter(Sequence[Hit]).dump_json(hits, indent=2) + b"\n"


SHOWN = {"text": _as_text, "json": _as_json}
"""The formats in which lines are shown."""
