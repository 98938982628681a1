"""Who is the same person in several meetings: `Omar` of one call and `Omar Haddad` of the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from minutes.model import Recap

_LABEL = re.compile(r"\d|^(?:speaker|unknown|guest|anonymous|participant|user|caller|host)\b", re.I)
"""What a machine calls somebody, and in each meeting somebody else."""
_WORD = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"\([^)]*\)")


class Person(NamedTuple):
    """Somebody in a series."""

    name: str
    """The fullest that the series has."""
    meeting: int | None = None
    """Where the name is a machine's label, the one meeting in which it is this person."""


class Roster:
    """The people of a series of meetings."""

    def __init__(self, recaps: Sequence[Recap]) -> None:
        self._recaps = recaps
        self._known = [
            {label: one.name for one in recap.speakers for label in (*one.labels, one.name)} for recap in recaps
        ]
        self._found: dict[tuple[int, str], Person] = {}

    def person(self, meeting: int, name: str) -> Person:
        """Who is meant by a name or a label in one of the meetings."""
        if (meeting, name) not in self._found:
            self._found[meeting, name] = self._person(meeting, self._known[meeting].get(name, name))
        return self._found[meeting, name]

    def spoke(self, meeting: int) -> frozenset[Person]:
        """Who spoke in a meeting."""
        return frozenset(self.person(meeting, one.name) for one in self._recaps[meeting].speakers)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name and label, in the order of the meetings."""
        return tuple(dict.fromkeys(name for recap in self._recaps for name in _named(recap)))

    def _person(self, meeting: int, name: str) -> Person:
        if _LABEL.search(name):
            return Person(name, meeting)
        fuller = [other for other in self._called if _short(name, other) and not self._apart(name, other)]
        longest = [other for other in fuller if not any(_short(other, one) for one in fuller)]
        alike = longest if len(longest) == 1 else [name]
        return Person(next((one for one in self._called if one.casefold() == alike[0].casefold()), name))

    @cached_property
    def _called(self) -> tuple[str, ...]:
        """What people are called by their meetings; labels stand for the names that go with them."""
        return tuple(
            dict.fromkeys(
                known.get(name, name)
                for recap, known in zip(self._recaps, self._known, strict=True)
                for name in _named(recap)
            )
        )

    def _apart(self, one: str, other: str) -> bool:
        """Whether two speakers of one meeting bear these names."""
        return any({one, other} <= {speaker.name for speaker in recap.speakers} for recap in self._recaps)


def _named(recap: Recap) -> list[str]:
    owners = (one.owners for one in recap.next_steps)
    carried = (one.owners for one in recap.earlier)
    speakers = ((one.name, *one.labels) for one in recap.speakers)
    return [*chain.from_iterable(speakers), *recap.attendees, *chain.from_iterable((*owners, *carried))]


def _short(short: str, full: str) -> bool:
    """Whether one name is a shorter form of another: `Omar` or `Omar H.` of `Omar Haddad`."""
    few, many = _words(short), _words(full)
    if not few or few == many or len(few) > len(many) or few[0] != many[0]:
        return False
    return all(word in many or (len(word) == 1 and many[-1].startswith(word)) for word in few[1:])


def _words(name: str) -> list[str]:
    return _WORD.findall(_ASIDE.sub(" ", name).casefold())
