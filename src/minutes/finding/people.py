"""Who is in the room: labels, the names people give themselves, and who is meant by a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes.finding.sentences import Sentence
from minutes.model import Transcript

_SELF = re.compile(
    r"(?:\b(?:I'm|I am|my name is|my name's|this is|it's|call me|calls me|they say|they call me|everyone says|everybody says|known as)\s+)"
    r"(?:the other |the first |just |Dr\.? |Mr\.? |Mrs\.? |Ms\.? |Professor )?"
    r"((?:[^\W\d_a-z][\w'’-]*)(?:\s+(?:van|von|de|der|den|da|del|la|bin|al|el|ibn|O')?\s*[^\W\d_a-z][\w'’-]*){0,3})"
)
_NICK = re.compile(r"\b(?:call(?:s)? (?:me|the other one)|they say|everyone says|everybody says|known as)\s+([^\W\d_][\w'’-]*(?: [a-z] [a-z](?= |$))?)")
_HERE = re.compile(r"^\W*((?:[^\W\d_a-z][\w'’-]*\s?){1,3})\s+here\b")
_OPENING = re.compile(r"^(?:\W|\b(?:yes|yeah|hi|hello|hey|okay|ok|so|me|well|sure|right|sorry|good evening|everyone|everybody|all|and)\b)*", re.I)
_FULL = re.compile(r"((?:[^\W\d_a-z][\w'’-]*)(?:\s+(?:van der|van den|van|von|de la|de|der|da|del|bin|al|el)?\s*[^\W\d_a-z][\w'’-]*){0,2})(?=[,.;:—–-]|\s+(?:from|in|at|here|uh|um|I)\b|$)")
_LOWER = re.compile(r"\b(?:i'm|i am|my name is|my name's|name's|this is|it's)\s+([^\W\d_]+)")
_DEVICE = re.compile(r"(?i)\b(iphone|ipad|android|galaxy|phone|laptop|macbook|desktop|pc|user|guest|unknown|speaker|participant|zoom|room)\b|^\+?[\d\s().-]{5,}$")
_NOT_NAMES = frozenset(
    "I I'm I'll I've I'd the a an and but so then we you he she it they this that not just going here sorry happy glad sure fine okay ok from in on at with afraid also still "
    "only all one two three my your our his her their its january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday english god christmas easter".lower().split()
)


@dataclass(frozen=True)
class Person:
    """Somebody who speaks."""

    labels: tuple[str, ...]
    names: frozenset[str]
    """All names in lower case: of labels and of self-introductions, whole and by part."""
    full: str
    """The fullest name known."""
    introduced: int | None = None
    """The turn of the self-introduction."""


@dataclass(frozen=True)
class People:
    """The roster of one meeting."""

    persons: tuple[Person, ...]
    _first: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def by_label(self, label: str | None) -> Person | None:
        """The person who speaks under a label."""
        return next((person for person in self.persons if label in person.labels), None)

    def main(self, label: str) -> str:
        """The label that a person goes by, where one person speaks under several."""
        person = self.by_label(label)
        return _main(person) if person else label

    def names(self, label: str) -> frozenset[str]:
        """The single words by which a speaker may be called, in lower case."""
        person = self.by_label(label)
        return frozenset(name for name in person.names if " " not in name) if person else frozenset()

    def named(self, name: str) -> str | None:
        """The label of the one person meant by a name; None if it is nobody here, or could be two people."""
        labels = self.candidates(name)
        return labels[0] if len(labels) == 1 else None

    def candidates(self, name: str) -> tuple[str, ...]:
        """The labels of all people whom a name may mean."""
        plain = _plain(name)
        return self._first.get(plain, ())

    @property
    def words(self) -> frozenset[str]:
        """Every name by which somebody here may be addressed, in lower case."""
        return frozenset(self._first)


def people(transcript: Transcript, sentences: Sequence[Sentence]) -> People:
    """The roster: each label with the names its speaker gives, devices joined to the person they turn out to be."""
    given = _introductions(transcript, sentences)
    persons: list[Person] = []
    for label in transcript.speakers:
        full, turn, nicks = given.get(label, (None, None, ()))
        other = next((n for n, person in enumerate(persons) if _same(person, label, full)), None)
        if other is not None:
            persons[other] = _join(persons[other], label, full)
            continue
        host = _owner_of_device(label, transcript.speakers)
        other = next((n for n, p in enumerate(persons) if host in p.labels), None) if host else None
        if other is not None:
            persons[other] = _join(persons[other], label, None)
            continue
        name = full if full and (_DEVICE.search(label) or _fuller(full, label)) else label
        persons.append(Person((label,), frozenset(_parts(label, full, *nicks)), name, turn))
    return People(tuple(persons), _index(persons))


def _introductions(transcript: Transcript, sentences: Sequence[Sentence]) -> dict[str, tuple[str, int, tuple[str, ...]]]:
    """For each label the fullest name its speaker gives of himself, the turn, and nicknames."""
    given: dict[str, tuple[str, int, tuple[str, ...]]] = {}
    turns_of: dict[str, int] = {}
    heads: dict[int, Sentence] = {}
    for sentence in sentences:
        label = sentence.speaker
        if label is None:
            continue
        if sentence.turn not in heads:
            heads[sentence.turn] = sentence
            turns_of[label] = turns_of.get(label, 0) + 1
        if turns_of[label] > 6:
            continue
        name = _own_name(sentence, label, heads[sentence.turn] is sentence)
        nick = _NICK.search(sentence.text)
        if name and (label not in given or _longer(name, given[label][0])):
            given[label] = name, given.get(label, (name, sentence.turn, ()))[1], given.get(label, ("", 0, ()))[2]
        if nick and label in given and nick[1].lower() not in _NOT_NAMES:
            full, turn, nicks = given[label]
            given[label] = full, turn, (*nicks, nick[1])
    return given


def _longer(name: str, other: str) -> bool:
    return other.lower() in name.lower() and len(name) > len(other)


def _own_name(sentence: Sentence, label: str, first: bool) -> str | None:
    """The name in `I'm Rima Shaheen`, `Joop. Joop van der Velde, bikes`, `Lulu here`, where it agrees with the label or the label is a device."""
    found = [match[1] for match in _SELF.finditer(sentence.text)]
    here = _HERE.match(sentence.text)
    if here:
        found.append(here[1])
    if first or len(sentence.words) <= 8:
        bare = _FULL.match(sentence.text, _OPENING.match(sentence.text).end())  # type: ignore[union-attr]  # matches the empty text
        if bare:
            found.append(bare[1])
    lower = _LOWER.search(sentence.text.lower())
    if lower and lower[1] in _plain(label).split():
        found.append(lower[1])
    found = [_trim(name) for name in found]
    for name in sorted(filter(None, found), key=len, reverse=True):
        parts = set(_plain(name).split())
        if not parts & _NOT_NAMES and (_agree(parts, label) or (_DEVICE.search(label) and len(parts) > 1)):
            return name
    return None


def _trim(name: str) -> str:
    return name.strip(" .,'’-")


def _agree(parts: set[str], label: str) -> bool:
    """A name's word is a word of the label, or begins with a letter that stands alone in it."""
    mine = set(_plain(label).split())
    return any(len(part) > 1 and part in mine for part in parts) or any(
        len(word) > 3 and any(part.startswith(word) or (len(part) > 2 and word.startswith(part)) for part in parts) for word in mine
    )


