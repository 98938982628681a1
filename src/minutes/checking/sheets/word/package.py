"""A Word file as its parts: each a tree, none of which reaches for anything outside of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from minutes.errors import BrokenFile, UnknownFormat
from minutes.writing.package import AGAIN, archive
from minutes.writing.shares import is_drawn

if TYPE_CHECKING:
    from lxml.etree import _Element

Element: TypeAlias = "_Element"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DOCUMENT = "word/document.xml"


class Package(NamedTuple):
    """What a Word file holds."""

    trees: Mapping[str, Element]
    """The parts in XML by their names."""
    others: tuple[str, ...]
    """The names of all other parts: files within the file, and pictures that are no bars of ours."""
    comment: str
    """What the archive says of itself."""

    @property
    def body(self) -> Element:
        """What the pages show."""
        body = self.trees[DOCUMENT].find(f"{W}body")
        if body is None:
            raise BrokenFile("a document without a body", place=DOCUMENT, todo=AGAIN)
        return body

    def parts(self, start: str) -> Iterator[Element]:
        """The trees of the parts whose names begin like this, in their order."""
        yield from (tree for name, tree in sorted(self.trees.items()) if name.startswith(start))


def opened(data: bytes) -> Package:
    """The parts of the file; raises where it is another kind of archive, or damaged."""
    with archive(data) as package:
        names = [part.filename for part in package.infolist() if not part.is_dir()]
        if DOCUMENT not in names:
            raise UnknownFormat("an archive that holds no Word document", todo="save the page as .docx")
        told = package.comment.decode("utf-8", "replace")
        held = {name: package.read(name) for name in names if name.endswith((".xml", ".rels"))}
        bars = {name for name in names if name.endswith(".png") and is_drawn(package.read(name))}
    trees = {name: _tree(name, part) for name, part in held.items()}
    return Package(trees, tuple(sorted(set(names) - set(trees) - bars)), told)


def everything(tree: Element) -> Iterator[str]:
    """All that a tree says, in elements and in attributes."""
    for element in tree.iter():
        if isinstance(element.tag, str):
            yield from map(str, element.attrib.values())
        yield element.text or ""
        yield element.tail or ""


def _tree(name: str, part: bytes) -> Element:
    from lxml.etree import LxmlError, XMLParser, XMLSyntaxError, fromstring

    try:
        tree: Element = fromstring(part, XMLParser(resolve_entities=False))
    except XMLSyntaxError as error:
        raise BrokenFile("damaged", place=f"{name}, line {error.lineno}", todo=AGAIN) from None
    except (LxmlError, ValueError):
        raise BrokenFile("damaged", place=name, todo=AGAIN) from None
    if tree.getroottree().docinfo.internalDTD is not None:
        raise BrokenFile("has a document type, as no word processor writes", place=name, todo=AGAIN)
    return tree
