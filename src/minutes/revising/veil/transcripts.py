"""The transcript that veiled minutes can be held against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from minutes.model import Recap, Transcript, Turn
from minutes.revising.veil.covering import completed
from minutes.revising.veil.edits import apart, edited, moved
from minutes.revising.veil.introductions import backgrounds
from minutes.revising.veil.key import Veil
from minutes.revising.veil.labels import labels
from minutes.revising.veil.matching import INTRODUCTION, matcher
from minutes.revising.veil.walking import PEOPLE, rebuilt


def veiled_transcript(transcript: Transcript, key: Veil, recap: Recap | None = None) -> Transcript:
    """The transcript with stand-ins, in which the quotes of veiled minutes stand word for word.

    Args:
        transcript: what was said.
        key: the veil; without a recap nobody need be covered by it.
        recap: the minutes before they are veiled, which know the introductions, the links that were spelled aloud
            and all names of the speakers.
    """
    whole = completed(key, (recap,)) if recap else key
    told: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for piece in backgrounds(recap) if recap else ():
        told[piece.turn].append((piece.char_start, piece.char_end))
    turns = tuple(_turn(turn, whole, told.get(number, ())) for number, turn in enumerate(transcript.turns))
    bare = rebuilt(transcript.model_copy(update={"turns": ()}), lambda text, field: _told(whole, text, field))
    sources = tuple(source.model_copy(update={"sha256": ""}) for source in bare.sources)
    return bare.model_copy(update={"turns": turns, "sources": sources})


def _turn(turn: Turn, key: Veil, introductions: Iterable[tuple[int, int]]) -> Turn:
    """A turn with its clock, unless a second look at its text has moved what stands in it."""
    cuts = [(start, end, INTRODUCTION) for start, end in apart(introductions)]
    cut = edited(turn.text, cuts)
    pieces = matcher(key).pieces(cut)
    text = edited(cut, pieces)
    final = matcher(key).veiled(text)
    ticks = tuple(tick._replace(char=moved(moved(tick.char, cuts), pieces)) for tick in turn.ticks)
    speaker = labels(key).told(turn.speaker) if turn.speaker else None
    return turn.model_copy(update={"speaker": speaker, "text": final, "ticks": ticks if final == text else ()})


def _told(key: Veil, text: str, field: str) -> str:
    return labels(key).told(text) if field in PEOPLE else matcher(key).veiled(text)
