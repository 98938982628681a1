"""A finished page stands as it was written, and falls with any one thing changed in it."""

from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from docx import Document

import minutes
from checking.meetings import MEETINGS, SAMPLES, held
from checking.tampering import changes
from minutes.checking import Checker, Report, check, judged
from minutes.checking.sheets import parse
from minutes.errors import MinutesError
from minutes.model import NextStep, Ownership, Recap, Transcript
from minutes.writing import layout, render

FORMATS = ("md", "docx", "html", "json")
CHANGES = 200


def checked(page: bytes, format: str, transcript: Transcript, recap: Recap) -> Report:
    return check(parse(page, f"page.{format}"), transcript, recap)


@pytest.mark.parametrize("path", [*SAMPLES, *MEETINGS], ids=lambda path: path.stem)
def test_an_unchanged_page_stands(path: Path) -> None:
    transcript, recap = held(path)
    for format in FORMATS:
        report = checked(render(recap, format), format, transcript, recap)
        assert report.failing == ()
        assert report.by_hand == ()
        assert report.traced > 10


@pytest.mark.parametrize("format", FORMATS)
def test_a_page_with_one_thing_changed_falls(format: str) -> None:
    kinds: Counter[str] = Counter()
    missed = []
    for seed, path in enumerate(SAMPLES[:4]):
        transcript, recap = held(path)
        checker = Checker(transcript, recap, None, format)
        for change in changes(recap, format, CHANGES // 4, seed):
            kinds[change.kind] += 1
            try:
                stands = judged(parse(change.page, f"page.{format}"), checker).stands
            except MinutesError:
                continue
            if stands:
                missed.append(change._replace(page=b""))
    assert missed == []
    assert sum(kinds.values()) == CHANGES
    assert min(kinds.values()) >= 20


CALL = SAMPLES[0]
LAYOUTS: tuple[dict[str, Any], ...] = (
    {"style": "short"},
    {"evidence": "references"},
    {"style": "short", "evidence": "references"},
    {"parts": "decisions,resources,speakers"},
)


@pytest.mark.parametrize("wishes", LAYOUTS, ids=str)
def test_a_page_stands_however_it_is_laid_out(wishes: dict[str, Any]) -> None:
    for path in SAMPLES:
        transcript, recap = held(path)
        for format in ("md", "docx", "html"):
            report = checked(render(recap, format, layout(**wishes)), format, transcript, recap)
            assert (report.failing, report.by_hand) == ((), ())
            assert report.traced > 5


@pytest.mark.parametrize("wishes", LAYOUTS, ids=str)
def test_a_page_with_one_thing_changed_falls_however_it_is_laid_out(wishes: dict[str, Any]) -> None:
    transcript, recap = held(CALL)
    for format in ("md", "docx", "html"):
        checker = Checker(transcript, recap, None, format)
        missed = []
        for change in changes(recap, format, 40, 7, layout(**wishes)):
            with suppress(MinutesError):
                if judged(parse(change.page, f"page.{format}"), checker).stands:
                    missed.append(change._replace(page=b""))
        assert missed == []


@pytest.mark.parametrize(("format", "paper"), [("docx", "letter"), ("html", "letter"), ("html", "a4")])
def test_a_page_stands_on_any_paper(format: str, paper: str) -> None:
    transcript, recap = held(CALL)
    assert checked(render(recap, format, layout(paper=paper)), format, transcript, recap).failing == ()


def test_a_letterhead_stands_if_its_template_is_named(tmp_path: Path) -> None:
    transcript, _ = held(CALL)
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Riverside Friends, 12 Mill Lane"
    document.save(str(tmp_path / "ours.docx"))
    ours, page = tmp_path / "ours.docx", tmp_path / "page.docx"
    minutes.write(held(CALL).recap, page, template=ours)
    assert minutes.check(page, transcript, template=ours).failing == ()
    (failing,) = minutes.check(page, transcript).failing
    assert "Riverside Friends" in failing.why


def test_a_line_for_approval_stands_signed_and_falls_where_it_says_more() -> None:
    transcript, recap = held(CALL)
    page = render(recap, "md").decode()
    (line,) = (line for line in page.split("\n") if line.startswith("Approved as"))
    signed = "Approved as a correct record by: Ruth Adeyemi Date: 3 March 2024"
    assert checked(swapped(page, line, signed), "md", transcript, recap).failing == ()
    more = f"{signed}. The group will also buy a boat for the river festival in the summer"
    assert len(checked(swapped(page, line, more), "md", transcript, recap).failing) == 1


def swapped(page: str, old: str, new: str) -> bytes:
    """The page with one piece of it changed, which has to be there."""
    assert old in page
    return page.replace(old, new, 1).encode()


@pytest.mark.parametrize(
    ("old", "new", "place", "why"),
    [
        (
            "| Send Ines the ten best videos | Amal Haddad |",
            "| Send Ines the ten best videos | Omar Daher |",
            "Next steps, row 5",
            "Who: “Omar Daher” stands on the page, and the transcript gives “Amal Haddad”",
        ),
        (
            "| Send Ines the ten best videos |",
            "| Send Ines the ten worst videos |",
            "Next steps, row 5",
            "“worst” not said in the words it cites",
        ),
        (
            "| Send Ines the ten best videos |",
            "| Send Omar the ten best videos |",
            "Next steps, row 5",
            "What: “Send Omar the ten best videos” stands on the page, and the transcript gives “Send Ines the ten",
        ),
        (
            "| Send Ines the ten best videos |",
            "| Do not send Ines the ten best videos |",
            "Next steps, row 5",
            "“not” not said in the words it cites",
        ),
        (
            "Amal Haddad, turn 73, 0:10:49",
            "Amal Haddad, turn 72, 0:10:49",
            "Next steps, row 5",
            "turn 72 is Ines Caldeira's, not Amal Haddad's",
        ),
        (
            "“I'll put that on a sticky note.”",
            "“I'll put that on a yellow note.”",
            "Next steps, row 1",
            "“I'll put that on a yellow note.” does not stand in turn 58 at 0:09:01",
        ),
        ("Sunday 11 February 2024", "Monday 12 February 2024", "the head, Date", "Sunday 11 February 2024"),
        ("> Draft. Drawn up by rules", "> Adopted. Drawn up by rules", "the mark under the title", "Adopted"),
        ("| 24 | 378 | 18% |", "| 24 | 387 | 18% |", "Participants, row 1", "Words: “387”"),
    ],
)
def test_what_does_not_stand_is_told_with_its_place(old: str, new: str, place: str, why: str) -> None:
    transcript, recap = held(CALL)
    report = checked(swapped(render(recap, "md").decode(), old, new), "md", transcript, recap)
    assert {failing.place for failing in report.failing} == {place}
    assert any(why in failing.why for failing in report.failing)


def test_a_line_that_nobody_said_falls() -> None:
    transcript, recap = held(CALL)
    page = swapped(render(recap, "md").decode(), "## Decisions\n", "## Decisions\n\nThe group will buy a boat.\n")
    report = checked(page, "md", transcript, recap)
    assert [failing.place for failing in report.failing] == ["Decisions, line 1"]


def test_a_page_may_leave_out_lines_and_order_them_anew() -> None:
    transcript, recap = held(CALL)
    lines = render(recap, "md").decode().split("\n")
    first = next(at for at, line in enumerate(lines) if line.startswith("| Put that on a sticky note"))
    moved = [*lines[:first], lines[first + 2], lines[first], *lines[first + 3 :]]
    assert checked("\n".join(moved).encode(), "md", transcript, recap).failing == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| Send Ines the ten best videos |", "| Have Ines send the ten best videos |"),
        ("| Divest from banks that support the arms trade,", "| Support banks that divest from the arms trade,"),
        (
            "- Do not waste your time arguing with people who cheer for a genocide.",
            "- Waste your time arguing with people.",
        ),
        ("“Don't do that to yourself. Honestly", "“do that to yourself. Honestly"),
        ("“Sure, count me in.” (Omar Daher, turn 78, 0:11:33); ", ""),
        ("| Send Ines the ten best videos | Amal Haddad |", "| Send Ines the ten best videos | |"),
        ("## Challenges", "## Advice"),
        ("## Decisions", "# Omar Daher stole the money\n\n## Decisions"),
        (
            "- Agreed: as a group",
            "- The group will have a weekly theme. *rejected* (Ruth Adeyemi, turn 65, 0:09:52)\n- Agreed: as a group",
        ),
    ],
)
def test_the_words_that_were_said_in_another_meaning_fall(old: str, new: str) -> None:
    transcript, recap = held(CALL)
    assert not checked(swapped(render(recap, "md").decode(), old, new), "md", transcript, recap).stands


