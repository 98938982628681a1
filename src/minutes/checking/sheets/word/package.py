"""A Word file as its parts: each a tree, none of which reaches for anything outside of the file."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from minutes.errors import BrokenFile, UnknownFormat

if TYPE_CHECKING:
    from lxml.etree import _Element

Element: TypeAlias = "_Element"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DOCUMENT = "word/document.xml"
_UNPACKED = 200_000_000
"""Bytes that a file may unpack to."""
_AGAIN = "save it again in a word processor"


class Package(NamedTuple):
    """What a Word file holds."""

    trees: Mapping[str, Element]
    """The parts in XML by their names."""
    others: tuple[str, ...]
    """The names of all other parts: pictures, files within the file."""
    comment: str
    """What the archive says of itself."""

    @property
    def body(self) -> Element:
        """What the pages show."""
        body = self.trees[DOCUMENT].find(f"{W}body")
        if body is None:
            raise BrokenFile("a document without a body", place=DOCUMENT, todo=_AGAIN)
        return body

    def parts(self, start: str) -> Iterator[Element]:
        """The trees of the parts whose names begin like this, in their order."""
        yield from (tree for name, tree in sorted(self.trees.items()) if name.startswith(start))


def opened(data: bytes) -> Package:
    """The parts of the file; raises where it is another kind of archive, or damaged."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = [part.filename for part in archive.infolist() if not part.is_dir()]
            _refuse(archive, names)
            told = archive.comment.decode("utf-8", "replace")
            held = {name: archive.read(name) for name in names if name.endswith((".xml", ".rels"))}
    except (BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, RuntimeError, EOFError):
        raise BrokenFile("a damaged or locked Word file", todo=_AGAIN) from None
    trees = {name: _tree(name, part) for name, part in held.items()}
    return Package(trees, tuple(sorted(set(names) - set(trees))), told)


def everything(tree: Element) -> Iterator[str]:
    """All that a tree says, in elements and in attributes."""
    for element in tree.iter():
        if isinstance(element.tag, str):
            yield from map(str, element.attrib.values())
        yield element.text or ""
        yield element.tail or ""


def _refuse(archive: ZipFile, names: list[str]) -> None:
    if DOCUMENT not in names:
        raise UnknownFormat("an archive that holds no Word document", todo="save the page as .docx")
    if len(set(names)) < len(names):
        raise BrokenFile("a part that stands there twice", todo=_AGAIN)
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in archive.infolist()):
        raise BrokenFile("packed as no word processor does", todo=_AGAIN)
    if sum(part.file_size for part in archive.infolist()) > _UNPACKED:
        raise BrokenFile("unpacks to more than any page needs", todo=_AGAIN)


def _tree(name: str, part: bytes) -> Element:
    from lxml.etree import LxmlError, XMLParser, XMLSyntaxError, fromstring

    try:
        tree: Element = fromstring(part, XMLParser(resolve_entities=False))
    except XMLSyntaxError as error:
        raise BrokenFile("damaged", place=f"{name}, line {error.lineno}", todo=_AGAIN) from None
    except (LxmlError, ValueError):
        raise BrokenFile("damaged", place=name, todo=_AGAIN) from None
    if tree.getroottree().docinfo.internalDTD is not None:
        raise BrokenFile("has a document type, as no word processor writes", place=name, todo=_AGAIN)
    return tree
