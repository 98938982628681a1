"""Word: every part of the package, paragraph by paragraph, with its attributes, its comments and the names of parts."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, fromstring

from minutes.checking.leaks.pieces import Piece
from minutes.errors import BrokenFile
from minutes.writing.package import blank
from minutes.writing.shares import is_drawn

_BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, RuntimeError)
_MOST = 200_000_000
"""Bytes that a package may unpack to."""
_BREAKS = frozenset(("tab", "br", "cr", "ptab"))
_RUNS = frozenset(("t", "delText", "instrText"))
_ASIDE = re.compile(r"<!--(.*?)-->|<\?(?!xml\s)(.*?)\?>", re.DOTALL)
_TOLD = frozenset(("author", "initials", "Target", "title", "descr", "tooltip"))
"""Attributes that hold words of people; others may hold the name of a style or a font, which is nobody's."""
_FIELDS = frozenset(("PAGE", "NUMPAGES"))


def pieces(data: bytes) -> tuple[list[Piece], list[str]]:
    """The pieces of a Word file, and its parts that are no XML.

    Raises:
        BrokenFile: it is no package, or damaged, or unpacks to far too much.
    """
    found: list[Piece] = []
    unread: list[str] = []
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > _MOST:
                raise BrokenFile("a Word file that unpacks to far too much", todo="write the page again")
            found.append(Piece("comment of the package", archive.comment.decode("utf-8", "replace"), False))
            for part in parts:
                found += _about(part)
                found += _part(part.filename, archive.read(part), unread)
    except _BROKEN:
        raise BrokenFile("a damaged or cut Word file", todo="write the page again") from None
    return found, unread


def _about(part: zipfile.ZipInfo) -> Iterator[Piece]:
    yield Piece("the name of a part", part.filename, False)
    yield Piece(f"{part.filename}, comment of the part", part.comment.decode("utf-8", "replace"), False)


def _part(name: str, data: bytes, unread: list[str]) -> Iterator[Piece]:
    if not data or name.endswith("/") or (name.endswith(".png") and is_drawn(data)):
        return
    raw = data.decode("utf-8", "replace").replace("\0", "")
    if "<!DOCTYPE" in raw or not name.lower().endswith((".xml", ".rels", ".vml")):
        unread.append(f"{name}: not looked into")
        return
    try:
        root = fromstring(data)
    except ParseError:
        unread.append(f"{name}: damaged, so only its letters were looked at")
        yield Piece(name, raw)
        return
    yield from (Piece(f"{name}, comment", aside[1] or aside[2] or "", False) for aside in _ASIDE.finditer(raw))
    yield from _paragraphs(name, root)
    yield from _others(name, root)


def _paragraphs(name: str, root: Element) -> Iterator[Piece]:
    """The text of each paragraph with its runs joined, with what is struck out and without, and its fields."""
    paragraphs = (element for element in root.iter() if _local(element.tag) == "p")
    for number, paragraph in enumerate(paragraphs, start=1):
        place = f"{name}, paragraph {number}"
        told = dict.fromkeys(_joined(paragraph, kinds) for kinds in (("t",), ("t", "delText"), ("delText",)))
        yield from (Piece(place, text) for text in told if text.strip())
        yield Piece(f"{place}, field", _joined(paragraph, ("instrText",)), False)


def _joined(paragraph: Element, kinds: tuple[str, ...]) -> str:
    pieces = []
    for element in paragraph.iter():
        kind = _local(element.tag)
        if kind in kinds:
            pieces.append(element.text or "")
        elif kind in _BREAKS:
            pieces.append("\t")
        elif kind == "noBreakHyphen":
            pieces.append("-")
    return "".join(pieces)


def _others(name: str, root: Element) -> Iterator[Piece]:
    """Text outside of runs, and every attribute that the empty paper does not have too."""
    for element in root.iter():
        kind = _local(element.tag)
        if kind not in _RUNS and (element.text or "").strip():
            yield Piece(f"{name}, {kind}", element.text or "")
        if (element.tail or "").strip():
            yield Piece(f"{name}, behind {kind}", element.tail or "")
        for attribute, value in element.attrib.items():
            if _local(attribute) in _TOLD or value.strip() not in _paper():
                yield Piece(f"{name}, {_local(attribute)} of {kind}", value, False)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


@cache
def _paper() -> frozenset[str]:
    """The values of layout on the empty paper: one of its styles may be called as somebody is."""
    with zipfile.ZipFile(BytesIO(blank())) as archive:
        roots = [fromstring(archive.read(name)) for name in archive.namelist()]
    return _FIELDS | {value for root in roots for element in root.iter() for value in element.attrib.values()}
