"""Where the speech is in a service's JSON: the list of entries with words, best with speakers and times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from minutes.reading import parts
from minutes.reading.parts import Entry

_DEEPEST = 12
_CHANNELS = "channels"


class Place(NamedTuple):
    """A list of entries in a file, and how good it looks."""

    rank: tuple[bool, bool, bool, int, bool]
    entries: list[Entry]
    odd: int
    """How many entries are no objects."""


def best(value: object) -> Place | None:
    """The list most like speech: with speakers, with times, more than words alone, many letters, in order."""
    found = [place for entries in _lists(value, "", 0) if (place := _ranked(entries))]
    return max(found, key=lambda place: place.rank, default=None)


def _lists(value: object, key: str, depth: int) -> Iterator[list[object]]:
    """All lists of objects in a value, and those inside the objects of a list as one."""
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _lists(inner, name, depth + 1)
    elif isinstance(value, list):
        if any(isinstance(entry, Mapping) for entry in value):
            yield value
            yield from _unfolded(value, numbered=key == _CHANNELS)
        if value and isinstance(value[0], list):
            yield [{"speaker": entry[0], "text": entry[1]} for entry in value if _is_pair(entry)]
        for inner in value:
            if isinstance(inner, Mapping | list):
                yield from _lists(inner, "", depth + 1)


def _is_pair(entry: object) -> bool:
    return isinstance(entry, list) and len(entry) == 2 and all(isinstance(part, str) for part in entry)


def _unfolded(value: list[object], *, numbered: bool) -> Iterator[list[object]]:
    """What the objects of a list hold under one key, as one list: the sentences of all monologues, of all channels."""
    holders = [entry for entry in value if isinstance(entry, Mapping)]
    keys = dict.fromkeys(key for entry in holders for key, inner in entry.items() if isinstance(inner, list))
    for key in keys:
        groups = [_inner(entry, key) for entry in holders]
        if len(groups) > 2 and len(groups[-1]) == sum(map(len, groups[:-1])):  # Google says all again, with speakers
            groups = [[] for _ in groups[:-1]] + groups[-1:]
        known = [_inherited(entry, at if numbered else None) for at, entry in enumerate(holders)]
        if sum(bool(group) for group in groups) > 1 or any(known):
            pairs = zip(groups, known, strict=True)
            yield [{**told, **entry} if told else entry for group, told in pairs for entry in group]


def _inner(entry: Entry, key: str) -> list[Entry]:
    """The objects under a key; of several readings of the same words, the words of the first."""
    inner = entry.get(key)
    found = [one for one in inner if isinstance(one, Mapping)] if isinstance(inner, list) else []
    if key in parts.READINGS and found:
        words = found[0].get("words")
        return [one for one in words if isinstance(one, Mapping)] if isinstance(words, list) else []
    return found


def _inherited(entry: Entry, channel: int | None) -> dict[str, object]:
    """Who speaks in all that an object holds."""
    told = {key: entry[key] for key in parts.SPEAKERS if key in entry and key not in ("words", "name")}
    return told if channel is None else {**told, "channel": channel}


def _ranked(found: list[object]) -> Place | None:
    entries = [entry for entry in found if isinstance(entry, Mapping)]
    spoken = [entry for entry in entries if parts.text(entry)]
    if not spoken or (len(spoken) == 1 and not _timed(spoken[0]) and parts.speaker(spoken[0], {}) is None):
        return None
    half = len(spoken) / 2
    voiced = sum(parts.speaker(entry, {}) is not None for entry in spoken) >= half
    timed = sum(_timed(entry) for entry in spoken) >= half
    if not voiced and not timed and not all("alternatives" in entry for entry in spoken):
        return None
    letters = sum(len(parts.text(entry)) for entry in spoken)
    starts = [at for entry in spoken if (at := parts.number(parts.start(entry))) is not None]
    rank = (voiced, timed, letters > 8 * len(spoken), letters, starts == sorted(starts))
    return Place(rank, entries, len(found) - len(entries))


def _timed(entry: Entry) -> bool:
    return parts.start(entry) is not None
