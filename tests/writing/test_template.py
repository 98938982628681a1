"""A group's own Word file: its styles, margins and letterhead come along, and nothing else of it."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt
from lxml import etree

from minutes.checking.sheets import parse
from minutes.errors import BrokenFile, InputError, MinutesError, NotFound
from minutes.model import Recap
from minutes.writing import layout, render
from minutes.writing.outline import outline

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Change = Callable[[str], str]


def made(*edits: Callable[[Any], object]) -> bytes:
    """A Word file as a person makes one."""
    document = Document()
    for edit in edits:
        edit(document)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(held: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return file.getvalue()


def changed(data: bytes, name: str, change: Change) -> bytes:
    held = parts(data)
    after = change(held[name].decode())
    assert after.encode() != held[name]
    return packed({**held, name: after.encode()})


def picture() -> BytesIO:
    """A red point as a PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0\xb4\x1e\x3c")
    return BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b""))


def letterhead(document: Any) -> None:
    line = document.sections[0].header.paragraphs[0]
    line.add_run().add_picture(picture(), width=Cm(3))
    line.add_run("Riverside Friends, 12 Mill Lane")


@pytest.fixture
def written(rich: Recap, tmp_path: Path) -> Callable[..., bytes]:
    """The page of the rich recap in the styles of a template."""

    def write(template: bytes, **wishes: Any) -> bytes:
        (tmp_path / "ours.docx").write_bytes(template)
        page = render(rich, "docx", layout(template=tmp_path / "ours.docx", **wishes))
        assert (tmp_path / "ours.docx").read_bytes() == template
        assert page == render(rich, "docx", layout(template=tmp_path / "ours.docx", **wishes))
        return page

    return write


Written = Callable[..., bytes]


def test_the_styles_of_the_template_are_taken_and_ours_where_it_has_none(written: Written) -> None:
    def styled(document: Any) -> None:
        document.styles["Heading 1"].font.size = Pt(33)
        document.styles["Normal"].font.name = "Georgia"

    page = Document(BytesIO(written(made(styled))))
    assert page.styles["Heading 1"].font.size == Pt(33)
    assert page.styles["Normal"].font.name == "Georgia"
    assert page.styles["Fact"].base_style == page.styles["Normal"]
    assert {"Mark", "Table Text", "Reference", "Minutes Table", "Quote Credit"} <= {one.name for one in page.styles}


def test_every_style_in_use_is_in_the_file_whatever_the_template_calls_it(written: Written) -> None:
    foreign = changed(made(), "word/styles.xml", lambda text: text.replace('"Heading1"', '"berschrift1"'))
    foreign = changed(foreign, "word/styles.xml", lambda text: text.replace('"heading 1"', '"Heading 1"'))
    held = parts(written(foreign))
    styles = etree.fromstring(held["word/styles.xml"])
    known = [style.get(f"{W}styleId") for style in styles.iter(f"{W}style")]
    names = [str(name.get(f"{W}val")).casefold() for name in styles.iter(f"{W}name")]
    used = {
        style.get(f"{W}val")
        for name, data in held.items()
        if name.startswith("word/") and name.endswith(".xml")
        for style in etree.fromstring(data).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}link")
    }
    assert used <= set(known)
    assert "berschrift1" in used
    assert len(known) == len(set(known))
    assert len(names) == len(set(names))


def test_a_style_of_another_kind_by_our_name_takes_nothing_from_us(written: Written, rich: Recap) -> None:
    note = written(made(lambda document: document.styles.add_style("Note", WD_STYLE_TYPE.PARAGRAPH)))
    assert parse(note, "page.docx").blocks == outline(rich).blocks


def test_a_list_is_a_list_with_bullets_of_the_template_or_ours(written: Written) -> None:
    def bulletless(document: Any) -> None:
        properties = document.styles["List Bullet"].element.pPr
        properties.remove(properties.numPr)

    for template in (
        made(),
        made(bulletless),
        changed(made(), "word/styles.xml", lambda text: text.replace("List B", "B")),
    ):
        page = Document(BytesIO(written(template)))
        numbers = page.part.numbering_part.element
        number = page.styles["List Bullet"].element.pPr.numPr.numId.val
        (kind,) = (one.abstractNumId.val for one in numbers.num_lst if one.numId == number)
        (shape,) = (one for one in numbers.iter(f"{W}abstractNum") if one.get(f"{W}abstractNumId") == str(kind))
        assert shape.find(f"{W}lvl/{W}numFmt").get(f"{W}val") == "bullet"


