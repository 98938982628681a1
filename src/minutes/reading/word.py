"""Word documents: every paragraph in order, wherever Word keeps it, then the grammar of texts."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from minutes.errors import BrokenFile, NotATranscript
from minutes.reading import blocks, headers, sheets
from minutes.reading.base import Draft, Page, Reader, counted
from minutes.reading.decoding import clean
from minutes.reading.limits import Limits, refuse_over

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset(
    (f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_W}sdtPr", f"{_W}pPr", f"{_W}rPr", _ALTERNATE)
)
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}ptab": "\t"}
_RATIO = 200
_PARTS = 5_000
_OTHERS = (
    ("xl/workbook.xml", "an Excel file", "save the sheet as .csv"),
    ("ppt/presentation.xml", "a PowerPoint file", "export the transcript as .docx or .txt"),
    ("content.xml", "an OpenDocument file", "save it as .docx"),
    ("META-INF/container.xml", "an e-book", "save it as .txt"),
)


def sniff(page: Page) -> float:
    """Any zip archive comes here, as Word files are such; what is none is refused with its name."""
    return 0.9 if page.data.startswith(b"PK\x03\x04") else 0.0


def parse(page: Page) -> Draft:
    """The speech of the document's paragraphs, or of its widest table where that has a column of speakers."""
    _check(page.data, page.limits)
    body = _xml(page.data, "word/document.xml")
    rows = max(_tables(body), key=len, default=[])
    draft = sheets.draft_of_rows(rows) if len(rows) > 1 else None
    if draft is None:
        draft = _running(body, page.people)
    return draft._replace(title=draft.title or _title(page.data))


def _running(body: _Element, people: tuple[str, ...]) -> Draft:
    """The speech of the paragraphs; without the tables, where all who speak with times stand outside of them."""
    whole = blocks.draft(_lines(body), people)
    beside = [line for table in _unhidden(body, f"{_W}tbl") for line in _lines(table)]
    if not any(beside):
        return whole
    outside = blocks.draft(_lines(body, without=f"{_W}tbl"), people)
    timed = sum(said.start is not None and said.speaker is not None for said in outside.said)
    if timed < 2 or timed * 2 < len(outside.said) or any(said.speaker for said in blocks.draft(beside, people).said):
        return whole
    told = counted(sum(map(bool, beside)), "line", "of tables beside the speech were left out.")
    return outside._replace(remarks=outside.remarks + told)


def _lines(root: _Element, without: str = "") -> list[str]:
    """The lines of all paragraphs with a blank one below each."""
    return [line for paragraph in _paragraphs(root, without) for line in (*paragraph.split("\n"), "")]


def _check(data: bytes, limits: Limits) -> None:
    """Raises for what is no Word file and for archives that unpack to far more than they hold."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            kinds = (
                archive.read("[Content_Types].xml")[:100_000] if "[Content_Types].xml" in archive.namelist() else b""
            )
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, RuntimeError):
        raise BrokenFile("a damaged or cut Word or zip file", todo="save or download it again") from None
    names = {part.filename for part in parts}
    if "word/document.xml" not in names or b"spreadsheetml.sheet.main" in kinds:
        names |= {"xl/workbook.xml"} if b"spreadsheetml.sheet.main" in kinds else set()
        found = next(((what, todo) for name, what, todo in _OTHERS if name in names), None)
        if found is None and any(name.startswith("word/") or name == "[Content_Types].xml" for name in names):
            raise BrokenFile("a Word file without its document part", todo="save it again in Word")
        what, todo = found or ("a zip archive", "unpack it first")
        raise NotATranscript(f"looks like {what}, not a transcript", todo=todo)
    size = sum(part.file_size for part in parts)
    worst = max(part.file_size / max(part.compress_size, 1) for part in parts if part.filename.endswith(".xml"))
    refuse_over("unpacked", size, limits)
    if (worst > _RATIO and size > 1_000_000) or len(parts) > _PARTS:
        told = f"unpacks to {size / 1e6:,.0f} MB in {len(parts)} parts, {worst:,.0f} times its size at worst"
        limit = f"{_PARTS} parts and {_RATIO} times"
        raise NotATranscript(f"{told}; the limits are {limit}", todo="export the transcript as .txt")
    if any(part.flag_bits & 1 for part in parts):
        raise NotATranscript("password protected", todo="save it without a password")


def _xml(data: bytes, part: str) -> _Element:
    """A part of the document as a tree; its parser follows no entity and reaches for no network."""
    from docx.oxml import parse_xml
    from lxml.etree import LxmlError

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            root: _Element = parse_xml(archive.read(part))
    except (LxmlError, ValueError, OSError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        raise BrokenFile(f"a damaged Word file ({type(error).__name__})", todo="save it again in Word") from None
    return root


def _title(data: bytes) -> str | None:
    """The title in the document's properties, where it has one of its own."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if "docProps/core.xml" not in archive.namelist():
            return None
    found = _xml(data, "docProps/core.xml").find("{http://purl.org/dc/elements/1.1/}title")
    title = clean(found.text or "").strip() if found is not None else ""
    return headers.titled(title) if title and title not in ("Word Document", "Document") else None


def _paragraphs(body: _Element, without: str = "") -> Iterator[str]:
    """The text of each paragraph in the order of the document; a text box comes after the paragraph that holds it."""
    for paragraph in _unhidden(body, f"{_W}p", without):
        yield clean("".join(_pieces(paragraph))).rstrip()


def _unhidden(root: _Element, tag: str, without: str = "") -> Iterator[_Element]:
    """The elements of a tag that are not deleted, not a second copy for old programs, and not in another tag."""
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag in _SKIPPED or element.tag == without:
            continue
        if element.tag == tag and element is not root:
            yield element
        stack.extend(reversed(element))


def _pieces(paragraph: _Element) -> Iterator[str]:
    """The text, tabs and breaks of a paragraph, without paragraphs inside it."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _SKIPPED or element.tag == f"{_W}p":
            continue
        if element.tag == f"{_W}t":
            yield (element.text or "") + "".join(entity.tail or "" for entity in element)
        elif element.tag in _MARKS:
            yield _MARKS[str(element.tag)]
        else:
            stack.extend(reversed(element))


def _tables(body: _Element) -> Iterator[list[list[str]]]:
    """Each table as rows of cells."""
    for table in _unhidden(body, f"{_W}tbl"):
        rows = _unhidden(table, f"{_W}tr")
        yield [["\n".join(_paragraphs(cell)).strip() for cell in _unhidden(row, f"{_W}tc")] for row in rows]


READER = Reader(
    "word",
    (".docx", ".docm"),
    "Word documents: Teams (both kinds), Google Meet, Otter, Rev, tables, typed notes",
    sniff,
    parse,
    unverified=("Google Meet", "Otter", "Teams (new)"),
)
