"""References as pages write them, "Ruth Adeyemi, turn 65, 0:09:52", read back out of the text around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple, TypeVar

from minutes.checking.sheets.fixed import tongues
from minutes.checking.sheets.quoting import quoted
from minutes.writing.words import Words

T = TypeVar("T")
_NOBODY: frozenset[str] = frozenset()
_MOST = 64
"""Brackets that are tried before a text is taken to end without references."""


class Place(NamedTuple):
    """Who said it, and where it stands; in a veiled edition only who."""

    speaker: str
    turn: int | None
    """As the page counts them, from one."""
    clock: str | None
    file: str | None


def place(reference: str, fixed: Words) -> Place | None:
    """The parts of one reference; without a turn, all of it is a name. None of an empty text."""
    found = _form(fixed.lines["turn"]).fullmatch(reference)
    if found:
        return Place(found["speaker"].strip(), int(found["number"]), found["clock"], found["file"])
    return Place(reference, None, None, None) if reference else None


def named(reference: str) -> str:
    """Who said it, in whatever language the turn is counted."""
    found = _placed(reference)
    return found.speaker if found else reference


def cited(text: str, known: frozenset[str] = _NOBODY) -> tuple[str, tuple[str, ...]]:
    """The text without the references in brackets at its end, and those; a name alone is one if it is known."""
    for before, inside in _bracketed(text):
        found = references(inside, known)
        if found:
            return before, found
    return text, ()


def credited(text: str, known: frozenset[str] = _NOBODY) -> tuple[str, str]:
    """The text and its credit: who said it, or behind a day the words that name it."""
    for before, inside in _bracketed(text):
        spoken = quoted(before) and inside in known
        if before and (spoken or quoted(inside) or _placed(inside)):
            return before, inside
    return text, ""


def references(text: str, known: frozenset[str] = _NOBODY) -> tuple[str, ...]:
    """The references of a text that is nothing else: "Amal, turn 1; Omar, turn 2"."""
    return listed(text, lambda part: part if part in known or _placed(part) else None)


def listed(text: str, read: Callable[[str], T | None]) -> tuple[T, ...]:
    """What stands between semicolons, as it reads, a part alone or with those behind it; nothing if some does not."""
    found, held = [], ""
    for part in text.split("; "):
        held = f"{held}; {part}" if held else part
        one = read(held)
        if one is not None:
            found.append(one)
            held = ""
    return () if held else tuple(found)


def _placed(text: str) -> Place | None:
    """The parts of a reference that names a turn in one of the languages."""
    found = (place(text, fixed) for fixed in tongues())
    return next((one for one in found if one and one.turn), None)


@cache
def _form(turn: str) -> re.Pattern[str]:
    """A reference whose turn is counted like this, from the right end, since a name may hold anything."""
    number = r"(?P<number>[1-9][0-9]{0,8})"
    counted = re.escape(turn.format(number="\0")).replace("\0", number)
    return re.compile(rf"(?P<speaker>.*), {counted}(?:, (?P<clock>[0-9]+:[0-5][0-9]:[0-5][0-9]))?(?:, (?P<file>.+))?")


def _bracketed(text: str) -> Iterator[tuple[str, str]]:
    """What stands before and within the brackets at the end, from where they may open; first where they match."""
    if not text.endswith(")"):
        return
    opening = [found.start() for found in re.finditer(r"(?<![^ ])\(", text)]
    for at in (*_matching(text), *opening[: -_MOST - 1 : -1]):
        yield text[:at].removesuffix(" "), text[at + 1 : -1]


def _matching(text: str) -> Iterator[int]:
    """Where the bracket opens that the last one closes."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if depth == 0:
            yield at
            return
