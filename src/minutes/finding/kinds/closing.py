"""Closing words: the mood at the end, only as somebody said it: `Whatever they throw at us, we keep going.`"""

from __future__ import annotations

from minutes.finding.meeting import Meeting
from minutes.model import Evidence

_TAIL = 0.12
"""The share of a meeting's sentences that is its end."""
_WORDS = 6


def find(meeting: Meeting) -> tuple[Evidence, ...]:
    """The warmest words near the end, and those of at most one other; none where nobody said any."""
    talk = meeting.talk
    count = len(talk.sentences)
    end = range(count - max(8, round(count * _TAIL)), count)
    warm = [
        n
        for n in end
        if n >= 0 and talk.weight(n, "close") and len(talk.sentences[n].words) >= _WORDS and not talk.sentences[n].asked
    ]
    chosen: dict[str | None, int] = {}
    for number in sorted(warm, key=lambda n: (-talk.weight(n, "close"), -len(talk.sentences[n].words), n)):
        chosen.setdefault(talk.sentences[number].speaker, number)
    return meeting.evidence(list(chosen.values())[:2])
