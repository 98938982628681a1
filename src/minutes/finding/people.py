"""Who is in the room: labels, the names people give themselves, and who is meant by a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from minutes.finding.names import NOT_NAMES, Given, agree, callable_words, given, is_device, is_role, plain, shown
from minutes.finding.sentences import Sentence
from minutes.model import Transcript

_FIRST = 6
"""Turns of somebody in which a name is looked for."""


@dataclass(frozen=True)
class Person:
    """Somebody who speaks."""

    labels: tuple[str, ...]
    names: frozenset[str]
    """All names in lower case: of labels and of self-introductions, whole and by part."""
    full: str
    """The fullest name known."""
    introduced: tuple[int, ...] = ()
    """The turns in which the person gives a name."""


@dataclass(frozen=True)
class People:
    """The roster of one meeting."""

    persons: tuple[Person, ...]
    _first: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def by_label(self, label: str | None) -> Person | None:
        """The person who speaks under a label."""
        return self._by_label.get(label)

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
        """The labels of all people whom a name may mean: first names, nicknames, initials, offices."""
        bare = plain(name)
        return self._first.get(bare) or self._first.get(bare.removeprefix("the "), ())

    @cached_property
    def _by_label(self) -> dict[str | None, Person]:
        return {label: person for person in reversed(self.persons) for label in person.labels}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every name by which somebody here may be addressed, in lower case."""
        return frozenset(self._first)


def people(transcript: Transcript, sentences: Sequence[Sentence]) -> People:
    """The roster: each label with the names its speaker gives, devices joined to the person they turn out to be."""
    spoken = {sentence.turn for sentence in sentences}
    turns: dict[str | None, list[int]] = defaultdict(list)
    for number in sorted(spoken):
        turns[transcript.turns[number].speaker].append(number)
    persons: list[Person] = []
    bearing: dict[str, set[int]] = defaultdict(set)
    for label in transcript.speakers:
        mine = turns[label][:_FIRST]
        told = {number: one for number in mine if (one := given(transcript.turns[number].text, label))}
        person = _person(label, told)
        known = sorted({number for name in (*_whole(person), _owner(label)) for number in bearing[name]})
        at = next((n for n in known if _same(persons[n], person) or _owner(label) in persons[n].labels), None)
        if at is None:
            at = len(persons)
            persons.append(person)
        else:
            persons[at] = _join(persons[at], person)
        for name in (*_whole(persons[at]), label):
            bearing[name].add(at)
    return People(tuple(persons), _index(persons))


def _person(label: str, told: dict[int, Given]) -> Person:
    said = [one.full for one in told.values()] + [other for one in told.values() for other in one.others]
    return Person((label,), frozenset(_parts(label, said)), _full(label, told.values()), tuple(told))


def _full(label: str, told: Iterable[Given]) -> str:
    """The fullest name that was written as one; else the label."""
    best = shown(label)
    for one in told:
        longer = len(plain(one.full).split()) > len([word for word in callable_words(best) if len(word) > 1])
        if one.whole and (
            is_device(label) or is_role(best) or (longer and agree(one.full, label)) or not agree(one.full, label)
        ):
            best = one.full
    return best


def _same(known: Person, person: Person) -> bool:
    """Two labels are one person only where both have one whole name of two words or more."""
    shared = _whole(known) & _whole(person)
    return bool(shared) and not any(is_role(name) for name in shared)


def _whole(person: Person) -> set[str]:
    """The names of two words or more."""
    return {name for name in map(plain, (person.full, *person.labels)) if " " in name}


def _owner(label: str) -> str:
    """`Margaret's iPad` is Margaret's, where Margaret is there."""
    owner = re.match(r"(.+?)['’]s\s+\S+", label)
    return owner[1] if owner else ""


def _join(person: Person, other: Person) -> Person:
    full = (
        other.full
        if is_device(person.full) or len(plain(other.full).split()) > len(plain(person.full).split())
        else person.full
    )
    return replace(
        person,
        labels=(*person.labels, *other.labels),
        names=person.names | other.names,
        full=person.full if is_device(other.full) else full,
        introduced=(*person.introduced, *other.introduced),
    )


def _parts(label: str, said: Iterable[str]) -> set[str]:
    """All that a person may be called by: whole names, their words, and the first name with the surname's letter."""
    names = {plain(label), plain(shown(label)), *callable_words(label)}
    for name in map(plain, (shown(label), *said)):
        words = [word for word in name.split() if word not in NOT_NAMES]
        names |= {name, "".join(words) if all(len(word) == 1 for word in words) else name}
        names |= {word for word in callable_words(name) if len(word) > 1}
        if len(words) > 1 and not is_role(name):
            names.add(f"{words[0]} {words[-1][0]}")
    return {name for name in names if name and name not in NOT_NAMES and (len(name) > 1 or name == plain(label))}


def _main(person: Person) -> str:
    return next((label for label in reversed(person.labels) if not is_device(label)), person.labels[0])


def _index(persons: Sequence[Person]) -> dict[str, tuple[str, ...]]:
    """Name → the labels it may mean; a whole name means whoever bears just that, before those it is a part of."""
    index: dict[str, list[str]] = defaultdict(list)
    for person in persons:
        for name in sorted(person.names):
            index[name].append(_main(person))
    return {name: tuple(labels) for name, labels in index.items()}