def test_margins_and_paper_are_the_templates_unless_a_paper_is_wanted(written: Written) -> None:
    def sheet(document: Any) -> None:
        section = document.sections[0]
        section.page_width, section.page_height, section.left_margin = Cm(30), Cm(20), Cm(7)

    for wishes, sides in (({}, (300, 200)), ({"paper": "a4"}, (297, 210)), ({"paper": "letter"}, (279, 216))):
        page = Document(BytesIO(written(made(sheet), **wishes)))
        section = page.sections[0]
        assert (round(section.page_width.mm), round(section.page_height.mm)) == sides
        assert round(section.left_margin.cm) == 7
        width = section.page_width - section.left_margin - section.right_margin
        assert abs(sum(column.width for column in page.tables[0].columns) - width) < 10_000


def test_a_letterhead_is_kept_with_its_picture_and_an_empty_one_is_ours(written: Written, rich: Recap) -> None:
    kept = Document(BytesIO(written(made(letterhead)))).sections[0]
    assert kept.header.paragraphs[0].text == "Riverside Friends, 12 Mill Lane"
    assert len(kept.header.part.package.image_parts) >= 1
    assert not kept.different_first_page_header_footer
    ours = Document(BytesIO(written(made()))).sections[0]
    assert str(rich.group) in ours.header.paragraphs[0].text
    for section in (kept, ours):
        assert [one.get(f"{W}instr") for one in section.footer._element.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


def test_a_footer_of_the_template_stands_on_the_first_page_too(written: Written) -> None:
    def foot(document: Any) -> None:
        document.sections[0].footer.paragraphs[0].text = "Registered charity 123"

    section = Document(BytesIO(written(made(foot)))).sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_footer.paragraphs[0].text == section.footer.paragraphs[0].text == "Registered charity 123"


def test_a_letterhead_of_the_first_page_alone_leaves_the_others_to_us(written: Written, rich: Recap) -> None:
    def first(document: Any) -> None:
        document.sections[0].different_first_page_header_footer = True
        document.sections[0].first_page_header.paragraphs[0].text = "Riverside Friends"

    section = Document(BytesIO(written(made(first)))).sections[0]
    assert section.first_page_header.paragraphs[0].text == "Riverside Friends"
    assert rich.title in section.header.paragraphs[0].text


def test_nothing_else_of_the_template_comes_along(written: Written) -> None:
    def secrets(document: Any) -> None:
        document.core_properties.author = document.core_properties.comments = "SECRET"
        line = document.add_paragraph("SECRET in the body")
        document.add_comment(line.runs, "SECRET in a comment", author="SECRET")

    template = parts(made(secrets, letterhead))
    template["word/vbaProject.bin"] = b"SECRET"
    template["docProps/custom.xml"] = b"<SECRET/>"
    page = parts(written(packed(template)))
    assert [name for name, data in page.items() if b"SECRET" in data] == []
    allowed = ("[Content_Types].xml", "_rels/", "docProps/app.xml", "docProps/core.xml", "word/", "docProps/_rels")
    assert [name for name in page if not name.startswith(allowed)] == []
    assert [name for name in page if "vba" in name or "thumb" in name or "custom" in name] == []


@pytest.mark.parametrize("kind", ["template.main+xml", "document.macroEnabled.main+xml"])
def test_a_word_template_is_a_template_as_well(written: Written, rich: Recap, kind: str) -> None:
    other = changed(made(), "[Content_Types].xml", lambda text: text.replace("document.main+xml", kind))
    page = written(other)
    assert parse(page, "page.docx").blocks == outline(rich).blocks
    assert kind not in parts(page)["[Content_Types].xml"].decode()


def in_header(inside: str) -> bytes:
    """A template with something in its header."""
    head = made(lambda document: document.sections[0].header.paragraphs[0].add_run("Ours"))
    (name,) = (name for name in parts(head) if name.startswith("word/header"))
    return changed(head, name, lambda text: text.replace("<w:r>", f"{inside}<w:r>", 1))


def related(kind: str, target: str) -> bytes:
    """A template whose header leads out of the file."""
    head = in_header("<w:r/>")
    (name,) = (name.rpartition("/")[2] for name in parts(head) if name.startswith("word/header"))
    space = "http://schemas.openxmlformats.org"
    rel = f'<Relationship Id="rId9" Type="{space}/officeDocument/2006/relationships/{kind}" Target="{target}"'
    rels = f'<Relationships xmlns="{space}/package/2006/relationships">{rel} TargetMode="External"/></Relationships>'
    return packed({**parts(head), f"word/_rels/{name}.rels": rels.encode()})


def bomb() -> bytes:
    return packed({**parts(made()), "word/bomb.xml": b"\0" * 210_000_000})


def narrow(document: Any) -> None:
    document.sections[0].left_margin = document.sections[0].right_margin = Cm(10)


REFUSED: dict[str, tuple[Callable[[], bytes], type[MinutesError], str]] = {
    "no archive": (lambda: b"plain text", BrokenFile, "a damaged or locked Word file; save it again"),
    "locked": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99, BrokenFile, "a damaged or locked Word file"),
    "empty": (lambda: b"", BrokenFile, "a damaged or locked Word file"),
    "another archive": (lambda: packed({"a.txt": b"a"}), BrokenFile, "no Word document, or a damaged one"),
    "cut": (lambda: made()[:-900], BrokenFile, "a damaged or locked Word file"),
    "no xml": (
        lambda: packed({**parts(made()), "word/styles.xml": b"<w:styles"}),
        BrokenFile,
        "no Word document, or a damaged one",
    ),
    "strict": (
        lambda: changed(
            made(),
            "word/document.xml",
            lambda text: text.replace(W[1:-1], "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        ),
        InputError,
        "no Word document in the usual form; save it as Word document (.docx)",
    ),
    "a bomb": (bomb, BrokenFile, "unpacks to more than any page needs"),
    "too large": (lambda: b"x" * 30_000_001, InputError, "30,000,001 bytes, and a template may have 30,000,000"),
    "no room": (lambda: made(narrow), InputError, "its margins leave no room for a page; make them smaller"),
    "a field": (
        lambda: in_header('<w:fldSimple w:instr=" INCLUDEPICTURE http://example.org/x.png "/>'),
        InputError,
        "it holds a field of an unusual kind (INCLUDEPICTURE)",
    ),
    "a field in pieces": (
        lambda: in_header(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE</w:instrText></w:r>'
            "<w:r><w:instrText>AUTO c:\\x</w:instrText></w:r>"
        ),
        InputError,
        "it holds a field of an unusual kind (DDEAUTO)",
    ),
    "a tracked change": (lambda: in_header('<w:ins w:author="Jo"/>'), InputError, "it holds tracked changes"),
    "a picture elsewhere": (
        lambda: related("image", "http://example.org/x.png"),
        InputError,
        "it holds something else than text and pictures of its own (image)",
    ),
    "a link that runs": (
        lambda: related("hyperlink", "javascript:alert(1)"),
        InputError,
        "it holds something else than text and pictures of its own (hyperlink)",
    ),
    "an object": (
        lambda: related("oleObject", "file:///x"),
        InputError,
        "it holds something else than text and pictures of its own (oleObject)",
    ),
    "a document type": (
        lambda: changed(
            made(),
            "word/theme/theme1.xml",
            lambda text: text.replace("<a:theme", "<!DOCTYPE a [<!ENTITY b 'c'>]><a:theme", 1),
        ),
        BrokenFile,
        "has a document type, as no word processor writes",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_template_is_refused_in_a_line(tmp_path: Path, case: str) -> None:
    data, kind, told = REFUSED[case]
    (tmp_path / "ours.docx").write_bytes(data())
    with pytest.raises(kind) as raised:
        layout(template=tmp_path / "ours.docx")
    assert str(raised.value).startswith(f"ours.docx: {told}")
    assert str(raised.value).isprintable()


def test_a_template_that_is_not_there_is_told(tmp_path: Path) -> None:
    for path, told in ((tmp_path / "none.docx", "none.docx: no such file"), (tmp_path, "a folder, not a file")):
        with pytest.raises(NotFound, match=told):
            layout(template=path)


def test_a_link_to_a_page_is_kept(written: Written) -> None:
    page = parts(written(related("hyperlink", "https://example.org/us")))
    assert any(b"https://example.org/us" in data for name, data in page.items() if name.endswith(".rels"))


@pytest.mark.parametrize("template", [made(), made(letterhead)], ids=["plain", "letterhead"])
def test_the_page_comes_back_as_it_was_written(written: Written, rich: Recap, template: bytes) -> None:
    assert parse(written(template), "page.docx").blocks == outline(rich).blocks
    short = written(template, style="short", evidence="references")
    assert parse(short, "page.docx").blocks == outline(rich, layout(style="short", evidence="references")).blocks
