"""Proposals: `My idea is a stall at the market.` and what somebody already runs."""

from __future__ import annotations

from minutes.finding.meeting import Meeting, identity
from minutes.finding.wording.sentence import minuted, opened
from minutes.model import Proposal, Status

_ENOUGH = 3.2
_WORDS = 18


def find(meeting: Meeting) -> list[Proposal]:
    """Turns that put an idea to the group or present what runs, with what is said of its success."""
    groups = [numbers for _, numbers in meeting.turns() if _weight(meeting, numbers) >= _ENOUGH]
    texts = minuted([(meeting.talk.sentences[_telling(meeting, numbers)].text, meeting.who(numbers[0])) for numbers in groups])
    return [_proposal(meeting, numbers, text) for numbers, text in zip(groups, texts, strict=True)]


def _weight(meeting: Meeting, numbers: range) -> float:
    talk = meeting.talk
    words = sum(len(talk.sentences[n].words) for n in numbers)
    main = sum(talk.weight(n, "propose", "present") for n in numbers)
    if words < _WORDS or not main or any("wish" in talk.acts[n] for n in numbers):
        return 0.0
    extra = sum(talk.weight(n, "outcome", "lesson") for n in numbers)
    return main + min(extra, 2.0) + min(words / 60, 1.0)


def _telling(meeting: Meeting, numbers: range) -> int:
    talk = meeting.talk
    return max(numbers, key=lambda n: (talk.weight(n, "propose", "present"), len(talk.sentences[n].words), -n))


def _proposal(meeting: Meeting, numbers: range, text: str) -> Proposal:
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


def _channels(meeting: Meeting, numbers: range) -> tuple[str, ...]:
    return ()
