"""What is told of an idea's course: what it has achieved, and where it happens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from minutes.finding.clauses import Clause, best, clauses
from minutes.finding.meeting import Meeting
from minutes.finding.talk import Talk
from minutes.likeness import content
from minutes.model import Evidence

_LONGEST = 26
"""Words of an outcome."""
_BETWEEN = -0.2
"""The score of a clause that tells nothing, in a sentence that does."""
_FEW = 4
"""Words below which a clause says too little by itself."""
_ENOUGH = 3.0
"""What must speak for a clause that it tells an outcome."""
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = "three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TEENS = "(?:thir|four|fif|six|seven|eigh|nine)teen"
_FIGURE = re.compile(
    rf"\b(?:\d[\d.,]*|two|{_UNITS}|{_TEENS}|(?:{_TENS})(?:[ -]\w+)?|\w*hundred|\w*thousand|million|half|third|"
    r"quarter|percent|per cent|dozen|double[sd]?|trebled|tripled)\b"
    r"(?![ -](?:o'clock|minutes?|hours?|days?|weeks?|months?|years?|times|past|things|of us|a m|p m|am\b|pm\b|"
    r"in the (?:morning|night)))",
    re.I,
)
"""A figure that counts something else than time."""
_CALENDAR = re.compile(
    rf"\b(?:at|by|until|before|from|on the|page|number|flat|room|bus|year) (?:half )?"
    rf"(?:\d+|one|two|{_UNITS}|\w+teen|\w+ty)(?:st|nd|rd|th)?\b(?! (?:to|people|hundred|thousand))|\b(?:19|20)\d\d\b",
    re.I,
)
"""Figures that only say when or where."""
_NOW = re.compile(
    r"\b(?:now|already|so far|this (?:week|month|year)|last (?:\w+|time)|since|each time|every (?:week|month|\w+day)|"
    r"by the end|in (?:a|the|one|two|three|six) (?:year|month|week)s?|at the (?:start|beginning)|in the end|up to|"
    r"all told)\b",
    re.I,
)
_DONE = re.compile(
    r"\b(?:raised|made|signed|joined|came|collected|reached|fixed|mended|repaired|sold|saved|counted|lent|sent|accepted|told|"
    r"answered|written|wrote|stopped|fallen|risen|grew|grown|doubled|gone|went|got|given|gave|found|paid|put|posted|returned|"
    r"planted|delivered|views|comments|members|volunteers|signatures|letters|replies|visitors|contributors|women|children|"
    r"families|flats|people|houses)\b",
    re.I,
)
_STANDS = re.compile(r"\b(?:\w+'(?:s|re|ve)|are|has|have|had|is|was|were|went|\w+ed)\b", re.I)
_UNREAL = re.compile(
    r"\b(?:would|could|should|might|may|will|shall|want|if|imagine|maybe|about to|going to|let's|costs?|price|need)\b|"
    r"'(?:d|ll)\b|\?",
    re.I,
)
_LINK = re.compile(r"https?:|www\.|href|\bslash\b|@", re.I)
_OPENING = re.compile(r"(?:\W|\b(?:and|so|but|because|um|uh|like|well)\b)*", re.I)
_BASE = re.compile(r"\b(?:was|were|started|began|begun|first|beginning|at the start|used to|before|went)\b", re.I)
_START = r"(?:first (?:week|morning|day|time|month)|at the (?:start|beginning))"
_BEGAN = re.compile(rf"\b(?:was|were)\b.*\b{_START}\b|\b(?:{_START}|when (?:I|we) started)\b.*\b(?:was|were)\b", re.I)
_SINCE = re.compile(r"\b(?:now|this week|last week|since|to)\b", re.I)
_IN = r"(?:in|at|on|outside|inside|from|round|to|into|along|onto|in front of|over)"
_OWNER = r"(?:the|my|our|your|[A-Z]\w+['’]s)"
_CHANNELS = 3
"""The most channels of one idea."""


def outcomes(meeting: Meeting, numbers: Iterable[int]) -> list[Evidence]:
    """The pieces of these sentences that tell in figures, or plainly, what has come of it."""
    found: list[tuple[int, Evidence]] = []
    for number in numbers:
        piece = _outcome(meeting, number)
        if piece is None:
            continue
        before = found[-1] if found else None
        if before and before[0] == number - 1 and before[1].turn == piece.turn and _BASE.search(before[1].quote):
            found[-1] = number, meeting.transcript.evidence(piece.turn, before[1].char_start, piece.char_end)
        else:
            found.append((number, piece))
    return [piece for _, piece in found if not _only_base(piece.quote)]


def _once(pieces: Sequence[Evidence]) -> list[Evidence]:
    """The pieces without those that only say a part of another again: `Ten thousand, yeah.`"""
    said = [set(_FIGURE.findall(piece.quote.lower())) | content(piece.quote) for piece in pieces]
    return [
        piece
        for number, piece in enumerate(pieces)
        if not any(
            said[number] < other or (said[number] == other and place < number) for place, other in enumerate(said)
        )
    ]


def _only_base(text: str) -> bool:
    """Whether the words tell only how it began."""
    return bool(_BEGAN.search(text)) and not _SINCE.search(text)


def _outcome(meeting: Meeting, number: int) -> Evidence | None:
    talk, sentence = meeting.talk, meeting.talk.sentences[number]
    text = meeting.transcript.turns[sentence.turn].text
    if sentence.asked or "settle" in talk.acts[number] or _LINK.search(text, sentence.start, sentence.end):
        return None
    told = talk.weight(number, "outcome")
    spots = [sentence.span(hit.start, hit.end) for hit in talk.hits[number] if hit.cue.act == "outcome"]
    scored = [
        (clause, _score(text, clause, told, any(start < clause.end and clause.start < end for start, end in spots)))
        for clause in _joined(clauses(text, sentence.start, sentence.end))
    ]
    run = best(scored, _LONGEST)
    if run is None or run.score < _ENOUGH or len(text[run.start : run.end].split()) < _FEW:
        return None
    opening = _OPENING.match(text[run.start : run.end])
    start = run.start + (opening.end() if opening else 0)
    return meeting.transcript.evidence(sentence.turn, start, run.end) if text[start : run.end].strip() else None


def _joined(found: Iterable[Clause]) -> list[Clause]:
    """The clauses, those of a few words together with the next: `And last week | we were thirty-eight`."""
    whole: list[Clause] = []
    for clause in found:
        if whole and len(whole[-1].words) < _FEW:
            last = whole.pop()
            clause = Clause(last.start, clause.end, (*last.words, *clause.words), last.place)
        whole.append(clause)
    return whole


def _score(text: str, clause: Clause, told: float, here: bool) -> float:
    """How much a clause tells an outcome; below 0 where it tells something else.

    `told` is how strongly its sentence does, `here` whether the words that do stand in the clause.
    """
    piece = _CALENDAR.sub(" ", text[clause.start : clause.end].replace("’", "'"))
    figures = sum(1 for _ in _FIGURE.finditer(piece))
    if _UNREAL.search(piece) or not (figures or told):
        return -1.0
    if not (figures or here):
        return _BETWEEN
    signs = bool(_NOW.search(piece)) + bool(_DONE.search(piece)) + bool(_STANDS.search(piece))
    return 1.5 * min(figures, 2) + 0.8 * signs + 0.6 * told - (0.0 if figures else 1.5)


def channels(meeting: Meeting, numbers: Sequence[int]) -> tuple[str, ...]:
    """Where it happens, as it was said: platforms, papers, places; the ones said first, no more than three."""
    found: dict[str, str] = {}
    for said in (said for number in numbers for said in _said(meeting.talk, number)):
        known = next((key for key in found if key in said.lower() or said.lower() in key), None)
        if known is None:
            found[said.lower()] = said
        elif len(said) > len(known):
            found[known] = said
    return tuple(list(found.values())[:_CHANNELS])


def _said(talk: Talk, number: int) -> Iterator[str]:
    pattern = _places(talk.lists.get("channel", ()), talk.lists.get("place", ()))
    for match in pattern.finditer(talk.sentences[number].text):
        yield match["where"] or match["channel"]


@cache
def _places(channel: tuple[str, ...], place: tuple[str, ...]) -> re.Pattern[str]:
    """A channel, or a place behind a preposition: `in the church hall`."""
    named = "|".join(
        re.escape(said.rstrip("*")) + r"\w*" * said.endswith("*") for said in sorted(channel, key=len, reverse=True)
    )
    spots = "|".join(re.escape(said) for said in sorted(place, key=len, reverse=True))
    where = rf"\b{_IN} (?P<where>{_OWNER} (?:[\w'’-]+ ){{0,2}}?(?:{spots or '(?!)'})(?: (?:{spots or '(?!)'}))*)\b"
    return re.compile(rf"{where}|\b(?P<channel>{named or '(?!)'})\b", re.I)
