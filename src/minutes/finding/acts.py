"""What a sentence gives somebody to do: promises, requests, orders, assignments.

Open-class words come from the rules (`cues`); modals and pronouns are grammar and stand in `forms`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from minutes.finding import forms, surface, syntax
from minutes.finding.parse import parse
from minutes.finding.sentences import Sentence
from minutes.finding.talk import Talk
from minutes.inflection import forms as forms_of


class Task(NamedTuple):
    """Something to do, as one sentence has it."""

    sentence: int
    kind: str
    """promise, group, ask, assign."""
    strength: float
    who: tuple[str, ...]
    """Labels or names: the doers, as far as this sentence says."""
    start: int
    end: int
    """Clean characters of the words that say what."""
    verb: str
    """The verb in its base form, or empty where the words are not a clause."""
    rule: str
    begin: int
    """The clean character at which the words begin that lead to it: the `I'll` of `I'll send it`."""
    either: bool = False
    """Whether one of `who` is meant, and the words do not tell which."""


class Slot(NamedTuple):
    """A place in a sentence where a task may stand, before its verb is known."""

    sentence: int
    kind: str
    strength: float
    who: tuple[str, ...]
    begin: int
    at: int
    rule: str
    either: bool = False
    """Whether one of `who` is meant, and the words do not tell which."""


Tasks = Mapping[int, Sequence[Task]]
"""By sentence what somebody takes on, asks for or is given."""


def tasks(talk: Talk) -> Tasks:
    """Where somebody takes something on, asks for it or is given it."""
    found: dict[int, list[Task]] = {}
    for number in range(len(talk.sentences)):
        for slot in _slots(talk, number):
            task = None if _at_once(talk, slot) else _task(talk, slot)
            if task and not any(other.start == task.start for other in found.get(number, ())):
                found.setdefault(number, []).append(task)
    return found


def business(talk: Talk) -> list[Slot]:
    """Where somebody says what is done at once, in the meeting itself: `let me share my screen`."""
    return [slot for number in range(len(talk.sentences)) for slot in _slots(talk, number) if _at_once(talk, slot)]


def _at_once(talk: Talk, slot: Slot) -> bool:
    return talk.business.match(talk.sentences[slot.sentence].text, slot.at) is not None


def _slots(talk: Talk, number: int) -> Iterator[Slot]:
    """The places outside words that somebody only quotes: `people say "I'll do it"`."""
    sentence = talk.sentences[number]
    found = (_promises(talk, sentence, number), _asks(talk, sentence, number), _given(talk, sentence, number))
    for slot in chain(*found, _absent(talk, number)):
        if not in_quotes(sentence.text[: slot.begin]):
            yield slot


def in_quotes(before: str) -> bool:
    """Whether what follows these words stands between quotation marks."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


_PATTERNS = (
    (forms.SHALL, "promise", 1.0, "promise.shall"),
    (forms.LETS, "group", 1.0, "group.lets"),
    (forms.ALL, "group", 1.5, "group.all"),
    (forms.LET_ME, "promise", 0.9, "promise.let-me"),
    (forms.ELIDED, "promise", 1.5, "promise.elided"),
    (forms.DOING, "promise", 0.8, "promise.doing"),
)
_STRENGTHS = {"will": 2.0, "can": 1.0, "must": 1.1, "now": 0.6}
_WISHED = ("'d", "would", "might", "want", "like", "love")


def _promises(talk: Talk, sentence: Sentence, number: int) -> Iterator[Slot]:
    for match in forms.PROMISE.finditer(sentence.text):
        modal = next(modal for modal in _STRENGTHS if match[modal] is not None)
        kind = "group" if match["who"].lower() == "we" else "promise"
        if modal == "now" and (kind == "group" or forms.SUBORDINATE.search(sentence.text[: match.start()])):
            continue
        said = (match["can"] or "").lower()
        wished = "happy" not in said and any(word in said for word in _WISHED)
        both = _meant(talk, match["who"], sentence.speaker)[0] if " and " in match["who"] else ()
        strength = 0.5 if wished else _STRENGTHS[modal]
        yield Slot(number, kind, strength, both, match.start(), match.end(), f"{kind}.{modal}")
    for pattern, kind, strength, rule in _PATTERNS:
        for match in pattern.finditer(sentence.text):
            yield Slot(number, kind, strength, (), match.start(), match.end(), rule)


def _asks(talk: Talk, sentence: Sentence, number: int) -> list[Slot]:
    called = talk.addressed(number)
    strength = 2.0 if called else 1.4
    slots = [
        Slot(number, "ask", strength, called, match.start(), match.end(), f"ask.{match.lastgroup}")
        for match in forms.ASKED.finditer(sentence.text)
    ]
    order = forms.ORDERED.match(sentence.text) if called and not slots else None
    if order and talk.people.candidates(order[1].strip(".")):
        slots.append(Slot(number, "ask", 1.2, called, 0, order.end(), "ask.imperative"))
    return slots


def _given(talk: Talk, sentence: Sentence, number: int) -> list[Slot]:
    """`Kambiz will send it`, `Pete to book the hall`, `Nasrin asks the theatre`, `Omar and I will draft it`."""
    slots = []
    for match in talk.given.finditer(sentence.text):
        who, either = _meant(talk, match["names"], sentence.speaker)
        how = match["how"].strip(" ,")
        if not who:
            continue
        if how:
            strength = 0.9 if how in ("can", "could", "should") else 1.6
            slots.append(Slot(number, "assign", strength, who, match.start(), match.end(), "assign.will", either))
        elif (verb := re.match(r"([a-z]+)s\b", sentence.text[match.end() :])) and verb[1] in talk.tasks:
            slots.append(Slot(number, "assign", 0.9, who, match.start(), match.end(), "assign.does", either))
    return slots


