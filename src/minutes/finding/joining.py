"""Turns → runs: what one person says over several turns, with no more than a "yeah" of somebody else between, as one.

Recordings cut speech into pieces of a breath, and sentences are broken off by the word of another. Runs make them whole
for finding; afterwards all evidence is led back to the turns as they stand. Nothing is joined across words that were
withheld, and a turn with a hole in it comes to finding in pieces, so that no finding reaches over the hole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from minutes.finding.pieces import Piece, pieces, torn
from minutes.model import Evidence, Topic, Transcript, Turn
from minutes.model.records import Record

_LONGEST = 80
"""Words after which a run takes up no more."""
_SHORT = 2
"""Words of a turn that only shows that somebody listens."""
_LISTENING = frozenset(
    (
        "yeah",
        "yep",
        "yes",
        "mm",
        "mhm",
        "mmhmm",
        "mm-hmm",
        "uh-huh",
        "hmm",
        "right",
        "okay",
        "ok",
        "uh",
        "um",
        "oh",
        "sure",
    )
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_WAITS = re.compile(r"\?\W*$")
_GAP = " "
_PIECES = ("background", "quote", "takeaway", "aim", "outcomes")
"""Fields that are exact pieces of turns."""

Mapped = TypeVar("Mapped", bound=Record)


@dataclass(frozen=True)
class Runs:
    """A transcript as it was read, and as finding takes it."""

    whole: Transcript
    spoken: Transcript
    parts: tuple[tuple[Piece, ...], ...]
    """For each turn of `spoken` the pieces of `whole` that it is made of; empty where both are the same."""

    def restored(self, record: Mapped) -> Mapped:
        """The record with its evidence and its topics led back to the turns of the transcript as it was read."""
        return record if self.spoken is self.whole else self._record(record)

    def places(self, turn: int, start: int, end: int) -> Iterator[Piece]:
        """Where the characters `start <= c < end` of a turn of `spoken` stand in `whole`."""
        if self.spoken is self.whole:
            yield Piece(turn, start, end)
            return
        begin = 0
        for piece in self.parts[turn]:
            first, last = max(start - begin, 0), min(end - begin, piece.end - piece.start)
            if first < last:
                yield Piece(piece.turn, piece.start + first, piece.start + last)
            begin += piece.end - piece.start + len(_GAP)

    def _record(self, record: Mapped) -> Mapped:
        found = {name: self._value(getattr(record, name)) for name in type(record).model_fields}
        for name in _PIECES:
            said = found.get(name)
            if isinstance(said, str):
                found[name] = self._longest(said, getattr(record, "evidence", ()))
            elif isinstance(said, tuple):
                found[name] = tuple(self._longest(one, getattr(record, "evidence", ())) for one in said)
        return record.model_copy(update=found)

    def _longest(self, said: str, evidence: Sequence[Evidence]) -> str:
        """Of a piece that goes on over several turns the part of one turn that holds most of it."""
        for piece in evidence:
            at = piece.quote.find(said)
            if at >= 0:
                start = piece.char_start + at
                own = piece.model_copy(update={"char_start": start, "char_end": start + len(said)})
                return max((one.quote for one in self._back(own)), key=len)
        return said

    def _value(self, value: object) -> object:
        if isinstance(value, Evidence):
            return next(self._back(value))
        if isinstance(value, Topic):
            first, last = self.parts[value.first_turn][0].turn, self.parts[value.last_turn][-1].turn
            return value.model_copy(update={"first_turn": first, "last_turn": last})
        if isinstance(value, Record):
            return self._record(value)
        if isinstance(value, tuple):
            return tuple(one for each in value for one in self._each(each))
        return value

    def _each(self, value: object) -> Iterator[object]:
        if isinstance(value, Evidence):
            yield from self._back(value)
        else:
            yield self._value(value)

    def _back(self, piece: Evidence) -> Iterator[Evidence]:
        """The pieces of single turns that a piece of a run covers."""
        for turn, start, end in self.places(piece.turn, piece.char_start, piece.char_end):
            if self.whole.turns[turn].text[start:end].strip():
                yield self.whole.evidence(turn, start, end)


def runs(transcript: Transcript) -> Runs:
    """The transcript with its runs; where nothing is to be joined or parted, `spoken` is `whole` itself."""
    joiner = _Joiner(transcript, pieces(transcript.turns))
    for number in range(len(joiner.pieces)):
        joiner.take(number)
    parts = tuple(tuple(joiner.pieces[number] for number in run) for run in joiner.runs)
    turns = tuple(_joined(transcript, run) for run in parts)
    if turns == transcript.turns:
        return Runs(transcript, transcript, ())
    return Runs(transcript, transcript.model_copy(update={"turns": turns}), parts)


class _Joiner:
    """Takes up the pieces of a transcript one by one; `runs` holds the numbers of those that belong together."""

    def __init__(self, transcript: Transcript, pieces: Sequence[Piece]) -> None:
        self._turns = transcript.turns
        self.pieces = pieces
        self._words = [_WORD.findall(self._text(number).lower()) for number in range(len(pieces))]
        self.runs: list[list[int]] = []

    def take(self, number: int) -> None:
        """Puts a piece to the run that it goes on with, or begins a run with it."""
        run = self._goes_on(number)
        if run is None:
            self.runs.append([number])
        else:
            run.append(number)

    def _goes_on(self, number: int) -> list[int] | None:
        """The run that a piece goes on with: the one before, or the one that was interrupted by a word."""
        speaker = self._speaker(number)
        for run in self.runs[-1:] + (self.runs[-2:-1] if self.runs and self._listens(self.runs[-1]) else []):
            short = sum(len(self._words[piece]) for piece in run) < _LONGEST
            if speaker is not None and self._speaker(run[-1]) == speaker and short and self._whole(run[-1], number):
                return run if run is self.runs[-1] or not _WAITS.search(self._text(run[-1])) else None
        return None

    def _whole(self, last: int, number: int) -> bool:
        """Whether nothing was withheld between two pieces."""
        between = pairwise(self.pieces[last : number + 1])
        return not any(torn(self._turns, before, after) for before, after in between)

    def _listens(self, run: list[int]) -> bool:
        said = [word for piece in run for word in self._words[piece]]
        return len(said) <= _SHORT and _LISTENING.issuperset(said)

    def _speaker(self, number: int) -> str | None:
        return self._turns[self.pieces[number].turn].speaker

    def _text(self, number: int) -> str:
        turn, start, end = self.pieces[number]
        return self._turns[turn].text[start:end]


def _joined(transcript: Transcript, run: tuple[Piece, ...]) -> Turn:
    first, last = transcript.turns[run[0].turn], transcript.turns[run[-1].turn]
    if len(run) == 1 and run[0] == (run[0].turn, 0, len(first.text)):
        return first
    text = _GAP.join(transcript.turns[turn].text[start:end] for turn, start, end in run)
    return first.model_copy(update={"text": text, "start": first.when(run[0].start), "end": last.end, "ticks": ()})
