"""Word documents: every word that a reader would see, wherever Word keeps it."""

from __future__ import annotations

import io
import zipfile

from docx import Document

from minutes.reading import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def document(body: str) -> bytes:
    """The smallest archive that holds a document: no styles, no settings, as old Teams writes it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def turns(data: bytes) -> list[tuple[str | None, float | None, str]]:
    return [(turn.speaker, turn.start, turn.text) for turn in read(data, name="x.docx").turns]


def test_content_controls_tables_insertions_and_links_are_read_and_deletions_are_not() -> None:
    inserted = "<w:ins><w:r><w:t>in</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
    body = (
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{paragraph('Ann: in a control')}</w:sdtContent></w:sdt>"
        f"<w:tbl><w:tr><w:tc>{paragraph('Bob: in a table')}</w:tc></w:tr></w:tbl>"
        f"<w:p><w:r><w:t>Eve: </w:t></w:r>{inserted}</w:p>"
        "<w:p><w:hyperlink><w:r><w:t>Kim: linked</w:t></w:r></w:hyperlink></w:p>"
    )
    assert turns(document(body)) == [
        ("Ann", None, "in a control"),
        ("Bob", None, "in a table"),
        ("Eve", None, "in"),
        ("Kim", None, "linked"),
    ]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('Bob: in a box')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = f"<w:p><w:r><w:t>Ann: above</w:t>{both}</w:r></w:p>{paragraph('Eve: below')}"
    assert turns(document(body)) == [("Ann", None, "above"), ("Bob", None, "in a box"), ("Eve", None, "below")]


def test_breaks_and_tabs() -> None:
    body = (
        "<w:p><w:r><w:t>Ann</w:t><w:tab/><w:t>0:03</w:t><w:br/><w:t>hi</w:t><w:cr/><w:t>there</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Bob</w:t><w:tab/><w:t>0:09</w:t><w:br/><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t></w:r></w:p>"
    )
    assert turns(document(body)) == [("Ann", 3, "hi there"), ("Bob", 9, "well-known")]


def test_a_table_with_columns_is_read_by_its_columns() -> None:
    page = Document()
    page.add_paragraph("Call of Tuesday")
    table = page.add_table(rows=0, cols=3)
    for row in (("Start", "Speaker", "Transcription"), ("0:03", "Ann", "Hello: all."), ("0:09", "Bob", "Hi.")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    page.save(out)
    assert turns(out.getvalue()) == [("Ann", 3, "Hello: all."), ("Bob", 9, "Hi.")]


def test_the_title_of_the_document_is_used_but_not_that_of_its_template() -> None:
    titles = []
    for title in ("Tenants, May", "Word Document"):
        page = Document()
        page.core_properties.title = title
        page.add_paragraph("Ann: hi")
        page.add_paragraph("Bob: ho")
        out = io.BytesIO()
        page.save(out)
        titles.append(read(out.getvalue()).title)
    assert titles == ["Tenants, May", None]


def test_entities_are_not_followed() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        doctype = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        body = f"{paragraph('Ann: &x;hi')}{paragraph('Bob: ho')}"
        file.writestr("word/document.xml", f"{doctype}<w:document {W}><w:body>{body}</w:body></w:document>")
    assert turns(out.getvalue()) == [("Ann", None, "hi"), ("Bob", None, "ho")]


def test_a_table_beside_speech_with_names_and_times_is_no_speech() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('saved by')}</w:tc><w:tc>{paragraph('Kim Poe')}</w:tc></w:tr></w:tbl>"
    said = ("Ann Lee  0:03", "hello", "Bob  0:09", "well")
    data = document("".join(map(paragraph, said)) + table)
    assert turns(data) == [("Ann Lee", 3, "hello"), ("Bob", 9, "well")]
    assert read(data).remarks == ("2 lines of tables beside the speech were left out.",)
