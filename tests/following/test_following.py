"""What became of things from one meeting to the next, only as the words say it."""

import warnings
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

import minutes
from following.union import DAYS, FIRST, SECOND, THIRD, evenings, heard, saved
from minutes.errors import MinutesWarning, RulesError
from minutes.following import Followed, Ties, follow
from minutes.following.people import Roster
from minutes.following.ties import load, parse
from minutes.model import Decision, Evidence, NextStep, Ownership, Recap, Report, Sense, Series, Speaker, State, Thread
from minutes.revising import veil as veiling
from minutes.writing import render


@pytest.fixture(scope="module")
def recaps() -> list[Recap]:
    return [minutes.recap(one) for one in evenings()]


@pytest.fixture(scope="module")
def series(recaps: list[Recap]) -> Series:
    return follow(recaps).series


def thread(series: Series, words: str, kind: str = "next_step") -> Thread:
    (found,) = [one for one in series.threads if words in one.title and one.kind == kind]
    return found


def quotes(thread: Thread) -> list[tuple[str | None, str]]:
    return [(piece.source, piece.quote) for piece in thread.evidence]


# --- next steps


def test_a_step_is_done_when_its_owner_says_so_and_is_shown_with_the_words_on_both_sides(series: Series) -> None:
    lamp = thread(series, "street lamp")
    assert (lamp.state, lamp.owners, lamp.carried, lamp.silent) == ("done", ("Omar Haddad",), 1, False)
    assert quotes(lamp) == [
        ("1.txt", "I'll ring the council about the street lamp by Friday."),
        ("2.txt", "What about the lamp?"),
        ("2.txt", "I rang the council about the street lamp on Thursday."),
    ]
    assert lamp.due == date(2024, 3, 8)


def test_a_step_that_is_given_up_is_dropped(series: Series) -> None:
    assert thread(series, "stall").state == "dropped"


def test_a_step_is_carried_on_while_its_owner_is_silent(series: Series) -> None:
    damp = thread(series, "damp")
    assert (damp.state, damp.carried, damp.silent) == ("open", 2, True)
    assert [item.recap for item in damp.items] == [0]


def test_a_step_that_is_promised_again_is_the_same_step(series: Series) -> None:
    leaflets = thread(series, "leaflets")
    assert (leaflets.state, leaflets.carried) == ("done", 2)
    assert [item.recap for item in leaflets.items] == [0, 1, 1, 2]
    assert quotes(leaflets)[-2:] == [("3.txt", "Amal, did you print the leaflets?"), ("3.txt", "Yes, on Monday.")]


def test_every_next_step_is_in_one_thread(series: Series) -> None:
    steps = {(at, one.id) for at, recap in enumerate(series.recaps) for one in recap.next_steps}
    items = Counter((item.recap, item.id) for one in series.threads if one.kind == "next_step" for item in one.items)
    assert {place: items[place] for place in steps} == dict.fromkeys(steps, 1)
    assert len(steps) == 6


def test_the_food_coop_of_the_samples_three_weeks_later() -> None:
    samples = Path(__file__).parents[2] / "sample_transcripts"
    found = minutes.recap(
        [minutes.read(samples / name) for name in ("2024-10-03-food-coop.md", "2024-10-24-food-coop.docx")]
    )
    states = {one.title: one.state for one in found.threads if len({item.recap for item in one.items}) > 1}
    assert states == {
        "Ring the mill and get a price": "done",
        "Ask Father Keane for the hall": "done",
        "Make an order sheet": "done",
        "Open a bank account for the co-op": "open",
        "Print two hundred": "dropped",
        "The group goes with Saturday at noon as the collection day.": "superseded",
    }


