"""What every kind of finding reads from: the transcript, its talk, and the day it was held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as Date
from functools import cached_property

from minutes.finding.acts import Tasks
from minutes.finding.candidates import Scene
from minutes.finding.features import Features
from minutes.finding.joining import Runs
from minutes.finding.talk import Talk
from minutes.model import Evidence, Transcript, Withheld
from minutes.model.recap import identity

__all__ = ["Meeting", "identity"]

_ENOUGH = 4.0
"""The weight of cues that are enough without anything else."""
_ACTS = {
    "challenge": ("problem",),
    "advice": ("advise", "preface"),
    "proposal": ("propose", "present", "outcome"),
    "decision": ("settle",),
}
"""The acts that make a turn of a kind."""


@dataclass(frozen=True)
class Meeting:
    """A transcript with what its sentences do."""

    runs: Runs
    talk: Talk
    tasks: Tasks
    held: Date | None
    weights: Mapping[str, Mapping[str, float]]
    withheld: Withheld
    """How much of it finding does not get to see."""

    @property
    def transcript(self) -> Transcript:
        """The turns in which things are found: the runs of the transcript as it was read."""
        return self.runs.spoken

    @cached_property
    def _features(self) -> Features:
        return Features(self.talk, self.tasks)

    @cached_property
    def features(self) -> dict[int, dict[str, float]]:
        """For each turn that has words what it is like."""
        return {turn: self._features.of(turn) for turn in self.talk.of_turn}

    @cached_property
    def scene(self) -> Scene:
        """What stands around each sentence, for the exchanges."""
        return Scene(self.talk, self.tasks, self.held, self._features.chair)

    def likely(self, kind: str) -> dict[int, float]:
        """The turns that by their weights, or by one strong cue, are of a kind, with the sum."""
        weights = self.weights[kind]
        sums = {
            turn: sum(weight * found[name] for name, weight in weights.items()) for turn, found in self.features.items()
        }
        told = {turn for turn, numbers in self.turns() if self._enough(kind, numbers)}
        return {turn: score for turn, score in sums.items() if score > 0 or turn in told}

    def _enough(self, kind: str, numbers: range) -> bool:
        """Whether the cues of a turn alone make it of this kind: `#agreed`, a rule of the group's own, or several."""
        return sum(self.talk.weight(number, *_ACTS[kind]) for number in numbers) >= _ENOUGH

    def stretches(self, turns: Iterable[int], reach: int = 2) -> list[list[int]]:
        """Turns of one speaker that follow each other, with no more than a word of somebody else between them."""
        groups: list[list[int]] = []
        for turn in sorted(turns):
            last = groups[-1][-1] if groups else None
            if last is not None and turn - last <= reach and self._speaker(turn) == self._speaker(last):
                groups[-1].append(turn)
            else:
                groups.append([turn])
        return groups

    def turns_of(self, labels: Iterable[str]) -> list[int]:
        """The turns under any of these labels, in their order."""
        return sorted(turn for label in labels for turn in self._turns_of.get(label, ()))

    @cached_property
    def _turns_of(self) -> dict[str | None, list[int]]:
        found: dict[str | None, list[int]] = {}
        for number, turn in enumerate(self.transcript.turns):
            found.setdefault(turn.speaker, []).append(number)
        return found

    def _speaker(self, turn: int) -> str | None:
        return self.transcript.turns[turn].speaker

    def evidence(self, numbers: Iterable[int]) -> tuple[Evidence, ...]:
        """Sentences as evidence in the order of the talk; neighbours in one turn become one piece."""
        pieces: list[tuple[int, int, int]] = []
        for number in sorted(set(numbers)):
            sentence = self.talk.sentences[number]
            if (
                pieces
                and pieces[-1][0] == sentence.turn
                and not self._between(pieces[-1][2], sentence.start, sentence.turn)
            ):
                pieces[-1] = (sentence.turn, pieces[-1][1], sentence.end)
            else:
                pieces.append((sentence.turn, sentence.start, sentence.end))
        return tuple(self.transcript.evidence(*piece) for piece in pieces)

    def _between(self, end: int, start: int, turn: int) -> str:
        return self.transcript.turns[turn].text[end:start].strip()

    def who(self, number: int) -> str | None:
        """The label under which the speaker of a sentence goes."""
        speaker = self.talk.sentences[number].speaker
        return self.talk.people.main(speaker) if speaker else None

    def turns(self) -> Iterable[tuple[int, range]]:
        """Each turn that has words, with its sentences."""
        return self.talk.of_turn.items()
