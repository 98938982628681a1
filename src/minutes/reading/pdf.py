"""PDF documents, with the extra `pdf`: the lines of the pages, then the grammar of texts."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from minutes.errors import BrokenFile, NotATranscript
from minutes.reading import blocks
from minutes.reading.base import Draft, Page, Reader, counted
from minutes.reading.decoding import clean
from minutes.reading.limits import Limits, refuse_over

_NUMBER = re.compile(r"^(?:page )?\d{1,4}(?:(?: of | ?/ ?)\d{1,4})?$", re.IGNORECASE)
_STREAM = re.compile(rb"stream\r?\n(?=[\x08-\x78][\x01-\xfe])")
_DIGITS = re.compile(r"\d+")
_EDGE = 2
"""Lines at the top and at the bottom of a page that may be the same on each."""


def sniff(page: Page) -> float:
    """Sure where the file begins as all such files do."""
    return 0.95 if page.data.startswith(b"%PDF-") else 0.0


def parse(page: Page) -> Draft:
    """The speech of the pages, without what stands at the edge of each."""
    pages = [
        [line.strip() for line in clean(text).split("\n") if line.strip()] for text in _texts(page.data, page.limits)
    ]
    if not any(pages):
        raise NotATranscript("a PDF of pictures without text", todo="ask for the transcript as .docx or .txt")
    kept = _without_edges(pages)
    left = sum(map(len, pages)) - len(kept)
    draft = blocks.draft(kept, page.people)
    return draft._replace(remarks=draft.remarks + counted(left, "line", "at the edge of pages were left out."))


def _texts(data: bytes, limits: Limits) -> Iterator[str]:
    """The text of each page."""
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LTTextContainer
    except ImportError:
        raise NotATranscript("a PDF", todo="install the extra for it with pip install 'minutes[pdf]'") from None
    _weigh(data, limits)
    try:
        for layout in extract_pages(BytesIO(data)):
            yield "".join(box.get_text() for box in layout if isinstance(box, LTTextContainer))
    except RecursionError:
        raise BrokenFile("a PDF that is nested too deeply", todo="export the transcript as .txt") from None
    except Exception as error:  # damaged files raise whatever the place that broke raises: struct, Key, Assertion…
        told = f"a damaged or protected PDF ({type(error).__name__})"
        raise BrokenFile(told, todo="export the transcript as .docx or .txt") from None


def _weigh(data: bytes, limits: Limits) -> None:
    """Raises where the packed streams hold more than may be unpacked; the library itself unpacks whatever comes."""
    size = 0
    for found in _STREAM.finditer(data):
        try:
            packed = data[found.end() : data.find(b"endstream", found.end())]
            size += len(zlib.decompressobj().decompress(packed, limits.unpacked + 1))
        except zlib.error:  # a stream that is packed otherwise, or not at all
            continue
        refuse_over("unpacked", size, limits)


def _without_edges(pages: list[list[str]]) -> list[str]:
    """The lines of all pages without page numbers and without the lines that come back at the edges."""
    edges = Counter(_shape(line) for page in pages for line in {*page[:_EDGE], *page[-_EDGE:]})
    often = {shape for shape, count in edges.items() if count > 1 and count * 2 > len(pages)}
    return [
        line
        for page in pages
        for at, line in enumerate(page)
        if _EDGE <= at < len(page) - _EDGE or not (_NUMBER.match(line) or (len(pages) > 1 and _shape(line) in often))
    ]


def _shape(line: str) -> str:
    """The line with its numbers made one, as they differ from page to page."""
    return _DIGITS.sub("0", line)


READER = Reader("pdf", (".pdf",), "PDF documents, with the extra pdf installed", sniff, parse, verified=False)
