"""Proposals: `My idea is a stall at the market.` and what somebody already runs."""

from __future__ import annotations

from minutes.finding.meeting import Meeting, identity
from minutes.finding.wording.sentence import minuted, opened
from minutes.model import Proposal, Status

_REACH = 4
"""Turns within which one speaker's further talk of an idea belongs to it."""


def find(meeting: Meeting) -> list[Proposal]:
    """Turns that put an idea to the group or present what runs, with what is said of its success."""
    groups = [[n for turn in turns for n in meeting.talk.of_turn[turn]] for turns in meeting.stretches(meeting.likely("proposal"), _REACH)]
    texts = minuted([(meeting.talk.sentences[_telling(meeting, numbers)].text, meeting.who(numbers[0])) for numbers in groups])
    return [_proposal(meeting, numbers, text) for numbers, text in zip(groups, texts, strict=True)]


def _telling(meeting: Meeting, numbers: list[int]) -> int:
    talk = meeting.talk
    return max(numbers, key=lambda n: (talk.weight(n, "propose", "present"), len(talk.sentences[n].words), -n))


def _proposal(meeting: Meeting, numbers: list[int], text: str) -> Proposal:
    talk = meeting.talk
    telling = _telling(meeting, numbers)
    running = talk.weight(telling, "present") > talk.weight(telling, "propose")
    outcomes = [n for n in numbers if "outcome" in talk.acts[n]]
    lessons = [n for n in numbers if "lesson" in talk.acts[n]]
    evidence = meeting.evidence([telling, *outcomes, *lessons])
    who = meeting.who(telling)
    hit = talk.hit(telling, "propose", "present")
    raw = [meeting.evidence([n])[0].quote for n in outcomes]
    return Proposal(
        id=identity("proposal", evidence),
        title=opened(talk.sentences[telling].text).rstrip(".?!")[:80],
        text=text,
        rule=hit.cue.id if hit else "proposal",
        evidence=evidence,
        proposers=(who,) if who else (),
        status=Status.RUNNING if running else Status.PROPOSED,
        outcomes=tuple(raw),
        takeaway=meeting.evidence(lessons[:1])[0].quote if lessons else None,
        channels=_channels(meeting, numbers),
    )


def _channels(meeting: Meeting, numbers: list[int]) -> tuple[str, ...]:
    return ()
