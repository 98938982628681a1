"""Introductions: `I'm Rima, I'm in Leeds, I'm a project manager.`"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from minutes.finding.meeting import Meeting
from minutes.finding.names import given, nicknamed, plain
from minutes.finding.people import Person
from minutes.model import Evidence, Speaker

_LONGEST = 45
"""Words of a background."""
_ENOUGH = 4.0
"""The score of a background after which none is looked for."""
_LATER = 3
"""Turns of the same speaker, after the one with the name, in which the rest may come."""
_ROUND = 5
"""Turns around a first turn in which somebody else gives a name, where people are introducing themselves."""
_CUT = re.compile(
    r"[.!?…]+[\"')\]]*(?:\s+|$)|[,;:]\s+|\s*[—–]\s*|\s-+\s|"
    r"(?<!\bif)(?<!\bwhen)(?<!\bwhat)(?<!\bthat)(?<!\bthink)(?<!\bwhere)(?<!\bhow)(?<!\blike)\s+"
    r"(?=(?:and|but|so|because|i|i'm|i've|i'd|i'll|my|we|it's|that's|you|if|don't|from|originally)\b)",
    re.I,
)
"""Where a clause may end: at a stop, or before the word with which the next begins."""
_STOPPED = re.compile(r"[.!?…]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_I = re.compile(r"\b(?:i|we)\b", re.I)
_AM = re.compile(
    r"\b(?:i'm|i am|i was|i've been|i have been|we're|we are|been)\s+(?:(?:now|just|only|also|still)\s+)*"
    r"(?:(?:in|from|at|with|on|based|down from|an?|the|training|doing|mum|dad|one of|not an?|\w+teen|\w+ty|\w+ish)\b"
    r"|\w+-\w+)",
    re.I,
)
_PLACE = re.compile(
    r"\b(?i:from|in|at|near|outside|since|for|on|off)\s+(?:the\s+)?[A-Z0-9]\w*|^\W*(?i:from)\s+\w+|\b(?i:since)\b|"
    r"\b(?i:\w+ty|\w+een|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?i:years|months|weeks)\b"
)
_HEAD = re.compile(
    r"^(?:\W|\b(?:yes|yeah|so|well|okay|ok|hi|hello|sorry|um|uh|and)\b)*"
    r"(?:i['’]m|i am|my name|i was|i['’]ve been|i (?:work|live|run|teach|drive|do)|from)\b",
    re.I,
)
"""How a turn without a name begins that is about its speaker."""
_FINITE = re.compile(
    r"\b(?:i|we|you|he|she|they|it|is|are|was|were|will|can|could|would|have|has|had|do|does|did|"
    r"\w+'(?:s|ll|re|ve|m|d)|\w+n't)\b",
    re.I,
)
_TO_OTHERS = re.compile(r"\b(?:you|yours?|yous|if|will|must|shall|might|who|let's|let us|don't know)\b|'ll\b|\?", re.I)
_TRIM = re.compile(r"^(?:[\s,;:.!?—–-]|(?:and|but|so|um|uh|er|erm|well|yeah|yes|like|okay|that|also)\b)+", re.I)


class Clause(NamedTuple):
    """A piece of a turn, and how much it speaks for being about the speaker."""

    start: int
    end: int
    words: int
    score: float


def find(meeting: Meeting) -> list[Speaker]:
    """Everybody who spoke, in the order of their first word, with what they said of themselves."""
    given_in = sorted(turn for person in meeting.talk.people.persons for turn in person.introduced)
    return [_speaker(meeting, person, given_in) for person in meeting.talk.people.persons]


def _speaker(meeting: Meeting, person: Person, rounds: list[int]) -> Speaker:
    turns = [turn for turn in meeting.transcript.turns if turn.speaker in person.labels]
    told = _background(meeting, person, rounds)
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


def _background(meeting: Meeting, person: Person, rounds: list[int]) -> Evidence | None:
    """The first stretch that says enough of the speaker, in a turn with the name or close to it; else the best one."""
    best: tuple[float, Evidence] | None = None
    for turn, start, least in _places(meeting, person, rounds):
        piece = told(meeting.transcript.turns[turn].text, start, meeting.talk.lists)
        if piece and piece[0] >= least and (best is None or piece[0] > best[0]):
            best = piece[0], meeting.transcript.evidence(turn, piece[1], piece[2])
        if best and best[0] >= _ENOUGH:
            break
    return best[1] if best else None


def _places(meeting: Meeting, person: Person, rounds: list[int]) -> Iterator[tuple[int, int, float]]:
    """Where somebody may speak of himself: turn, character, and how much must speak for it."""
    turns = meeting.transcript.turns
    mine = [
        number for number, turn in enumerate(turns) if turn.speaker in person.labels and number in meeting.talk.of_turn
    ]
    for number in person.introduced:
        name = given(turns[number].text, turns[number].speaker or "")
        yield number, name.end if name else 0, 1.0
        if name and name.end > 50:
            yield number, 0, 5.0
    if person.introduced:
        first = mine.index(person.introduced[0])
        later = mine[first + 1 : first + 1 + _LATER]
    else:
        later = [number for number in mine[:2] if any(abs(turn - number) <= _ROUND for turn in rounds)]
    yield from (
        (number, 0, 5.0) for number in later if number not in person.introduced and _HEAD.match(turns[number].text)
    )


def told(text: str, start: int, lists: Mapping[str, tuple[str, ...]]) -> tuple[float, int, int] | None:
    """The piece of a turn, from a character on, that most speaks of the speaker: score, first and last character."""
    clauses = list(_clauses(text, start, lists))
    best: tuple[float, int, int] | None = None
    for first in range(len(clauses)):
        total, words = 0.0, 0
        for last in range(first, len(clauses)):
            total, words = total + clauses[last].score, words + clauses[last].words
            if words > _LONGEST:
                break
            if clauses[first].score > 0 < clauses[last].score and (best is None or total > best[0]):
                best = total, clauses[first].start, clauses[last].end
    if best is None:
        return None
    opening = _TRIM.match(text[best[1] : best[2]])
    begin = best[1] + (opening.end() if opening else 0)
    return (best[0], begin, best[2]) if text[begin : best[2]].strip() else None


def _clauses(text: str, start: int, lists: Mapping[str, tuple[str, ...]]) -> Iterator[Clause]:
    begin, place = start, 0
    plain_text = text.replace("’", "'")
    for cut in [*_CUT.finditer(plain_text, start), None]:
        end = cut.start() if cut else len(text)
        if cut and _STOPPED.match(cut[0]):
            end = cut.start() + len(cut[0].rstrip())
        piece = plain_text[begin:end]
        words = len(_WORD.findall(piece))
        if words:
            yield Clause(begin, end, words, _score(piece, words, place, lists))
            place += 1
        begin = cut.end() if cut else end


def _score(piece: str, words: int, place: int, lists: Mapping[str, tuple[str, ...]]) -> float:
    """Above 0 for what speaks of the speaker, below 0 for all else."""
    said = set(plain(piece).split())
    low = f" {' '.join(_WORD.findall(piece.lower()))} "
    if any(f" {words} " in low for words in lists.get("aside", ())) or _TO_OTHERS.search(piece) or nicknamed(piece):
        return -words - 2.0
    mine = bool(_I.search(piece))
    does = mine and any(f" {verb} " in low for verb in lists.get("self", ()))
    is_one = bool(said & set(lists.get("role", ())))
    if is_one or does or _AM.search(piece) or (_PLACE.search(piece) and (mine or place < 3)):
        return words + 2.0 + 2.0 * is_one
    if not _FINITE.search(piece) and place < 3 and words <= 7:
        return float(words)
    return 1.0 if mine and words <= 6 else -0.6 * words
