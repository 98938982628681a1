"""Turns → runs: what one person says over several turns, with no more than a "yeah" of somebody else between, as one.

Recordings cut speech into pieces of a breath, and sentences are broken off by the word of another. Runs make them whole
for finding; afterwards all evidence is led back to the turns as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

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

Mapped = TypeVar("Mapped", bound=Record)


@dataclass(frozen=True)
class Runs:
    """A transcript as it was read, and as finding takes it."""

    whole: Transcript
    spoken: Transcript
    parts: tuple[tuple[int, ...], ...]
    """For each turn of `spoken` the turns of `whole` that it is made of."""

    def restored(self, record: Mapped) -> Mapped:
        """The record with its evidence and its topics led back to the turns of the transcript as it was read."""
        return record if self.spoken is self.whole else self._record(record)

    def _record(self, record: Mapped) -> Mapped:
        found = {name: self._value(getattr(record, name)) for name in type(record).model_fields}
        return record.model_copy(update=found)

    def _value(self, value: object) -> object:
        if isinstance(value, Evidence):
            return next(self._back(value))
        if isinstance(value, Topic):
            first, last = self.parts[value.first_turn][0], self.parts[value.last_turn][-1]
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
        begin = 0
        for turn in self.parts[piece.turn]:
            text = self.whole.turns[turn].text
            start, end = max(0, piece.char_start - begin), min(len(text), piece.char_end - begin)
            if text[start:end].strip():
                yield self.whole.evidence(turn, start, end)
            begin += len(text) + len(_GAP)


def runs(transcript: Transcript) -> Runs:
    """The transcript with its runs; where nothing is to be joined, `spoken` is `whole` itself."""
    parts: list[list[int]] = []
    words = [len(_WORD.findall(turn.text)) for turn in transcript.turns]
    for number in range(len(transcript.turns)):
        run = _goes_on(transcript, parts, words, number)
        if run is None:
            parts.append([number])
        else:
            run.append(number)
    if len(parts) == len(transcript.turns):
        return Runs(transcript, transcript, ())
    turns = tuple(_joined([transcript.turns[number] for number in run]) for run in parts)
    return Runs(transcript, transcript.model_copy(update={"turns": turns}), tuple(map(tuple, parts)))


def _goes_on(transcript: Transcript, parts: list[list[int]], words: list[int], number: int) -> list[int] | None:
    """The run that a turn goes on with: the one before, or the one that was interrupted by a word."""
    speaker = transcript.turns[number].speaker
    for run in parts[-1:] + (parts[-2:-1] if parts and _listens(transcript, parts[-1]) else []):
        last = transcript.turns[run[-1]]
        short = sum(words[turn] for turn in run) < _LONGEST
        if speaker is not None and last.speaker == speaker and short:
            return run if run is parts[-1] or not _WAITS.search(last.text) else None
    return None


def _listens(transcript: Transcript, run: list[int]) -> bool:
    said = [word for turn in run for word in _WORD.findall(transcript.turns[turn].text.lower())]
    return len(said) <= _SHORT and _LISTENING.issuperset(said)


def _joined(turns: list[Turn]) -> Turn:
    text = _GAP.join(turn.text for turn in turns)
    return turns[0].model_copy(update={"text": text, "end": turns[-1].end, "ticks": ()})
