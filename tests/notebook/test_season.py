"""A season holds every meeting once, in the order of its days, and says what it could not take."""

import json
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser

from minutes.drafting import Drafted, Wishes, draw_up
from minutes.errors import InputError, MinutesWarning, NotFound
from minutes.model import Decision, Evidence, Recap, Resource, Series, Transcript
from minutes.notebook import again, decisions, links, season
from minutes.notebook.season import File, Season
from minutes.writing import render
from writing.filled import NASTY

FIRST = "Amal: I'll ask the harbour office for a permit by Friday.\nOmar: Thanks.\n"
SECOND = "Omar: Amal, the permit?\nAmal: The harbour office said no.\nOmar: Okay, so we drop the permit.\n"
HEAD = "Stall\n\n2024-0{month}-0{day} 18:00\n\n"


def parsed(markup: object) -> Any:
    return parser.fromstring(f"<div>{markup}</div>")


def write(folder: Path, name: str, text: str, month: int, day: int) -> Path:
    file = folder / name
    file.write_text(HEAD.format(month=month, day=day) + text)
    return file


def told(files: File | Sequence[File]) -> tuple[Season, list[str]]:
    """The season, and what was said while it was read."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = season(files)
    assert {one.category for one in caught} <= {MinutesWarning}
    return found, [str(one.message) for one in caught]


def test_meetings_come_in_the_order_of_their_days(tmp_path: Path) -> None:
    files = [write(tmp_path, "a.txt", SECOND, 5, 2), write(tmp_path, "b.txt", FIRST, 3, 1)]
    found, notes = told(files)
    assert [str(recap.date) for recap in found.recaps] == ["2024-03-01", "2024-05-02"]
    assert [one.turns[0].speaker for one in found.transcripts] == ["Amal", "Omar"]
    assert notes == []


def test_a_meeting_without_a_day_comes_last_and_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SECOND)
    write(tmp_path, "b.txt", FIRST, 3, 1)
    found, notes = told(tmp_path)
    assert [recap.date is None for recap in found.recaps] == [False, True]
    assert notes == ["a.txt: nothing says on which day it was, so it comes last; write the day into its name."]


def test_the_same_meeting_twice_is_taken_once_and_told(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST, 3, 1)
    write(tmp_path, "copy.txt", FIRST, 3, 1)
    found, notes = told(tmp_path)
    assert len(found.recaps) == 1
    assert notes == ["copy.txt: the same meeting as a.txt, and taken once."]


def test_a_bad_file_is_told_in_one_sentence_and_left_out(tmp_path: Path) -> None:
    good = write(tmp_path, "a.txt", FIRST, 3, 1)
    (tmp_path / "picture.vtt").write_bytes(bytes(range(256)) * 20)
    found, notes = told([good, tmp_path / "picture.vtt", tmp_path / "nowhere.vtt"])
    assert len(found.recaps) == 1
    assert [note.split(":")[0] for note in notes] == ["picture.vtt", "nowhere.vtt"]
    assert all(note.endswith(" is left out.") and "\n" not in note for note in notes)


def test_corrections_beside_a_transcript_are_used(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST, 3, 1)
    (tmp_path / "a.toml").write_text(
        'meeting = { title = "Spring" }\n[names]\n"Amal" = "Amal Haddad"\n'
        '[[drop]]\nkind = "next step"\nwords = "nobody said this"\n'
    )
    found, notes = told(tmp_path)
    assert found.recaps[0].title == "Spring"
    assert found.transcripts[0].speakers == ("Amal Haddad", "Omar")
    assert notes == ["a.toml, drop 1, “nobody said this”: nobody said these words"]


def test_with_broken_corrections_a_meeting_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST, 3, 1)
    write(tmp_path, "b.txt", SECOND, 5, 2)
    (tmp_path / "a.toml").write_text("[[drop]\n")
    found, notes = told(tmp_path)
    assert [str(recap.date) for recap in found.recaps] == ["2024-05-02"]
    (note,) = notes
    assert note.startswith("a.toml, line 1: ")
    assert note.endswith(". a.txt is left out.")


def test_what_is_withheld_is_neither_kept_nor_shown(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST, 3, 1)
    before, after = "Omar: This next bit is off the record.\n", "Omar: Back on the record.\n"
    write(tmp_path, "b.txt", f"{before}Amal: The harbour office permit is a fake.\n{after}{SECOND}", 5, 2)
    found, _ = told(tmp_path)
    assert "fake" not in "".join(turn.text for turn in found.transcripts[1].turns)
    assert "fake" not in again(found).data
    assert "Amal, the permit?" in again(found).data


def test_a_fault_of_ours_stops_one_file_and_not_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", FIRST, 3, 1)
    write(tmp_path, "b.txt", SECOND, 5, 2)

    def faulty(transcript: Transcript, wishes: Wishes) -> Drafted:
        if transcript.turns[0].speaker == "Amal":
            raise ZeroDivisionError(FIRST)
        return draw_up(transcript, wishes)

    monkeypatch.setitem(season.__globals__, "draw_up", faulty)
    found, (note,) = told(tmp_path)
    assert len(found.recaps) == 1
    assert note.startswith("a.txt: a fault of minutes itself (ZeroDivisionError in ")
    assert "permit" not in note


def test_where_nothing_can_be_read_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not one meeting could be read"):
        season([])
    with pytest.raises(NotFound, match="nowhere: no such file or directory"):
        season(tmp_path / "nowhere")


def test_no_page_and_no_json_holds_what_was_said(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST.replace("Thanks", "Secretly thanks"), 3, 1)
    found, _ = told(tmp_path / "a.txt")
    assert "Secretly" in found.transcripts[0].turns[1].text
    kept = json.loads(found.model_dump_json())
    assert Series.model_validate(kept).recaps == found.recaps
    assert "Secretly" not in repr(found)
    for form in ("md", "html", "json"):
        assert b"Secretly" not in render(found, form)


def test_again_shows_the_words_on_both_sides_and_claims_nothing(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST, 3, 1)
    write(tmp_path, "b.txt", SECOND, 5, 2)
    found, _ = told(tmp_path)
    (row,) = parsed(again(found).data).xpath("//tbody/tr")
    meeting, step, later = (one.text_content() for one in row)
    assert "1 Mar 2024" in meeting
    assert "“I'll ask the harbour office for a permit by Friday.”" in step
    assert "2 May 2024" in later
    assert "Amal, turn 2: “The harbour office said no.”" in later
    assert not {"done", "failed", "finished", "not done"} & set(again(found).data.lower().split())


def test_what_was_not_spoken_of_again_is_listed(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST, 3, 1)
    write(tmp_path, "b.txt", "Omar: Hello.\nAmal: Goodbye.\n", 5, 2)
    found, _ = told(tmp_path)
    page = parsed(again(found).data)
    assert [one.text_content() for one in page.iter("p")] == ["Nothing was found that was spoken of again."]
    assert "harbour office" in page.xpath("string(.//li)")
    assert "Amal" in page.xpath("string(.//li)")


def series(text: str) -> Series:
    piece = (Evidence(turn=0, speaker=text or None, start=None, char_start=0, char_end=1, quote=text or "x"),)
    made = Decision(id="d", text=text, rule="r", evidence=piece)
    link = Resource(id="l", url=f"https://example.org/{text}", label=text, shared_by=text or None, evidence=piece)
    one = Recap(title=text, decisions=(made,), resources=(link,))
    return Series(recaps=(one, one))


def test_decisions_stand_by_meeting_and_links_once() -> None:
    table = parsed(decisions(series("Go")).data)
    assert len(table.xpath("//tbody/tr")) == 2
    page = parsed(links(series("Go")).data)
    (row,) = page.xpath("//tbody/tr")
    assert [cell.text_content() for cell in row] == ["https://example.org/Go", "Go (Go)"]
    assert list(page.iter("a")) == []


def test_where_there_are_none_it_is_said() -> None:
    empty = Series(recaps=(Recap(title="Call"),))
    assert "No decisions were found." in decisions(empty).data
    assert "No links were found." in links(empty).data


@pytest.mark.parametrize("text", NASTY)
def test_hostile_words_stay_words(text: str) -> None:
    for shown in (decisions(series(text)), links(series(text))):
        page = parsed(shown.data)
        plain = {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary"}
        assert {one.tag for one in page.iter()} <= plain
        assert {name for one in page.iter() for name in one.attrib} <= {
            *("style", "dir", "scope", "role", "aria-label", "tabindex")
        }
