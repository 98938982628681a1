"""References with the quotes that a page sets apart from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutes.checking.sheets.references import named
from minutes.writing.blocks import Said


def answered(references: Sequence[str], heard: Iterable[Said]) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """Each reference with its quote, and the quotes that fit none. What was heard may lack its reference or speaker.

    Both come in the same order. A reference without a quote is left with an empty one.
    """
    said = [Said(reference, named(reference), "") for reference in references]
    left, first = [], 0
    for one in heard:
        at = next((at for at in range(first, len(said)) if _fits(said[at], one)), None)
        if at is None:
            left.append(one)
            continue
        said[at] = Said(said[at].reference, one.speaker or said[at].speaker, one.quote)
        first = at + 1
    return tuple(said), tuple(left)


def _fits(said: Said, heard: Said) -> bool:
    """Whether the quote stands beside the reference; where no place is known, whether it is of the same person."""
    return heard.reference == said.reference if heard.reference else heard.speaker in ("", said.speaker)
