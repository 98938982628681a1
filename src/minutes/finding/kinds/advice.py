"""Advice: `Post one rebuttal and move on.`"""

from __future__ import annotations

from minutes.finding.clarity import clarity
from minutes.finding.meeting import Meeting, identity
from minutes.finding.wording.sentence import advised
from minutes.model import Advice

_CLEAR = 2.0
"""How much it counts that a sentence can be understood alone, beside what its cues weigh."""


def find(meeting: Meeting) -> list[Advice]:
    """Turns that tell members in general how to act."""
    found = [_strong(meeting, turn) for turn in meeting.likely("advice")]
    texts = advised([(meeting.talk.sentences[strong[0]].text, meeting.who(strong[0])) for strong in found])
    return [_advice(meeting, strong, text) for strong, text in zip(found, texts, strict=True)]


def _strong(meeting: Meeting, turn: int) -> list[int]:
    """The sentences of a turn that most give advice, the strongest first."""
    strong = sorted(meeting.talk.of_turn[turn], key=lambda n: (-_telling(meeting, n), n))[:3]
    telling = [n for n in strong if _telling(meeting, n)] or strong[:1]
    return sorted(telling, key=lambda n: (-_telling(meeting, n) - _CLEAR * clarity(meeting.talk.sentences[n].text), n))


def _advice(meeting: Meeting, strong: list[int], text: str) -> Advice:
    talk = meeting.talk
    evidence = meeting.evidence(strong)
    hit = talk.hit(strong[0], "advise", "preface")
    return Advice(
        id=identity("advice", evidence),
        text=text,
        rule=hit.cue.id if hit else "advice.order",
        evidence=evidence,
        given_by=meeting.who(strong[0]),
    )


def _telling(meeting: Meeting, number: int) -> float:
    talk = meeting.talk
    return talk.weight(number, "advise") + 0.4 * talk.weight(number, "preface") + 1.2 * talk.order(number)
