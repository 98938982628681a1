"""A group's own Word file → an empty paper with its styles, its margins and its letterhead, and nothing else of it."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

from minutes.errors import BrokenFile, InputError, MinutesError
from minutes.writing.files import get
from minutes.writing.package import AGAIN, archive, blank, packed
from minutes.writing.template import letterhead, lists
from minutes.writing.template.parts import Carrier, Part, Section, W, tree
from minutes.writing.template.styles import merged

_LARGEST = 30_000_000
"""Bytes of a template: some large pictures."""
_NARROWEST = 2_000_000
"""English metric units that the margins have to leave, which is some 5 cm."""


def load(path: str | os.PathLike[str]) -> bytes:
    """The paper that the Word file gives; raises NotFound, BrokenFile or InputError, with its name."""
    try:
        return paper(get(path))
    except MinutesError as error:
        raise error.at(Path(path).name) from None


def paper(data: bytes) -> bytes:
    """An empty Word file in which a page is written as the template would have it."""
    from docx.opc.exceptions import OpcError
    from docx.opc.package import OpcPackage
    from lxml.etree import LxmlError

    if len(data) > _LARGEST:
        raise InputError(f"{len(data):,} bytes, and a template may have {_LARGEST:,}", todo="make its pictures smaller")
    try:
        with archive(data):
            return _papered(OpcPackage.open(BytesIO(data)).main_document_part)
    except (OpcError, LxmlError, LookupError, AttributeError, TypeError, RecursionError):
        raise BrokenFile("no Word document, or a damaged one", todo=AGAIN) from None


def _papered(theirs: Part) -> bytes:
    from docx import Document
    from docx.opc.constants import RELATIONSHIP_TYPE as KINDS

    document = Document(BytesIO(blank()))
    by_kind = {rel.reltype: rel.target_part for rel in theirs.rels.values() if not rel.is_external}
    carrier = Carrier(document.part.package)
    if tree(theirs.blob).tag != f"{W}document":
        raise InputError("no Word document in the usual form", todo="save it as Word document (.docx)")
    if KINDS.NUMBERING in by_kind:
        lists.joined(document, carrier, by_kind[KINDS.NUMBERING])
    if KINDS.STYLES in by_kind:
        merged(tree(by_kind[KINDS.STYLES].blob), document.styles.element)
    lists.bulleted(document)
    if KINDS.THEME in by_kind:
        document.part.relate_to(carrier.carried(by_kind[KINDS.THEME]), KINDS.THEME)
    letterhead.put(document, carrier, theirs, by_kind.get(KINDS.SETTINGS))
    _refuse_narrow(document.sections[0])
    file = BytesIO()
    document.save(file)
    return packed(file.getvalue())


def _refuse_narrow(section: Section) -> None:
    left = section.page_width - section.left_margin - section.right_margin - section.gutter
    if left < _NARROWEST:
        raise InputError("its margins leave no room for a page", todo="make them smaller")