def _fuller(full: str, label: str) -> bool:
    return len(_plain(full).split()) >= len([word for word in _plain(label).split() if len(word) > 1]) and _agree(set(_plain(full).split()), label)


def _same(person: Person, label: str, full: str | None) -> bool:
    """Two labels are one person only where both give one whole name of two words or more."""
    mine = {_plain(label), _plain(full or "")}
    return any(len(name.split()) > 1 and name in mine for name in (_plain(person.full), *map(_plain, person.labels)))


def _owner_of_device(label: str, labels: Sequence[str]) -> str | None:
    """`Margaret's iPad` is Margaret's, where Margaret is there."""
    owner = re.match(r"(.+?)['’]s\s+\S+", label)
    return owner[1] if owner and owner[1] in labels else None


def _join(person: Person, label: str, full: str | None) -> Person:
    names = person.names | frozenset(_parts(label, full))
    return Person((*person.labels, label), names, person.full if not _DEVICE.search(person.full) else full or label, person.introduced)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+(?:['-][^\W_]+)*", name.replace("’", "'").lower()))


def _parts(*names: str | None) -> set[str]:
    parts: set[str] = set()
    for name in filter(None, names):
        plain = _plain(name)
        parts |= {plain, *(word for word in plain.split() if len(word) > 1 and word not in _NOT_NAMES)}
    return parts


def _main(person: Person) -> str:
    return next((label for label in reversed(person.labels) if not _DEVICE.search(label)), person.labels[0])


def _index(persons: Sequence[Person]) -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for person in persons:
        main = _main(person)
        for name in sorted(person.names):
            index[name] = (*index.get(name, ()), main)
    return index
