"""Names that no colon follows: alone in a heading or in bold letters, or with a dash behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from minutes.reading import labels
from minutes.reading.heads import Line
from minutes.reading.words import FIELDS, NEVER

_KINDS = tuple(
    re.compile(pattern)
    for pattern in (
        r"^#{1,6}\s+(?P<name>[^\n:]{1,80}?)\s*#*(?P<text>)$",  # ### Ann Lee
        r"^\*\*(?P<name>[^*\n:]{1,80})\*\*\s*(?P<text>.*)$",  # **Ann Lee** Hello.
        r"^(?P<name>[^\W\d][^\n:–—]{0,60}?)\s+[–—-]\s+(?P<text>\S.*)$",  # Ann Lee - Hello.
    )
)
_DASHED = _KINDS[-1]


def names(lines: Iterable[str]) -> frozenset[str]:
    """The names that lines of the one kind begin with which has most of those that come back."""
    filled = [line.strip() for line in lines if line.strip()]
    return max((frozenset(_of_kind(filled, kind)) for kind in _KINDS), key=len)


def _of_kind(lines: list[str], kind: re.Pattern[str]) -> Iterator[str]:
    """The names of one kind: where those that come back are half of them or more, all that look like names."""
    found = Counter(_name(match) for line in lines if (match := kind.match(line[:400])))
    good = Counter({name: count for name, count in found.items() if _plausible(name)})
    again = [count for count in good.values() if count > 1]
    sure = kind is not _DASHED or (len(again) > 1 and found.total() * 2 >= len(lines))  # lists have dashes too
    if sum(again) * 2 >= found.total() > 2 and sure:
        yield from good


def _plausible(name: str) -> bool:
    return (
        len(name.split()) <= 5
        and not name.endswith((".", "?", "!"))
        and name.casefold() not in FIELDS | NEVER
        and labels.like_name(name)
    )


def _name(match: re.Match[str]) -> str:
    return match["name"].strip(" *_")


def spoken(line: str, names: frozenset[str]) -> Line | None:
    """A line that begins with one of the names, marked as one."""
    bare = line.strip()
    for kind in _KINDS if names else ():
        match = kind.match(bare)
        if match and _name(match) in names:
            return Line(_name(match), match["text"].strip())
    return None
