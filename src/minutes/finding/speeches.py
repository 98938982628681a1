"""Who holds the floor: what one person says over several turns, past the "oh no!" and "when was that?" of others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from minutes.finding.cues import Hit
from minutes.finding.sentences import Sentence

SUBSTANCE = 8
"""Words of somebody that may be what a request means."""
_BRIEF = 4
"""Words of a turn that takes the floor from nobody: `Oh, that's awful.`"""
_CLOSING = frozenset(
    (
        "thanks",
        "thank",
        "cheers",
        "noted",
        "agreed",
        "carried",
        "next",
        "lovely",
        "great",
        "perfect",
        "brilliant",
        "done",
        "anyway",
        "moving",
        "goodbye",
        "bye",
    )
)
"""Words with which the floor is taken back all the same."""
_PROBE, _FOLLOW_UP = 16, 6
"""Words of a question about what somebody has told, and about what he is telling."""
_BETWEEN = 2
"""Turns of others that may stand together within a speech."""
_FAR = 12
"""Turns over which one person may hold the floor."""
_NAME = re.compile(r"[^\W\d_]{3,}")
_ITEM = 3.0
"""The weight with which the next item of an agenda is announced."""


@dataclass(frozen=True)
class Speeches:
    """The sentences of a meeting, with the cues that fired in them, as speeches. Only turns with words are counted."""

    said: Sequence[Sentence]
    hits: Sequence[tuple[Hit, ...]]

    def hit(self, number: int, *acts: str) -> Hit | None:
        """The first cue of these acts in a sentence; none where there is no such sentence."""
        hits = self.hits[number] if 0 <= number < len(self.said) else ()
        return min((hit for hit in hits if hit.cue.act in acts), key=lambda hit: hit.start, default=None)

    def does(self, number: int, *acts: str) -> bool:
        """Whether a sentence does any of these acts."""
        return self.hit(number, *acts) is not None

    def item(self, number: int) -> bool:
        """Whether a sentence announces the next item of an agenda."""
        return any(hit.cue.act == "transition" and hit.cue.weight >= _ITEM for hit in self.hits[number])

    @cached_property
    def turns(self) -> tuple[range, ...]:
        """The sentences of each turn."""
        firsts = [n for n, one in enumerate(self.said) if n == 0 or one.turn != self.said[n - 1].turn]
        return tuple(range(*pair) for pair in zip(firsts, [*firsts[1:], len(self.said)], strict=True))

    @cached_property
    def turn_of(self) -> tuple[int, ...]:
        """For each sentence its turn."""
        return tuple(turn for turn, numbers in enumerate(self.turns) for _ in numbers)

    @cached_property
    def words(self) -> tuple[int, ...]:
        """For each turn the count of its words."""
        return tuple(sum(len(self.said[n].words) for n in numbers) for numbers in self.turns)

    def same(self, turn: int, other: int) -> bool:
        """Whether two turns are known to be of one speaker."""
        speaker = self.said[self.turns[turn].start].speaker
        return turn == other or (speaker is not None and speaker == self.said[self.turns[other].start].speaker)

    def brief(self, turn: int) -> bool:
        """Whether a turn says next to nothing."""
        return self.words[turn] <= _BRIEF

    def closes(self, turn: int) -> bool:
        """Whether a turn is no more than `Thanks, Amal` or `Agreed`."""
        words = [word for n in self.turns[turn] for word in self.said[n].words]
        return self.brief(turn) and not _CLOSING.isdisjoint(words)

    def hands_over(self, turn: int) -> bool:
        """Whether the last sentence of a turn names the one who speaks next."""
        end = self.turns[turn].stop
        after = (self.said[end].speaker if end < len(self.said) else None) or ""
        return not set(_NAME.findall(after.lower())).isdisjoint(self.said[end - 1].words)

    def told_by(self, name: str, before: int) -> range | None:
        """The last speech of substance by whoever bears a name, before a sentence: its sentences."""
        for turn in range(self.turn_of[before] - 1, -1, -1):
            speaker = self.said[self.turns[turn].start].speaker or ""
            if self.words[turn] >= SUBSTANCE and name in _NAME.findall(speaker.lower()):
                return range(self.turns[self.begins(turn)].start, self.last(self.turns[turn].start) + 1)
        return None

    def begins(self, turn: int) -> int:
        """The turn in which the speech began that goes on in this one."""
        return self._furthest(turn, -1, _PROBE)

    def first(self, number: int) -> int:
        """The first sentence of the speech in which a sentence stands, or of the last item announced in it."""
        return self.since(self.turns[self.begins(self.turn_of[number])].start, number)

    def last(self, number: int) -> int:
        """The last sentence of the speech in which a sentence stands."""
        return self.turns[self._furthest(self.turn_of[number], 1, _FOLLOW_UP)].stop - 1

    def since(self, first: int, number: int) -> int:
        """The first of these sentences, or the last that announces an item."""
        return max((n for n in range(first, number + 1) if self.item(n)), default=first)

    def own(self, first: int, last: int, number: int) -> int:
        """Words by the speaker of a sentence in these sentences, without those in `Yeah` and `That's right`."""
        turn = self.turn_of[number]
        mine = (len(self.said[n].words) for n in range(first, last + 1) if self.same(self.turn_of[n], turn))
        return sum(words for words in mine if words >= _BRIEF)

    def _furthest(self, turn: int, step: int, question: int) -> int:
        at = turn
        while (further := self._further(at, step, question)) is not None and abs(further - turn) <= _FAR:
            at = further
        return at

    def _further(self, turn: int, step: int, question: int) -> int | None:
        """The nearest turn of the same speaker in one direction, where those between leave him the floor."""
        for away in range(1, _BETWEEN + 2):
            other = turn + step * away
            if not 0 <= other < len(self.turns):
                return None
            if self.same(turn, other):
                return other
            if not self._leaves(other, question):
                return None
        return None

    def _leaves(self, turn: int, question: int) -> bool:
        """Whether a turn leaves the floor to the one who had it: a word of sympathy, or a short question."""
        numbers = self.turns[turn]
        closing = not _CLOSING.isdisjoint(word for n in numbers for word in self.said[n].words)
        asked = self.words[turn] <= question and self.said[numbers[-1]].asked
        return not closing and (asked or self.brief(turn))
