"""Corrections of one file that speak of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from minutes.revising.corrections.values import mistake
from minutes.revising.corrections.words import letters

if TYPE_CHECKING:
    from minutes.revising.corrections.records import Keyed


def folded(label: str) -> str:
    """A label as it is compared: without letter case and doubled space."""
    return " ".join(label.casefold().split())


def clash(names: Mapping[str, str], tables: Mapping[str, Sequence[Keyed]]) -> PydanticCustomError | None:
    """What is wrong where two names are of one label, or two corrections of the same words; None where nothing is."""
    return _named_twice(names) or _corrected_twice(tables)


def _named_twice(names: Mapping[str, str]) -> PydanticCustomError | None:
    labels: dict[str, str] = {}
    for label in names:
        known = labels.setdefault(folded(label), label)
        if known != label:
            what = f"{known!r} and {label!r} are one label"
            return mistake(what, "keep one of them", table="names", number=0, key=label)
    return None


def _corrected_twice(tables: Mapping[str, Sequence[Keyed]]) -> PydanticCustomError | None:
    seen: dict[object, list[tuple[str, int, str | None]]] = {}
    every = [(table, number, one) for table, all_ in tables.items() for number, one in enumerate(all_)]
    for table, number, one in every:
        for key in _keys(table, one):
            for other, place, kind in seen.setdefault(key, []):
                if (other, place) != (table, number) and (one.kind is None or kind in (None, one.kind)):
                    what, first = "these words are corrected twice", (other, place)
                    return mistake(what, "keep one of them", table=table, number=number, other=first)
            seen[key].append((table, number, one.kind))
    return None


def _keys(table: str, one: Keyed) -> Iterator[object]:
    """What a correction is found by: all its words, or, where it merges items, the words of each."""
    words = [letters(text) for text in one.words]
    for found in [[word] for word in words] if table == "merge" else [words]:
        yield frozenset(found), letters(one.said_by or ""), one.which
