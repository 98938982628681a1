"""Advice: `Post one rebuttal and move on.`"""

from __future__ import annotations

from minutes.finding.acts import vocative
from minutes.finding.meeting import Meeting, identity
from minutes.finding.parse import parse
from minutes.finding.syntax import imperative
from minutes.finding.wording.sentence import opened
from minutes.model import Advice

_ENOUGH = 3.4
_IMPERATIVE = 0.9
_WORDS = 12


def find(meeting: Meeting) -> list[Advice]:
    """Turns that tell members in general how to act: orders to nobody in particular, or set phrases of advice."""
    likely = {turn: numbers for turn, numbers in meeting.turns() if _cued(meeting, numbers)}
    texts = [number for numbers in likely.values() for number in numbers]
    orders = {n for n, doc in zip(texts, parse(meeting.talk.sentences[n].text for n in texts), strict=True) if imperative(doc) is not None}
    return [advice for numbers in likely.values() if (advice := _advice(meeting, numbers, orders))]


def _cued(meeting: Meeting, numbers: range) -> bool:
    talk = meeting.talk
    words = sum(len(talk.sentences[n].words) for n in numbers)
    return words >= _WORDS and any(talk.acts[n] & {"advise", "preface"} for n in numbers)


def _advice(meeting: Meeting, numbers: range, orders: set[int]) -> Advice | None:
    talk = meeting.talk
    general = [n for n in numbers if not vocative(talk, n)]
    weights = {n: talk.weight(n, "advise") + talk.weight(n, "preface") * 0.6 + _IMPERATIVE * (n in orders) for n in general}
    if sum(weights.values()) < _ENOUGH:
        return None
    strong = sorted((n for n in weights if weights[n]), key=lambda n: (-weights[n], n))[:3]
    telling = next((n for n in strong if n in orders or "advise" in talk.acts[n]), strong[0])
    evidence = meeting.evidence(strong)
    hit = talk.hit(strong[0], "advise", "preface")
    return Advice(
        id=identity("advice", evidence),
        text=opened(talk.sentences[telling].text),
        rule=hit.cue.id if hit else "advice.imperative",
        evidence=evidence,
        given_by=meeting.who(strong[0]),
    )
