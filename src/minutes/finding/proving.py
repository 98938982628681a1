"""Whether the examples of cues prove them: each hit is found, each miss is left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from minutes.finding.cues import Gate
from minutes.finding.rules import Rulebook
from minutes.finding.sentences import sentences
from minutes.model import Transcript, Turn


class Failure(NamedTuple):
    """An example that its cue does not bear out."""

    number: int
    """The cue's place in the book, from 1."""
    cue: str
    field: str
    """`hits`: a sentence that is not found; `misses`: one that is."""
    sentence: str


def prove(book: Rulebook, base: Rulebook | None = None) -> list[Failure]:
    """The examples of a book that fail, in its order; `base` is the book that it adds to, whose lists it may use."""
    gate = Gate(base.plus(book) if base else book)
    return list(_failures(book, gate))


def _failures(book: Rulebook, gate: Gate) -> Iterator[Failure]:
    for number, cue in enumerate(book.cue, 1):
        for field, wanted in (("hits", True), ("misses", False)):
            for text in getattr(cue, field):
                if (cue.id in _fired(gate, text)) != wanted:
                    yield Failure(number, cue.id, field, text)


def _fired(gate: Gate, text: str) -> set[str]:
    said = sentences(Transcript(turns=(Turn(text=text),)))
    return {hit.cue.id for sentence in said for hit in gate.spot(sentence)}
