"""Challenges: `Two members lost their jobs after posting.`"""

from __future__ import annotations

from minutes.finding.meeting import Meeting, identity
from minutes.finding.wording.sentence import minuted
from minutes.model import Challenge


def find(meeting: Meeting) -> list[Challenge]:
    """Turns in which somebody reports or fears harm; a story told over several turns is one."""
    found = [_strong(meeting, turns) for turns in meeting.stretches(meeting.likely("challenge"))]
    texts = minuted([(meeting.talk.sentences[strong[0]].text, meeting.who(strong[0])) for strong in found])
    return [_challenge(meeting, strong, text) for strong, text in zip(found, texts, strict=True)]


def _strong(meeting: Meeting, turns: list[int]) -> list[int]:
    """The sentences that carry the trouble, the heaviest first: two at most of each turn, and one at least."""
    talk = meeting.talk
    strong: list[int] = []
    for turn in turns:
        order = sorted(
            talk.of_turn[turn],
            key=lambda n: (talk.sentences[n].asked, -talk.weight(n, "problem"), -len(talk.sentences[n].words)),
        )
        strong += [n for n in order[:2] if talk.weight(n, "problem")] or order[:1]
    return sorted(strong, key=lambda n: (-talk.weight(n, "problem"), n))


def _challenge(meeting: Meeting, strong: list[int], text: str) -> Challenge:
    evidence = meeting.evidence(strong)
    hit = meeting.talk.hit(strong[0], "problem")
    return Challenge(
        id=identity("challenge", evidence),
        text=text,
        rule=hit.cue.id if hit else "challenge.story",
        evidence=evidence,
        raised_by=meeting.who(strong[0]),
    )
