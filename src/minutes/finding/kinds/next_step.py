"""Next steps: `Kambiz will send the sheet to Salman by Friday.`"""

from __future__ import annotations

from collections import defaultdict

from minutes.finding.acts import Task
from minutes.finding.exchanges import Commitment, Rejected, commitments
from minutes.finding.meeting import Meeting, identity
from minutes.finding.wording.steps import Clause, steps
from minutes.inflection import used
from minutes.likeness import alike, content
from minutes.model import Evidence, NextStep, Ownership

_BEFORE = 5
"""Sentences before a task in which what its pronouns mean is looked for."""
_FIRM = 1.0
"""The strength of a promise from which it goes before mere telling: `I'll do it. I write about badgers.`"""
_ENOUGH = 2
"""Things of which a request speaks that needs no answer to be understood."""


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
    earlier = {n: sentences[n].text for n in _earlier(meeting, one, _place(meeting, one))}
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


def _place(meeting: Meeting, one: Commitment) -> int:
    task = _task(meeting, one)
    return task.sentence if task else one.rests[0]


def _task(meeting: Meeting, one: Commitment) -> Task | None:
    """The task that tells it: what was asked, or what its owner answers where that says more.

    `Would you ask them?` `I'll ring the regional office.`
    """
    asked, answers = one.task, _answers(meeting, one)
    if not answers or (asked is not None and asked.kind != "ask"):
        return asked
    told = max(answers, key=lambda task: _says(meeting, task))
    if asked is None or not _says(meeting, answers[0]):
        return asked or told
    fell = not asked.who or not set(asked.who).isdisjoint(one.owners)
    clear = _says(meeting, asked) >= min(_ENOUGH, _says(meeting, told))
    return asked if fell and clear else told


def _answers(meeting: Meeting, one: Commitment) -> list[Task]:
    """What its owners promise in the words on which it rests; not what they only tell: `I write about badgers`."""
    own = (task for n in one.rests if meeting.who(n) in one.owners for task in meeting.tasks.get(n, ()))
    promises = [task for task in own if task.kind == "promise"]
    return [task for task in promises if task.strength >= _FIRM] or promises


def _says(meeting: Meeting, task: Task) -> int:
    """Of how many things its words speak."""
    return len(content(meeting.talk.sentences[task.sentence].text[task.start : task.end]))


def _clause(meeting: Meeting, one: Commitment) -> Clause:
    """The words that say what is to be done, with what was said before them."""
    task, number = _task(meeting, one), _place(meeting, one)
    text = meeting.talk.sentences[number].text
    return Clause(
        text=text,
        start=task.start if task else 0,
        end=task.end if task else len(text),
        owners=one.owners,
        speaker=meeting.who(number),
        addressed=_addressed(meeting, one, task, number),
        due=one.due.said if one.due and one.due.day else None,
        earlier=tuple((meeting.talk.sentences[n].text, meeting.who(n)) for n in _earlier(meeting, one, number)),
        answers=sum(n < number for n in one.rests),
    )


def _earlier(meeting: Meeting, one: Commitment, number: int) -> list[int]:
    """What it answers first, then the sentences before it, the nearest first."""
    before = [n for n in range(number - 1, max(-1, number - 1 - _BEFORE), -1) if _near(meeting, n, number)]
    answered = [n for n in one.rests if n < number]
    return list(dict.fromkeys((*answered, *before)))


def _near(meeting: Meeting, earlier: int, number: int) -> bool:
    sentences = meeting.talk.sentences
    return sentences[number].turn - sentences[earlier].turn <= 2


def _addressed(meeting: Meeting, one: Commitment, task: Task | None, number: int) -> tuple[str, ...]:
    """Who "you" is: the one asked, the one called by name, or the one whose words are answered."""
    if task and task.kind == "ask":
        return one.owners
    called = meeting.talk.addressed(number)
    if called:
        return called
    others = [who for n in one.rests if n < number and (who := meeting.who(n)) and who != meeting.who(number)]
    return tuple(others[:1])
