"""PDF documents: the lines of the pages without what stands at their edges; plain words where the extra is missing."""

from __future__ import annotations

import sys
import zlib

import pytest

from minutes.errors import BrokenFile, NotATranscript
from minutes.reading import Limits, read


def pdf(*pages: list[str], packed: bool = False) -> bytes:
    """A small PDF with these lines on its pages."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>"]
    kids = []
    for lines in pages:
        shown = "".join(f"BT /F 10 Tf 50 {780 - 14 * at} Td ({line}) Tj ET\n" for at, line in enumerate(lines)).encode()
        body = zlib.compress(shown) if packed else shown
        kind = b"/Filter/FlateDecode" if packed else b""
        objects.append(b"<</Length %d%s>>stream\n%s\nendstream" % (len(body), kind, body))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>"
            % len(objects)
        )
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, len(out),
    )  # fmt: skip


PAGES = (
    ["Weekly call", "Ann: Hello all, here is", "the plan.", "Bob: Thanks.", "Ann: So we begin.", "Page 1"],
    ["Weekly call", "Bob: I will send it.", "Ann: Good, and then", "we are done.", "Bob: Bye.", "Page 2"],
)


@pytest.mark.parametrize("packed", [False, True])
def test_pages_are_read_without_their_edges(packed: bool) -> None:
    found = read(pdf(*PAGES, packed=packed), name="call.pdf")
    assert [(turn.speaker, turn.text) for turn in found.turns] == [
        ("Ann", "Hello all, here is the plan."),
        ("Bob", "Thanks."),
        ("Ann", "So we begin."),
        ("Bob", "I will send it."),
        ("Ann", "Good, and then we are done."),
        ("Bob", "Bye."),
    ]
    assert "4 lines at the edge of pages were left out." in found.remarks


def test_a_pdf_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(NotATranscript, match="without text"):
        read(pdf([]))
    with pytest.raises(BrokenFile, match="damaged"):
        read(b"%PDF-1.4\nnothing")
    with pytest.raises(NotATranscript, match="the limit is 100"):
        read(pdf(*PAGES, packed=True), limits=Limits(unpacked=100))


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfminer.high_level", None)
    with pytest.raises(NotATranscript, match=r"pip install 'minutes\[pdf\]'"):
        read(pdf(*PAGES))
