"""Open questions: `Who pays for the van?` — `I don't know.` — `Let's leave that open.`"""

from __future__ import annotations

from minutes.finding.meeting import Meeting, identity
from minutes.finding.queries import Query, queries
from minutes.finding.wording.sentence import asked
from minutes.model import Question

_APART = 3
"""Turns within which several questions are one matter, told by the one for which most speaks."""
_SHORT = 5
"""Words of a question that needs the sentence before it: `Whose is it?`"""


def find(meeting: Meeting) -> list[Question]:
    """Questions that stay open, each with the words that leave it so."""
    weights = meeting.weights["question"]
    scored = [
        (sum(weights.get(name, 0.0) * value for name, value in query.features.items()), query)
        for query in queries(meeting.scene)
    ]
    kept: dict[int, Query] = {}
    beside: dict[int, list[int]] = {}
    for score, query in sorted(scored, key=lambda pair: (-pair[0], pair[1].sentence)):
        turn = meeting.talk.sentences[query.sentence].turn
        typed = query.features["typed"]
        if (score > 0 or typed or query.features["left-at-once"]) and all(
            typed or abs(turn - other) > _APART for other in kept
        ):
            kept[turn] = query
        elif score > 0 and turn in kept:
            beside.setdefault(turn, []).append(query.sentence)
    open_ = sorted(kept.items())
    said = meeting.talk.sentences
    texts = asked([(said[query.sentence].text, meeting.who(query.sentence)) for _, query in open_])
    worded = zip(open_, texts, strict=True)
    return [_question(meeting, query, beside.get(turn, []), text) for (turn, query), text in worded]


def _question(meeting: Meeting, query: Query, beside: list[int], text: str) -> Question:
    """The question with those that its speaker asks in the same breath."""
    talk, number = meeting.talk, query.sentence
    evidence = meeting.evidence([*_before(meeting, number), number, *beside, *query.left[:2]])
    rule = talk.hit(number, "typed-question") or next(
        (hit for n in query.left if (hit := talk.hit(n, "leave-open", "unknown"))), None
    )
    return Question(
        id=identity("question", evidence),
        text=text,
        rule=rule.cue.id if rule else "question.unsure",
        evidence=evidence,
        raised_by=meeting.who(number),
    )


def _before(meeting: Meeting, number: int) -> list[int]:
    """The sentence that a short question is about, where it stands before it in the turn."""
    sentences = meeting.talk.sentences
    short = len(sentences[number].words) <= _SHORT
    return [number - 1] if short and number and sentences[number - 1].turn == sentences[number].turn else []
