"""Telegram's export as a web page: its messages in the words of a pasted chat, for which there is a grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from minutes.reading import chat, markup
from minutes.reading.base import Draft, Page, Reader

_MESSAGE = '<div class="message '
_WORDS = '<div class="text">'
_FORWARDED = '<div class="forwarded'
_NAME = re.compile(r'<div class="from_name">([^<]{1,200})')
_WHEN = re.compile(r'date details" title="(\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d)')
_TITLE = re.compile(r'<div class="text bold">([^<]{1,200})')


def sniff(page: Page) -> float:
    """Sure where the page has messages with the names of Telegram's classes."""
    head = page.text[:60_000]
    return 0.95 if head.lstrip()[:1] == "<" and _MESSAGE in head and _NAME.search(head) and _WHEN.search(head) else 0.0


def parse(page: Page) -> Draft:
    """One piece a message."""
    head, *messages = page.text.split(_MESSAGE)
    title = _TITLE.search(head)
    draft = chat.parse(page._replace(text="\n".join(_lines(messages))))
    return draft._replace(title=_bare(title[1]) if title else None)


def _lines(messages: list[str]) -> Iterator[str]:
    """The lines of the messages; one without a name is by the writer of the one before."""
    name = None
    for message in messages:
        named = _NAME.search(message.partition(_FORWARDED)[0])
        name = _bare(named[1]).replace("[", "(")[:80] if named else name
        when = _WHEN.search(message)
        words = message.partition(_WORDS)[2].partition("</div>")[0]
        if name and when and words:
            yield f"{name}, [{when[1]}]"
            yield markup.without_tags(words)


def _bare(text: str) -> str:
    return " ".join(unescape(text).split())


READER = Reader("telegram", (".html",), "Chats of Telegram, exported as a web page", sniff, parse, verified=False)
