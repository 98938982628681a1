"""Word: real headings, lists, links and tables, our own properties, and every word a text."""

from datetime import date, datetime
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

from docx import Document
from hypothesis import given, settings
from lxml import etree

from minutes.model import Recap, Series
from minutes.writing import render
from minutes.writing.plain import link, plain
from writing.filled import TEXTS, URLS, filled

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(recap: Recap | Series) -> Any:
    return Document(BytesIO(render(recap, "docx")))


def parts(recap: Recap | Series) -> dict[str, bytes]:
    with ZipFile(BytesIO(render(recap, "docx"))) as file:
        return {name: file.read(name) for name in file.namelist()}


def lines(document: Any) -> list[str]:
    """The text of every paragraph, in tables and the margin too."""
    margin = (line for comment in document.comments for line in comment.paragraphs)
    found = [*document.element.body.iter(f"{W}p"), *(line._p for line in margin)]
    return ["".join(piece.text or "" for piece in line.iter(f"{W}t")) for line in found]


@settings(max_examples=25, deadline=None)
@given(TEXTS, URLS)
def test_nothing_said_becomes_markup_a_field_or_a_strange_link(text: str, url: str) -> None:
    document = opened(filled(text, url))
    fields = [field.get(f"{W}instr") for field in document.element.iter(f"{W}fldSimple", f"{W}instrText")]
    targets = [found.target_ref for found in document.part.rels.values() if found.is_external]
    assert fields == []
    assert set(targets) == ({link(url)} if link(url) else set())
    assert sum(plain(text) in line for line in lines(document)) >= 30
    around = [place._element for section in document.sections for place in (section.header, section.footer)]
    counted = [field.get(f"{W}instr") for place in around for field in place.iter(f"{W}fldSimple", f"{W}instrText")]
    assert set(counted) == {"PAGE", "NUMPAGES"}


def test_the_same_recap_gives_the_same_bytes(rich: Recap) -> None:
    assert render(rich, "docx") == render(rich, "docx")
    with ZipFile(BytesIO(render(rich, "docx"))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.namelist() == sorted(file.namelist())
        assert file.namelist()[0] == "[Content_Types].xml"


def test_the_file_speaks_of_the_meeting_and_of_nothing_else(rich: Recap) -> None:
    core = opened(rich).core_properties
    assert (core.author, core.last_modified_by, core.title) == ("minutes", "minutes", rich.title)
    assert core.subject == rich.group
    assert core.language == "en-GB"
    assert core.created == core.modified
    assert isinstance(core.created, datetime)
    assert core.created.date() == date(2024, 2, 11)
    everything = b"".join(parts(rich).values())
    assert b"python-docx" not in everything
    assert b"2013" not in everything
    assert b"<Application>minutes</Application>" in parts(rich)["docProps/app.xml"]
    assert [name for name in parts(rich) if "thumb" in name or "custom" in name] == []


def test_a_meeting_without_a_day_has_no_date_anywhere(empty: Recap) -> None:
    core = opened(empty).core_properties
    assert core.created is None
    assert core.modified is None


def test_a_title_is_capped_where_the_format_caps_it() -> None:
    assert opened(Recap(title="so long " * 99)).core_properties.title == ("so long " * 99)[:255]


def test_headings_are_real_and_leave_no_gap(rich: Recap, series: Series) -> None:
    for made, depth in ((rich, 2), (series, 3)):
        names = [line.style.name for line in opened(made).paragraphs if line.style.name.startswith("Heading")]
        levels = [int(name.split()[1]) for name in names]
        assert levels[0] == 1
        assert max(levels) == depth
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_next_steps_are_a_table_whose_head_is_repeated_and_whose_rows_stay_whole(rich: Recap) -> None:
    table = opened(rich).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["What", "Who", "By when", "Said"]
    assert [cell.text for cell in table.rows[1].cells] == [
        "Send the press list to Salman.",
        "Kambiz",
        "Fri 16 Feb 2024\n“by Friday”",
        "Kambiz, turn 61, 0:47:20",
    ]
    assert [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows] == [True] + [False] * 5
    assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in table.rows)


def test_each_piece_of_evidence_is_a_comment_by_who_said_it(rich: Recap) -> None:
    comments = {comment.text: comment for comment in opened(rich).comments}
    promise = comments["“I'll I'll send you that press list, um, Salman, by Friday.”"]
    assert (promise.author, promise.initials) == ("Kambiz", "K")
    assert promise.timestamp is not None
    assert promise.timestamp.date() == rich.date
    assert comments["“We could rent the church hall for an evening?”"].author == "unnamed speaker"


def test_links_are_links(rich: Recap) -> None:
    found = [
        (piece.text, piece.address)
        for line in opened(rich).paragraphs
        for piece in line.hyperlinks
        if line.style.name == "List Bullet"
    ]
    assert found[0] == ("Job board group", "https://www.linkedin.com/groups/1234567/")
    assert found[-1] == ("press@example.org", "mailto:press@example.org")
    assert len(found) == 4


def test_lists_are_lists(rich: Recap) -> None:
    items = [line for line in opened(rich).paragraphs if line.style.name == "List Bullet"]
    assert len(items) == 2 + 3 + 2 + 1 + 1 + 5 + 2
    assert items[0].style.element.find(f"{W}pPr/{W}numPr") is not None


def test_names_from_right_to_left_are_marked(rich: Recap) -> None:
    turned = {run.text for run in opened(rich).tables[0].rows[5].cells[1].paragraphs[0].runs if run.font.rtl}
    assert turned == {"أمل حداد"}


def test_the_header_names_the_meeting_and_the_footer_counts_the_pages(rich: Recap) -> None:
    section = opened(rich).sections[0]
    assert section.header.paragraphs[0].text == f"{rich.group} · {rich.title}\tSunday 11 February 2024"
    counted = [field.get(f"{W}instr") for field in section.footer._element.iter(f"{W}fldSimple")]
    assert counted == ["PAGE", "NUMPAGES"]
    assert section.first_page_footer.paragraphs[0].text == section.footer.paragraphs[0].text


def test_the_paper_is_a4_and_the_language_is_told(rich: Recap) -> None:
    section = opened(rich).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    styles = etree.fromstring(parts(rich)["word/styles.xml"])
    assert [found.get(f"{W}val") for found in styles.iter(f"{W}lang")] == ["en-GB"]


def test_every_style_in_use_is_in_the_file(series: Series) -> None:
    made = parts(series)
    known = {style.get(f"{W}styleId") for style in etree.fromstring(made["word/styles.xml"]).iter(f"{W}style")}
    used = {
        style.get(f"{W}val")
        for name in ("word/document.xml", "word/comments.xml", "word/header1.xml", "word/footer1.xml")
        for style in etree.fromstring(made[name]).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    }
    assert used <= known
