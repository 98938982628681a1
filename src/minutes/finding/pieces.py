"""A transcript → its pieces: whole turns, and what is left of a turn between the holes where words were withheld."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutes.model import Turn

_HOLE = re.compile(r" {3,}")
"""What stands in a turn where words were withheld."""


class Piece(NamedTuple):
    """The characters `start <= c < end` of a turn."""

    turn: int
    start: int
    end: int


def pieces(turns: Sequence[Turn]) -> list[Piece]:
    """All pieces in their order; a turn without a word left is one without a character."""
    return [
        piece for number, turn in enumerate(turns) for piece in (*_kept(number, turn.text),) or [Piece(number, 0, 0)]
    ]


def _kept(number: int, text: str) -> Iterator[Piece]:
    begin = 0
    for hole in (*_HOLE.finditer(text), None):
        end = hole.start() if hole else len(text)
        if text[begin:end].strip():
            yield Piece(number, begin, end)
        begin = hole.end() if hole else end


def torn(turns: Sequence[Turn], before: Piece, after: Piece) -> bool:
    """Whether something was withheld between a piece and the next."""
    cut = before.end < len(turns[before.turn].text)
    return cut or after.start > 0 or after.end == 0 < len(turns[after.turn].text)
