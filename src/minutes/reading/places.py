"""Where the speech is in a service's JSON: the list of entries with words, best with speakers and times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from minutes.reading import parts
from minutes.reading.parts import Entry

_DEEPEST = 12
_CHANNELS = "channels"
_HANDED_DOWN = (*(key for key in parts.SPEAKERS if key != "name"), "channel")
"""Keys of an object that say who speaks in all that it holds."""


class Place(NamedTuple):
    """A list of entries in a file, and how good it looks."""

    rank: tuple[bool, bool, bool, int, bool]
    entries: list[Entry]
    odd: int
    """How many entries are no objects."""


def best(value: object) -> Place | None:
    """The list most like speech: with speakers, with times, more than words alone, many letters, in order."""
    return max(_places(value, "", 0), key=lambda place: place.rank, default=None)


def _places(value: object, key: str, depth: int) -> Iterator[Place]:
    """All lists of objects in a value; what several objects of a list hold under one key is one list."""
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _places(inner, name, depth + 1)
    elif isinstance(value, list):
        entries: list[Entry] = [entry for entry in value if isinstance(entry, Mapping)]
        pairs: list[Entry] = [{"speaker": entry[0], "text": entry[1]} for entry in value if _is_pair(entry)]
        place = _ranked(entries or pairs, len(value) - len(entries or pairs))
        if place:
            yield place
        if not place or not all(place.rank[:3]):
            yield from _inside(entries, key, depth)
        for inner in value:
            if isinstance(inner, list):
                yield from _places(inner, "", depth + 1)


def _is_pair(entry: object) -> bool:
    return isinstance(entry, list) and len(entry) == 2 and all(isinstance(part, str) for part in entry)


def _inside(entries: list[Entry], key: str, depth: int) -> Iterator[Place]:
    """The lists that the objects of a list hold: the sentences of all monologues, the words of all channels."""
    told = [_inherited(entry, at if key == _CHANNELS else None) for at, entry in enumerate(entries)]
    keys = dict.fromkeys(
        name for entry in entries for name, inner in entry.items() if isinstance(inner, list | Mapping)
    )
    for name in keys:
        groups = [_group(entry.get(name), name) for entry in entries]
        if len(groups) > 2 and len(groups[-1]) == sum(map(len, groups[:-1])):  # Google says all again, with speakers
            groups = [[] for _ in groups[:-1]] + groups[-1:]
        pairs = zip(groups, told, strict=True)
        yield from _places([_with(known, one) for group, known in pairs for one in group], name, depth + 1)


def _group(inner: object, key: str) -> list[object]:
    """What an object holds under a key; of several readings of the same words, the first."""
    if isinstance(inner, list):
        return inner[:1] if key in parts.READINGS else inner
    return [inner] if isinstance(inner, Mapping) else []


def _with(known: dict[str, object], inner: object) -> object:
    return {**known, **inner} if known and isinstance(inner, Mapping) else inner


def _inherited(entry: Entry, channel: int | None) -> dict[str, object]:
    """Who speaks in all that an object holds."""
    told = {key: entry[key] for key in _HANDED_DOWN if key in entry}
    return told if channel is None else {**told, "channel": channel}


def _ranked(entries: list[Entry], odd: int) -> Place | None:
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
    return Place(rank, entries, odd)


def _timed(entry: Entry) -> bool:
    return parts.start(entry) is not None
