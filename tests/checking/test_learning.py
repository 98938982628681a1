"""What a person changes on a page is read back, and makes the page again."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from checking.meetings import MEETINGS, SAMPLES, held
from minutes.checking import check
from minutes.checking.entries import Entry, entries
from minutes.checking.learning import Learnt, learn
from minutes.checking.sheets import parse
from minutes.finding.wording.overview import overview
from minutes.model import Recap
from minutes.revising.corrections import Corrections, correct, dump
from minutes.revising.corrections.file import parse as load
from minutes.writing import layout, render
from minutes.writing.blocks import Table

CALL = SAMPLES[0]
Page = Any
Edit = Callable[[Page], None]


def edited(recap: Recap, *edits: Edit) -> bytes:
    """The Word page of a recap after a person's edits."""
    document = Document(BytesIO(render(recap, "docx")))
    for edit in edits:
        edit(document)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def retyped(place: Any, text: str) -> None:
    """Another text in a cell or a paragraph, in the place of its first piece."""
    line = place.paragraphs[0] if hasattr(place, "paragraphs") else place
    first, *others = line.runs or [line.add_run()]
    first.text = text
    for run in others:
        run._r.getparent().remove(run._r)


def cell(row: int, column: int, text: str) -> Edit:
    return lambda page: retyped(page.tables[0].rows[row].cells[column], text)


def without_row(row: int) -> Edit:
    return lambda page: page.tables[0]._tbl.remove(page.tables[0].rows[row]._tr)


def bullet(start: str, text: str | None) -> Edit:
    """Another beginning for the line that begins so, or no such line."""

    def edit(page: Page) -> None:
        (line,) = (one for one in page.paragraphs if one.style.name == "List Bullet" and one.text.startswith(start))
        if text is None:
            line._p.getparent().remove(line._p)
        else:
            line.runs[0].text = text

    return edit


def new_row(*texts: str) -> Edit:
    def edit(page: Page) -> None:
        for place, text in zip(page.tables[0].add_row().cells, texts, strict=True):
            place.text = text

    return edit


def heading(number: str, text: str) -> Edit:
    def edit(page: Page) -> None:
        (line,) = (one for one in page.paragraphs if one.text.startswith(number) and one.style.name == "Heading 2")
        retyped(line, f"{number} {text}")

    return edit


EDITS: dict[str, tuple[Edit, ...]] = {
    "an owner": (cell(1, 1, "Lena Vogt"),),
    "two owners": (cell(1, 1, "Lena Vogt, Omar Daher"),),
    "the group for an owner": (cell(1, 1, "the group"),),
    "no owner": (cell(1, 1, "no owner"),),
    "a wording": (cell(3, 0, "Draft the first theme"),),
    "a day": (cell(5, 2, "Fri 23 Feb 2024"),),
    "a day in another form": (cell(5, 2, "2024-02-23"),),
    "a deleted row": (without_row(6),),
    "two deleted rows": (without_row(6), without_row(6)),
    "a decision's words": (bullet("The group will have a weekly theme", "There will be a weekly theme."),),
    "a deleted challenge": (bullet("Omar Daher is not the only one", None),),
    "a title": (heading("2.", "Jobs in companies"),),
    "a new row": (new_row("Buy a boat", "Ines Caldeira", "Fri 1 Mar 2024", ""),),
    "a deleted row and a new one": (without_row(6), new_row("Buy a boat", "Ines Caldeira", "Fri 1 Mar 2024", "")),
    "many": (
        cell(1, 1, "Lena Vogt"),
        cell(3, 0, "Draft the first theme"),
        without_row(6),
        bullet("Omar Daher is not the only one", None),
    ),
}


def lines(page: bytes) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """What a page says, line by line, without its mark and overview and without the form of a day."""

    def kept(entry: Entry) -> bool:
        return (
            entry.section not in ("Overview", "How these minutes were made")
            and entry.place != "the mark under the title"
        )

    return [(one.section, one.told()) for one in entries(parse(page, "page.docx").blocks) if kept(one)]


def learnt(page: bytes) -> Learnt:
    transcript, recap = held(CALL)
    return learn(parse(page, "page.docx"), recap, transcript, Corrections())


@pytest.mark.parametrize("edits", EDITS.values(), ids=EDITS)
def test_the_corrections_make_the_edited_page(edits: tuple[Edit, ...]) -> None:
    transcript, recap = held(CALL)
    page = edited(recap, *edits)
    found = learnt(page)
    assert found.unread == ()
    again, stale = correct(recap, load(dump(found.corrections), "call.toml"), transcript, overview=overview)
    assert stale == ()
    told = [(section, str(parts).replace("2024-02-23", "Fri 23 Feb 2024")) for section, parts in lines(page)]
    made = [
        (section, str(parts).replace(", ('Said', 'added by hand')", ""))
        for section, parts in lines(render(again, "docx"))
    ]
    assert [line for line in told if line not in made] == []
    assert {section for section, _ in lines(render(again, "docx"))} - {section for section, _ in lines(page)} <= {
        "To settle"
    }
    assert sum(section != "To settle" for section, _ in lines(render(again, "docx"))) == len(told)


