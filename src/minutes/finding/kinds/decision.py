"""Decisions: `We're agreed, then: the stall is on Saturday.`"""

from __future__ import annotations

import re

from minutes.finding.meeting import Meeting, identity
from minutes.finding.wording.decisions import Said, decided, only_asks
from minutes.finding.wording.decisions import telling as best
from minutes.finding.wording.words import either, phrases
from minutes.model import Decision, Outcome

_NEAR = 2
_BACK = 3
"""Turns before the settling one in which the words that say what was settled are looked for."""
_AGAINST = re.compile(rf"\b{either('turned-down')}\b", re.I)
_FOR = re.compile(rf"(?<!not )(?<!n't )\b{either('carried')}\b", re.I)
_COUNTED = rf"{either('counting')}\b|\d+"
_TELLS = r"(?:that(?:'s| is)|i (?:see|count|make it))?\W*"
_COUNT = re.compile(
    rf"\b(?P<for>{_COUNTED})\s+(?:for|in favou?r)\b[^.]{{0,20}}?\b(?P<against>{_COUNTED})\s+against\b", re.I
)
_CALLED = re.compile(
    rf"\b(?:for|favou?r)\b[^.?!]{{0,80}}[.?!]\W*{_TELLS}(?P<for>{_COUNTED})"
    rf"[^?]{{0,60}}\bagainst\W+{_TELLS}(?P<against>{_COUNTED})",
    re.I,
)
"""`All those in favour? That is five. Against? Twelve.`"""
_NUMBERS = phrases("counting")


def find(meeting: Meeting) -> list[Decision]:
    """Turns in which something is settled; a vote and its result in neighbouring turns are one."""
    groups: list[list[int]] = []
    for turn in meeting.likely("decision"):
        if _only_puts(meeting, turn):
            continue
        settled = _settling(meeting, turn)
        if groups and turn - meeting.talk.sentences[groups[-1][-1]].turn <= _NEAR:
            groups[-1] += settled
        else:
            groups.append(settled)
    said = meeting.talk.sentences
    told = [(group, n) for group in groups if not only_asks(said[n := _telling(meeting, group)].text)]
    texts = decided([(said[n].text, meeting.who(n), _carried(meeting, group)) for group, n in told])
    return [_decision(meeting, group, n, text) for (group, n), text in zip(told, texts, strict=True)]


def _only_puts(meeting: Meeting, turn: int) -> bool:
    """Whether somebody in a turn puts something to the group, and nobody settles it there."""
    puts = [n for n in meeting.talk.of_turn[turn] if "propose" in meeting.talk.acts[n]]
    settles = [n for n in meeting.talk.of_turn[turn] if meeting.talk.weight(n, "settle")]
    return bool(puts) and set(settles) <= set(puts)


def _settling(meeting: Meeting, turn: int) -> list[int]:
    talk = meeting.talk
    numbers = talk.of_turn[turn]
    return [n for n in numbers if talk.weight(n, "settle")] or list(numbers[-1:])


def _telling(meeting: Meeting, group: list[int]) -> int:
    """The sentence that says what was settled, in the settling turn or shortly before it."""
    talk = meeting.talk
    here = talk.sentences[group[0]].turn
    back = _BACK if any(talk.weight(n, "settle") for n in group) else 0
    near = [n for turn in range(here - back, talk.sentences[group[-1]].turn + 1) for n in talk.of_turn.get(turn, ())]
    said = [
        Said(one.text, one.speaker, one.asked, talk.weight(n, "settle") > 0, max(0, here - one.turn))
        for n, one in ((n, talk.sentences[n]) for n in near)
    ]
    return near[best(said)]


def _carried(meeting: Meeting, group: list[int]) -> bool | None:
    """How it came out, in the words of the settling turns or by their count; None where nobody says."""
    talk = meeting.talk
    last = talk.sentences[group[-1]].turn
    turns = range(talk.sentences[group[0]].turn, last + 2)
    near = " ".join(talk.sentences[n].text for turn in turns for n in talk.of_turn.get(turn, ()))
    count = _COUNT.search(near) or _CALLED.search(near)
    if count:
        return _number(count["for"]) > _number(count["against"])
    if any(_AGAINST.search(talk.sentences[n].text) for n in group):
        return False
    return True if _FOR.search(near) else None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS.index(word.lower())


def _decision(meeting: Meeting, group: list[int], telling: int, text: str) -> Decision:
    talk = meeting.talk
    turns = sorted({talk.sentences[n].turn for n in group})[:2]
    evidence = meeting.evidence([n for n in {telling, *group} if n == telling or talk.sentences[n].turn in turns])
    hit = talk.hit(max(group, key=lambda n: talk.weight(n, "settle")), "settle")
    outcome = Outcome.REJECTED if _carried(meeting, group) is False else Outcome.CARRIED
    return Decision(
        id=identity("decision", evidence),
        text=text,
        rule=hit.cue.id if hit else "decision",
        evidence=evidence,
        outcome=outcome,
    )
