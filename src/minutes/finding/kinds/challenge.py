"""Challenges: `Two members lost their jobs after posting.`"""

from __future__ import annotations

from minutes.finding.meeting import Meeting, identity
from minutes.finding.wording.sentence import minuted
from minutes.model import Challenge

_ENOUGH = 3.0
_WORDS = 14


def find(meeting: Meeting) -> list[Challenge]:
    """Turns in which somebody reports or fears harm, in words enough to be a report."""
    found = [(turn, strong) for turn, numbers in meeting.turns() if (strong := _strong(meeting, numbers))]
    texts = minuted([(meeting.talk.sentences[strong[0]].text, meeting.who(strong[0])) for _, strong in found])
    return [_challenge(meeting, strong, text) for (_, strong), text in zip(found, texts, strict=True)]


def _strong(meeting: Meeting, numbers: range) -> list[int]:
    """The sentences that carry the trouble, the heaviest first; none where the turn as a whole is too light."""
    talk = meeting.talk
    weights = {n: talk.weight(n, "problem") for n in numbers if not talk.sentences[n].asked}
    words = sum(len(talk.sentences[n].words) for n in numbers)
    against = sum(talk.weight(n, "settle", "advise") for n in numbers)
    if words < _WORDS or sum(weights.values()) < _ENOUGH + against * 0.5:
        return []
    return sorted((n for n in weights if weights[n]), key=lambda n: (-weights[n], n))[:2]


def _challenge(meeting: Meeting, strong: list[int], text: str) -> Challenge:
    evidence = meeting.evidence(strong)
    hit = meeting.talk.hit(strong[0], "problem")
    return Challenge(
        id=identity("challenge", evidence),
        text=text,
        rule=hit.cue.id if hit else "challenge",
        evidence=evidence,
        raised_by=meeting.who(strong[0]),
    )