def later(*said: tuple[str, str], first: str = "Omar Haddad: I'll ring the council about the street lamp.") -> str:
    """What became of the first step after a second meeting in which this was said."""
    second = "\n".join(
        f"{speaker}: {text}" for speaker, text in (*said, ("Dora Finch", "Good."), ("Omar Haddad", "Bye."))
    )
    one = heard(f"{first}\nDora Finch: Thanks.", "1.txt", DAYS[0])
    two = heard(second, "2.txt", DAYS[1])
    (found, *_) = [t for t in follow([minutes.recap(one), minutes.recap(two)]).series.threads if t.kind == "next_step"]
    return found.state


@pytest.mark.parametrize(
    ("speaker", "text", "state"),
    [
        ("Omar Haddad", "I rang the council about the street lamp.", "done"),
        ("Omar Haddad", "I rang the council.", "done"),
        ("Omar Haddad", "I spoke to the council about the lamp.", "done"),
        ("Dora Finch", "Omar rang the council about the lamp.", "done"),
        ("Dora Finch", "I rang the council about the street lamp.", "open"),
        ("Omar Haddad", "I rang the surgery.", "open"),
        ("Omar Haddad", "I painted the street lamp for the council.", "open"),
        ("Omar Haddad", "I rang the council about the bins.", "open"),
        ("Omar Haddad", "If I rang the council about the street lamp, they would laugh.", "open"),
        ("Omar Haddad", "I'll ring the council about the street lamp tomorrow.", "open"),
        ("Omar Haddad", "I haven't rung the council about the street lamp.", "open"),
        ("Omar Haddad", "I've given up on the council and the street lamp.", "dropped"),
        ("Omar Haddad", "I've dropped the yoga class.", "open"),
    ],
)
def test_only_words_that_say_so_close_a_step(speaker: str, text: str, state: str) -> None:
    assert later((speaker, text)) == state


def test_the_last_word_counts() -> None:
    done, again = "I rang the council about the street lamp.", "I'll ring the council about the street lamp on Monday."
    assert later(("Omar Haddad", done), ("Omar Haddad", again)) == "open"
    assert later(("Omar Haddad", again), ("Omar Haddad", done)) == "done"


def test_of_two_steps_that_may_be_meant_none_is_closed() -> None:
    texts = ("Send the flyer to the school", "Send the flyer to the surgery")
    steps = tuple(step(text, "Omar") for text in texts)
    first = made(next_steps=steps, speakers=(speaker("Omar"),))
    for said, states in [("I sent the flyer.", ["open", "open"]), ("I sent the school the flyer.", ["done", "open"])]:
        second = made(title="2", reports=(report(said, "Omar"),), speakers=(speaker("Omar"),))
        assert [one.state for one in follow([first, second]).series.threads] == states


# --- decisions


def test_a_decision_is_in_force_until_another_takes_its_place(series: Series) -> None:
    states = {one.title: one.state for one in series.threads if one.kind == "decision"}
    assert sorted(states.values()) == ["in force", "in force", "superseded"]
    old = next(one for one in series.threads if one.state == "superseded")
    assert "Tuesdays" in old.title
    assert [source for source, _ in quotes(old)] == ["1.txt", "2.txt"]


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        ("The fee is four pounds a year.", "The deposit is six pounds a year.", "in force"),
        ("The membership fee is four pounds a year.", "The membership fee is six pounds a year.", "superseded"),
        ("The membership fee is four pounds a year.", "The membership fee is four pounds a year.", "in force"),
        ("The union joins the rent strike.", "The union does not join the rent strike.", "superseded"),
        ("The union joins the rent strike.", "The library group plants an orchard.", "in force"),
        (
            "The next meeting is on 3 May at the library hall.",
            "The next meeting is on 7 June at the library hall.",
            "in force",
        ),
    ],
)
def test_only_another_settlement_of_the_same_matter_takes_the_place_of_a_decision(
    old: str, new: str, state: str
) -> None:
    found = follow([made(decisions=(decision(old),), title="1"), made(decisions=(decision(new),), title="2")])
    assert found.series.threads[0].state == state


# --- proposals


