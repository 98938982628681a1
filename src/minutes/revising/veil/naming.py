"""How a label is taken apart: `Rev. Esi Quartey-Mensah (she/her)` is Esi Quartey-Mensah, and no Rev. and no her."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutes.revising.veil.folding import fold, spelled
from minutes.revising.veil.vocabulary import words

_SEVERAL = re.compile(r"\s*&\s*|\s+and\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[()\[\]{}<>|/;:,\"·•]\s*|\s+-+\s+|\s+@\s*")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_OWN = re.compile(r"'s$", re.IGNORECASE)
_MOST = 8
"""Words of a name; a label of more is a sentence."""


class Name(NamedTuple):
    """Words by which somebody is called, in plain letters."""

    words: tuple[str, ...]
    parted: bool
    """Whether each word of it is a name of its own; not so of `Green Party`, `Chair 2` or `Mama Grace`."""


def names(label: str) -> Iterator[Name]:
    """What a label says of names: of several people where it names several, and of nicknames in brackets."""
    for one in dict.fromkeys((label, spelled(label))):
        for person in _SEVERAL.split(fold(one).text):
            yield from _of_one([told for part in _ASIDE.split(person) if (told := split(part))], "," in person)


def split(text: str) -> tuple[str, ...]:
    """The words of a name in plain letters: `Lou's tablet` → Lou, tablet."""
    return tuple(_OWN.sub("", word) for word in _WORD.findall(fold(text).text))[:_MOST]


def bare(told: tuple[str, ...]) -> tuple[str, ...]:
    """The words without titles, offices, machines and figures; behind a name a title is a surname: Amina Sheikh."""
    named = tuple(word for word in told if not (word.isdecimal() or _beside(word.lower())))
    is_surname = named and told[-1] not in named and _beside(told[-1].lower()) == "before"
    return (*named, told[-1]) if is_surname else named


def left(label: str) -> tuple[str, ...]:
    """The words of a label that may be a name, wherever they stand in it."""
    return tuple(word for part in _ASIDE.split(fold(label).text) for word in bare(split(part)))


def _beside(word: str) -> str:
    """Where a word stands that is no name itself: before one, anywhere, or nowhere."""
    if word in words("behind") or word in words("machines"):
        return "anywhere"
    return "before" if word in words("titles") or word in words("offices") else ""


def _of_one(told: list[tuple[str, ...]], comma: bool) -> Iterator[Name]:
    named = [own for one in told if (own := bare(one))]
    if not named:
        whole = tuple(word for one in told for word in one)
        if whole and not "".join(whole).isdecimal() and (len(whole) > 1 or not _machine(whole)):
            yield Name(whole, False)
        return
    for own in named:
        yield Name(own, own == named[0] or len(own) == 1)
    for one in told:
        if (bare(one) or one == told[0]) and bare(one) != one and not _machine(one):
            yield Name(one, False)
    if comma and len(named) > 1:  # "Haddad, Amal"
        yield Name(named[1] + named[0], True)


def _machine(told: tuple[str, ...]) -> bool:
    return any(word.lower() in words("machines") for word in told)
