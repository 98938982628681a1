"""HTML as a reader of the page sees it: lines of text, with bold beginnings between asterisks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import NamedTuple

from minutes.reading.decoding import squeezed
from minutes.reading.words import listed

_BLOCKS = listed("""
    p, div, section, article, main, header, footer, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, table, tr, pre, hr
    blockquote, aside, form
""")
_HEADINGS = listed("h1, h2, h3, h4, h5, h6")
_HIDDEN = listed("nav, script, style, address, template, noscript, svg, select, button")
_EMPTY = listed("br, hr, img, input, meta, link, area, base, col, embed, source, track, wbr")
_ADDED = frozenset(("diagnostics", "actionsummary", "resolutionsummary"))
"""Parts that the W3C's program adds to minutes: they repeat what was said, or say how the page was made."""
_PICTURES = frozenset(("initials", "userpic"))
"""Letters in place of the picture of somebody."""
_BOLD = frozenset(("b", "strong", "cite", "dt"))
_WHO = re.compile(r"^(?:[\w-]{0,30}[_-])?(?:speaker|author|sender|from_name|username|participant)(?:[_-]?name)?$")
"""Classes of elements that hold a name and nothing else."""


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
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY:
            if tag in ("br", "hr"):
                self._end()
            return
        given = dict(attrs)
        style = (given.get("style") or "").replace(" ", "")
        marks = _marks(given)
        if (
            self.hidden
            or tag in _HIDDEN
            or "hidden" in given
            or "display:none" in style
            or (_ADDED | _PICTURES) & marks
        ):
            self.hidden.append(tag)
            return
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
        if tag in _BLOCKS:
            self._end()
            if tag in ("p", "div", "li", "dt") or tag in _HEADINGS:
                self.lines.append("")
        if tag in _HEADINGS:
            self.line = "#" * int(tag[1]) + " "
        if (tag in _BOLD or any(map(_WHO.match, marks))) and not self.line.strip():
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
            if tag != "title" and self.line.startswith("**"):
                self.line = self.line.rstrip() + "** "
        if tag in _BLOCKS:
            self._end()
        self.pre = self.pre and tag != "pre"

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data
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
        if self.line.strip("*# "):
            self.lines.append(self.line.rstrip())
        self.line = ""


class Seen(NamedTuple):
    """What a page shows."""

    lines: list[str]
    title: str
    rows: list[list[str]]
    """The rows of its tables."""


def seen(markup: str) -> Seen:
    """The lines and the title of a page."""
    parser = _Lines()
    parser.feed(markup)
    parser.close()
    parser.handle_starttag("hr", [])
    return Seen(parser.lines, " ".join(parser.title.split()), parser.rows)


def without_tags(markup: str) -> str:
    """The words of a piece of HTML, as chats keep their messages."""
    return "\n".join(line.replace("**", "").strip() for line in seen(markup).lines if line.strip())
