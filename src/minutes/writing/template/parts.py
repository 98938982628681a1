"""Single parts of a template carried over: text and pictures of its own, and nothing that acts or leads elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from minutes.errors import BrokenFile, InputError
from minutes.writing.package import AGAIN
from minutes.writing.plain import link

if TYPE_CHECKING:
    from lxml.etree import _Element

Element: TypeAlias = "_Element"
# What python-docx makes; its own types are not at hand before it is imported.
Draft: TypeAlias = Any
Package: TypeAlias = Any
Part: TypeAlias = Any
Section: TypeAlias = Any
Style: TypeAlias = Any
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "DATE", "TIME", "TITLE", "SUBJECT", "STYLEREF"))
"""What a word processor may fill in: nothing that is fetched from another file or from the network."""


def tree(data: bytes) -> Element:
    """A part as a tree; its parser follows no entity and reaches for no network."""
    from docx.oxml import parse_xml

    root: Element = parse_xml(data)
    if root.getroottree().docinfo.internalDTD is not None:
        raise BrokenFile("has a document type, as no word processor writes", todo=AGAIN)
    return root


class Carrier:
    """Copies parts into the package of the page, each picture once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._pictures: dict[str, Part] = {}

    def carried(self, part: Part, name: str | None = None) -> Part:
        """The part, under another name if need be, with its pictures and its links to pages and mail addresses.

        Raises:
            InputError: it holds what is neither text nor a picture in the file.
        """
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from lxml.etree import tostring

        root = tree(part.blob)
        harmless(root)
        data = tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        copy = Part(PackURI(name or part.partname), part.content_type, data, self._package)
        self.related(part, copy)
        return copy

    def related(self, part: Part, copy: Part) -> None:
        """Leads the copy of a part to the same pictures and links."""
        for rel in part.rels.values():
            kind = rel.reltype.rpartition("/")[2]
            if kind == "image" and not rel.is_external:
                copy.load_rel(rel.reltype, self._picture(rel.target_part), rel.rId)
            elif kind == "hyperlink" and rel.is_external and link(rel.target_ref):
                copy.load_rel(rel.reltype, rel.target_ref, rel.rId, is_external=True)
            else:
                told = f"it holds something else than text and pictures of its own ({kind})"
                raise InputError(told, todo="take that out, or paste it as a picture")

    def _picture(self, theirs: Part) -> Part:
        from docx.opc.part import Part

        if not theirs.content_type.startswith("image/"):
            raise InputError(f"a picture of an unknown kind ({theirs.content_type})", todo="paste it as PNG or JPEG")
        name = str(theirs.partname)
        if name not in self._pictures:
            self._pictures[name] = Part(theirs.partname, theirs.content_type, theirs.blob, self._package)
        return self._pictures[name]


def harmless(root: Element) -> None:
    """Nothing, if a part holds no field that fetches anything, and no name of whoever changed it; else InputError."""
    for instruction in _instructions(root):
        name = (instruction.split() or [""])[0].upper()
        if name not in _FIELDS:
            raise InputError(f"it holds a field of an unusual kind ({name})", todo="take that out, or write it as text")
    if any(f"{W}author" in element.attrib for element in root.iter()):
        raise InputError("it holds tracked changes", todo="accept or reject them in a word processor")
    for bound in list(root.iter(f"{W}dataBinding")):  # to properties, which do not come along
        parent = bound.getparent()
        if parent is not None:
            parent.remove(bound)


def _instructions(root: Element) -> list[str]:
    """What the fields are to show; a field may be written in pieces."""
    found = []
    for element in root.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"):
        if element.tag == f"{W}fldSimple":
            found.append(str(element.get(f"{W}instr", "")))
        elif element.get(f"{W}fldCharType") == "begin":
            found.append("")
        elif element.tag == f"{W}instrText":
            found = [*found[:-1], "".join([*found[-1:], element.text or ""])]
    return found
