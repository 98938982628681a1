"""From a line of the page back to the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from minutes.model import Evidence
from minutes.writing.blocks import Said
from minutes.writing.words import Words


def clock(seconds: float) -> str:
    """Hours, minutes and seconds from the start: "0:01:13"."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def said(evidence: Iterable[Evidence], fixed: Words, *, named: bool = False) -> tuple[Said, ...]:
    """Each piece of evidence with who said it and where; with the name of its file where wanted."""
    marks = fixed.lines["quoted"]
    return tuple(Said(reference(one, fixed, named), _speaker(one, fixed), one.quote, marks) for one in evidence)


def credit(text: str, evidence: Iterable[Evidence], fixed: Words) -> str:
    """Who said the text and where, if one of the pieces of evidence holds it; else nothing."""
    return next((reference(one, fixed) for one in evidence if text in one.quote), "")


def _speaker(one: Evidence, fixed: Words) -> str:
    return one.speaker or fixed.lines["nobody_named"]


def reference(one: Evidence, fixed: Words, named: bool = False) -> str:
    """Who said it, in which turn, and when. Turns are counted from one, as a reader counts."""
    if not one.placed:
        return _speaker(one, fixed)
    turn = fixed.lines["turn"].format(number=one.turn + 1)
    at = "" if one.start is None else clock(one.start)
    file = one.source if named else None
    return ", ".join(filter(None, (_speaker(one, fixed), turn, at, file)))
