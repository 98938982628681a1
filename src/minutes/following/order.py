"""The meetings of a series in the order in which they were held, each once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise

from minutes.model import Recap, State

_FURTHEST = (State.DRAFT, State.CORRECTED, State.ADOPTED)


def arranged(recaps: Sequence[Recap]) -> tuple[tuple[Recap, ...], tuple[str, ...]]:
    """The recaps by day and clock, those without a day last and as they were given; and what is to be told of them."""
    notes: list[str] = []
    once = _once(recaps, notes)
    if any(_day(later) < _day(earlier) for earlier, later in pairwise(one for one in once if one.date)):
        notes.append("The meetings were not given in the order of their days; they are taken by their days.")
    undated = [name(one) for one in once if one.date is None]
    if undated and len(once) > 1:
        notes.append(f"Nothing says on which day it was, so it comes last: {', '.join(undated)}.")
    ordered = sorted(once, key=lambda one: (one.date is None, *(_day(one) if one.date else ())))
    return tuple(ordered), tuple(notes)


def name(recap: Recap) -> str:
    """What a meeting is called: its first file, or else its title."""
    return recap.sources[0].name if recap.sources else recap.title


def names(recaps: Sequence[Recap]) -> list[str]:
    """For each meeting what tells it from the others: its name, with its day or else its number where two share one."""
    plain = [name(one) for one in recaps]
    return [
        told if plain.count(told) == 1 else f"{told}, {one.date or number}"
        for number, (told, one) in enumerate(zip(plain, recaps, strict=True), start=1)
    ]


def same(one: Recap, other: Recap) -> bool:
    """Whether two recaps are of the same meeting."""
    return _content(one) == _content(other)


def _once(recaps: Iterable[Recap], notes: list[str]) -> list[Recap]:
    """Each meeting once; of two recaps of one the one that a person has taken further, else the first."""
    found: dict[Hashable, Recap] = {}
    for recap in recaps:
        known = found.get(_content(recap))
        if known is None:
            found[_content(recap)] = recap
            continue
        notes.append(f"The same meeting was given twice and is taken once: {name(recap)}.")
        found[_content(recap)] = max(known, recap, key=lambda one: _FURTHEST.index(one.state))
    return list(found.values())


def _content(recap: Recap) -> Hashable:
    """What tells that two recaps are of one meeting: the bytes they were made from, where they are known."""
    hashes = tuple(source.sha256 for source in recap.sources)
    return hashes if hashes and all(hashes) else recap.model_dump_json()


def _day(recap: Recap) -> tuple[str, str]:
    return str(recap.date), recap.start or ""
