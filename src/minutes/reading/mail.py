"""Saved mail with a transcript in it: the text or the attached text that is most surely one."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

from minutes.errors import NotATranscript
from minutes.reading import chat, clocks, irc, markup, srt, text, vtt
from minutes.reading.base import Draft, Page, Reader
from minutes.reading.decoding import decode

_READERS = (text.READER, chat.READER, irc.READER, vtt.READER, srt.READER)
_FIELDS = re.compile(r"\A\s{0,9}(?:[!-9;-~]{1,80}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,50}){1,200}")
_MADE = re.compile(r"^(?:MIME-Version|Content-Transfer-Encoding): ", re.MULTILINE | re.IGNORECASE)


def sniff(page: Page) -> float:
    """Sure where the file begins with fields, one of which tells how the rest is written."""
    fields = _FIELDS.match(page.text[:60_000])
    return 0.97 if fields and _MADE.search(fields[0]) else 0.0


def parse(page: Page) -> Draft:
    """The speech of the part that is most surely a transcript, with the subject and the day of the mail."""
    try:
        mail = message_from_bytes(page.data.lstrip())
        pages = [page._replace(text=told) for told in _texts(mail)]
    except RecursionError:
        raise NotATranscript("mail in mail without end", todo="save the transcript itself") from None
    pairs = [(reader, inner) for inner in pages for reader in _READERS]
    reader, inner = max(pairs, key=lambda pair: pair[0].sniff(pair[1]), default=(text.READER, page))
    draft = reader.parse(inner)
    return draft._replace(
        title=draft.title or _told(mail, "Subject"),
        date=draft.date or clocks.day(_told(mail, "Date") or ""),
    )


def _texts(mail: Message) -> Iterator[str]:
    """The texts of a mail and of what is attached to it."""
    for part in mail.walk():
        payload = part.get_payload(decode=True) if part.get_content_maintype() == "text" else None
        if isinstance(payload, bytes):
            told, _ = decode(payload, _known(part.get_content_charset()))
            yield markup.without_tags(told) if part.get_content_subtype() == "html" else told


def _known(charset: str | None) -> str | None:
    """The encoding that a part names, if there is such a one that is worth a word."""
    try:
        return codecs.lookup(charset).name if charset and charset not in ("us-ascii", "utf-8") else None
    except LookupError:
        return None


def _told(mail: Message, field: str) -> str | None:
    """What stands in a field, with its letters decoded."""
    raw = str(mail.get(field) or "")[:1000]
    try:
        return " ".join(str(make_header(decode_header(raw))).split()) or None
    except (HeaderParseError, LookupError, ValueError):
        return raw or None


READER = Reader("mail", (".eml",), "Saved mail with a transcript in it", sniff, parse, verified=False)
