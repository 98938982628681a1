"""Whether words are those that somebody said, and where, whatever their case, punctuation and white space."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache


def same(one: str, other: str) -> bool:
    """Whether two texts have the same words."""
    return letters(one) == letters(other)


def letters(text: str) -> str:
    """The letters and figures of a text in small letters, without what stands between them: `I’ll go!` → `illgo`."""
    return _spelled(text)[0]


def within(words: str, text: str) -> bool:
    """Whether words stand in a text."""
    return span(words, text) is not None


def span(words: str, text: str) -> tuple[int, int] | None:
    """The characters `start <= c < end` of a text where words first stand as whole words, or None.

    >>> span("send the list.", "So I'll send  the LIST. Okay?")
    (8, 23)
    """
    sought, own = _spelled(words)
    known, places = _spelled(text)
    at = known.find(sought) if sought else -1
    while at >= 0:
        start, end = places[at], places[at + len(sought) - 1] + 1
        if not (_spoken(text[start - 1 : start]) or _spoken(text[end : end + 1])):
            tail = words[own[-1] + 1 :].rstrip()
            return start, end + len(tail) * text.startswith(tail, end)
        at = known.find(sought, at + 1)
    return None


@lru_cache(maxsize=1024)
def _spelled(text: str) -> tuple[str, tuple[int, ...]]:
    """The letters of a text, and where each of them stands in it."""
    found = list(_each(text))
    return "".join(letter for letter, _ in found), tuple(at for _, at in found)


def _each(text: str) -> Iterator[tuple[str, int]]:
    for at, char in enumerate(text):
        for letter in unicodedata.normalize("NFKD", char.casefold()):
            if _spoken(letter):
                yield letter, at


def _spoken(char: str) -> bool:
    """Whether a character is part of a word; marks are, since they tell the words of many scripts apart."""
    return char.isalnum() or (char != "" and unicodedata.category(char)[0] == "M")
