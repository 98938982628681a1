"""Who chaired, took the notes or was away, on a finished page: held against the words for it, and read back."""

import re

import pytest

import minutes
from minutes.checking import Report, check
from minutes.checking.learning import Learnt, learn
from minutes.checking.sheets import parse
from minutes.model import Recap, Transcript
from minutes.revising.corrections import Corrections, correct, dump
from minutes.revising.corrections.file import parse as load
from minutes.revising.veil import Stand, Veil, veil
from minutes.writing import render
from minutes.writing.outline import outline

FORMATS = ("md", "html", "docx", "json")
TALK = """Meeting: Alliance
Venue: Town Hall

Ruth: I'm chairing today. Apologies from Pete and Nadia. Can somebody take notes?
Salman: I'll do it.
Ruth: Thanks. Omar, what have you got?
Omar: I'll send the list to Ruth by Friday.
Ruth: Good.
"""


@pytest.fixture(scope="module")
def call() -> Transcript:
    return minutes.read(TALK.encode())


@pytest.fixture(scope="module")
def recap(call: Transcript) -> Recap:
    found = minutes.recap(call, date="2024-02-11")
    assert isinstance(found, Recap)
    return found


@pytest.fixture(scope="module")
def page(recap: Recap) -> str:
    return render(recap, "md").decode()


def checked(page: bytes, format: str, call: Transcript, recap: Recap) -> Report:
    return check(parse(page, f"page.{format}"), call, recap)


def test_the_title_block_tells_who_said_so_and_where(page: str) -> None:
    assert [line for line in page.splitlines() if re.match(r"- \*\*(?:Place|Present|Apol|Chair|Note)", line)] == [
        "- **Place:** Town Hall",
        "- **Present:** Ruth, Salman, Omar",
        "- **Apologies:** Pete, Nadia (Ruth, turn 1)",
        "- **Chair:** Ruth (Ruth, turn 1)",
        "- **Note-taker:** Salman (Salman, turn 2)",
    ]


@pytest.mark.parametrize("format", FORMATS)
def test_the_page_stands_and_comes_back(format: str, call: Transcript, recap: Recap) -> None:
    data = render(recap, format)
    assert checked(data, format, call, recap).failing == ()
    if format != "md":
        assert parse(data, f"page.{format}").blocks == outline(recap).blocks


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("**Chair:** Ruth", "**Chair:** Salman"),
        ("**Chair:** Ruth (Ruth, turn 1)", "**Chair:** Ruth (Ruth, turn 3)"),
        ("**Note-taker:** Salman", "**Note-taker:** Omar"),
        ("Pete, Nadia (", "Pete, Nadia, Omar ("),
        ("Pete, Nadia (", "Pete ("),
        ("**Place:** Town Hall", "**Place:** Ruth's kitchen"),
    ],
)
def test_a_page_that_names_somebody_else_falls(old: str, new: str, page: str, call: Transcript, recap: Recap) -> None:
    assert old in page
    assert checked(page.replace(old, new).encode(), "md", call, recap).failing


@pytest.mark.parametrize("field", ["person", "role"])
def test_data_that_name_somebody_else_fall(field: str, call: Transcript, recap: Recap) -> None:
    other = recap.attendance[0].model_copy(update={field: {"person": "Omar", "role": "note_taker"}[field]})
    changed = recap.model_copy(update={"attendance": (other, *recap.attendance[1:])})
    assert checked(render(changed, "json"), "json", call, recap).failing


def learnt(page: str, call: Transcript, recap: Recap) -> Learnt:
    return learn(parse(page.encode(), "page.md"), recap, call, Corrections())


def test_what_a_person_changes_is_read_back(page: str, call: Transcript, recap: Recap) -> None:
    edits = {
        "**Chair:** Ruth (Ruth, turn 1)": "**Chair:** Omar",
        "- **Note-taker:** Salman (Salman, turn 2)\n": "",
        "Pete, Nadia (Ruth, turn 1)": "Pete and Lena",
        "Town Hall": "Ruth's kitchen",
    }
    for old, new in edits.items():
        page = page.replace(old, new)
    told = learnt(page, call, recap)
    meeting = told.corrections.meeting
    assert (meeting.chair, meeting.note_taker, meeting.place) == ("Omar", "", "Ruth's kitchen")
    assert (meeting.apologies, told.unread) == (("Pete", "Lena"), ())
    done, _ = correct(recap, load(dump(told.corrections), "call.toml"), call)
    assert (done.chair, done.note_taker, done.apologies) == ("Omar", None, ("Pete", "Lena"))


def test_a_line_that_a_person_adds_is_read_back(call: Transcript, recap: Recap) -> None:
    bare = recap.model_copy(update={"attendance": (), "place": None})
    page = render(bare, "md").decode().replace("- **Present:**", "- **Chair:** Omar\n- **Present:**")
    assert learnt(page, call, bare).corrections.meeting.chair == "Omar"


def test_nothing_is_learnt_where_nothing_was_changed(page: str, call: Transcript, recap: Recap) -> None:
    assert learnt(page, call, recap) == Learnt(Corrections(), ())


def test_a_veil_covers_those_who_are_named_and_cites_no_turn(recap: Recap) -> None:
    people = [Stand(name, f"Member {at}") for at, name in enumerate(("Ruth", "Salman", "Omar", "Pete", "Nadia"), 1)]
    done = veil(recap, Veil(tuple(people)))
    assert (done.chair, done.note_taker, done.apologies) == ("Member 1", "Member 2", ("Member 4", "Member 5"))
    for format in FORMATS:
        data = render(done, format)
        assert parse(data, f"page.{format}").blocks
        if format != "docx":
            assert not re.search("Ruth|Salman|Omar|Pete|Nadia", data.decode())
    assert "- **Chair:** Member 1\n" in render(done, "md").decode()
