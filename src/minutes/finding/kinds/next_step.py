"""Next steps: `Kambiz will send the sheet to Salman by Friday.`"""

from __future__ import annotations

from collections import defaultdict

from minutes.finding.exchanges import Commitment, Rejected, commitments
from minutes.finding.meeting import Meeting, identity
from minutes.finding.wording.steps import Clause, steps
from minutes.inflection import used
from minutes.likeness import alike
from minutes.model import Evidence, NextStep, Ownership

_BEFORE = 4
"""Sentences before a task in which what its pronouns mean is looked for."""


def find(meeting: Meeting) -> tuple[list[NextStep], list[Rejected]]:
    """What somebody, or the group, is to do after the meeting, and what only looked so."""
    found, rejected = commitments(meeting.scene, meeting.weights["next-step"])
    texts = steps([_clause(meeting, one) for one in found])
    return _once([_step(meeting, one, text) for one, text in zip(found, texts, strict=True)]), rejected


def _once(steps: list[NextStep]) -> list[NextStep]:
    """The steps without those that another tells as well, on the same words."""
    on: dict[Evidence, list[NextStep]] = defaultdict(list)
    again: set[int] = set()
    for at, step in sorted(enumerate(steps), key=lambda one: (one[1].due is None, -len(one[1].evidence))):
        if any(_tells(other, step) for other in on[step.evidence[0]]):
            again.add(at)
        else:
            for piece in step.evidence:
                on[piece].append(step)
    return [step for at, step in enumerate(steps) if at not in again]


def _tells(whole: NextStep, part: NextStep) -> bool:
    same = (whole.owners, whole.ownership) == (part.owners, part.ownership)
    return same and set(part.evidence) <= set(whole.evidence) and alike(part.text, whole.text) == 1


def _step(meeting: Meeting, one: Commitment, text: str) -> NextStep:
    sentences = meeting.talk.sentences
    earlier = {n: sentences[n].text for n in _earlier(meeting, one, _place(one))}
    evidence = meeting.evidence([*one.rests, *used(text, [sentences[n].text for n in one.rests], earlier)])
    return NextStep(
        id=identity("next_step", evidence),
        text=text,
        rule=f"next-step.{one.rule}",
        evidence=evidence,
        owners=() if one.group else one.owners,
        ownership=_ownership(one),
        due=one.due.day if one.due else None,
        due_said=one.due.said if one.due else None,
    )


def _ownership(one: Commitment) -> Ownership:
    if one.group:
        return Ownership.GROUP
    if one.either:
        return Ownership.TO_SETTLE
    return Ownership.NAMED if one.owners else Ownership.NOBODY


def _place(one: Commitment) -> int:
    return one.task.sentence if one.task else one.rests[0]


def _clause(meeting: Meeting, one: Commitment) -> Clause:
    """The words that say what is to be done, with what was said before them."""
    number = _place(one)
    text = meeting.talk.sentences[number].text
    return Clause(
        text=text,
        start=one.task.start if one.task else 0,
        end=one.task.end if one.task else len(text),
        owners=one.owners,
        speaker=meeting.who(number),
        addressed=_addressed(meeting, one, number),
        due=one.due.said if one.due and one.due.day else None,
        earlier=tuple((meeting.talk.sentences[n].text, meeting.who(n)) for n in _earlier(meeting, one, number)),
    )


def _earlier(meeting: Meeting, one: Commitment, number: int) -> list[int]:
    """What it answers first, then the sentences before it, the nearest first."""
    before = [n for n in range(number - 1, max(-1, number - 1 - _BEFORE), -1) if _near(meeting, n, number)]
    answered = [n for n in one.rests if n < number]
    return list(dict.fromkeys((*answered, *before)))


def _near(meeting: Meeting, earlier: int, number: int) -> bool:
    sentences = meeting.talk.sentences
    return sentences[number].turn - sentences[earlier].turn <= 1


def _addressed(meeting: Meeting, one: Commitment, number: int) -> tuple[str, ...]:
    """Who "you" is: the one asked, the one called by name, or the one whose words are answered."""
    if one.task and one.task.kind == "ask":
        return one.owners
    called = meeting.talk.addressed(number)
    if called:
        return called
    others = [who for n in one.rests if n < number and (who := meeting.who(n)) and who != meeting.who(number)]
    return tuple(others[:1])
