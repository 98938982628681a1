"""From bytes to a transcript: the surest reader reads the file, and the roster seats who spoke."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from minutes.errors import MinutesError, NotATranscript
from minutes.model import Source, Transcript
from minutes.reading import (
    archives,
    ass,
    chat,
    headers,
    html,
    irc,
    json,
    languages,
    mail,
    names,
    pdf,
    rtf,
    sami,
    sbv,
    sheets,
    srt,
    telegram,
    text,
    ttml,
    vtt,
    word,
)
from minutes.reading.base import Draft, Page, Reader, Said, counted
from minutes.reading.decoding import decode
from minutes.reading.files import Source as Readable
from minutes.reading.files import take
from minutes.reading.limits import USUAL, Limits, refuse_over
from minutes.reading.merging import joined, merged
from minutes.reading.names import Roster
from minutes.reading.roster import seat

__all__ = [
    "READERS",
    "Draft",
    "Limits",
    "Page",
    "Reader",
    "Roster",
    "Said",
    "choose",
    "joined",
    "merged",
    "read",
]

READERS: tuple[Reader, ...] = (
    json.READER,
    vtt.READER,
    srt.READER,
    sbv.READER,
    sami.READER,
    text.READER,
    word.READER,
    sheets.READER,
    chat.READER,
    archives.READER,
    irc.READER,
    html.READER,
    telegram.READER,
    mail.READER,
    ttml.READER,
    ass.READER,
    rtf.READER,
    pdf.READER,
)
"""All formats that are read; the surest of them reads a file."""


def read(
    source: Readable,
    *,
    name: str | None = None,
    encoding: str | None = None,
    private: bool = False,
    roster: Roster | str | os.PathLike[str] | None = None,
    limits: Limits = USUAL,
) -> Transcript:
    """The transcript that a path, bytes or an open file holds.

    Args:
        source: a path, bytes, or a file that is open for reading.
        name: what to call the source, where it has no name of its own or a better one is known.
        encoding: the encoding of a text file, where it cannot be found from the bytes.
        private: whether messages that went to one person only are read as well.
        roster: names for labels and right words for misheard ones, or a TOML file with the tables `names` and
            `vocabulary`.
        limits: how much is read before the file is refused.

    Raises:
        NotFound, NotATranscript, BrokenFile: with the file, what is wrong and what to do.
        RulesError: where the roster has a mistake.
    """
    known = names.load(roster) if isinstance(roster, str | os.PathLike) else roster
    data, called = take(source, name, limits)
    try:
        page = _page(data, called, encoding, limits)
        page = page._replace(people=tuple(known.names) if known else (), folder=_folder(source))
        reader = _surest(page)
        draft = reader.parse(page)
        draft = draft if private else _public(draft)
        return _transcript(page, reader, names.apply(draft, known) if known else draft)
    except MinutesError as error:
        raise error.at(called) from None


def _folder(source: Readable) -> Path | None:
    return Path(source).parent if isinstance(source, str | os.PathLike) else None


def choose(data: bytes, name: str = "") -> Reader:
    """The reader that is surest of the bytes; the name's suffix only settles a tie."""
    return _surest(_page(data, name, None, USUAL))


def _page(data: bytes, name: str, encoding: str | None, limits: Limits) -> Page:
    """The file with its text, where it is text."""
    if data.startswith((b"PK\x03\x04", b"%PDF-")):
        return Page(name, data, limits=limits)
    text, remarks = decode(data, encoding)
    if not text.strip():
        raise NotATranscript("empty", todo="save or export the transcript again")
    return Page(name, data, text, remarks, limits)


def _surest(page: Page) -> Reader:
    suffix = page.name[page.name.rfind(".") :].lower()
    score, reader = max(
        ((reader.sniff(page) + (suffix in reader.suffixes) / 100, reader) for reader in READERS),
        key=lambda pair: pair[0],
    )
    if score < 0.05:
        raise NotATranscript("no known kind of transcript", todo="`minutes formats` lists what is read")
    return reader


def _public(draft: Draft) -> Draft:
    """The draft without messages to one person only."""
    kept = tuple(said for said in draft.said if not said.private)
    remarks = counted(len(draft.said) - len(kept), "private message", "were left out.")
    return draft._replace(said=kept, remarks=draft.remarks + remarks)


def _transcript(page: Page, reader: Reader, draft: Draft) -> Transcript:
    """The transcript of a draft, with the day and title from the file's name where the file has none."""
    turns, remarks = seat(draft, page.limits.turn)
    if not any(char.isalpha() for turn in turns for char in turn.text):  # a table of numbers is no meeting
        raise NotATranscript("no speech found in it", todo="check that it is the transcript and not only its header")
    refuse_over("speakers", len({turn.speaker for turn in turns}), page.limits)
    language, told = languages.spoken(turn.text for turn in turns)
    named = headers.from_name(page.name) if draft.joined else headers.About()
    return Transcript(
        title=draft.title or named.title,
        group=draft.group,
        date=draft.date or named.date,
        start=draft.start,
        attendees=draft.attendees,
        place=draft.place,
        apologies=draft.apologies,
        chair=draft.chair,
        note_taker=draft.note_taker,
        turns=turns,
        sources=(Source(name=page.name, format=reader.name, sha256=sha256(page.data).hexdigest()),),
        language=language,
        remarks=page.remarks + draft.remarks + remarks + told,
    )
