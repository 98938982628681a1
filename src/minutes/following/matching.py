"""Whether words of two meetings are about one matter: by the words that few other things in the series have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import isqrt
from typing import NamedTuple

from minutes.inflection import words
from minutes.matters import Word, matter, telling
from minutes.model import Evidence

_OFTEN = 8
"""A word that more than one in so many matters of a series has tells none of them apart."""
_FEW = 3
"""Matters that may share a word in however short a series."""


class Matter(NamedTuple):
    """What something is about."""

    leading: tuple[Word, ...]
    """Words of its own that say it, in their order."""
    beside: tuple[Word, ...]
    """Other words of its sentence: what is done, days, numbers."""
    bare: bool
    """Whether its sentence says nothing by itself: `Ask them`. Then the words that it rests on lead."""


class Shared(NamedTuple):
    """What two matters have in common."""

    rare: int
    """Leading words that few matters have."""
    leading: int
    beside: int
    part: float
    """Of the leading words of the one that has fewer, the share that the other has: 0 to 1."""


def about(text: str, evidence: Iterable[Evidence], people: Word) -> Matter:
    """The matter of a sentence, or else that of the words it rests on."""
    own = matter([text], people)
    leading = tuple(filter(telling, own))
    spoken = () if leading else tuple(filter(telling, matter((piece.quote for piece in evidence), people)))
    return Matter(leading or spoken, tuple(word for word in own if word not in leading), not leading)


class Rarity:
    """How many matters of a series have a word."""

    def __init__(self, matters: Sequence[Matter]) -> None:
        self._count = Counter(root for one in matters for root in frozenset().union(*one.leading))
        self._most = max(_FEW, min(len(matters) // _OFTEN, _FEW * isqrt(len(matters))))

    def rare(self, word: Word) -> bool:
        """Whether few matters have it."""
        return max(self._count[root] for root in word) <= self._most

    def shared(self, one: Matter, other: Matter) -> Shared:
        """What two matters have in common."""
        there = frozenset[str]().union(*other.leading)
        both = [word for word in one.leading if word & there]
        beside = frozenset[str]().union(*other.beside)
        fewer = min(len(one.leading), len(other.leading))
        return Shared(
            rare=sum(map(self.rare, both)),
            leading=len(both),
            beside=sum(bool(word & beside) for word in one.beside),
            part=len(both) / fewer if fewer else 0.0,
        )


class Near:
    """Which of many matters, by their numbers, may be one with another: those that share a rare word with it."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._of_root: dict[str, set[int]] = {}

    def add(self, number: int, one: Matter) -> None:
        """Files a matter under its rare words."""
        for root in frozenset[str]().union(*filter(self._rarity.rare, one.leading)):
            self._of_root.setdefault(root, set()).add(number)

    def to(self, other: Matter) -> list[int]:
        """The numbers of all that may be meant, in their order."""
        roots = frozenset[str]().union(*other.leading)
        return sorted(set[int]().union(*(self._of_root.get(root, ()) for root in roots)))


def named(name: str, text: str) -> bool:
    """Whether somebody is named in a text, by the whole name or by the first of its words."""
    first = words(name)[:1]
    return bool(first) and first[0] in words(text)
