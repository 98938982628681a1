"""The talk of a meeting: its sentences with the cues that fired in them, and who speaks to whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from minutes.finding import forms
from minutes.finding.cues import Hit
from minutes.finding.people import People
from minutes.finding.sentences import Sentence

_BEFORE_ORDERS = frozenset(["so", "and", "but", "then", "please", "just", "also", "first", "now", "always", "never"])
_NO_ORDER = frozenset(["you", "we", "they", "i", "know", "worry"])
_PART = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Talk:
    """A meeting ready for finding: sentences with the cues that fired in them."""

    sentences: Sequence[Sentence]
    hits: Sequence[tuple[Hit, ...]]
    people: People
    lists: dict[str, tuple[str, ...]] = field(repr=False)

    @cached_property
    def acts(self) -> tuple[frozenset[str], ...]:
        """For each sentence the names of its acts."""
        return tuple(frozenset(hit.cue.act for hit in hits) for hits in self.hits)

    @cached_property
    def of_turn(self) -> dict[int, range]:
        """The sentences of each turn."""
        spans: dict[int, range] = {}
        for number, sentence in enumerate(self.sentences):
            first = spans[sentence.turn].start if sentence.turn in spans else number
            spans[sentence.turn] = range(first, number + 1)
        return spans

    @cached_property
    def business(self) -> re.Pattern[str]:
        """What is done in the meeting itself."""
        return forms.beginning(self.lists.get("business", ()))

    @cached_property
    def given(self) -> re.Pattern[str]:
        """A name of somebody here, or two, with the words that give them something to do."""
        heard = {part for sentence in self.sentences for part in _PART.findall(sentence.lower)}
        names = [name for name in self.people.words if len(name) > 1 and heard.issuperset(_PART.findall(name))]
        return forms.given(sorted(names, key=lambda name: (-len(name), name)))

    @cached_property
    def tasks(self) -> frozenset[str]:
        """Verbs for what is done after a meeting."""
        return frozenset(self.lists.get("task", ()))

    @cached_property
    def orders(self) -> frozenset[str]:
        """Verbs with which an order may begin."""
        return self.tasks | frozenset(self.lists.get("order", ()))

    @cached_property
    def stretches(self) -> tuple[range, ...]:
        """For each sentence the run of sentences around it by the same speaker, over turns that follow each other."""
        runs: list[range] = []
        for number, sentence in enumerate(self.sentences):
            begun = number > 0 and sentence.speaker == self.sentences[number - 1].speaker
            runs.append(range(runs[-1].start if begun else number, number + 1))
        for number in range(len(runs) - 2, -1, -1):
            if runs[number].start == runs[number + 1].start:
                runs[number] = runs[number + 1]
        return tuple(runs)

    @cached_property
    def runs(self) -> tuple[int, ...]:
        """For each sentence how many changes of speaker came before it."""
        starts = [run.start == number for number, run in enumerate(self.stretches)]
        return tuple(accumulate(starts))

    def weight(self, number: int, *acts: str) -> float:
        """How strongly a sentence does any of these acts."""
        return sum(hit.cue.weight for hit in self.hits[number] if hit.cue.act in acts)

    def hit(self, number: int, *acts: str) -> Hit | None:
        """The strongest cue of these acts in a sentence."""
        return max(
            (hit for hit in self.hits[number] if hit.cue.act in acts), key=lambda hit: hit.cue.weight, default=None
        )

    def order(self, number: int) -> bool:
        """Whether a sentence begins like an order to nobody in particular: `keep everything`, `don't go alone`."""
        sentence = self.sentences[number]
        words = [word for word in sentence.words[:6] if word not in _BEFORE_ORDERS]
        if len(words) < 2 or sentence.asked:
            return False
        plain = words[0] in self.orders or (words[0] == "don't" and words[1] not in _NO_ORDER)
        return plain and not self.addressed(number)

    def addressed(self, number: int) -> tuple[str, ...]:
        """Who is spoken to: a name set off at the beginning or end, or alone in the sentence before or after."""
        if number not in self._addressed:
            self._addressed[number] = self._called(number)
        return self._addressed[number]

    @cached_property
    def _addressed(self) -> dict[int, tuple[str, ...]]:
        return {}

    def _called(self, number: int) -> tuple[str, ...]:
        sentence = self.sentences[number]
        beside = [n for n in (number - 1, number + 1) if n in self.stretches[number]]
        alone = [self.sentences[n].text for n in beside if len(self.sentences[n].words) <= 3]
        for name in [*_set_off(sentence.text), *(name for text in alone for name in _whole(text))]:
            labels = tuple(label for label in self.people.candidates(name) if label != sentence.speaker)
            if len(labels) == 1:
                return labels
        return ()


def _set_off(text: str) -> list[str]:
    first, last = forms.CALLED_FIRST.match(text), forms.CALLED_LAST.search(text)
    between = forms.CALLED_BETWEEN.findall(text)
    return [name for name in (first and first[1], last and (last[1] or last[2]), *between) if name]


def _whole(text: str) -> list[str]:
    return [" ".join(text.strip(" ?.!,").split()[-2:]), *forms.NAMES.findall(text)]
