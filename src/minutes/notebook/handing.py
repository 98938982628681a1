"""An edition for handing round: its file of stand-ins, and a look through what was written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from minutes.checking import leaks
from minutes.drafting import Wishes, draw_up
from minutes.errors import NotFound
from minutes.model import Transcript
from minutes.notebook.kept import kept
from minutes.revising import corrections, veil
from minutes.writing.embedded import paragraph
from minutes.writing.markup import Markup, joined, tag
from minutes.writing.plain import plain

File = str | os.PathLike[str]


def stand_ins(transcript: Transcript, file: File, date: str | None, corrected: File | None) -> Markup:
    """The file that says who stands in for whom; it is drawn up where there is none."""
    shown = kept(file, lambda: _drawn_up(transcript, date, corrected))
    veil.load(file)
    return shown


def _drawn_up(transcript: Transcript, date: str | None, corrected: File | None) -> str:
    known = corrections.load(corrected) if corrected else corrections.Corrections()
    drafted = draw_up(transcript, Wishes(date, corrections=known))
    return veil.draft(drafted.recap, (drafted.transcript,))


def look_through(page: File, file: File) -> Markup:
    """What a finished page still shows of those who are hidden, and the capitalised words in it.

    Raises:
        NotFound: the page or the file of stand-ins is not there.
        RulesError: a mistake in the file of stand-ins.
        InputError: the page is damaged.
    """
    path, key = Path(page), veil.load(file)
    try:
        data = path.read_bytes()
    except OSError as error:
        why = (error.strerror or "cannot be read").lower()
        raise NotFound(why, file=path.name, todo="write the page first") from None
    found = leaks.leaks(data, path.name, key)
    return joined(*_told(found, path.name, Path(file).name))


def _told(found: leaks.Leaks, page: str, file: str) -> Iterator[Markup]:
    if found.leaks:
        yield paragraph(f"{page} still shows what {file} hides:")
        yield _list(f"{one.found} ({one.place})" for one in found.leaks)
    else:
        yield paragraph(f"{page} shows nothing of what {file} hides.")
    if found.standing:
        yield paragraph("These words with a capital letter still stand. Read them one by one:")
        yield _list(found.standing)
    yield from (paragraph(f"Not looked into: {part}") for part in found.unread)


def _list(lines: Iterable[str]) -> Markup:
    return tag("ul", *(tag("li", plain(line), dir="auto") for line in lines))
