"""From a finished page back to the blocks it was made from, whoever has edited it since."""

from __future__ import annotations

import os
from pathlib import Path

from minutes.checking.sheets import data, html, markdown, word
from minutes.checking.sheets.sheet import Extra, Sheet
from minutes.errors import BrokenFile, MinutesError, UnknownFormat
from minutes.writing import WRITERS
from minutes.writing.files import get

__all__ = ["Extra", "Sheet", "load", "parse"]

_READERS = {"md": markdown.read, "html": html.read, "json": data.read}
_PAGES = [writer for writer in WRITERS if writer.name in ("docx", *_READERS)]
"""The formats that hold whole minutes; the others hold next steps alone."""


def load(path: str | os.PathLike[str]) -> Sheet:
    """The page in a file; raises NotFound, BrokenFile or UnknownFormat."""
    return parse(get(path), Path(path).name or str(path))


def parse(data: bytes, name: str) -> Sheet:
    """The page that the bytes are; what they begin with tells the format, and the name only where that does not."""
    try:
        if data.startswith(b"PK\x03\x04"):
            return word.read(data)
        text = _text(data, name)
        return _READERS[_format(text, name)](text)
    except RecursionError:
        raise BrokenFile("nested too deeply", file=name, todo="write the page again") from None
    except MinutesError as error:
        raise error.at(name) from None


def _text(data: bytes, name: str) -> str:
    """The text of a page, which is UTF-8 whatever its format."""
    ours = _named(name) is not None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _refused("not UTF-8 text", ours, f"line {line}") from None
    if "\0" in text or text.startswith("%PDF"):
        raise _refused("not a text", ours)
    if not text.strip():
        raise BrokenFile("empty", todo="write the page again")
    return text


def _refused(what: str, ours: bool, place: str | None = None) -> MinutesError:
    """That a page is damaged if it is called like one; else that this is no page."""
    if ours:
        return BrokenFile(what, place=place, todo="save it as UTF-8")
    return UnknownFormat("no page that is known here", todo=f"give one of {', '.join(one.name for one in _PAGES)}")


def _format(text: str, name: str) -> str:
    head, named = text.lstrip()[:1000].lower(), _named(name)
    if head.startswith("{") and (named == "json" or '"schema"' in head):
        return "json"
    if head.startswith(("<!doctype html", "<html")):
        return "html"
    return named if named in _READERS else "md"


def _named(name: str) -> str | None:
    """The format that the name tells, if any."""
    suffix = Path(name).suffix.lower()
    return next((writer.name for writer in _PAGES if suffix in writer.suffixes), None)