def test_a_proposal_is_followed_with_its_figures(series: Series) -> None:
    survey = thread(series, "rent survey", "proposal")
    assert survey.state == "running"
    assert [item.recap for item in survey.items] == [0, 1, 2]
    page = render(series, "md").decode()
    assert "2: “it went from twelve answers to forty.”; 3: “it went from forty answers to ninety.”" in page


# --- people


def test_a_shorter_name_is_the_same_person_unless_two_bear_it() -> None:
    def roster(*meetings: Sequence[str]) -> Roster:
        return Roster([made(speakers=tuple(map(speaker, names))) for names in meetings])

    one = roster(["Omar"], ["Omar Haddad"])
    assert one.person(0, "Omar") == one.person(1, "Omar Haddad")
    two = roster(["Omar"], ["Omar Haddad"], ["Omar Said"])
    assert two.person(0, "Omar") not in (two.person(1, "Omar Haddad"), two.person(2, "Omar Said"))
    letter = roster(["Layla B"], ["Layla Benmoussa", "Layla Haddad"])
    assert letter.person(0, "Layla B").name == "Layla Benmoussa"
    beside = roster(["Omar", "Omar Haddad"])
    assert beside.person(0, "Omar") != beside.person(0, "Omar Haddad")


def test_the_label_of_a_machine_is_somebody_else_in_each_meeting() -> None:
    roster = Roster([made(speakers=(speaker("SPEAKER_01"),)), made(speakers=(speaker("SPEAKER_01"),))])
    assert roster.person(0, "SPEAKER_01") != roster.person(1, "SPEAKER_01")


# --- the meetings themselves


def test_meetings_are_taken_by_their_days_and_what_is_odd_is_told(recaps: list[Recap]) -> None:
    undated = minutes.recap(heard("Amal: Hello.\nOmar: Hello.", "x.txt"))
    found = follow([undated, recaps[2], recaps[0], recaps[1], recaps[0]])
    assert [recap.sources[0].name for recap in found.series.recaps] == ["1.txt", "2.txt", "3.txt", "x.txt"]
    assert found.notes == (
        "The same meeting was given twice and is taken once: 1.txt.",
        "The meetings were not given in the order of their days; they are taken by their days.",
        "Nothing says on which day it was, so it comes last: x.txt.",
    )


def test_a_meeting_without_a_day_takes_the_place_of_nothing_and_nobody_was_silent_in_it(recaps: list[Recap]) -> None:
    undated = [recap.model_copy(update={"date": None}) for recap in recaps]
    first_lost = follow([undated[0], *recaps[1:]]).series
    last = len(first_lost.recaps) - 1
    tied = [thread for thread in first_lost.threads if thread.kind == "decision" and thread.state == "superseded"]
    assert all(item.recap != last for thread in tied for item in thread.items)
    assert {thread.state for thread in follow(undated).series.threads if thread.kind == "decision"} == {
        thread.state for thread in follow(recaps).series.threads if thread.kind == "decision"
    }


def test_where_something_stands_can_be_said_by_hand(tmp_path: Path, recaps: list[Recap]) -> None:
    steps = [thread for thread in follow(recaps).series.threads if thread.kind == "next_step"]
    was = next(thread for thread in steps if thread.state == "open")
    words = was.evidence[0].quote.replace('"', "")
    (tmp_path / "t.toml").write_text(f'[[stands]]\nwords = "{words}"\nstate = "done"\n', "utf-8")
    found = follow(recaps, load(tmp_path / "t.toml"))
    assert next(thread for thread in found.series.threads if thread.items == was.items).state == "done"
    assert found.stale == ()


def test_of_two_recaps_of_one_meeting_the_corrected_one_is_taken(recaps: list[Recap]) -> None:
    corrected = recaps[0].model_copy(update={"state": State.CORRECTED})
    assert follow([recaps[0], corrected, recaps[1]]).series.recaps[0].state is State.CORRECTED


