"""By which words a matter is known again, in whatever form they are said."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from minutes.inflection import forms, words
from minutes.likeness import content, stem

Word: TypeAlias = frozenset[str]
"""The roots that a word may have: `rang` has that of `ring` too."""

_SAID_OF_ANYTHING = """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december date evening night tonight weekend four five six seven eight nine ten eleven twelve
    twenty thirty forty fifty sixty hundred thousand number
    add answer bring call catch change check close copy correct cut fill finish help hold interview join leave open
    pay print read ring run send share speak stand start turn type wait write
    back hand high full list off page text
    dot com www http https
    meeting call session committee team welcome agenda recording channel chat update thing issue work project monthly
    weekly
    agree decide group motion vote everybody somebody member drop cancel scrap forget happen
"""
_COMMON = frozenset(map(stem, _SAID_OF_ANYTHING.split()))


def matter(texts: Iterable[str], people: Word = frozenset()) -> tuple[Word, ...]:
    """The words of texts that carry what they are about, each once, without the names of people."""
    found = dict.fromkeys(_rooted(word) for text in texts for word in words(text) if content(word))
    return tuple(word for word in found if not word & people)


def roots(texts: Iterable[str]) -> Word:
    """All roots that the words of some texts may have."""
    return frozenset().union(*(_rooted(word) for text in texts for word in words(text) if content(word)))


def telling(word: Word) -> bool:
    """Whether a word alone shows a matter: no day, no number, and not what people do with anything."""
    return not word & _COMMON


@cache
def _rooted(word: str) -> Word:
    return frozenset(stem(form) for form in forms(word))
