"""Introductions: `I'm Rima, I'm in Leeds, I'm a project manager.`"""

from __future__ import annotations

import re

from minutes.finding.meeting import Meeting
from minutes.finding.people import Person
from minutes.model import Evidence, Speaker

_LONGEST = 45
_SELF = re.compile(
    r"\b(?:I'm|I am|I was|I've been|I have been|I work|I live|I run|I teach|I study|I studied|I grew|I came|I come|I do|I did|I make|I drive|I look after|I chair|I keep|I write|"
    r"I organi[sz]e|I help|I represent|I joined|I moved|I have|I lead|I manage|I coordinate|I spent|I used to|my (?:son|daughter|kids|children|parents|family|great|wife|husband|mother|father|job|work|name)|"
    r"from|based|retired|student|nurse|teacher|mother of|father of|mum|dad|years|treasurer|secretary|chair|volunteer|director|member)\b",
    re.I,
)


def find(meeting: Meeting) -> list[Speaker]:
    """Everybody who spoke, in the order of their first word, with what they said of themselves."""
    return [_speaker(meeting, person) for person in meeting.talk.people.persons]


def _speaker(meeting: Meeting, person: Person) -> Speaker:
    turns = [turn for turn in meeting.transcript.turns if turn.speaker in person.labels]
    told = _background(meeting, person)
    clocks = [turn.end - turn.start for turn in turns if turn.start is not None and turn.end is not None]
    return Speaker(
        name=person.full,
        labels=person.labels,
        background=told.quote if told else None,
        turns=len(turns),
        words=sum(len(turn.text.split()) for turn in turns),
        seconds=round(sum(max(0.0, clock) for clock in clocks), 3) if clocks else None,
        evidence=(told,) if told else (),
    )


def _background(meeting: Meeting, person: Person) -> Evidence | None:
    """The stretch of the introducing turn that begins after the name and goes on while it speaks of oneself."""
    if person.introduced is None:
        return None
    talk = meeting.talk
    numbers = talk.of_turn[person.introduced]
    kept: list[int] = []
    words = 0
    for number in numbers:
        sentence = talk.sentences[number]
        if sentence.asked or (kept and words > 8 and not _SELF.search(sentence.text)) or words > _LONGEST:
            if kept:
                break
            continue
        if _SELF.search(sentence.text) or kept:
            kept.append(number)
            words += len(sentence.words)
    if not kept:
        return None
    first, last = talk.sentences[kept[0]], talk.sentences[kept[-1]]
    start = first.start + _after_name(meeting.transcript.turns[person.introduced].text[first.start : first.end], person)
    piece = meeting.transcript.turns[person.introduced].text[start : last.end]
    return meeting.transcript.evidence(person.introduced, start, last.end) if len(piece.split()) >= 2 else None


def _after_name(text: str, person: Person) -> int:
    """Where the words go on behind the name that opens an introduction."""
    longest = 0
    for name in sorted(person.names, key=len, reverse=True):
        match = re.search(rf"\b{re.escape(name)}\b[\s,.;:—–-]*(?:here\b[\s,.;:—–-]*)?", text, re.I)
        if match and match.end() > longest and match.start() < 60:
            longest = match.end()
    return longest if len(text) - longest > 8 else 0