def test_in_python_what_is_odd_is_a_warning(recaps: list[Recap]) -> None:
    with pytest.warns(MinutesWarning, match="taken once"):
        minutes.recap([recaps[0], recaps[0]])


def test_a_series_of_transcripts_is_that_of_their_saved_recaps(recaps: list[Recap], series: Series) -> None:
    assert minutes.recap(evenings()) == series
    assert follow([saved(one) for one in recaps]).series == series
    assert Series.model_validate_json(series.model_dump_json()) == series


def test_the_same_meetings_give_the_same_bytes(recaps: list[Recap], series: Series) -> None:
    again = follow([saved(one) for one in reversed(recaps)]).series
    assert again.model_dump_json() == series.model_dump_json()
    assert render(again, "docx") == render(series, "docx")


def test_a_meeting_and_an_empty_series_are_series_too() -> None:
    assert follow([]) == Followed(Series(recaps=()), (), ())
    assert follow([Recap(title="Quiet call")]).series.threads == ()


# --- ties that a person makes or undoes


def tied(recaps: list[Recap], text: str) -> Followed:
    return follow(recaps, parse(text, "ties.toml"))


def test_a_person_ties_what_no_word_ties(recaps: list[Recap]) -> None:
    words = 'words = ["write to the landlord about the damp", "running the rent survey from door to door, and"]'
    found = tied(recaps, f"[[tie]]\n{words}\n")
    assert found.stale == ()  # the words are there; but a step and a proposal are no one matter
    assert thread(found.series, "damp").state == "open"
    words = 'words = ["I\'ll write to the landlord about the damp", "I rang the council about the street lamp"]'
    assert thread(tied(recaps, f"[[tie]]\n{words}\n").series, "damp").state == "done"
    dropped = tied(recaps, f'[[tie]]\n{words}\nstate = "dropped"\nwhy = "told me in the hall"\n')
    assert thread(dropped.series, "damp").state == "dropped"


def test_a_person_unties_what_is_not_one(recaps: list[Recap]) -> None:
    words = 'words = ["I\'ll ring the council about the street lamp", "i rang the council about the STREET lamp"]'
    found = tied(recaps, f"[[untie]]\n{words}\n")
    assert thread(found.series, "lamp").state == "open"
    assert found.stale == ()
    words = 'words = ["meets at the library on Tuesdays", "meets at the library on Thursdays"]'
    states = [one.state for one in tied(recaps, f"[[untie]]\n{words}\n").series.threads if one.kind == "decision"]
    assert states == ["in force"] * 3


def test_a_tie_that_fits_nothing_is_told(recaps: list[Recap]) -> None:
    found = tied(recaps, '[[tie]]\nwords = ["nobody said this", "I rang the council"]\n')
    assert found.stale == ('"nobody said this": nothing that was found in these meetings rests on these words',)
    found = tied(recaps, '[[untie]]\nwords = ["ring the council", "print the leaflets next week"]\n')
    assert found.stale == ('"ring the council" and "print the leaflets next week" are words of one meeting',)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[tie]]\n", "spring.toml, tie 1, words: is missing; see docs/series.md"),
        (
            '[[tie]]\nwords = ["a"]\n',
            'spring.toml, tie 1, words: must be the words of both sides: ["one", "two"]; see docs/series.md',
        ),
        (
            '[[untie]]\nwords = ["a", "?"]\n',
            "spring.toml, untie 1, words: holds no words on one side; see docs/series.md",
        ),
        (
            '[[untie]]\nwords = ["a", "b"]\nstate = "done"\n',
            "spring.toml, untie 1, state: is not known here; see docs/series.md",
        ),
        ("[[bind]]\n", "spring.toml, bind: is not known here; see docs/series.md"),
        (
            "[tie]\n",
            "spring.toml, tie: must be written as a table: [[tie]], [[untie]] or [[stands]]; see docs/series.md",
        ),
        ("[[tie]\n", "spring.toml, line 1: Expected ']]' at the end of an array declaration; mend it"),
        (
            '[[tie]]\nwords = ["a", "b"]\nstate = "gone"\n',
            "spring.toml, tie 1, state: 'gone' is no state; the states are 'open', 'done', 'dropped', 'in force', "
            "'superseded', 'proposed', 'running', 'rejected'; see docs/series.md",
        ),
    ],
)
def test_a_mistake_in_a_file_of_ties_is_told_by_its_place(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "spring.toml").write_text(text)
    with pytest.raises(RulesError) as caught:
        load(tmp_path / "spring.toml")
    assert str(caught.value) == told


