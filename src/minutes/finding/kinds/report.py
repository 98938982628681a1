"""Reports: `I rang the council on Tuesday.` — `We've dropped the stall.` — `Did you send the list?` `Not yet.`

A wrong "done" closes somebody's promise, so what is supposed, hoped, denied, asked or only told by others is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from minutes.finding.meeting import Meeting, identity
from minutes.finding.talk import Talk
from minutes.inflection import forms
from minutes.likeness import content
from minutes.model import Report, Sense

_SENSES = {"given-up": Sense.DROPPED, "to-do": Sense.NOT_YET, "done": Sense.DONE}
"""The acts of reports; of several in one sentence the first of these holds."""
_CLAUSE = re.compile(
    r"(?:[,;:—–]+\s+(?:(?:and|but|so|because|then)\s+)?|\s+(?:and|but|so|because|then)\s+)"
    r"(?=(?:i|we|you|he|she|they|it|there|let's)\b)|;\s+"
)
"""Where somebody begins to do something else: each part tells of its own."""
_SUPPOSED = re.compile(
    r"\b(?:if|unless|whether|once|until|till|suppos\w+|imagine|pretend|as soon as|in case|provided|wish|otherwise|"
    r"by the time|whenever|mak(?:e|es|ing) sure|any (?:\w+ ){0,3}that|as (?:i|we|you|he|she|they)|"
    r"(?:when|after|before|while|since) (?:i|we|you|he|she|they|it|that|the|everyone|people)|"
    r"(?:19|20)\d\d|years? ago|last year|for \w+ years|used to|back then|at the time|in those days|decades?)\b",
)
"""What makes a sentence no news."""
_REPORTED = re.compile(
    r"\b(?:said|says|saying|tells|apparently|allegedly|according to|reportedly|heard (?:that|from)|"
    r"(?:told|tell|emailed|wrote to|texted) (?:me|us))\b"
)
"""What makes all behind it no news of its speaker's own."""
_UNREAL = re.compile(
    r"\b(?:not|never|no one|nobody|nothing|none|neither|nor|without|hardly|barely|cannot|will|shall|would|should|"
    r"could|might|may|must|can|to be|need|needs|want|wants|wanted|going to|gonna|hope|hoping|hoped|let's|let us|please|"
    r"tried|try|trying|meant to|almost|nearly|half|partly|think|thinks|thought|believe|guess|suspect|maybe|perhaps|"
    r"probably|possibly|usually|always|often|sometimes|every|each|tend|wonder|forgot|forget|had to|what|why|which|who|"
    r"know|sure|ensure|there (?:is|are|was|were)|that (?:i|we|he|she|they|\w+) (?:have|has)|got to \w+|"
    r"(?<=\w )(?<!and )(?<!but )(?<!so )that (?:is|are|was|were|has|have)|"
    r"(?:team|thing|one|ones) that (?:i|we|they))\b|"
    r"n't\b|'ll\b|'d (?!already|just|all)",
)
"""What makes a clause no news of something done: it is denied, to come, doubted, or so as a rule."""
_HOW = r"(?: (?:all|already|just|finally|also|actually|now|then|both|even|since|in fact|at last|\w+ly))*"
_WHO = r"(?:i|we|he|she|they|(?P<name>[a-z]\w+))(?P<have>'ve|'s| have| has)?"
_THING = r"(?P<thing>(?:the|our|your|their|my) \w+(?: \w+)?) (?:has|have)"
_DID = re.compile(rf"\b(?=(?:{_THING}|{_WHO}){_HOW} (?P<verb>[a-z][a-z-]+)\b)")
_ONLY_SAID = """
    talked discussed mentioned covered noted said saw seen heard noticed looked joined come came went gone
"""
_NO_DEED = frozenset(_ONLY_SAID.split())
"""What people say of a meeting and of what they met with: it is no news of anything that was to be done."""
_DELIVERED = re.compile(r"\b(?:off|round|around|by|in|into|through|at)\b")
"""What is dropped so was delivered, and not given up."""
_SAME = frozenset(("put", "set", "cut", "read", "spread"))
"""Verbs whose past is as their present, so that only `I've put` tells."""
_ANSWER = re.compile(r"^\W*(?:(?:oh|ah|er|um|well|so|okay|ok|sorry|right|hi)\W+)*(?P<one>[a-z]+)(?P<two> [a-z]+)?")
_YES = frozenset(("yes", "yeah", "yep", "yup", "aye", "done", "sorted", "sent", "booked", "both", "finished", "indeed"))
_YES_TWO = frozenset(("i did", "i have", "we did", "we have", "it is", "it has", "it was", "they are", "they have"))
_BUT = re.compile(r"\bbut\b")
_NO = frozenset(("no", "nope", "nah"))
_BARE = 2
"""Words of content below which a report needs what was said before it: `That's sent.`"""