@pytest.mark.parametrize("edits", EDITS.values(), ids=EDITS)
def test_an_edited_page_stands_with_what_was_learnt_from_it(edits: tuple[Edit, ...]) -> None:
    transcript, recap = held(CALL)
    again, _ = correct(recap, learnt(edited(recap, *edits)).corrections, transcript, overview=overview)
    for page in (edited(recap, *edits), render(again, "docx")):
        report = check(parse(page, "page.docx"), transcript, recap, again)
        assert report.failing == ()
        assert report.traced > 60


@pytest.mark.parametrize("name", ["an owner", "a wording", "a day", "a new row"])
def test_without_the_corrections_it_falls(name: str) -> None:
    transcript, recap = held(CALL)
    page = parse(edited(recap, *EDITS[name]), "page.docx")
    falls = {failing.place for failing in check(page, transcript, recap).failing}
    assert len(falls) == 1
    again, _ = correct(recap, learnt(edited(recap, *EDITS[name])).corrections, transcript, overview=overview)
    assert check(page, transcript, recap, again).by_hand == tuple(falls)


def test_nothing_is_learnt_from_a_page_that_nobody_changed() -> None:
    for path in (*SAMPLES, *MEETINGS[:3]):
        transcript, recap = held(path)
        for format in ("docx", "md", "html"):
            page = parse(render(recap, format), f"page.{format}")
            assert learn(page, recap, transcript, Corrections()) == Learnt(Corrections(), ())


LAYOUTS: tuple[dict[str, Any], ...] = (
    {"style": "short"},
    {"style": "short", "evidence": "references"},
    {"evidence": "references"},
    {"parts": "next_steps,decisions"},
)


@pytest.mark.parametrize("format", ["docx", "md", "html"])
@pytest.mark.parametrize("wishes", LAYOUTS, ids=str)
def test_nothing_is_learnt_from_what_a_page_was_never_to_show(wishes: dict[str, Any], format: str) -> None:
    for path in SAMPLES[:4]:
        transcript, recap = held(path)
        page = parse(render(recap, format, layout(**wishes)), f"page.{format}")
        assert learn(page, recap, transcript, Corrections()) == Learnt(Corrections(), ())


@pytest.mark.parametrize("format", ["docx", "md", "html"])
@pytest.mark.parametrize("wishes", LAYOUTS, ids=str)
def test_one_row_that_is_gone_from_such_a_page_is_one_drop(wishes: dict[str, Any], format: str) -> None:
    transcript, recap = held(CALL)
    page = parse(render(recap, format, layout(**wishes)), f"page.{format}")
    (at,) = (at for at, block in enumerate(page.blocks) if isinstance(block, Table) and block.caption == "Next steps")
    table = page.blocks[at]
    assert isinstance(table, Table)
    shorter = replace(table, rows=(*table.rows[:4], *table.rows[5:]))
    edited = page._replace(blocks=(*page.blocks[:at], shorter, *page.blocks[at + 1 :]))
    found = learn(edited, recap, transcript, Corrections())
    assert found.unread == ()
    (drop,) = found.corrections.drop
    assert found.corrections == Corrections(drop=(drop,))
    again, _ = correct(recap, found.corrections, transcript, overview=overview)
    assert [step.text for step in again.next_steps] == [
        step.text for number, step in enumerate(recap.next_steps) if number != 4
    ]


def test_nothing_is_learnt_of_who_signed_a_page() -> None:
    transcript, recap = held(CALL)

    def sign(page: Page) -> None:
        (line,) = (one for one in page.paragraphs if one.style.name == "Approval")
        retyped(line, "Approved as a correct record by: Ruth Adeyemi Date: 3 March 2024")

    assert learn(parse(edited(recap, sign), "page.docx"), recap, transcript, Corrections()) == Learnt(Corrections(), ())


def test_a_name_in_the_table_of_participants_is_given_to_the_label() -> None:
    _, recap = held(CALL)
    page = edited(recap, lambda document: retyped(document.tables[2].rows[7].cells[0], "Omar al-Daher"))
    assert learnt(page).corrections.names == {"Omar Daher": "Omar al-Daher"}


def test_what_is_no_day_is_told() -> None:
    _, recap = held(CALL)
    assert learnt(edited(recap, cell(5, 2, "soonish"))).unread == (
        "Next steps, row 5: “soonish” is no day, and the old one stays; write it as 2024-02-23",
    )


def test_the_title_and_the_overview_are_read_back() -> None:
    _, recap = held(CALL)

    def rename(page: Page) -> None:
        for line in page.paragraphs:
            if line.style.name == "Title":
                retyped(line, "The February call")
            if line.text.startswith("Eight people spoke"):
                retyped(line, "We met and settled the theme.")

    meeting = learnt(edited(recap, rename)).corrections.meeting
    assert (meeting.title, meeting.overview) == ("The February call", ("We met and settled the theme.",))
