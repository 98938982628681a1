"""The transcript as a witness: whether cited words stand where a page says they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from minutes.checking.sheets.references import Place, place
from minutes.model import Transcript
from minutes.writing.blocks import Said
from minutes.writing.plain import plain
from minutes.writing.trace import clock
from minutes.writing.words import Words


class Witness:
    """The turns of a transcript, to find cited words in."""

    def __init__(self, transcript: Transcript, fixed: Words, *, placed: bool) -> None:
        self._transcript = transcript
        self._fixed = fixed
        self._placed = placed
        """Whether citations tell turns and times."""

    def objection(self, said: Said) -> str | None:
        """Why a citation does not stand, in words that follow its place; None where it does."""
        where = place(said.reference, self._fixed)
        if where is None or where.file or (self._placed and where.turn is None):
            return f"{self._quoted(said.reference)} names no turn"
        if said.speaker and said.speaker != where.speaker:
            return f"the words are signed by {said.speaker}, and the line names {where.speaker}"
        turns = list(self._turns(where))
        if not turns:
            return self._nowhere(where)
        if said.quote and not any(self._stands(said, turn, where.clock) for turn in turns):
            at = "no turn of that name" if where.turn is None else f"turn {where.turn}"
            return f"{self._quoted(said.quote)} does not stand in {at}" + (f" at {where.clock}" if where.clock else "")
        if where.clock and not said.quote and not any(where.clock in self._clocks(turn) for turn in turns):
            return f"turn {where.turn} was not said at {where.clock}"
        return None

    def texts(self, said: Said) -> list[str]:
        """What a citation gives to trace words in: its quote, or its whole turn where the page shows none."""
        where = place(said.reference, self._fixed)
        if said.quote or where is None:
            return [said.quote]
        return [self._transcript.turns[turn].text for turn in self._turns(where)]

    def verbatim(self, quote: str) -> bool:
        """Whether the words stand in any turn."""
        return any(_found(quote, text) for text in self._texts)

    def spoken(self, signed: str) -> bool:
        """Whether `Amal: “We met.”`, words with a name, stands in any turn of that name."""
        before, after = self._fixed.lines["quoted"].split("{words}")
        name, _, quote = signed.partition(f": {before}")
        return any(_found(quote.removesuffix(after), self._texts[turn]) for turn in self._by_name.get(name, ()))

    def _turns(self, where: Place) -> Iterator[int]:
        if where.turn is None:
            yield from self._by_name[where.speaker]
        elif where.turn - 1 in self._by_name[where.speaker]:
            yield where.turn - 1

    def _nowhere(self, where: Place) -> str:
        turns = self._transcript.turns
        if where.turn is None or not 0 < where.turn <= len(turns):
            return f"there is no turn {where.turn} of {where.speaker} in the transcript"
        return f"turn {where.turn} is {turns[where.turn - 1].speaker or self._nobody}'s, not {where.speaker}'s"

    def _stands(self, said: Said, turn: int, at: str | None) -> bool:
        """Whether the words stand in a turn at that time; a credit tells when the piece began that they are of."""
        starts = _found(said.quote, self._texts[turn])
        if at is None or said.speaker:
            return any(at in (None, self._clock(turn, start)) for start in starts)
        return any(at in self._clocks(turn, start) for start in starts)

    def _clock(self, turn: int, char: int) -> str | None:
        seconds = self._transcript.turns[turn].when(char)
        return None if seconds is None else clock(seconds)

    def _clocks(self, turn: int, end: int | None = None) -> set[str | None]:
        """The times that a clock showed in a turn, up to a character."""
        ticks = [tick.char for tick in self._transcript.turns[turn].ticks if end is None or tick.char <= end]
        return {self._clock(turn, char) for char in (0, *ticks)}

    def _quoted(self, text: str) -> str:
        return self._fixed.quoted(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")

    @property
    def _nobody(self) -> str:
        return self._fixed.lines["nobody_named"]

    @cached_property
    def _texts(self) -> list[str]:
        return [turn.text for turn in self._transcript.turns]

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, turn in enumerate(self._transcript.turns):
            found[plain(turn.speaker or self._nobody)].append(number)
        return found


_SHOWN = 80
"""Characters of a quote that an objection repeats."""


def _found(quote: str, text: str) -> list[int]:
    """Where the words stand in a text, as whole words: white space may differ, nothing else."""
    words = plain(quote).split()
    if not words:
        return []
    pattern = r"\s+".join(map(re.escape, words))
    before, after = r"(?<!\w)" * words[0][0].isalnum(), r"(?!\w)" * words[-1][-1].isalnum()
    return [found.start() for found in re.finditer(before + pattern + after, text)]
