"""What of a recap can be searched: a line for each finding, with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date as Date
from typing import NamedTuple

from minutes.model import Decision, Evidence, Finding, Outcome, Recap

BREAK = " \ue000 "
"""Between two pieces in one text: a letter that nobody types, so that no phrase reaches from one into the next."""

IN_FORCE = "in force"
"""How a decision stands until another takes its place."""


class Line(NamedTuple):
    """One finding of a recap, all its texts exactly as they stand there."""

    kind: str
    item: str
    """The id of the finding; empty where it has none."""
    text: str
    owners: tuple[str, ...]
    """Whose it is: who does it, proposed it, raised it, gave or shared it, or said it."""
    evidence: tuple[Evidence, ...]
    said: tuple[str, ...]
    """The words it rests on, in the mouths of those who said them."""
    state: str | None = None
    """How it stands by itself, before later meetings are asked."""
    due: Date | None = None
    beside: tuple[str, ...] = ()
    """What else it is looked for by: title and channels of a proposal, what a link was called."""


def lines(recap: Recap) -> Iterator[Line]:
    """The findings in the order of the recap."""
    for idea in recap.proposals:
        found = _line("proposal", idea, idea.proposers, idea.status.value)
        said = _pieces(*found.said, *idea.outcomes, idea.quote, idea.takeaway)
        yield found._replace(said=said, beside=_pieces(idea.title, *idea.channels))
    for challenge in recap.challenges:
        yield _line("challenge", challenge, (challenge.raised_by,))
    for advice in recap.advice:
        yield _line("advice", advice, (advice.given_by,))
    for decision in recap.decisions:
        yield _line("decision", decision, state=_standing(decision))
    for step in recap.next_steps:
        yield _line("next_step", step, step.owners, "open")._replace(due=step.due)
    for question in recap.questions:
        yield _line("question", question, (question.raised_by,), "open")
    for link in recap.resources:
        evidence, owners = link.evidence, _pieces(link.shared_by)
        yield Line("resource", link.id, link.url, owners, evidence, _quotes(evidence), beside=(link.label,))
    for speaker in recap.speakers:
        if speaker.background:
            evidence = speaker.evidence
            yield Line("speaker", "", speaker.background, (speaker.name,), evidence, _quotes(evidence))
    for piece in recap.closing:
        yield Line("closing", "", piece.quote, _pieces(piece.speaker), (piece,), _quotes((piece,)))


def _line(kind: str, found: Finding, owners: Iterable[str | None] = (), state: str | None = None) -> Line:
    return Line(kind, found.id, found.text, _pieces(*owners), found.evidence, _quotes(found.evidence), state)


def _quotes(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return _pieces(*(one.quote for one in evidence))


def _pieces(*texts: str | None) -> tuple[str, ...]:
    """What is there of the texts, each once."""
    return tuple(dict.fromkeys(filter(None, texts)))


def _standing(decision: Decision) -> str:
    return Outcome.LEFT_OPEN.value if decision.outcome is Outcome.LEFT_OPEN else IN_FORCE
