"""Titles, days, hours and people, from the head of a file or its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.reading import clocks, headers, read


@pytest.mark.parametrize(
    ("name", "title", "day"),
    [
        ("GMT20220412-055954_Recording.transcript.vtt", None, "2022-04-12"),
        ("2024-02-11-call.txt", None, "2024-02-11"),
        ("2024-02-11-alliance-call.vtt", "Alliance call", "2024-02-11"),
        ("committee-steering-023-2025-1-09.md", "Committee steering 023", "2025-01-09"),
        ("Weekly Campaign Sync-20251217_120533-Meeting Recording.docx", "Weekly Campaign Sync Meeting", "2025-12-17"),
        ("meeting_saved_chat.txt", None, None),
        ("audio.tsv", None, None),
        ("transcript.vtt", None, None),
        ("print group.txt", "Print group", None),
        ("31.12.2025 year's end.txt", "Year s end", "2025-12-31"),
        ("99999999-000000.txt", None, None),
        ("input", None, None),
    ],
)
def test_a_file_name_tells_title_and_day(name: str, title: str | None, day: str | None) -> None:
    about = headers.from_name(name)
    assert about.title == title
    assert (about.date and str(about.date)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-02-11", "2024-02-11"),
        ("2024/11/21 15:51 GMT", "2024-11-21"),
        ("Wed, Nov 18, 2026 3:00PM", "2026-11-18"),
        ("Thursday, January 25th, 2024", "2024-01-25"),
        ("18 November 2026", "2026-11-18"),
        ("the 3rd of May 2024", "2024-05-03"),
        ("Wed, 18 Nov 26", "2026-11-18"),
        ("18.11.2026", "2026-11-18"),
        ("18/11/2026, 15:00", "2026-11-18"),
        ("11/18/26", "2026-11-18"),
        ("3/4/2024", None),
        ("3/3/2024", "2024-03-03"),
        ("2024-13-45", None),
        ("31 February 2024", None),
        ("10:30", None),
        ("", None),
    ],
)
def test_days(text: str, day: str | None) -> None:
    assert (clocks.day(text) and str(clocks.day(text))) == day


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Wed, Nov 18, 2026 3:00PM", "15:00"),
        ("12:05 a.m.", "00:05"),
        ("12:05 pm", "12:05"),
        ("2026-11-18 15:00:03", "15:00"),
        ("25:00", None),
        ("10:75", None),
        ("3:1 in favour", None),
    ],
)
def test_hours(text: str, hour: str | None) -> None:
    assert clocks.wall(text) == hour


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0:32", 32),
        ("00:00:03.200", 3.2),
        ("00:00:03,200", 3.2),
        ("283:40", 17020),
        ("0:0:1.510", 1.51),
        ("100:00:01", 360001),
        ("1:2:3:4", None),
        ("x:10", None),
        ("12", None),
        ("٣:٠٠", 180),
    ],
)
def test_clocks(text: str, seconds: float | None) -> None:
    assert clocks.seconds(text) == seconds


def test_a_day_that_is_known_is_not_guessed_from_the_name() -> None:
    text = b"Sync\nDate: 3 May 2024\n\nAnn: hi\nBob: ho\n"
    assert str(read(text, name="2020-01-01 old.txt").date) == "2024-05-03"
    assert str(read(b"Ann: hi\nBob: ho\n", name="2020-01-01 old.txt").date) == "2020-01-01"


def test_people_come_without_screens_and_programs() -> None:
    listed = "Ann Lee, Bob, Ann Lee's Presentation, Fireflies.ai Notetaker Kim, [Eve Poe](mailto:eve@example.org)"
    assert headers.people(listed) == ("Ann Lee", "Bob", "Eve Poe")


def test_a_list_of_people_over_several_lines() -> None:
    text = "# Call\n\n## Participants\n\n- Ann Lee\n- Bob\n\n## Transcript\n\nAnn Lee: hi\n\nBob: ho\n"
    assert read(text.encode()).attendees == ("Ann Lee", "Bob")


HEAD = """# Alliance call

**Date:** 11 February 2024
**Venue:** Room 2, Town Hall (https://example.org/map)
**Chair:** Amal Haddad
**Minutes taken by:** Salman Mirza
**Apologies:** Pete, Nadia & Canon Ellis (unwell)

Amal Haddad: Welcome.

Salman Mirza: Hello.

Amal Haddad: Let us begin.
"""


def test_a_head_tells_place_chair_note_taker_and_who_is_away() -> None:
    found = read(HEAD.encode())
    assert (found.title, found.place) == ("Alliance call", "Room 2, Town Hall")
    assert (found.chair, found.note_taker) == ("Amal Haddad", "Salman Mirza")
    assert found.apologies == ("Pete", "Nadia", "Canon Ellis")
    assert not found.remarks


@pytest.mark.parametrize(
    "line",
    [
        "Apologies: none",
        "Apologies: n/a",
        "Apologies: sorry about the sound",
        "Absent: 3",
        "Minutes: approved",
        "Minutes: https://example.org/minutes",
        "Chair: Hello everybody, and welcome to the call.",
        "Chair: vacant",
        "Location: https://example.org/j/123?pwd=x",
        "Location: TBC",
        "Host: Amal Haddad",
    ],
)
def test_a_line_that_names_nobody_and_no_place_gives_none(line: str) -> None:
    found = read(f"Meeting: Call\n{line}\n\nAnn Lee: hi there\nBob Ray: ho\nAnn Lee: so\n".encode())
    assert (found.place, found.apologies, found.chair, found.note_taker) == (None, (), None, None)


def test_a_list_of_those_away_under_a_heading() -> None:
    people = "## Present\n\n- Ann Lee\n- Bob\n\n## Apologies\n\n- Pete\n- Nadia\n\n"
    text = f"# Call\n\n{people}## Transcript\n\nAnn Lee: hi\n\nBob: ho\n"
    found = read(text.encode())
    assert (found.attendees, found.apologies) == (("Ann Lee", "Bob"), ("Pete", "Nadia"))


def test_a_log_tells_chair_scribes_and_regrets() -> None:
    said = ["chair: ann", "scribe: kim", "regrets+ Pete, Nadia", "regrets+", "location: Room 2", "let us begin", "yes"]
    names = ["ann", "kim", "ann", "bob", "ann", "ann", "kim"]
    log = "".join(f"15:00:0{at} <{name}> {text}\n" for at, (name, text) in enumerate(zip(names, said, strict=True)))
    found = read(log.encode())
    assert (found.chair, found.note_taker, found.place) == ("ann", "kim", "Room 2")
    assert found.apologies == ("Pete", "Nadia", "bob")
    assert [turn.text for turn in found.turns] == ["let us begin", "yes"]


def test_our_own_json_keeps_place_chair_note_taker_and_who_is_away() -> None:
    found = read(HEAD.encode())
    again = read(found.model_dump_json(by_alias=True).encode())
    assert (again.place, again.chair, again.note_taker) == (found.place, found.chair, found.note_taker)
    assert again.apologies == found.apologies


def test_a_roster_names_those_in_the_head_too(tmp_path: Path) -> None:
    roster = tmp_path / "names.toml"
    roster.write_text('[names]\nPete = "Peter Lamb"\n"Amal Haddad" = "Amal H."\n', "utf-8")
    found = read(HEAD.encode(), roster=roster)
    assert (found.apologies, found.chair) == (("Peter Lamb", "Nadia", "Canon Ellis"), "Amal H.")
