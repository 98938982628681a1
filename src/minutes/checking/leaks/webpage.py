"""HTML: the text of each block, the attributes, the comments and all else that a page holds."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files

from minutes.checking.leaks.pieces import Piece

_INLINE = frozenset(
    """
    a abbr b bdi bdo cite code del dfn em font i ins kbd label mark q s samp small span strong sub sup time u var wbr
    """.split()  # noqa: SIM905
)
"""Elements that may begin and end within a word."""
_DIGEST = re.compile(r"'sha256-[^']*'")


def pieces(data: bytes) -> tuple[list[Piece], list[str]]:
    """The pieces of a page; pictures within it are told."""
    page = _Page()
    page.feed(data.decode("utf-8-sig", "replace"))
    page.close()
    page.end()
    return page.pieces, page.unread


class _Page(HTMLParser):
    """A page while it is read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self.unread: list[str] = []
        self._text = ""
        self._line = 1
        self._within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.end()
        self._within = tag if tag in ("style", "script") else ""
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.end()

    def handle_data(self, data: str) -> None:
        if not self._text:
            self._line = self.getpos()[0]
        self._text += data

    def handle_comment(self, data: str) -> None:
        self._aside("comment", data)

    def handle_decl(self, decl: str) -> None:
        self._aside("declaration", decl)

    def handle_pi(self, data: str) -> None:
        self._aside("instruction", data)

    def unknown_decl(self, data: str) -> None:
        self._aside("declaration", data)

    def end(self) -> None:
        """The block is at its end: its text is one piece."""
        if self._text.strip() and self._text != _style():
            self.pieces.append(Piece(f"line {self._line}", self._text.strip(), not self._within))
        self._text, self._within = "", ""

    def _attribute(self, tag: str, name: str, value: str) -> None:
        place = f"line {self.getpos()[0]}, {name} of {tag}"
        if value.startswith("data:"):
            self.unread.append(f"{place}: a picture or another file, not looked into")
            return
        told = f"{name.removeprefix('data-')} {value}" if name.startswith("data-") else _DIGEST.sub("", value)
        self.pieces.append(Piece(place, told, False))

    def _aside(self, what: str, data: str) -> None:
        self.pieces.append(Piece(f"line {self.getpos()[0]}, {what}", data, False))


@cache
def _style() -> str:
    return files("minutes.writing").joinpath("page.css").read_text(encoding="utf-8")