_BACK = 3
"""Sentences in which the one who "she" is was spoken of."""


def _absent(talk: Talk, number: int) -> Iterator[Slot]:
    """`Konrad will print them`, `He'll run them over`: what somebody does who is not in the room."""
    sentence = talk.sentences[number]
    for match in forms.ABSENT.finditer(sentence.text):
        if not talk.people.candidates(match["name"]):
            yield Slot(number, "assign", 1.2, (match["name"],), match.start(), match.end(), "assign.absent")
    for match in forms.THEIRS.finditer(sentence.text):
        who = _spoken_of(talk, number, match.start())
        if who:
            yield Slot(number, "assign", 0.9, (who,), match.start(), match.end(), "assign.they")


def _spoken_of(talk: Talk, number: int, before: int) -> str | None:
    """Whom the speaker has just named, who is not here."""
    for earlier in range(number, max(-1, number - _BACK), -1):
        sentence = talk.sentences[earlier]
        if sentence.speaker != talk.sentences[number].speaker:
            return None
        text = sentence.text[:before] if earlier == number else sentence.text
        for match in reversed(list(forms.MENTIONED.finditer(text))):
            name = match["name"] or match["first"] or match["kin"]
            if not talk.people.candidates(name):
                return name
    return None


def _meant(talk: Talk, names: str, speaker: str | None) -> tuple[tuple[str, ...], bool]:
    """Who is meant by one name or several, and whether it is one of them only: `Jo or Omar`, a name that two bear."""
    who: list[str] = []
    parts = re.split(r",? (?:and|or|&) ", names)
    for name in (re.sub(r"^the\s+", "", part, flags=re.I) for part in parts):
        labels = talk.people.candidates(name)
        if name.lower() in ("i", "me", "myself"):
            who += [speaker] if speaker else []
        elif len(labels) == 1 or (labels and len(parts) == 1):
            who += labels
        else:
            return (), False
    return tuple(who), len(who) > 1 and (len(parts) == 1 or " or " in names)


_WORK = frozenset(["ask.mind", "ask.like", "promise.now", "promise.doing", "assign.does"])
"""Rules whose verb shows no modal, so that it has to be one for work."""
_DOING = ("ask.mind", "promise.doing")
"""Rules whose verb ends in "ing"."""
_PRESENT = ("assign.does", "group.all")
"""Rules whose verb may stand in the third person."""
_SPOKEN_OF = ("assign.absent", "assign.they")
"""Rules for somebody who is not here, whose name has to be one."""
_GIVEN = frozenset(["have", "get", "receive", "see", "hear"])
"""What you will do where the promise is mine: `you'll have it tonight`."""
_SENSED = frozenset(["see", "hear", "understand", "imagine", "feel", "smell", "live", "confirm", "vouch"])
"""What I can, or do, is no offer with these: `I can see it`."""
_MENTAL = frozenset(
    [
        *("think", "know", "hope", "guess", "mean", "believe", "love", "like", "need", "want", "agree", "say", "feel"),
        *("remember", "understand", "suggest", "propose", "recommend", "argue", "admit", "imagine", "assume"),
        *("wonder", "miss", "bet", "abstain"),
    ]
)


def _task(talk: Talk, slot: Slot) -> Task | None:
    text = talk.sentences[slot.sentence].text
    found = surface.verb_from(text, slot.at)
    if found is None or (slot.rule in _SPOKEN_OF and not _proper(text, slot.who[0])):
        return None
    doing = found.going_on or slot.rule in _DOING
    if surface.going_on(found.word) and not doing and found.word not in talk.tasks:
        return None
    lemma = _plain(talk, found.word) if doing or slot.rule in _PRESENT else found.word
    return None if _no_task(talk, slot, lemma) else _told(slot, found.start, found.end, lemma)


def _proper(text: str, name: str) -> bool:
    """Whether a word that looks like a name is one; only the parser can tell, and it is asked seldom."""
    return not surface.closed(name) and syntax.proper(parse([text])[0], name)


def _no_task(talk: Talk, slot: Slot, lemma: str) -> bool:
    """Whether a verb in such a place gives nobody anything to do."""
    if lemma in _MENTAL or (slot.rule in _WORK and lemma not in talk.tasks):
        return True
    if slot.rule == "ask.imperative" and lemma not in talk.orders:
        return True
    return slot.rule in ("promise.can", "promise.now") and lemma in _SENSED


def _told(slot: Slot, start: int, end: int, lemma: str) -> Task:
    if slot.rule == "ask.will" and lemma in _GIVEN:
        return Task(slot.sentence, "promise", 1.5, (), start, end, lemma, "promise.give", slot.begin)
    return Task(
        slot.sentence, slot.kind, slot.strength, slot.who, start, end, lemma, slot.rule, slot.begin, slot.either
    )


def _plain(talk: Talk, word: str) -> str:
    """The verb of a form: `sends`, `would you mind | ringing`."""
    return next((verb for verb in (word, *sorted(forms_of(word))) if verb in talk.tasks | _MENTAL), word)


def doubtful(sentence: Sentence) -> str | None:
    """Why a task in this sentence is none: told of others, supposed, or past; None where it stands."""
    return next((name for name, pattern in forms.DOUBTS if pattern.search(sentence.text)), None)
