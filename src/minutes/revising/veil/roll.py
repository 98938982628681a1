"""Everybody whom minutes or a transcript name, each once, with all their names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from minutes.model import Recap, Transcript
from minutes.revising.veil.atoms import is_ordinary
from minutes.revising.veil.folding import plain, same
from minutes.revising.veil.forms import of_person
from minutes.revising.veil.naming import bare, split
from minutes.revising.veil.vocabulary import words
from minutes.revising.veil.walking import NAMED, texts

_NICK = re.compile(
    r"\b(?:[Cc]alls? me|known as|go(?:es)? by|(?:[Tt]hey|[Ee]very(?:one|body)|[Pp]eople|[Ff]riends)(?: here)? says?)\s+"
    r"(?:the\s+|just\s+)?(?P<nick>[A-Z][\w'’-]+)"
)


class Entry(NamedTuple):
    """A person with the fullest name first, and all the letters it is written with."""

    names: list[str]
    keys: set[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> Entry:
        """The entry of somebody with these names."""
        each = list(names)
        return cls(each, {form.key for name in each for form in of_person(name)} | {plain(name) for name in each})


class Roll(NamedTuple):
    """The people in the order of their first word, and what was taken for a person and is none."""

    people: list[Entry]
    others: list[str]


def roll(meetings: Iterable[Transcript | Recap], transcripts: Iterable[Transcript] = ()) -> Roll:
    """Everybody who speaks, attends or is named; several meetings of one group have one roll.

    Args:
        meetings: the minutes, or transcripts in place of them.
        transcripts: where it is looked for nicknames besides.
    """
    found = Roll([], [])
    nicks = _nicknames(transcripts)
    for meeting in meetings:
        here: list[Entry] = []
        for names in _speaking(meeting, nicks):
            entry = _known(found.people, names, here) or _new(found.people, names)
            here.append(entry)
        for name in dict.fromkeys(text.strip() for field, text in texts(meeting) if field in NAMED):
            _note(found, name)
    return found


def _speaking(meeting: Transcript | Recap, nicks: Mapping[str | None, Sequence[str]]) -> Iterator[list[str]]:
    """The names of each speaker, with what they say that people call them."""
    for group in _groups(meeting):
        told = dict.fromkeys((*group, *(nick for name in group for nick in nicks.get(name, ()))))
        yield [name.capitalize() if name.islower() and is_ordinary(name) else name for name in told]


def _groups(meeting: Transcript | Recap) -> Iterator[tuple[str, ...]]:
    if isinstance(meeting, Recap):
        yield from ((speaker.name, *speaker.labels) for speaker in meeting.speakers)
        return
    # a machine belongs to whoever speaks under the name that its label has too: `Gareth's phone`
    owner = {split(label): label for label in reversed(meeting.speakers) if bare(split(label)) == split(label)}
    groups: dict[str, list[str]] = defaultdict(list)
    for label in meeting.speakers:
        is_machine = not words("machines").isdisjoint(word.lower() for word in split(label))
        groups[owner.get(bare(split(label)), label) if is_machine else label].append(label)
    yield from map(tuple, groups.values())


def _nicknames(transcripts: Iterable[Transcript]) -> Mapping[str | None, Sequence[str]]:
    found: dict[str | None, list[str]] = defaultdict(list)
    for turn in (turn for transcript in transcripts for turn in transcript.turns):
        said = (match["nick"] for match in _NICK.finditer(turn.text))
        found[turn.speaker] += [nick for nick in said if nick.lower() not in words("openers") | words("dated")]
    return found


def _known(people: Sequence[Entry], names: Sequence[str], here: Sequence[Entry]) -> Entry | None:
    """The one person of an earlier meeting who has these names, now with all of them."""
    new = Entry.of(names)
    letters = {plain(name) for name in names}
    alike = [
        entry
        for entry in people
        if entry not in here and (letters & entry.keys or any(plain(name) in new.keys for name in entry.names))
    ]
    if len(alike) != 1:
        return None
    alike[0].names.extend(name for name in names if plain(name) not in alike[0].keys)
    alike[0].keys.update(new.keys)
    return alike[0]


def _new(people: list[Entry], names: Iterable[str]) -> Entry:
    """Somebody not met before, under names that nobody else bears as they stand."""
    taken = {same(name) for entry in people for name in entry.names}
    free = list({same(name): name for name in names if same(name) not in taken}.values())
    free.sort(key=lambda name: not any(character.isalpha() for character in name))
    first = Entry.of(free[:1])
    entry = Entry(free[:1] + [name for name in free[1:] if plain(name) not in first.keys], Entry.of(free).keys)
    if free:
        people.append(entry)
    return entry


def _note(found: Roll, name: str) -> None:
    """Somebody who is named and does not speak."""
    told = split(name)
    letters = plain(name)
    if not letters or any(letters in entry.keys for entry in found.people):
        return
    if told[0] in words("crowd") or all(word.lower() in words("small") | words("crowd") for word in told):
        found.others.append(name)
    else:
        _new(found.people, (name,))
