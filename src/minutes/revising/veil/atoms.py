"""A word as pieces of a regular expression, one for each character."""

from __future__ import annotations

import re
from typing import TypeAlias

from minutes.revising.veil.vocabulary import words

Atoms: TypeAlias = tuple[str, ...]
"""A form in pieces, so that forms which begin alike can share their beginning."""

_UNCASED = 2
"""Letters of a name in a script without capitals, where words run into one another."""


def is_ordinary(word: str) -> bool:
    """Whether a name is an English word too."""
    return any(word.lower() in words(kind) for kind in ("ordinary", "small", "modals", "offices", "titles", "behind"))


def is_uncased(word: str) -> bool:
    """Whether a name is written in a script without capitals, and is long enough to be told within a word."""
    letters = [character for character in word if character.isalpha()]
    return len(letters) >= _UNCASED and all(letter.lower() == letter.upper() for letter in letters)


def any_case(word: str) -> Atoms:
    """The word in any case, with or without its hyphens and apostrophes."""
    return tuple(_atom(character) for character in word)


def capital(word: str) -> Atoms:
    """The word with a capital letter, or in capitals."""
    first, *rest = any_case(word)
    return (re.escape(word[0].upper()), *rest) if word[0].isalpha() else (first, *rest)


def word_atoms(word: str) -> Atoms:
    """A word that may stand alone: in any case, or with a capital letter where it is an English word too."""
    return capital(word) if is_ordinary(word) else any_case(word)


def between(joint: str, first: Atoms, *others: Atoms) -> Atoms:
    """The words with a joint between them."""
    return (*first, *(atom for other in others for atom in (joint, *other)))


def _atom(character: str) -> str:
    small, large = character.lower(), character.upper()
    if character in "'-":
        return r"(?:'\s?|\s)?" if character == "'" else r"[-\s_.]?"
    return f"[{small}{large}]" if small != large and len(small + large) == 2 else re.escape(character)
