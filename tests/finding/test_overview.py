"""The overview: three to six sentences that say what a meeting did."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import minutes
from minutes.finding.wording.overview import overview
from minutes.model import Decision, Evidence, NextStep, Outcome, Ownership, Proposal, Question, Recap, Speaker, Status

PIECE = Evidence(turn=0, speaker="Ines", start=None, char_start=0, char_end=3, quote="Yes")
BASE: dict[str, Any] = {"id": "0", "rule": "r", "evidence": (PIECE,)}
HELD = date(2024, 5, 1)


def speaker(name: str) -> Speaker:
    return Speaker(name=name, labels=(name,), turns=1, words=2)


def proposal(name: str, status: Status = Status.PROPOSED, proposer: str = "Omar") -> Proposal:
    return Proposal(**BASE, text="x.", title=name, status=status, proposers=(proposer,))


def step(owner: str | None, text: str = "Do it", due: date | None = None) -> NextStep:
    kind = Ownership.NAMED if owner else Ownership.GROUP
    return NextStep(**BASE, text=text, owners=(owner,) if owner else (), ownership=kind, due=due)


def decision(text: str, outcome: Outcome = Outcome.CARRIED, settles: str | None = None) -> Decision:
    return Decision(**BASE, text=text, outcome=outcome, settles=settles)


def test_of_an_empty_meeting() -> None:
    assert overview(Recap(title="Meeting")) == (
        "No proposal was put forward.",
        "Nothing was settled.",
        "No next step was agreed.",
    )


def test_one_of_each_is_told_in_the_singular() -> None:
    recap = Recap(
        title="Meeting",
        date=HELD,
        speakers=(speaker("Ines"),),
        proposals=(proposal("A soup day", proposer="Ines"),),
        decisions=(decision("The soup day is on a Sunday."),),
        next_steps=(step("Ines", "Ring the baker", date(2024, 5, 3)),),
        questions=(Question(**BASE, text="Who pays for the bread?"),),
    )
    assert overview(recap) == (
        "Ines spoke alone.",
        "One proposal was put forward: “A soup day” (Ines).",
        "One matter was settled: the soup day is on a Sunday.",
        "Ines is to ring the baker by Friday, 3 May.",
        "One question stays open: “Who pays for the bread?”",
    )


def test_several_are_told_in_the_plural() -> None:
    recap = Recap(
        title="Meeting",
        date=HELD,
        chair="Rosa",
        speakers=tuple(map(speaker, ("Ines", "Omar", "Rosa"))),
        proposals=(proposal("A soup day"), proposal("A choir"), proposal("The log", Status.RUNNING, "Ines")),
        decisions=(
            decision("The group will hold a soup day."),
            decision("The group will keep the hall until June."),
            decision("The group turned down a choir.", Outcome.REJECTED),
        ),
        next_steps=(step("Ines", "Ring the baker", date(2024, 5, 3)), step("Omar"), step("Omar"), step(None)),
        questions=(Question(**BASE, text="Who pays for the bread?"), Question(**BASE, text="When is the hall free?")),
    )
    assert overview(recap) == (
        "Ines, Omar and Rosa spoke, and Rosa led the meeting.",
        "Two proposals were put forward: “A soup day” (Omar) and “A choir” (Omar); "
        "one activity was presented: “The log” (Ines).",
        "Two matters were settled: the group will hold a soup day and the group will keep the hall until June; "
        "one matter was turned down: the group turned down a choir.",
        "Ines and Omar took on three next steps, one with a date; first, Ines is to ring the baker by Friday, 3 May.",
        "One next step is for the whole group.",
        "Two questions stay open: “Who pays for the bread?” and “When is the hall free?”",
    )


def test_of_many_the_first_are_told_and_how_many_there_are() -> None:
    names = [f"Person {number}" for number in range(7)]
    recap = Recap(
        title="Meeting",
        chair="Person 0",
        speakers=tuple(map(speaker, names)),
        proposals=tuple(proposal(f"Idea {number}") for number in range(6)),
        next_steps=tuple(step(name) for name in names),
    )
    met, proposed, _, promised = overview(recap)
    assert met == "Seven people spoke, and Person 0 led the meeting."
    assert proposed == (
        "Six proposals were put forward, among them: “Idea 0” (Omar), “Idea 1” (Omar) and “Idea 2” (Omar)."
    )
    assert promised == "Seven people took on seven next steps."


def test_what_settles_a_proposal_is_told_first() -> None:
    decisions = [decision(f"The group will meet in room {number}.") for number in range(4)]
    recap = Recap(title="Meeting", decisions=(*decisions, decision("The group will hold a fair.", settles="1")))
    assert "among them: the group will hold a fair," in overview(recap)[1]


UNTOLD = [
    "Ines said: “Yes, let us.”",
    "Agreed: the blue one.",
    "The group will do it.",
    "The group will " + "walk " * 30,
]


@pytest.mark.parametrize("text", UNTOLD)
def test_what_cannot_be_told_in_passing_is_only_counted(text: str) -> None:
    assert overview(Recap(title="Meeting", decisions=(decision(text),)))[1] == "One matter was settled."


@pytest.mark.parametrize("text", ["Ring them", "Send “the list”", "Mind"])
def test_a_step_that_is_not_understood_by_itself_is_only_counted(text: str) -> None:
    recap = Recap(title="Meeting", next_steps=(step("Ines", text, date(2024, 5, 3)),))
    assert overview(recap)[2] == "Ines took on one next step, with a date."


SAMPLES = ["2024-02-11-alliance-call.vtt", "2024-03-13-elmgrove-tenants-union.txt", "2024-10-03-food-coop.md"]


@pytest.mark.parametrize("sample", SAMPLES)
def test_all_that_is_told_stands_in_the_findings(samples: Path, sample: str) -> None:
    recap = minutes.recap(minutes.read(samples / sample))
    assert 3 <= len(recap.overview) <= 6
    findings = (*recap.proposals, *recap.decisions, *recap.next_steps, *recap.questions)
    held = recap.model_copy(update={"overview": ()}).model_dump_json().lower()
    for figure in re.findall(r"\d+", " ".join(recap.overview)):
        assert figure in held
    for quoted in re.findall(r"“([^”]*)”", " ".join(recap.overview)):
        assert any(quoted in (getattr(one, "title", ""), one.text) for one in findings)
