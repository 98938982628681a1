"""Web pages: what a reader of the page would see, then the grammar of texts and chats."""

from __future__ import annotations

from minutes.errors import NotATranscript
from minutes.reading import chat, headers, irc, markup, sheets, text
from minutes.reading.base import Draft, Page, Reader


def sniff(page: Page) -> float:
    """Sure where a tag of a page comes first."""
    head = page.text.lstrip()[:2000].lower()
    if not head.startswith("<"):
        return 0.0
    return 0.9 if head.startswith(("<!doctype html", "<html", "<head", "<body")) else 0.5 if _tags(head) else 0.0


def _tags(head: str) -> bool:
    return any(f"</{tag}>" in head for tag in ("p", "b", "div", "cite", "span", "h1", "li", "td"))


def parse(page: Page) -> Draft:
    """The speech that a reader of the page would see; a page that names no speaker is no transcript."""
    shown = markup.seen(page.text)
    seen = page._replace(text="\n".join(shown.lines))
    reader = max((text.READER, chat.READER, irc.READER), key=lambda reader: reader.sniff(seen))
    draft = sheets.draft_of_rows(shown.rows) or reader.parse(seen)
    title = headers.titled(shown.title) if shown.title else None
    if not any(said.speaker for said in draft.said):
        called = f' called "{title}"' if title else ""
        raise NotATranscript(f"an HTML page{called} without a transcript", todo="download the transcript itself")
    said = tuple(piece._replace(text=piece.text.replace("**", "")) for piece in draft.said)
    return draft._replace(said=said, title=title or draft.title)


READER = Reader("html", (".html", ".htm"), "Web pages: Otter, podcasts, W3C minutes, MeetBot logs", sniff, parse)
