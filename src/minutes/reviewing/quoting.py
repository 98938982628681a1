"""Words that a person marked in the transcript, so that a corrections file finds them again where they were marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from minutes.errors import InputError
from minutes.model import Evidence, Transcript
from minutes.revising.corrections.spoken import spoken
from minutes.revising.corrections.words import letters, span

_WORD = re.compile(r"\S+")


def marked(words: Iterable[tuple[int, str]], transcript: Transcript) -> dict[str, Any]:
    """What a correction says of the words of these turns, counted from 0, on which an item rests.

    That is the words as they stand there, with as many of their neighbours as tell them from others; and who said
    them, where that does not suffice.

    Raises:
        InputError: nobody said them there.
    """
    pieces = tuple(dict.fromkeys(_quoted(turn, text, transcript) for turn, text in words))
    speakers = {piece.speaker for piece in pieces if piece.speaker}
    alone = len(speakers) == 1 and not all(_found_again(piece, transcript) for piece in pieces)
    return {"words": tuple(piece.quote for piece in pieces) or None, "said_by": speakers.pop() if alone else None}


def _quoted(turn: int, text: str, transcript: Transcript) -> Evidence:
    said = transcript.turns[turn].text if 0 <= turn < len(transcript.turns) else ""
    place = (_literally(text.strip(), said) or span(text, said)) if letters(text) else None
    if place is None:
        raise InputError(f"“{text.strip()}” was not said in turn {turn + 1}", todo="mark words of the transcript")
    piece = transcript.evidence(turn, *place)
    return next((one for one in _wider(piece, transcript) if _found_again(one, transcript)), piece)


def _literally(text: str, said: str) -> tuple[int, int] | None:
    """Where a text stands letter by letter, with the rest of the words that it begins and ends in."""
    at = said.find(text)
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


def _found_again(one: Evidence, transcript: Transcript) -> bool:
    found = spoken(one.quote, transcript)
    return found is not None and (found.turn, found.char_start) == (one.turn, one.char_start)
