"""Advice: `Post one rebuttal and move on.`"""

from __future__ import annotations

from minutes.finding.meeting import Meeting, identity
from minutes.finding.wording.sentence import advised
from minutes.model import Advice


def find(meeting: Meeting) -> list[Advice]:
    """Turns that tell members in general how to act."""
    return [_advice(meeting, turn) for turn in meeting.likely("advice")]


def _advice(meeting: Meeting, turn: int) -> Advice:
    talk = meeting.talk
    numbers = talk.of_turn[turn]
    strong = sorted(numbers, key=lambda n: (-_telling(meeting, n), n))[:3]
    strong = [n for n in strong if _telling(meeting, n)] or strong[:1]
    evidence = meeting.evidence(strong)
    hit = talk.hit(strong[0], "advise", "preface")
    return Advice(
        id=identity("advice", evidence),
        text=advised([(talk.sentences[strong[0]].text, meeting.who(strong[0]))])[0],
        rule=hit.cue.id if hit else "advice.order",
        evidence=evidence,
        given_by=meeting.who(numbers[0]),
    )


def _telling(meeting: Meeting, number: int) -> float:
    talk = meeting.talk
    return talk.weight(number, "advise") + 0.4 * talk.weight(number, "preface") + 1.2 * talk.order(number)
