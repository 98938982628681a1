"""How a page is laid out: short or whole, some parts or all, words or references, on which paper."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

import minutes
from minutes.errors import InputError, OutputError
from minutes.model import Recap, Series, State
from minutes.writing import WRITERS, Layout, layout, render
from minutes.writing.blocks import Approval, Block, Heading, Said, Table
from minutes.writing.layout import PARTS
from minutes.writing.outline import changed, outline

WISHES: dict[str, Any] = {
    "style": "short",
    "parts": "decisions",
    "evidence": "references",
    "paper": "letter",
}
SERIES_TITLES = {
    "next_steps": ["What changed since last time", "Next steps by owner"],
    "resources": ["Links of all meetings"],
    "decisions": [],
}


def titles(recap: Recap | Series, **wishes: Any) -> list[str]:
    """The sections of the page."""
    blocks = outline(recap, layout(**wishes)).blocks
    return [block.text for block in blocks if isinstance(block, Heading) and block.level == 2]


def quotes(blocks: tuple[Block, ...]) -> list[str]:
    """The words that the lines rest on."""
    found: list[str] = []

    def keep(one: Said) -> Said:
        found.append(one.quote)
        return one

    changed(blocks, Said, keep)
    return found


def test_a_short_page_says_what_is_to_be_done_and_what_is_settled_or_open(rich: Recap) -> None:
    assert titles(rich, style="short") == ["Next steps", "Decisions", "Open questions"]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_stands_alone(rich: Recap, part: str) -> None:
    found = titles(rich, parts=[part])
    assert set(found) < set(titles(rich))
    assert len(found) == {"earlier": 0, "closing": 0, "next_steps": 2}.get(part, 1)


def test_parts_keep_the_order_of_the_page_and_hold_over_the_style(rich: Recap) -> None:
    parts = "resources, decisions,decisions,next_steps"
    assert titles(rich, parts=parts) == ["Next steps", "To settle", "Decisions", "Resources"]
    assert titles(rich, parts=parts, style="short") == ["Next steps", "Decisions", "Resources"]


def test_all_parts_make_the_whole_page_but_for_how_it_was_made(rich: Recap) -> None:
    assert [*titles(rich, parts=PARTS), "How these minutes were made"] == titles(rich)


def test_nothing_points_to_a_proposal_that_does_not_stand(rich: Recap) -> None:
    for wishes in ({"style": "short"}, {"parts": "decisions,resources"}):
        assert "proposal" not in render(rich, "md", layout(**wishes)).decode()
    assert "settles proposal 4" in render(rich, "md", layout(parts="decisions,proposals")).decode()


@pytest.mark.parametrize(("part", "wanted"), SERIES_TITLES.items())
def test_a_part_of_a_series_is_what_became_of_it_and_what_each_meeting_said(
    series: Series, part: str, wanted: list[str]
) -> None:
    meetings = [f"{recap.title}" for recap in series.recaps]
    assert titles(series, parts=part) == [*wanted, *meetings]
    assert titles(series, parts=part, style="short") == wanted


def test_a_short_series_is_what_became_of_things(series: Series) -> None:
    assert titles(series, style="short") == ["What changed since last time", "Next steps by owner"]


def test_references_alone_say_where_and_not_what(rich: Recap) -> None:
    bare = outline(rich, layout(evidence="references")).blocks
    assert set(quotes(bare)) == {""}
    assert len(quotes(bare)) == len(quotes(outline(rich).blocks))
    for format in ("md", "html", "docx"):
        page = render(rich, format, layout(evidence="references"))
        shown = "".join(line.text for line in Document(BytesIO(page)).paragraphs) if format == "docx" else page.decode()
        assert "turn 57, 0:45:53" in shown
        assert "No hall then, we can't pay for it." not in shown
    assert len(Document(BytesIO(render(rich, "docx", layout(evidence="references")))).comments) == 0
    assert b"<details>" not in render(rich, "html", layout(evidence="references"))


# Room to sign


@pytest.mark.parametrize(("state", "lines"), [(State.DRAFT, 1), (State.CORRECTED, 1), (State.ADOPTED, 0)])
def test_what_is_not_adopted_has_a_line_for_approval_before_how_it_was_made(state: State, lines: int) -> None:
    blocks = outline(Recap(title="Call", state=state)).blocks
    at = [at for at, block in enumerate(blocks) if isinstance(block, Approval)]
    assert len(at) == lines
    assert all(blocks[one + 1] == Heading(2, "How these minutes were made") for one in at)


def test_a_short_page_has_the_line_too_and_an_extract_or_a_series_has_none(rich: Recap, series: Series) -> None:
    assert isinstance(outline(rich, layout(style="short")).blocks[-1], Approval)
    for page in (outline(rich, layout(parts="decisions")), outline(series)):
        assert [block for block in page.blocks if isinstance(block, Approval)] == []


def test_the_line_is_ruled_to_the_edge_of_the_text(rich: Recap) -> None:
    for paper in ("a4", "letter"):
        document = Document(BytesIO(render(rich, "docx", layout(paper=paper))))
        (line,) = (one for one in document.paragraphs if one.style and one.style.name == "Approval")
        stops = list(line.paragraph_format.tab_stops)
        assert line.text == "Approved as a correct record by: \t Date: \t"
        assert [stop.leader.name for stop in stops] == ["LINES", "LINES"]
        assert stops[-1].position == width(document)


# Paper


def width(document: Any) -> int:
    section = document.sections[0]
    return int(section.page_width - section.left_margin - section.right_margin)


def test_tables_and_the_lines_around_the_page_fit_the_paper(rich: Recap) -> None:
    for paper, sides in (("a4", (210, 297)), ("letter", (216, 279))):
        document = Document(BytesIO(render(rich, "docx", layout(paper=paper))))
        section = document.sections[0]
        assert (round(section.page_width.mm), round(section.page_height.mm)) == sides
        for line in (section.header.paragraphs[0], section.footer.paragraphs[0]):
            assert [stop.position for stop in line.paragraph_format.tab_stops] == [width(document)]
        for table in document.tables:
            assert abs(sum(column.width for column in table.columns) - width(document)) < 10_000


def test_a_web_page_is_printed_on_the_paper(rich: Recap) -> None:
    assert b'<html lang="en-GB" class="letter">' in render(rich, "html", layout(paper="letter"))
    assert b'<html lang="en-GB">' in render(rich, "html")


# What is wanted and cannot be


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        ({"style": "long"}, "'long' is no style of a page; choose from full, short"),
        ({"evidence": ""}, "'' is no evidence of a page; choose from quotes, references"),
        ({"paper": "A4"}, "'A4' is no paper of a page; choose from a4, letter"),
        ({"parts": "decision"}, f"'decision' is no part of a page; choose from {', '.join(PARTS)}"),
        ({"parts": ["decisions", "x"]}, f"'x' is no part of a page; choose from {', '.join(PARTS)}"),
    ],
)
def test_a_wrong_wish_is_told_with_those_there_are(wishes: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError) as raised:
        layout(**wishes)
    assert str(raised.value) == told


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
@pytest.mark.parametrize("wish", WISHES)
def test_a_wish_makes_a_difference_or_is_refused(rich: Recap, writer: Any, wish: str) -> None:
    wanted = layout(**{wish: WISHES[wish]})
    if wish in writer.layout:
        assert writer.render(rich, wanted) != writer.render(rich, Layout())
    else:
        with pytest.raises(InputError, match=f"{wish} means nothing for {writer.name}; leave it out, or write "):
            render(rich, writer.name, wanted)


def test_write_takes_the_wishes_and_names_the_page_that_cannot_be(rich: Recap, tmp_path: Path) -> None:
    minutes.write(rich, tmp_path / "page.md", style="short", evidence="references")
    wanted = layout(style="short", evidence="references")
    assert (tmp_path / "page.md").read_bytes() == render(rich, "md", wanted)
    with pytest.raises(InputError, match=r"page\.json: style means nothing for json"):
        minutes.write(rich, tmp_path / "page.json", style="short")
    assert not (tmp_path / "page.json").exists()


def test_a_template_is_never_written_over(rich: Recap, tmp_path: Path) -> None:
    Document().save(str(tmp_path / "ours.docx"))
    before = (tmp_path / "ours.docx").read_bytes()
    with pytest.raises(OutputError, match="this is an input, which is never changed"):
        minutes.write(rich, tmp_path / "ours.docx", template=tmp_path / "ours.docx")
    assert (tmp_path / "ours.docx").read_bytes() == before


def test_the_widths_of_every_layout_make_the_whole_table(rich: Recap) -> None:
    for wishes in ({"style": "short"}, {"parts": "speakers,topics"}):
        tables = [block for block in outline(rich, layout(**wishes)).blocks if isinstance(block, Table)]
        assert tables
        assert {sum(column.width for column in table.columns) for table in tables} == {100}
