"""Records show themselves; words that findings rest on are marked where they stand; next steps make a table."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import html as parser

import minutes
from minutes.errors import InputError
from minutes.model import Decision, Evidence, NextStep, Ownership, Recap, Series, Transcript, Turn, display
from minutes.notebook import show, steps
from minutes.revising.corrections.kinds import KINDS, MERGED
from minutes.writing import render
from minutes.writing.plain import plain
from writing.filled import NASTY, TEXTS, filled

WORDS = "Shall we move the stall? Then Lena writes to them. Good."
SHOWN = {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "mark", "span", "details", "summary", "p"}


def parsed(markup: object) -> Any:
    assert isinstance(markup, str)
    return parser.document_fromstring(f"<!DOCTYPE html><body>{markup}</body>").find("body")


def shown(value: Recap | Series | Transcript, recap: Recap | None = None) -> Any:
    return parsed(show(value, recap).data)


def harmless(page: Any) -> bool:
    """Only what a table is made of, and nothing that leads or runs."""
    elements = [element for element in page.iter() if element is not page]
    names = {name for element in elements for name in element.attrib}
    return {element.tag for element in elements} <= SHOWN and names <= {
        *("style", "dir", "scope", "title", "role", "aria-label", "tabindex")
    }


def said(transcript: Transcript, start: str, end: str) -> Evidence:
    text = transcript.turns[0].text
    return transcript.evidence(0, text.index(start), text.index(end) + len(end))


@pytest.fixture
def stall() -> Transcript:
    return Transcript(title="Stall", turns=(Turn(speaker="Amal", text=WORDS), Turn(speaker=None, text="Yes.")))


@pytest.fixture
def settled(stall: Transcript) -> Recap:
    """A decision and a next step that rest on some of the same words."""
    decision = Decision(id="d", text="d", rule="r", evidence=(said(stall, "Shall", "Then Lena"),))
    step = NextStep(id="n", text="Write", rule="r", evidence=(said(stall, "Lena writes", "to them"),))
    return Recap(title="Stall", decisions=(decision,), next_steps=(step,))


@pytest.mark.parametrize("value", [Recap(title="Call"), Series(recaps=(Recap(title="Call"),))])
def test_a_recap_and_a_series_show_their_page_in_a_frame(value: Recap | Series) -> None:
    (frame,) = parsed(value._repr_html_()).iter("iframe")
    assert frame.get("srcdoc") == render(value, "html").decode()
    assert frame.get("sandbox") == "allow-popups"  # neither scripts nor the notebook's own origin
    assert frame.get("title").startswith("Minutes")
    assert show(value).data == value._repr_html_()


def test_what_no_room_shows_is_left_to_python() -> None:
    assert display.html(Turn(text="Hello")) is None


def test_a_transcript_shows_itself_as_a_table_that_the_keyboard_can_scroll(stall: Transcript) -> None:
    page = parsed(stall._repr_html_())
    (box,) = page
    assert (box.get("role"), box.get("tabindex"), box.get("aria-label")) == ("region", "0", "Stall")
    assert "overflow: auto" in box.get("style")
    assert [[cell.text_content() for cell in row] for row in page.iter("tr")] == [
        ["Turn", "Who", "Said"],
        ["1", "Amal", WORDS],
        ["2", "unknown", "Yes."],
    ]
    assert [head.get("scope") for head in page.iter("th")] == ["col", "col", "col", "row", "row"]


def test_a_clock_has_its_column() -> None:
    rows = shown(Transcript(turns=(Turn(text="a", start=73.2), Turn(text="b")))).iter("tr")
    assert [[cell.text_content() for cell in row][1] for row in rows] == ["Time", "0:01:13", ""]


@given(TEXTS)
def test_what_is_said_stays_a_text(text: str) -> None:
    page = parsed(Transcript(title=text, turns=(Turn(speaker=text, text=text),))._repr_html_())
    *_, who, words = page.iter("th", "td")
    assert harmless(page)
    assert words.text_content().strip() == plain(text)
    assert who.text_content() == (plain(text) if text else "unknown")


@given(TEXTS, TEXTS)
def test_marked_words_stay_a_text(before: str, words: str) -> None:
    transcript = Transcript(turns=(Turn(text=f"{before}x{words}"),))
    piece = transcript.evidence(0, len(before), len(before) + 1 + len(words))
    page = shown(transcript, Recap(title="", decisions=(Decision(id="d", text="", rule="r", evidence=(piece,)),)))
    (mark,) = page.iter("mark")
    assert harmless(page)
    assert mark.text_content() == f"decision: {plain(piece.quote)}"


def test_marks_that_overlap_are_cut_where_they_do(stall: Transcript, settled: Recap) -> None:
    marks = list(shown(stall, settled).iter("mark"))
    assert [(mark.get("title"), mark.text_content()) for mark in marks] == [
        ("decision", "decision: Shall we move the stall? Then "),
        ("next step, decision", "next step, decision: Lena"),
        ("next step", "next step:  writes to them"),
    ]
    assert marks[-1].tail == ". Good."


def test_every_piece_of_evidence_is_marked(samples: Path) -> None:
    transcript = minutes.read(samples / "2024-05-14-river-watch.srt")
    recap = minutes.recap(transcript)
    pieces = [one for name in MERGED for found in getattr(recap, KINDS[name].items) for one in found.evidence]
    places = {(one.turn, at) for one in pieces for at in range(one.char_start, one.char_end)}
    page = shown(transcript, recap)
    for label in list(page.iter("span")):
        label.getparent().text = label.tail.removeprefix(" ")
        label.getparent().remove(label)
    assert len(places) > 500
    assert sum(len(mark.text_content()) for mark in page.iter("mark")) == len(places)
    assert [list(row)[-1].text_content() for row in page.iter("tr")][1:] == [turn.text for turn in transcript.turns]


def test_a_recap_of_another_transcript_is_refused(stall: Transcript, settled: Recap) -> None:
    for other in (Transcript(turns=()), Transcript(turns=(Turn(text=WORDS.upper()),))):
        with pytest.raises(InputError, match=r"^this recap is of another transcript; give the transcript"):
            show(other, settled)


def test_an_edition_with_stand_ins_is_refused(stall: Transcript) -> None:
    piece = Evidence(turn=0, speaker="A", start=None, char_start=0, char_end=0, quote="Shall", placed=False)
    veiled = Recap(title="", veiled=True, decisions=(Decision(id="d", text="", rule="r", evidence=(piece,)),))
    with pytest.raises(InputError, match="tells no places; give the recap that it was made from"):
        show(stall, veiled)


def test_a_recap_in_the_place_of_the_transcript_is_refused(settled: Recap) -> None:
    with pytest.raises(InputError, match="give the transcript first, then the recap"):
        show(settled, settled)


def told(value: Recap | Series) -> list[list[str]]:
    return [[cell.text_content() for cell in row] for row in parsed(steps(value).data).iter("tr")]


def test_next_steps_tell_what_who_when_and_who_said_so(stall: Transcript) -> None:
    step = NextStep(
        id="n",
        text="Write to them",
        rule="r",
        evidence=(said(stall, "Then", "them"),),
        owners=("Lena",),
        ownership=Ownership.NAMED,
        due_said="by Friday",
    )
    meeting = Recap(title="Stall", next_steps=(step,))
    row = ["Write to them", "Lena", "“by Friday”", "Amal, turn 1\nAmal, turn 1: “Then Lena writes to them”\n\n"]
    assert told(meeting) == [["What", "Who", "By when", "Said"], row]
    series = Series(recaps=(meeting, Recap(title="Quiet call")))
    assert told(series) == [["Meeting", "What", "Who", "By when", "Said"], ["Stall", *row]]
    assert "Quiet call: No next steps were found." in parsed(steps(series).data).text_content()


@pytest.mark.parametrize("value", [Recap(title="Call"), Series(recaps=())])
def test_where_there_is_nothing_to_do_it_is_said(value: Recap | Series) -> None:
    assert parsed(steps(value).data).text_content().strip() == "No next steps were found."


@pytest.mark.parametrize("text", NASTY)
def test_next_steps_hold_hostile_words_as_words(text: str) -> None:
    meeting = filled(text, "javascript:alert(1)")
    assert harmless(parsed(steps(meeting).data))
    assert told(meeting)[1][0].strip() == plain(text)
    assert harmless(parsed(steps(Series(recaps=(meeting, Recap(title=text)))).data))
