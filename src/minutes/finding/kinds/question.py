"""Open questions: `Who pays for the van?` — `I don't know.` — `Let's leave that open.`"""

from __future__ import annotations

from minutes.finding.meeting import Meeting, identity
from minutes.finding.wording.sentence import asked as put
from minutes.model import Question

_BACK = 6
"""Turns before the words that leave it open in which the question is looked for."""


def find(meeting: Meeting) -> list[Question]:
    """Questions that somebody leaves open in words, each with those words."""
    found: dict[int, list[int]] = {}
    talk = meeting.talk
    for number in range(len(talk.sentences)):
        if "typed-question" in talk.acts[number]:
            found.setdefault(number, [])
        if "leave-open" in talk.acts[number] or _unknown(meeting, number):
            asked = _asked_before(meeting, number)
            if asked is not None:
                found.setdefault(asked, []).append(number)
    return [_question(meeting, asked, left) for asked, left in sorted(found.items())]


def _unknown(meeting: Meeting, number: int) -> bool:
    """Nobody knows: said twice within a few turns, by two people or of everybody."""
    talk = meeting.talk
    if "unknown" not in talk.acts[number]:
        return False
    here = talk.sentences[number].turn
    around = [
        n
        for n in range(max(0, number - 8), min(len(talk.sentences), number + 9))
        if abs(talk.sentences[n].turn - here) <= 3
    ]
    return any(
        "leave-open" in talk.acts[n] or ("unknown" in talk.acts[n] and talk.sentences[n].turn != here) for n in around
    )


def _asked_before(meeting: Meeting, number: int) -> int | None:
    talk = meeting.talk
    here = talk.sentences[number].turn
    for earlier in range(number, -1, -1):
        sentence = talk.sentences[earlier]
        if here - sentence.turn > _BACK:
            return None
        if (
            sentence.asked
            and len(sentence.words) >= 4
            and not talk.acts[earlier] & {"call", "settle"}
            and not meeting.tasks.get(earlier)
        ):
            return earlier
    return None


def _question(meeting: Meeting, asked: int, left: list[int]) -> Question:
    evidence = meeting.evidence([asked, *left[:2]])
    rule = meeting.talk.hit(left[0], "leave-open", "unknown") if left else meeting.talk.hit(asked, "typed-question")
    return Question(
        id=identity("question", evidence),
        text=put([(meeting.talk.sentences[asked].text, meeting.who(asked))])[0],
        rule=rule.cue.id if rule else "question",
        evidence=evidence,
        raised_by=meeting.who(asked),
    )
