"""The fixed words of a page in every language: a page does not always say in which it was written."""

from __future__ import annotations

from functools import cache
from typing import Literal

from minutes.writing.words import Words, languages, words

Where = Literal["facts", "columns", "lines"]


@cache
def tongues() -> tuple[Words, ...]:
    """The words of each language that pages are written in."""
    return tuple(map(words, languages()))


@cache
def fixed(where: Where, *keys: str) -> frozenset[str]:
    """What stands under these keys in each language."""
    return frozenset(getattr(one, where)[key] for one in tongues() for key in keys)
