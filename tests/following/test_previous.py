"""What was open from the meeting before comes first, with what this meeting says of it; and saved minutes are read."""

from pathlib import Path

import pytest

import minutes
from commands import run
from following.union import DAYS, evenings, heard
from minutes.checking import sheets
from minutes.cli.telling import DONE, FALLEN, REFUSED
from minutes.errors import MinutesError
from minutes.model import Earlier, Recap, Standing
from minutes.revising import veil as veiling
from minutes.writing import render, write
from minutes.writing.blocks import Heading
from minutes.writing.outline import outline

FORMATS = ("md", "docx", "html", "json")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The evenings as transcripts, `1.json` the minutes of the first, and `2.json` those of the second after it."""
    made = tmp_path_factory.mktemp("union")
    for number, evening in enumerate(evenings(), start=1):
        (made / f"t{number}.json").write_text(evening.model_dump_json())
    for number, before in ((1, None), (2, made / "1.json")):
        write(minutes.recap(minutes.read(made / f"t{number}.json"), previous=before), made / f"{number}.json")
    return made


@pytest.fixture(scope="module")
def third(folder: Path) -> Recap:
    return minutes.recap(minutes.read(folder / "t3.json"), previous=folder / "2.json")


def saved(path: Path) -> Recap:
    return Recap.model_validate_json(path.read_bytes())


def done(*arguments: str | Path) -> tuple[int, str, str]:
    """The exit code of a command, its page, and what it says beside."""
    ran = run(*arguments)
    return ran.returncode, ran.stdout, ran.stderr


def holding(recap: Recap, words: str) -> Earlier:
    (found,) = [one for one in recap.earlier if words in one.text]
    return found


def test_each_open_step_of_last_time_stands_with_what_was_said_of_it(folder: Path) -> None:
    second = saved(folder / "2.json")
    assert [one.state for one in second.earlier] == [
        *(Standing.DONE, Standing.OPEN, Standing.OPEN, Standing.DROPPED),
    ]
    lamp = holding(second, "lamp")
    assert [(piece.source, piece.quote) for piece in lamp.evidence] == [
        ("t1.json", "I'll ring the council about the street lamp by Friday.")
    ]
    assert lamp.said[-1].quote == "I rang the council about the street lamp on Thursday."
    assert lamp.said[-1].source is None
    assert holding(second, "damp").silent


def test_what_stays_open_is_carried_to_the_meeting_after_with_all_its_words(third: Recap) -> None:
    assert [(one.state, one.carried) for one in third.earlier] == [(Standing.DONE, 2), (Standing.OPEN, 2)]
    leaflets = holding(third, "leaflets")
    assert {piece.source for piece in leaflets.evidence} == {"t1.json", "t2.json"}
    assert [piece.quote for piece in leaflets.said] == ["Amal, did you print the leaflets?", "Yes, on Monday."]


def test_without_earlier_minutes_nothing_is_told_of_them() -> None:
    assert "earlier" not in minutes.recap(evenings()[0]).model_dump()


@pytest.mark.parametrize("form", FORMATS)
def test_it_stands_first_on_the_page_and_can_be_read_back_and_proved(
    folder: Path, third: Recap, form: str, tmp_path: Path
) -> None:
    page = tmp_path / f"page.{form}"
    write(third, page)
    blocks = sheets.parse(page.read_bytes(), page.name).blocks
    titles = [block.text for block in blocks if isinstance(block, Heading)]
    assert titles[0] == "From last time"
    if form != "md":  # which leaves out widths and long quotes
        assert blocks == outline(third).blocks
    transcript = minutes.read(folder / "t3.json")
    assert minutes.check(page, transcript, previous=folder / "2.json").stands
    alone = minutes.check(page, transcript).failing
    assert {f"From last time, row {row}" for row in (1, 2)} <= {one.place for one in alone}


def test_a_changed_state_does_not_stand(folder: Path, third: Recap, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    text = render(third, "md").decode()
    assert text.count("| open; ") == 1
    page.write_text(text.replace("| open; carried on", "| done; carried on"))
    report = minutes.check(page, minutes.read(folder / "t3.json"), previous=folder / "2.json")
    assert [one.place for one in report.failing] == ["From last time, row 2"]


def test_what_no_page_shows_is_proved_in_the_data(folder: Path, third: Recap, tmp_path: Path) -> None:
    assert third.reports
    page = tmp_path / "page.json"
    for old, new in (('"sense": "done"', '"sense": "dropped"'), ('"carried": 2', '"carried": 1')):
        text = render(third, "json").decode()
        assert old in text
        page.write_text(text.replace(old, new, 1))
        assert not minutes.check(page, minutes.read(folder / "t3.json"), previous=folder / "2.json").stands


def test_a_veil_covers_what_was_open(third: Recap) -> None:
    names = ("Dora Finch", "Omar Haddad", "Amal Nasser", "Petra Lind", "Ben Okoro")
    key = veiling.Veil(tuple(veiling.Stand(name, f"Member {number}") for number, name in enumerate(names, start=1)))
    hidden = veiling.veil(third, key)
    told = "".join(one.model_dump_json() for one in hidden.earlier)
    assert not any(part in told for name in names for part in name.split())
    assert [one.id for one in hidden.earlier] == ["earlier-1", "earlier-2"]
    assert not any(piece.placed for one in hidden.earlier for piece in (*one.evidence, *one.said))


@pytest.mark.parametrize(
    ("transcript", "previous", "told"),
    [
        ("t2.json", "2.json", "t2.json: the minutes of this very meeting; give those of the meeting before"),
        (
            "t1.json",
            "2.json",
            f"t2.json: a meeting of {DAYS[1]}, after this one of {DAYS[0]}; give the minutes of the meeting before",
        ),
        ("t2.json", "t1.json", "t1.json: no saved minutes; name those that were written as JSON"),
        ("t2.json", "no.json", "no.json: no such file or directory; name minutes that were saved as JSON"),
        ("t2.json", "series.json", "series.json: minutes of a series; name those of the meeting before alone"),
        (
            "t2.json",
            "old.json",
            "old.json: written by another version: schema minutes/recap/0; make it again from the transcript",
        ),
    ],
)
def test_what_are_no_earlier_minutes_is_refused(folder: Path, transcript: str, previous: str, told: str) -> None:
    write(minutes.recap([saved(folder / "1.json"), saved(folder / "2.json")]), folder / "series.json")
    (folder / "old.json").write_text((folder / "1.json").read_text().replace("recap/1", "recap/0"))
    with pytest.raises(MinutesError) as caught:
        minutes.recap(minutes.read(folder / transcript), previous=folder / previous)
    assert str(caught.value) == told


# --- on the command line


def test_transcripts_and_saved_minutes_make_one_series(folder: Path, tmp_path: Path) -> None:
    code, _, told = done("recap", folder / "t3.json", folder / "1.json", folder / "t2.json", "-o", tmp_path / "s.json")
    assert (code, told) == (
        DONE,
        "minutes: note: The meetings were not given in the order of their days; they are taken by their days.\n",
    )
    code, page, told = done("recap", tmp_path / "s.json")
    assert (code, told) == (DONE, "")
    again = done("recap", folder / "t1.json", folder / "t2.json", folder / "t3.json")[1]
    head = page[: page.index("## 1. ")]
    assert head == again[: again.index("## 1. ")]
    assert "# Minutes of 3 meetings" in head


def test_saved_minutes_alone_are_written_as_a_page(folder: Path, tmp_path: Path) -> None:
    code, _, told = done("recap", folder / "1.json", "-o", tmp_path / "page.docx")
    assert (code, told) == (DONE, "")
    assert (tmp_path / "page.docx").read_bytes() == render(saved(folder / "1.json"), "docx")


def test_the_meeting_before_can_be_named(folder: Path) -> None:
    code, page, _ = done("recap", folder / "t2.json", "--previous", folder / "1.json")
    assert code == DONE
    assert page.index("## From last time") < page.index("## Overview")
    assert done("recap", folder / "2.json", "--previous", folder / "1.json")[1] == page


def test_a_page_is_proved_with_the_meeting_before(folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    done("recap", folder / "t2.json", "--previous", folder / "1.json", "-o", page)
    assert done("check", page, folder / "t2.json", "--previous", folder / "1.json")[0] == DONE
    code, _, told = done("check", page, folder / "t2.json")
    assert code == FALLEN
    assert "the minutes that --previous names" in told
    code, learnt, _ = done("learn", page, folder / "t2.json", "--previous", folder / "1.json")
    assert (code, learnt.count("[[")) == (DONE, 0)


def test_ties_are_read_and_those_that_fit_nothing_are_told(folder: Path, tmp_path: Path) -> None:
    ties = tmp_path / "ties.toml"
    ties.write_text(
        '[[untie]]\nwords = ["ring the council", "rang the council"]\n[[tie]]\nwords = ["x y z", "council"]\n'
    )
    code, page, told = done("recap", folder / "1.json", folder / "2.json", "--ties", ties)
    assert code == DONE
    assert told == 'minutes: note: ties.toml: "x y z": nothing that was found in these meetings rests on these words\n'
    assert "| Ring the council about the street lamp | Fri 8 Mar 2024 | open; " in page


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("1.json", "2.json", "--previous", "1.json"),
            "--previous goes with one meeting, and several files were given",
        ),
        (("1.json", "--ties", "ties.toml"), "--ties speaks of several meetings, and one was given"),
        (("1.json", "--date", "2024-03-05"), "--date needs the transcript, and the minutes that were made from it"),
        (("1.json", "--withhold", "turns 1-2"), "--withhold needs the transcript"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(
    folder: Path, arguments: tuple[str, ...], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    code, page, error = done("recap", *arguments)
    assert (code, page) == (2, "")
    assert told in error


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '{"schema": "minutes/recap/0", "title": "a"}',
            "written by another version: schema minutes/recap/0; make it again from the transcript",
        ),
        ('{"schema": "minutes/recap/1", "title": }', "not valid JSON: expecting value; write it again from the recap"),
        ('{"schema": "minutes/recap/1", "titel": "a"}', "field title: field required; write it again from the recap"),
    ],
)
def test_broken_minutes_are_refused_and_nothing_is_written(folder: Path, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "bad.json").write_text(text)
    code, _, error = done("recap", tmp_path / "bad.json", folder / "1.json", "-o", tmp_path / "page.md")
    assert (code, (tmp_path / "page.md").exists()) == (REFUSED, False)
    assert error.startswith("minutes: error: ")
    assert error.endswith(f"{told}\n")


def test_the_minutes_before_are_never_written_over(folder: Path) -> None:
    held = (folder / "1.json").read_bytes()
    code, _, _ = done("recap", folder / "t2.json", "--previous", folder / "1.json", "-o", folder / "1.json")
    assert code == REFUSED
    assert (folder / "1.json").read_bytes() == held


def test_an_undated_meeting_comes_last_and_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(heard("Amal: Hello.\nOmar: Hello.", "x").model_dump_json())
    code, page, told = done("recap", tmp_path / "x.json", folder / "1.json")
    assert code == DONE
    assert "2\\. Evening of the union\n" in page
    assert "minutes: note: Nothing says on which day it was, so it comes last: x.json.\n" in told
