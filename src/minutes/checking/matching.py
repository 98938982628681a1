"""Which line of the minutes as the rules write them is the same as a line of a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from minutes.checking.entries import Entry

_Key = tuple[str, tuple[object, ...]]


class Match(NamedTuple):
    """The lines that a line of a page is held against; None where there is none."""

    found: Entry | None
    """As the rules write it."""
    corrected: Entry | None
    """As a person's corrections leave it."""


class Lines:
    """Lines by what they cite, or, where they cite nothing, by what they say."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_key: dict[_Key, list[Entry]] = defaultdict(list)
        for entry in entries:
            for key in _keys(entry):
                self._by_key[key].append(entry)

    def like(self, entry: Entry) -> Entry | None:
        """The line of the same section that cites the same, of several the one that says most of the same."""
        told = set(entry.told())
        for key in _keys(entry):
            found = self._by_key.get(key)
            if found:
                return max(found, key=lambda one: (len(told & set(one.told())), -len(set(one.told()) - told)))
        return None


def _keys(entry: Entry) -> Iterable[_Key]:
    """What tells that two lines are one, the surest first."""
    if entry.said:
        yield entry.section, tuple((one.reference, one.quote) for one in entry.said)
        yield entry.section, tuple(one.reference for one in entry.said)
    else:
        yield entry.section, entry.told()
        yield entry.section, (entry.place,)
