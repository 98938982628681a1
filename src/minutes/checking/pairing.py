"""Which line of an edited page was which line of the page that was written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from minutes.checking.entries import Entry


class Paired(NamedTuple):
    """The lines of one section, before and after somebody edited the page."""

    both: tuple[tuple[int, Entry], ...]
    """The place of a written line, and the line that it has become."""
    gone: tuple[int, ...]
    """The places of written lines that stand there no more."""
    new: tuple[Entry, ...]


def paired(written: Sequence[Entry], edited: Sequence[Entry]) -> Paired:
    """Each edited line with the written one that it is: by what both cite, else by what both say, else by its place."""
    left, rest, both = dict(enumerate(written)), list(edited), []
    for alike in (_quotes, _references, _words):
        for entry in list(rest):
            found = max(left, key=lambda at: alike(left[at], entry), default=None)
            if found is not None and alike(left[found], entry) > 0:
                both.append((found, entry))
                del left[found]
                rest.remove(entry)
    if len(left) == len(rest) and not any(entry.said for entry in (*left.values(), *rest)):
        both += zip(left, rest, strict=True)
        left, rest = {}, []
    return Paired(tuple(sorted(both, key=lambda pair: pair[0])), tuple(left), tuple(rest))


def _quotes(one: Entry, other: Entry) -> float:
    cited = [(said.reference, said.quote) for said in one.said]
    return _shared(one, other) if cited and cited == [(said.reference, said.quote) for said in other.said] else 0


def _references(one: Entry, other: Entry) -> float:
    here, there = {said.reference for said in one.said}, {said.reference for said in other.said}
    return len(here & there) / len(here | there) * _shared(one, other) if here & there else 0


def _words(one: Entry, other: Entry) -> float:
    """How much two lines that cite nothing in common say alike; nothing where just a word of many is the same."""
    shared = len(set(one.told()) & set(other.told()))
    return shared if not (one.said and other.said) and 2 * shared >= len(other.parts) else 0


def _shared(one: Entry, other: Entry) -> float:
    return 1 + len(set(one.told()) & set(other.told()))
