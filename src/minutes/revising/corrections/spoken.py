"""Words that a person quotes, as they stand in the transcript: nobody is given words that he did not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from minutes.model import Evidence, Transcript
from minutes.revising.corrections.words import span, within


def spoken(words: str, transcript: Transcript, speakers: Sequence[str] = ()) -> Evidence | None:
    """Where words were first said, by one of these speakers if any are given; None where nobody said them."""
    return next(everywhere(words, transcript, speakers), None)


def everywhere(words: str, transcript: Transcript, speakers: Sequence[str] = ()) -> Iterator[Evidence]:
    """Where words were said, by one of these speakers if any are given: in each turn the first place."""
    for number, turn in enumerate(transcript.turns):
        if not speakers or any(within(name, turn.speaker or "") for name in speakers):
            found = span(words, turn.text)
            if found:
                yield transcript.evidence(number, *found)


def verbatim(words: str, near: Iterable[Evidence], transcript: Transcript) -> str | None:
    """The words as they stand in a piece of evidence, or else in the transcript; None where nobody said them."""
    for piece in near:
        found = span(words, piece.quote)
        if found:
            return piece.quote[found[0] : found[1]]
    said = spoken(words, transcript)
    return said.quote if said else None


def in_order(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each piece once, in the order of the talk."""
    return tuple(sorted(dict.fromkeys(pieces), key=lambda piece: (piece.turn, piece.char_start, piece.char_end)))
