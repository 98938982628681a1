"""Introductions: `I'm Rima, I'm in Leeds, I'm a project manager.`"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from minutes.finding.clauses import Clause, Run, best, clauses
from minutes.finding.meeting import Meeting
from minutes.finding.names import given, nicknamed
from minutes.finding.people import Person
from minutes.model import Evidence, Speaker, Turn

_LONGEST = 45
"""Words of a background."""
_ENOUGH = 4.0
"""The score of a background after which none is looked for."""
_BEHIND_NAME = 3
"""Clauses behind the name in which words without a verb are about the speaker: `Marseille.`, `Year three.`"""
_FRAGMENT = 7
"""Words of such a clause."""
_LATER = 3
"""Turns of the same speaker, after the one with the name, in which the rest may come."""
_ROUND = 5
"""Turns around a first turn in which somebody else gives a name, where people are introducing themselves."""
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
_LOOSE = re.compile(
    r"(?:[\s,;:—–-]+(?:so|and|but|or|because|well|um|uh|er|erm|like|yeah|that|which|who|of"
    r"|(?:and|so|but) (?:I|we)(?: \w+)?))+"
    r"[\s,;:—–.-]*$",
    re.I,
)
"""Words at the end that something should follow: `I'm a librarian, so`."""
_TRIM = re.compile(r"^(?:[\s,;:.!?—–-]|(?:and|but|so|um|uh|er|erm|well|yeah|yes|like|okay|that|also)\b)+", re.I)


def find(meeting: Meeting) -> list[Speaker]:
    """Everybody who spoke, in the order of their first word, with what they said of themselves.

    Turns of which nothing is left to be seen do not count.
    """
    given_in = sorted(turn for person in meeting.talk.people.persons for turn in person.introduced)
    said: dict[str, list[Turn]] = {}
    for turn in meeting.runs.whole.turns:
        if turn.speaker and turn.text.strip():
            said.setdefault(turn.speaker, []).append(turn)
    return [_speaker(meeting, person, given_in, said) for person in meeting.talk.people.persons]


def _speaker(meeting: Meeting, person: Person, rounds: list[int], said: dict[str, list[Turn]]) -> Speaker:
    turns = [turn for label in person.labels for turn in said.get(label, ())]
    told = _background(meeting, person, rounds)
    clocks = [turn.end - turn.start for turn in turns if turn.start is not None and turn.end is not None]
    timed = clocks or (not turns and meeting.runs.whole.seconds is not None)
    return Speaker(
        name=person.full,
        labels=person.labels,
        background=told.quote if told else None,
        turns=len(turns),
        words=sum(len(turn.text.split()) for turn in turns),
        seconds=round(sum(max(0.0, clock) for clock in clocks), 3) if timed else None,
        evidence=(told,) if told else (),
    )


def _background(meeting: Meeting, person: Person, rounds: list[int]) -> Evidence | None:
    """The first stretch that says enough of the speaker, in a turn with the name or close to it; else the best one."""
    found: tuple[float, Evidence] | None = None
    for turn, start, least in _places(meeting, person, rounds):
        run = told(meeting.transcript.turns[turn].text, start, meeting.talk.lists)
        if run and run.score >= least and (found is None or run.score > found[0]):
            found = run.score, meeting.transcript.evidence(turn, run.start, run.end)
        if found and found[0] >= _ENOUGH:
            break
    return found[1] if found else None


def _places(meeting: Meeting, person: Person, rounds: list[int]) -> Iterator[tuple[int, int, float]]:
    """Where somebody may speak of himself: turn, character, and how much must speak for it."""
    turns = meeting.transcript.turns
    mine = [number for number in meeting.turns_of(person.labels) if number in meeting.talk.of_turn]
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


def told(text: str, start: int, lists: Mapping[str, tuple[str, ...]]) -> Run | None:
    """The piece of a turn, from a character on, that most speaks of the speaker."""
    run = best([(clause, _score(text, clause, lists)) for clause in clauses(text, start)], _LONGEST)
    if run is None:
        return None
    opening = _TRIM.match(text[run.start : run.end])
    begin = run.start + (opening.end() if opening else 0)
    end = begin + len(_LOOSE.sub("", text[begin : run.end]))
    return Run(run.score, begin, end) if text[begin:end].strip() else None


def _score(text: str, clause: Clause, lists: Mapping[str, tuple[str, ...]]) -> float:
    """Above 0 for what speaks of the speaker, below 0 for all else."""
    piece, words = text[clause.start : clause.end].replace("’", "'"), len(clause.words)
    said = f" {' '.join(clause.words)} "
    if any(f" {aside} " in said for aside in lists.get("aside", ())) or _TO_OTHERS.search(piece) or nicknamed(piece):
        return -2.0 * words - 2.0
    mine = bool(_I.search(piece))
    does = mine and any(f" {verb} " in said for verb in lists.get("self", ()))
    is_one = not set(clause.words).isdisjoint(lists.get("role", ()))
    if is_one or does or _AM.search(piece) or (_PLACE.search(piece) and (mine or clause.place < _BEHIND_NAME)):
        return words + 2.0 + 2.0 * is_one
    if not _FINITE.search(piece) and clause.place < _BEHIND_NAME and words <= _FRAGMENT:
        return float(words)
    return 1.0 if mine and words <= _FRAGMENT else -0.6 * words
