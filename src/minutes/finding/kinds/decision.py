"""Decisions: `We're agreed, then: the stall is on Saturday.`"""

from __future__ import annotations

import re

from minutes.finding.meeting import Meeting, identity
from minutes.finding.wording.sentence import minuted
from minutes.model import Decision, Outcome

_NEAR = 2
_AGAINST = re.compile(r"\b(?:falls|defeated|rejected|lost|decline|no\b.*\bthen|not (?:doing|going|pursu\w+)|won't|no selling|drop (?:it|that)|off the table)\b", re.I)


def find(meeting: Meeting) -> list[Decision]:
    """Turns in which something is settled; a vote and its result in neighbouring turns are one."""
    groups: list[list[int]] = []
    for turn in meeting.likely("decision"):
        settled = _settling(meeting, turn)
        if groups and turn - meeting.talk.sentences[groups[-1][-1]].turn <= _NEAR:
            groups[-1] += settled
        else:
            groups.append(settled)
    texts = minuted([(meeting.talk.sentences[n].text, meeting.who(n)) for n in (_telling(meeting, group) for group in groups)])
    return [_decision(meeting, group, text) for group, text in zip(groups, texts, strict=True)]


def _settling(meeting: Meeting, turn: int) -> list[int]:
    talk = meeting.talk
    numbers = talk.of_turn[turn]
    return [n for n in numbers if talk.weight(n, "settle")] or list(numbers[-1:])


def _telling(meeting: Meeting, group: list[int]) -> int:
    """The sentence that says what was settled: the fullest of the settling turn and the one before it."""
    talk = meeting.talk
    near = [n for n in talk.of_turn[talk.sentences[group[0]].turn] if n <= group[-1]]
    return max(near, key=lambda n: (min(len(talk.sentences[n].words), 25) - 6 * talk.sentences[n].asked, -n))


def _decision(meeting: Meeting, group: list[int], text: str) -> Decision:
    talk = meeting.talk
    telling = _telling(meeting, group)
    turns = sorted({talk.sentences[n].turn for n in group})[:2]
    evidence = meeting.evidence([n for n in {telling, *group} if talk.sentences[n].turn in turns])
    hit = talk.hit(max(group, key=lambda n: talk.weight(n, "settle")), "settle")
    lost = any(_AGAINST.search(talk.sentences[n].text) for n in group)
    return Decision(id=identity("decision", evidence), text=text, rule=hit.cue.id if hit else "decision", evidence=evidence, outcome=Outcome.REJECTED if lost else Outcome.CARRIED)
