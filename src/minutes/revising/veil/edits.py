"""Replacing pieces of a text, and knowing where the rest of it has moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

Edit: TypeAlias = tuple[int, int, str]
"""The characters `start <= c < end` of a text, and what is to stand there."""


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with all edits made, which are in order and do not overlap."""
    kept, last = [], 0
    for start, end, new in edits:
        kept += [text[last:start], new]
        last = end
    return "".join((*kept, text[last:]))


def moved(place: int, edits: Iterable[Edit]) -> int:
    """Where a character stands once all edits are made; one that is replaced, where its replacement begins."""
    shift = 0
    for start, end, new in edits:
        if place < end:
            return min(place, start) + shift if place >= start else place + shift
        shift += len(new) - (end - start)
    return place + shift


def apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, each without what an earlier one covers."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        begin = max(start, found[-1][1]) if found else start
        if begin < end:
            found.append((begin, end))
    return found
