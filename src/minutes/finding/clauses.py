"""Pieces of a turn between which a cut does no harm, and the best run of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_CUT = re.compile(
    r"[.!?…]+[\"')\]]*(?:\s+|$)|[,;:]\s+|\s*[—–]\s*|\s-+\s|"
    r"(?<!\bif)(?<!\bwhen)(?<!\bwhat)(?<!\bthat)(?<!\bthink)(?<!\bwhere)(?<!\bhow)(?<!\blike)\s+"
    r"(?=(?:and|but|so|because|i|i'm|i've|i'd|i'll|my|we|it's|that's|you|if|don't|from|originally)\b)",
    re.I,
)
"""Where a clause may end: at a stop, or before the word with which the next begins."""
_STOPPED = re.compile(r"[.!?…]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Clause(NamedTuple):
    """A piece of a turn: its characters, its words in lower case, and its number."""

    start: int
    end: int
    words: tuple[str, ...]
    place: int


class Run(NamedTuple):
    """Clauses that follow each other: the sum of their scores, first and last character."""

    score: float
    start: int
    end: int


def clauses(text: str, start: int = 0, end: int | None = None) -> Iterator[Clause]:
    """The clauses of a text between two characters; a stop belongs to the clause before it."""
    end = len(text) if end is None else end
    straight = text[:end].replace("’", "'")
    begin, place = start, 0
    for cut in [*_CUT.finditer(straight, start), None]:
        stop = cut.start() if cut else end
        if cut and _STOPPED.match(cut[0]):
            stop = cut.start() + len(cut[0].rstrip())
        words = tuple(_WORD.findall(straight[begin:stop].lower()))
        if words:
            yield Clause(begin, stop, words, place)
            place += 1
        begin = cut.end() if cut else end


def best(scored: Sequence[tuple[Clause, float]], longest: int) -> Run | None:
    """The run with the highest sum that begins and ends with a score above 0, of no more than so many words."""
    found: Run | None = None
    for first, (opening, score) in enumerate(scored):
        total, words = 0.0, 0
        for clause, more in scored[first:] if score > 0 else ():
            total, words = total + more, words + len(clause.words)
            if words > longest and clause is not opening:
                break
            if more > 0 and (found is None or total > found.score):
                found = Run(total, opening.start, clause.end)
    return found
