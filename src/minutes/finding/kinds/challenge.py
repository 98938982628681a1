"""Challenges: `Two members lost their jobs after posting.`"""

from __future__ import annotations

from minutes.finding.clarity import clarity
from minutes.finding.meeting import Meeting, identity
from minutes.finding.wording.sentence import minuted
from minutes.model import Challenge

_CLEAR = 1.2
"""How much it counts that a sentence can be understood alone, beside what its cues weigh."""
_LATER = 0.5
"""What a sentence loses that has no such cue itself."""


def find(meeting: Meeting) -> list[Challenge]:
    """Turns in which somebody reports or fears harm; a story told over several turns is one."""
    found = [_strong(meeting, turns) for turns in meeting.stretches(meeting.likely("challenge"))]
    telling = [_telling(meeting, strong) for strong in found]
    texts = minuted([(meeting.talk.sentences[n].text, meeting.who(n)) for n in telling])
    worded = zip(found, telling, texts, strict=True)
    return [_challenge(meeting, strong, n, text) for strong, n, text in worded]


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


def _telling(meeting: Meeting, strong: list[int]) -> int:
    """The sentence by which it is minuted: one of those, or what stands beside one, whichever says most by itself."""
    talk = meeting.talk
    beside = [other for n in strong for other in (n - 1, n + 1) if other in talk.of_turn[talk.sentences[n].turn]]
    return max(
        sorted({*strong, *beside}),
        key=lambda n: talk.weight(n, "problem") + _CLEAR * clarity(talk.sentences[n].text) - _LATER * (n not in strong),
    )


def _challenge(meeting: Meeting, strong: list[int], telling: int, text: str) -> Challenge:
    evidence = meeting.evidence([*strong, telling])
    hit = meeting.talk.hit(strong[0], "problem")
    return Challenge(
        id=identity("challenge", evidence),
        text=text,
        rule=hit.cue.id if hit else "challenge.story",
        evidence=evidence,
        raised_by=meeting.who(strong[0]),
    )
