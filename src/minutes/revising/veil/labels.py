"""Labels and names that stand alone in their field: whose they are, and who stands in."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from minutes.revising.veil.edits import edited
from minutes.revising.veil.folding import same
from minutes.revising.veil.key import Veil
from minutes.revising.veil.matching import OTHER, matcher
from minutes.revising.veil.naming import left

_NAMED = "Xx"
"""In place of a name, so that a title before it is told from a surname behind it."""
_TOGETHER = re.compile(r", | or | and ")


class Labels:
    """What a veil makes of a label."""

    def __init__(self, key: Veil) -> None:
        self._matcher = matcher(key)
        self._kept = frozenset(key.keep)
        self._number = {one.stand_in: number for number, one in enumerate(key.people)}
        self._called: dict[str, set[str]] = defaultdict(set)
        for one in key.people:
            for called in one.called:
                self._called[same(called)].add(one.stand_in)

    def told(self, label: str) -> str:
        """Who stands in under a label; one that is kept stays, and of one that is not covered what the veil leaves."""
        stand_ins = self._called.get(same(label), set())
        if len(stand_ins) == 1:
            return min(stand_ins)
        faces = dict.fromkeys(piece.stand_in.removesuffix("'s") for piece in self._matcher.pieces(label))
        return " and ".join(faces) if self._left(label) == () else self._matcher.veiled(label)

    def covers(self, label: str) -> bool:
        """Whether nothing of a name is left of a label, be it veiled, kept or a stand-in already."""
        if same(label) in self._called or label in self._kept or self._left(label) == ():
            return True
        return all(one in self._number or one in (OTHER, *self._kept) for one in _TOGETHER.split(label))

    def owner(self, label: str) -> int | None:
        """The number of the one person whom a label names."""
        faces = {piece.stand_in.removesuffix("'s") for piece in self._matcher.pieces(label)}
        stand_ins = self._called.get(same(label)) or faces
        return self._number.get(min(stand_ins)) if len(stand_ins) == 1 else None

    def _left(self, label: str) -> tuple[str, ...] | None:
        """The words of a label that the veil leaves, without titles and offices; None where it covers nothing."""
        pieces = self._matcher.pieces(label)
        bare = edited(label, [(piece.start, piece.end, _NAMED) for piece in pieces])
        return tuple(word for word in left(bare) if word != _NAMED) if pieces else None


@lru_cache(maxsize=16)
def labels(key: Veil) -> Labels:
    """What a veil makes of labels, made once."""
    return Labels(key)
