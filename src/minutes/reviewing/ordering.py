"""Corrections in the order of the page, whatever the order in which they were made."""

from __future__ import annotations

from minutes.model import Recap, Transcript
from minutes.revising.corrections import Add, Corrections
from minutes.revising.corrections.adding import rests
from minutes.revising.corrections.editing import Which, places
from minutes.revising.corrections.fitting import Place
from minutes.revising.corrections.kinds import KINDS

_KINDS = list(KINDS)
_LAST = len(_KINDS)


def ordered(base: Recap, corrections: Corrections, transcript: Transcript) -> Corrections:
    """The same corrections, kind by kind and item by item; those that fit nothing come last."""
    found = places(base, corrections, transcript)

    def place(which: Which) -> tuple[int, int]:
        at = found[which]
        return (_KINDS.index(at.kind.name), at.at) if isinstance(at, Place) else (_LAST, which.number)

    tables = {
        table: tuple(
            getattr(corrections, table)[which.number - 1]
            for which in sorted((which for which in found if which.table == table), key=place)
        )
        for table in ("drop", "change", "keep")
    }
    added = sorted(corrections.add, key=lambda one: (_KINDS.index(one.kind), _said(one, transcript)))
    return corrections.model_copy(update={**tables, "add": tuple(added)})


def _said(one: Add, transcript: Transcript) -> tuple[float, int]:
    """The turn and the character at which the words of an item begin; after all others where it has none."""
    return min(((piece.turn, piece.char_start) for piece in rests(one, transcript) or ()), default=(float("inf"), 0))
