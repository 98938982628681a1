"""Recaps of invented meetings, and folders of them."""

from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from minutes.model import (
    Advice,
    Challenge,
    Decision,
    Evidence,
    NextStep,
    Ownership,
    Proposal,
    Question,
    Recap,
    Report,
    Resource,
    Sense,
    Source,
    Speaker,
    Status,
)

STORE = ".minutes.sqlite"


def said(speaker: str, quote: str, turn: int = 0, start: float | None = None) -> tuple[Evidence, ...]:
    return (Evidence(turn=turn, speaker=speaker, start=start, char_start=0, char_end=len(quote), quote=quote),)


def step(id: str, text: str, owner: str | None = None, due: date | None = None, quote: str | None = None) -> NextStep:
    return NextStep(
        id=id,
        text=text,
        rule="r",
        owners=(owner,) if owner else (),
        ownership=Ownership.NAMED if owner else Ownership.NOBODY,
        due=due,
        evidence=said(owner or "Ines", quote or f"I'll {text.lower()}.", turn=12, start=73.2),
    )


def meeting(name: str, day: str | None = None, **findings: Any) -> Recap:
    """The recap of the transcript of this name."""
    source = Source(name=f"{name}.vtt", format="vtt", sha256=sha256(name.encode()).hexdigest())
    return Recap(title=name, date=date.fromisoformat(day) if day else None, sources=(source,), **findings)


def spring() -> Recap:
    """A meeting with a finding of every kind."""
    return meeting(
        "Spring call",
        "2024-02-11",
        proposals=(
            Proposal(
                id="p1",
                text="Lena proposes a stall at the market.",
                title="A stall at the market",
                rule="r",
                proposers=("Lena Vogt",),
                status=Status.RUNNING,
                outcomes=("forty people signed up",),
                evidence=said("Lena Vogt", "Let's run a stall, forty people signed up last time"),
            ),
        ),
        challenges=(
            Challenge(
                id="c1",
                text="The hall is too cold.",
                rule="r",
                raised_by="Omar",
                evidence=said("Omar", "it's freezing"),
            ),
        ),
        advice=(
            Advice(
                id="a1", text="Ring early.", rule="r", given_by="José Pérez", evidence=said("José Pérez", "ring early")
            ),
        ),
        decisions=(Decision(id="d1", text="The group meets on Tuesdays.", rule="r", evidence=said("Ines", "agreed")),),
        next_steps=(
            step("n1", "Post the vacancy on the job board", "Omar", date(2024, 2, 16)),
            step("n2", "Print the leaflets", "Lena Vogt", quote="I'd best get leaflets printed at the corner shop"),
        ),
        questions=(
            Question(
                id="q1", text="Who has the key?", rule="r", raised_by="Ines", evidence=said("Ines", "who has it?")
            ),
        ),
        resources=(
            Resource(
                id="l1",
                url="https://example.org/rota",
                label="the café rota",
                shared_by="Omar",
                evidence=said("Omar", "it's in the chat"),
            ),
        ),
        speakers=(
            Speaker(
                name="Ines",
                labels=("Ines",),
                background="I keep bees",
                turns=3,
                words=30,
                evidence=said("Ines", "I keep bees"),
            ),
        ),
        closing=said("Amal", "that was a grand evening"),
    )


def summer() -> Recap:
    """A later meeting, in which one of the next steps is reported done."""
    quote = "I posted the vacancy on the job board on Monday."
    return meeting(
        "Summer call",
        "2024-06-02",
        next_steps=(step("n3", "Water the allotment", "Amal"),),
        reports=(Report(id="r1", sense=Sense.DONE, speaker="Omar", rule="r", evidence=said("Omar", quote)),),
        speakers=(Speaker(name="Omar", labels=("Omar",), turns=3, words=30),),
    )


def save(folder: Path, **recaps: Recap) -> Path:
    """The folder with these recaps, each as NAME.json."""
    folder.mkdir(exist_ok=True)
    for name, recap in recaps.items():
        (folder / f"{name}.json").write_text(recap.model_dump_json(indent=2) + "\n", "utf-8")
    return folder
