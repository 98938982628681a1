"""From bytes to a transcript: the surest reader reads the file, and the roster seats who spoke."""

from __future__ import annotations

from hashlib import sha256

from minutes.errors import MinutesError, NotATranscript
from minutes.model import Source, Transcript
from minutes.reading import ass, chat, headers, html, irc, json, rtf, sbv, sheets, srt, text, ttml, vtt, word
from minutes.reading.base import Draft, Page, Reader, Said, counted
from minutes.reading.decoding import decode
from minutes.reading.files import Source as Readable
from minutes.reading.files import take
from minutes.reading.roster import seat

__all__ = ["READERS", "Draft", "Page", "Reader", "Said", "choose", "read"]

READERS: tuple[Reader, ...] = (
    json.READER,
    vtt.READER,
    srt.READER,
    sbv.READER,
    text.READER,
    word.READER,
    sheets.READER,
    chat.READER,
    irc.READER,
    html.READER,
    ttml.READER,
    ass.READER,
    rtf.READER,
)
"""All formats that are read; the surest of them reads a file."""


def read(
    source: Readable, *, name: str | None = None, encoding: str | None = None, private: bool = False
) -> Transcript:
    """The transcript that a path, bytes or an open file holds.

    Args:
        source: a path, bytes, or a file that is open for reading.
        name: what to call the source, where it has no name of its own or a better one is known.
        encoding: the encoding of a text file, where it cannot be found from the bytes.
        private: whether messages that went to one person only are read as well.

    Raises:
        NotFound, NotATranscript, BrokenFile: with the file, what is wrong and what to do.
    """
    data, called = take(source, name)
    try:
        page = _page(data, called, encoding)
        reader = _surest(page)
        draft = reader.parse(page)
        return _transcript(page, reader, draft if private else _public(draft))
    except MinutesError as error:
        raise error.at(called) from None


def choose(data: bytes, name: str = "") -> Reader:
    """The reader that is surest of the bytes; the name's suffix only settles a tie."""
    return _surest(_page(data, name, None))


def _page(data: bytes, name: str, encoding: str | None) -> Page:
    """The file with its text, where it is text."""
    if data.startswith(b"PK\x03\x04"):
        return Page(name, data)
    text, remarks = decode(data, encoding)
    if not text.strip():
        raise NotATranscript("empty", todo="save or export the transcript again")
    return Page(name, data, text, remarks)


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
    turns, remarks = seat(draft)
    if not any(char.isalpha() for turn in turns for char in turn.text):  # a table of numbers is no meeting
        raise NotATranscript("no speech found in it", todo="check that it is the transcript and not only its header")
    named = headers.from_name(page.name) if draft.joined else headers.About()
    return Transcript(
        title=draft.title or named.title,
        group=draft.group,
        date=draft.date or named.date,
        start=draft.start,
        attendees=draft.attendees,
        turns=turns,
        sources=(Source(name=page.name, format=reader.name, sha256=sha256(page.data).hexdigest()),),
        remarks=page.remarks + draft.remarks + remarks,
    )
