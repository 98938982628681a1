"""Decisions: `We're agreed, then: the stall is on Saturday.`"""

from __future__ import annotations

import re

from minutes.finding.meeting import Meeting, identity
from minutes.finding.wording.decisions import Said, decided
from minutes.finding.wording.decisions import telling as best
from minutes.model import Decision, Outcome

_NEAR = 2
_BACK = 3
"""Turns before the settling one in which the words that say what was settled are looked for."""
_AGAINST = re.compile(
    r"\b(?:falls|defeated|rejected|lost|decline|no\b.*\bthen|not (?:doing|going|pursu\w+)|won't|no selling|drop (?:it|that)|off the table)\b",
    re.I,
)

_FOR = re.compile(r"\b(?:carried|carries|passes|passed|approved|adopted|agreed|unanimous\w*|none against|nobody against|no one against|that's everybody|that's everyone|that's all|so decided|standard)\b", re.I)
_COUNT = re.compile(r"\b(?P<for>\w+) (?:for|in favou?r)\b[^.]{0,20}?\b(?P<against>\w+) against\b", re.I)
_NUMBERS = "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()


def find(meeting: Meeting) -> list[Decision]:
    """Turns in which something is settled; a vote and its result in neighbouring turns are one."""
    groups: list[list[int]] = []
    for turn in meeting.likely("decision"):
        settled = _settling(meeting, turn)
        if groups and turn - meeting.talk.sentences[groups[-1][-1]].turn <= _NEAR:
            groups[-1] += settled
        else:
            groups.append(settled)
    telling = [_telling(meeting, group) for group in groups]
    texts = decided(
        [
            (meeting.talk.sentences[n].text, meeting.who(n), _carried(meeting, group))
            for n, group in zip(telling, groups, strict=True)
        ]
    )
    return [_decision(meeting, group, n, text) for group, n, text in zip(groups, telling, texts, strict=True)]


def _settling(meeting: Meeting, turn: int) -> list[int]:
    talk = meeting.talk
    numbers = talk.of_turn[turn]
    return [n for n in numbers if talk.weight(n, "settle")] or list(numbers[-1:])


def _telling(meeting: Meeting, group: list[int]) -> int:
    """The sentence that says what was settled, in the settling turn or shortly before it."""
    talk = meeting.talk
    here = talk.sentences[group[0]].turn
    near = [n for turn in range(here - _BACK, talk.sentences[group[-1]].turn + 1) for n in talk.of_turn.get(turn, ())]
    said = [
        Said(one.text, one.speaker, one.asked, talk.weight(n, "settle") > 0, max(0, here - one.turn))
        for n, one in ((n, talk.sentences[n]) for n in near)
    ]
    return near[best(said)]


def _carried(meeting: Meeting, group: list[int]) -> bool | None:
    """How it came out, in the words of the settling turns or by their count; None where nobody says."""
    talk = meeting.talk
    last = talk.sentences[group[-1]].turn
    near = [talk.sentences[n].text for turn in range(talk.sentences[group[0]].turn, last + 2) for n in talk.of_turn.get(turn, ())]
    counts = [(_number(match["for"]), _number(match["against"])) for text in near for match in _COUNT.finditer(text)]
    if any(of is not None and against is not None and against > of for of, against in counts) or any(_AGAINST.search(talk.sentences[n].text) for n in group):
        return False
    return True if any(_FOR.search(text) for text in near) else None


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else _NUMBERS.index(word.lower()) if word.lower() in _NUMBERS else None


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