def test_a_cell_beyond_the_columns_falls() -> None:
    transcript, recap = held(CALL)
    page = swapped(render(recap, "html").decode(), "</td>\n</tr>\n", "</td>\n<td>Omar stole the money</td>\n</tr>\n")
    assert not checked(page, "html", transcript, recap).stands


def test_data_that_no_page_shows_falls() -> None:
    transcript, recap = held(CALL)
    first, second, *rest = recap.next_steps
    swap = (first.model_copy(update={"id": second.id}), second.model_copy(update={"id": first.id}), *rest)
    touched = (first.model_copy(update={"by_hand": ("owners",)}), second, *rest)
    for steps in (swap, touched):
        page = render(recap.model_copy(update={"next_steps": steps}), "json")
        assert not checked(page, "json", transcript, recap).stands


def test_another_recording_does_not_bear_the_page_out() -> None:
    other = held(SAMPLES[1])
    report = checked(render(held(CALL).recap, "md"), "md", other.transcript, other.recap)
    assert len(report.failing) > report.traced


def test_lines_that_a_person_changed_count_as_by_hand() -> None:
    transcript, recap = held(CALL)
    first, *rest = recap.next_steps
    mine = NextStep.model_validate(
        first.model_dump() | {"owners": ("Lena Vogt",), "ownership": Ownership.NAMED, "text": "Buy a boat"}
    )
    corrected = recap.model_copy(update={"next_steps": (mine, *rest)})
    page = parse(render(corrected, "docx"), "page.docx")
    assert check(page, transcript, recap).failing != ()
    report = check(page, transcript, recap, corrected)
    assert (report.failing, report.by_hand) == ((), ("Next steps, row 1",))