# --- the page and its veil


def test_the_page_says_what_changed_and_who_owes_what(series: Series) -> None:
    page = render(series, "md").decode()
    changed = page[page.index("## What changed since last time") : page.index("## Next steps by owner")]
    assert "- Print the leaflets" in changed
    assert "*done; Amal Nasser*" in changed
    assert "*new next step; Omar Haddad; by Sun 7 Apr 2024*" in changed
    assert "stall" not in changed
    steps = page[page.index("## Next steps by owner") : page.index("## Decisions and whether they stand")]
    assert "carried on through 2 meetings; the owner was there since, and nothing was found about it" in steps
    links = page[page.index("## Links of all meetings") : page.index("## 1. ")]
    assert links.count("](https://example.org/plan)") == 1
    assert "*meeting 1, 2*" in links


def test_a_veiled_series_has_no_name_in_its_threads(series: Series) -> None:
    names = ("Dora Finch", "Omar Haddad", "Amal Nasser", "Petra Lind", "Ben Okoro")
    people = tuple(veiling.Stand(name, f"Member {number}") for number, name in enumerate(names, start=1))
    hidden = veiling.veil(series, veiling.Veil(people))
    told = "".join(one.model_dump_json() for one in hidden.threads)
    assert not any(part in told for name in names for part in name.split())
    assert thread(hidden, "lamp").owners == ("Member 2",)
    ids = [
        {one.id for kind in (r.next_steps, r.reports, r.decisions, r.proposals) for one in kind} for r in hidden.recaps
    ]
    assert all(item.id in ids[item.recap] for one in hidden.threads for item in one.items)


# --- made records


def speaker(name: str) -> Speaker:
    return Speaker(name=name, labels=(name,), turns=1, words=1)


def piece(quote: str, who: str = "Dora") -> Evidence:
    return Evidence(turn=0, speaker=who, start=None, char_start=0, char_end=len(quote), quote=quote)


def decision(text: str) -> Decision:
    return Decision(id=text[:20] + str(len(text)), text=text, rule="made", evidence=(piece(text),))


def step(text: str, owner: str) -> NextStep:
    words = (piece(f"I'll do it: {text}", owner),)
    return NextStep(id=text, text=text, rule="made", owners=(owner,), ownership=Ownership.NAMED, evidence=words)


def report(text: str, who: str) -> Report:
    return Report(id=text, sense=Sense.DONE, speaker=who, rule="made", evidence=(piece(text, who),))


def made(**fields: object) -> Recap:
    return Recap(**{"title": "Call", **fields})  # type: ignore[arg-type]


def test_what_is_said_twice_in_the_same_words_is_one_thing() -> None:
    mill, rang = step("Ring the mill", "Amal"), report("I rang the mill.", "Amal")
    amal = (speaker("Amal"),)
    first, second = (
        made(next_steps=(mill, mill), speakers=amal),
        made(title="2", reports=(rang, rang), speakers=amal),
    )
    (found,) = follow([first, second]).series.threads
    assert (found.state, [(item.recap, item.id) for item in found.items]) == ("done", [(0, mill.id), (1, rang.id)])


def test_no_ties_are_the_same_as_none(recaps: list[Recap]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert follow(recaps, Ties()) == follow(recaps)
        assert len({FIRST, SECOND, THIRD}) == 3
