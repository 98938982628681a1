"""Words that a person marked in the transcript, so that a corrections file finds them again where they were marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from minutes.errors import InputError
from minutes.model import Evidence, Transcript
from minutes.revising.corrections.spoken import everywhere, spoken
from minutes.revising.corrections.words import letters, span

_WORD = re.compile(r"\S+")


class Marked(NamedTuple):
    """Words that a person marked."""

    turn: int
    """Counted from 0."""
    text: str
    start: int = 0
    """The character of the turn at or after which they begin."""


def tied(words: Iterable[Marked], transcript: Transcript) -> dict[str, Any]:
    """What a correction says of the marked words on which an item rests.

    That is the words as they stand there, with as many of their neighbours as tell them from others; then who said
    them, and in which of the turns, where that does not suffice.

    Raises:
        InputError: they were not said there, or cannot be told from others.
    """
    pieces = tuple(dict.fromkeys(_quoted(one, transcript) for one in words))
    quotes = tuple(piece.quote for piece in pieces) or None
    if all(_first(piece, transcript) for piece in pieces):
        return {"words": quotes}
    speakers = {piece.speaker for piece in pieces if piece.speaker}
    said_by = speakers.pop() if len(speakers) == 1 else None
    if said_by and all(_first(piece, transcript, said_by) for piece in pieces):
        return {"words": quotes, "said_by": said_by}
    if len(pieces) > 1:
        what = "some of these words were said several times"
        raise InputError(what, todo="mark more of what stands around them, or one turn alone")
    turns = [one.turn for one in everywhere(pieces[0].quote, transcript, [said_by] if said_by else ())]
    return {"words": quotes, "said_by": said_by, "which": turns.index(pieces[0].turn) + 1}


def _quoted(one: Marked, transcript: Transcript) -> Evidence:
    """The marked words, with neighbours where that makes them the first of their kind."""
    if not letters(one.text):
        raise InputError(f"“{one.text.strip()}” holds no words", todo="mark words of the transcript")
    said = transcript.turns[one.turn].text if 0 <= one.turn < len(transcript.turns) else ""
    place = _literally(one.text.strip(), said, one.start) or span(one.text, said)
    if place is None:
        what = f"“{one.text.strip()}” was not said in turn {one.turn + 1}"
        raise InputError(what, todo="mark words of the transcript")
    piece = transcript.evidence(one.turn, *place)
    return next((wider for wider in _wider(piece, transcript) if _first(wider, transcript)), piece)


def _literally(text: str, said: str, start: int) -> tuple[int, int] | None:
    """Where a text stands letter by letter, with the rest of the words that it begins and ends in."""
    at = said.find(text, start)
    at = said.find(text) if at < 0 else at
    if at < 0:
        return None
    touched = [word.span() for word in _WORD.finditer(said) if word.end() > at and word.start() < at + len(text)]
    return touched[0][0], touched[-1][1]


def _wider(piece: Evidence, transcript: Transcript) -> Iterator[Evidence]:
    """The piece itself, then with one word more on either side, up to the whole turn."""
    words = [found.span() for found in _WORD.finditer(transcript.turns[piece.turn].text)]
    begin, stop = piece.char_start, piece.char_end
    inside = [number for number, (start, end) in enumerate(words) if end > begin and start < stop]
    first, last = inside[0], inside[-1]
    yield piece
    while first > 0 or last < len(words) - 1:
        first, last = max(first - 1, 0), min(last + 1, len(words) - 1)
        yield transcript.evidence(piece.turn, words[first][0], words[last][1])


def _first(one: Evidence, transcript: Transcript, said_by: str | None = None) -> bool:
    """Whether words are found where they were marked, as the first of their kind."""
    found = spoken(one.quote, transcript, [said_by] if said_by else ())
    return found is not None and (found.turn, found.char_start) == (one.turn, one.char_start)