class _Told(NamedTuple):
    """A report in a sentence, and which of its clean characters tell it."""

    sense: Sense
    rule: str
    start: int
    end: int


def find(meeting: Meeting) -> list[Report]:
    """What was said to be done, given up or still to do, in the order of the talk."""
    talk = meeting.talk
    told = ((number, _told(talk, number) or _answered(talk, number)) for number in range(len(talk.sentences)))
    return [_report(meeting, number, one) for number, one in told if one]


def _report(meeting: Meeting, number: int, told: _Told) -> Report:
    sentence = meeting.talk.sentences[number]
    bare = len(content(sentence.text[told.start : told.end])) < _BARE
    own = sentence.evidence(meeting.transcript, 0 if bare else told.start, told.end)
    evidence = (*meeting.evidence(_before(meeting.talk, number, bare)), own)
    return Report(
        id=identity("report", evidence),
        sense=told.sense,
        speaker=meeting.who(number),
        rule=told.rule,
        evidence=evidence,
    )


def _told(talk: Talk, number: int) -> _Told | None:
    """What a sentence reports by itself."""
    sentence = talk.sentences[number]
    if sentence.asked or _SUPPOSED.search(sentence.lower):
        return None
    clauses = [clause for clause in _clauses(sentence.lower) if not _REPORTED.search(sentence.lower, 0, clause[1])]
    for act, sense in _SENSES.items():
        hit = talk.hit(number, act)
        if hit:
            start, end = next((clause for clause in clauses if clause[0] < hit.end <= clause[1]), (0, 0))
            if end and (sense is not Sense.DONE or not _UNREAL.search(sentence.lower, start, end)):
                return _Told(sense, hit.cue.id, start, max(end, hit.end))
    did = (clause for clause in clauses if _did(talk, sentence.lower[slice(*clause)]))
    return next((_Told(Sense.DONE, "report.did", *clause) for clause in did), None)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """The spans of a sentence in each of which somebody does one thing."""
    start = 0
    for found in _CLAUSE.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _did(talk: Talk, clause: str) -> bool:
    """Whether somebody here has done what people take on: `I rang the council`, `Omar has sent it`."""
    return not _UNREAL.search(clause) and any(_happened(talk, found) for found in _DID.finditer(clause))


def _happened(talk: Talk, found: re.Match[str]) -> bool:
    name, verb = found["name"], found["verb"]
    if name and not talk.people.candidates(name):
        return False
    perfect = bool(found["have"] or found["thing"])
    if verb in _NO_DEED or (verb == "dropped" and not _DELIVERED.search(found.string)):
        return False
    if perfect and verb == "got":  # I've got a list: it is there, and nobody did anything
        return False
    return (perfect and verb in _SAME) or (verb not in talk.tasks and _past(verb, talk.tasks))


@lru_cache(maxsize=4096)
def _past(verb: str, tasks: frozenset[str]) -> bool:
    """Whether a word is the past of a verb for what is done after a meeting."""
    return not verb.endswith(("s", "ing")) and not forms(verb).isdisjoint(tasks)


def _answered(talk: Talk, number: int) -> _Told | None:
    """What the first sentence of a turn reports as the answer to a question: `Yes, last week.`"""
    sentence = talk.sentences[number]
    question = _question(talk, number)
    first = _ANSWER.match(sentence.lower)
    if question is None or first is None or sentence.asked or "ask-after" not in talk.acts[question]:
        return None
    one, two = first["one"], first["one"] + (first["two"] or "")
    if one in _NO or two == "not yet":
        return _Told(Sense.NOT_YET, "report.answer", 0, len(sentence.text))
    said = " ".join(talk.sentences[n].lower for n in talk.of_turn[sentence.turn][:2])
    if (one in _YES or two in _YES_TWO) and not any(bar.search(said) for bar in (_UNREAL, _SUPPOSED, _BUT)):
        return _Told(Sense.DONE, "report.answer", 0, len(sentence.text))
    return None


def _question(talk: Talk, number: int) -> int | None:
    """The question at the end of the turn before, where the sentence begins somebody else's turn."""
    sentence = talk.sentences[number]
    if talk.of_turn[sentence.turn].start != number or not number:
        return None
    before = talk.sentences[number - 1]
    near = before.turn == sentence.turn - 1 and before.speaker != sentence.speaker
    return number - 1 if near and before.asked else None


def _before(talk: Talk, number: int, bare: bool) -> list[int]:
    """The question that is answered, or the sentence that says what a bare report is about."""
    question = _question(talk, number)
    if question is not None:
        return [question]
    near = number and talk.sentences[number].turn - talk.sentences[number - 1].turn <= 1
    return [number - 1] if bare and near else []
