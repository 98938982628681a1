"""Web pages: what a reader of the page would see, then the grammar of texts and chats."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser

from minutes.errors import NotATranscript
from minutes.reading import chat, headers, irc, text
from minutes.reading.base import Draft, Page, Reader
from minutes.reading.decoding import squeezed
from minutes.reading.words import listed

_BLOCKS = listed("""
    p, div, section, article, main, header, footer, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, table, tr, pre, hr
    blockquote, aside, nav, form
""")
_HIDDEN = listed("script, style, address, template, noscript, svg, select, button")
_EMPTY = listed("br, hr, img, input, meta, link, area, base, col, embed, source, track, wbr")
_ADDED = frozenset(("diagnostics", "actionsummary", "resolutionsummary"))
"""Parts that the W3C's program adds to minutes: they repeat what was said, or say how the page was made."""
_BOLD = frozenset(("b", "strong", "cite", "dt"))


def _marks(given: Mapping[str, str | None]) -> set[str]:
    """The classes and the id of an element."""
    return {*(given.get("class") or "").lower().split(), (given.get("id") or "").lower()}


class _Lines(HTMLParser):
    """The lines of a page, with bold beginnings between asterisks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.title = ""
        self.hidden: list[str] = []
        self.open: list[str] = []
        self.line = ""
        self.pre = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY:
            if tag in ("br", "hr"):
                self._end()
            return
        given = dict(attrs)
        style = (given.get("style") or "").replace(" ", "")
        if self.hidden or tag in _HIDDEN or "hidden" in given or "display:none" in style or _ADDED & _marks(given):
            self.hidden.append(tag)
            return
        if tag in _BLOCKS:
            self._end()
            if tag in ("p", "div", "li", "dt"):
                self.lines.append("")
        if tag in _BOLD and not self.line.strip():
            self.line += "**"
            self.open.append(tag)
        self.pre = self.pre or tag == "pre"
        if tag == "title":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            if tag in self.hidden:
                del self.hidden[len(self.hidden) - 1 - self.hidden[::-1].index(tag) :]
            return
        if tag in self.open:
            self.open.remove(tag)
            if tag in _BOLD:
                self.line = self.line.rstrip() + "** "
        if tag in _BLOCKS:
            self._end()
        self.pre = self.pre and tag != "pre"

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        if "title" in self.open:
            self.title += data
        elif self.pre:
            first, *rest = data.split("\n")
            self.line += first
            for line in rest:
                self._end()
                self.line = line
        else:
            words = squeezed(data)
            apart = data[:1].isspace() and self.line and not self.line.endswith((" ", "**"))
            self.line += (" " if apart else "") + words + (" " if words and data[-1:].isspace() else "")

    def _end(self) -> None:
        if self.line.strip("* "):
            self.lines.append(self.line.rstrip())
        self.line = ""


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
    parser = _Lines()
    parser.feed(page.text)
    parser.close()
    parser.handle_starttag("hr", [])
    seen = page._replace(text="\n".join(parser.lines))
    reader = max((text.READER, chat.READER, irc.READER), key=lambda reader: reader.sniff(seen))
    draft = reader.parse(seen)
    title = headers.titled(" ".join(parser.title.split())) if parser.title.strip() else None
    if not any(said.speaker for said in draft.said):
        called = f' called "{title}"' if title else ""
        raise NotATranscript(f"an HTML page{called} without a transcript", todo="download the transcript itself")
    said = tuple(piece._replace(text=piece.text.replace("**", "")) for piece in draft.said)
    return draft._replace(said=said, title=title or draft.title)


READER = Reader("html", (".html", ".htm"), "Web pages: Otter, podcasts, W3C minutes, MeetBot logs", sniff, parse)
