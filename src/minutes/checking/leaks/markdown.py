"""Markdown: each line and each cell, without the marks, which may part a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from minutes.checking.leaks.pieces import Piece

_CELL = re.compile(r"(?<!\\)\|")
_LABEL = re.compile(r"(?<=:\*\*)\s")
_HEAD = re.compile(r"^[\s>#*+-]*(?:\d+[.)]\s)?[\s>#*+-]*")
_LINK = re.compile(r"\]\(")
_MARK = re.compile(r"(?<!\\)[*`\[\]<>]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def pieces(data: bytes) -> tuple[list[Piece], list[str]]:
    """The pieces of a Markdown file; all of it is looked into."""
    return list(_pieces(data.decode("utf-8-sig", "replace"))), []


def _pieces(text: str) -> Iterator[Piece]:
    for number, line in enumerate(text.splitlines(), start=1):
        for cell in _CELL.split(_HEAD.sub("", line)):
            for part in _LABEL.split(cell):
                bare = unescape(_ESCAPED.sub(r"\1", _MARK.sub("", _LINK.sub(" ", part))))
                if bare.strip():
                    yield Piece(f"line {number}", bare.strip())
