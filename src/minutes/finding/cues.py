"""The cheap gate: which cues fire in a sentence, before any parser wakes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from minutes.finding.phrases import Phrase, keys, phrase
from minutes.finding.rules import Cue, Rulebook, standard
from minutes.finding.sentences import Sentence


class Hit(NamedTuple):
    """A cue that fired, and where: clean characters `start <= c < end` of the sentence."""

    cue: Cue
    start: int
    end: int


class _Entry(NamedTuple):
    order: int
    cue: Cue
    phrase: Phrase
    unless: tuple[Phrase, ...]


class Gate:
    """The cues of a book, filed under the rarest key that each of their phrases needs."""

    def __init__(self, book: Rulebook) -> None:
        self._shelves: dict[str, list[_Entry]] = {}
        self._always: list[_Entry] = []
        for order, cue in enumerate(book.cue):
            unless = tuple(phrase(words, book.lists) for words in cue.unless)
            for said in cue.say:
                self._file(_Entry(order, cue, phrase(said, book.lists), unless))

    def _file(self, entry: _Entry) -> None:
        if not entry.phrase.needs:
            self._always.append(entry)
            return
        for key in sorted(entry.phrase.needs[0]):
            self._shelves.setdefault(key, []).append(entry)

    def spot(self, sentence: Sentence) -> tuple[Hit, ...]:
        """The cues that fire, each at its first place, in the order of the rules."""
        fired: dict[str, tuple[int, Hit]] = {}
        text, held = sentence.lower, keys(sentence.words)
        for entry in self._candidates(held):
            if entry.cue.id in fired:
                continue
            match = entry.phrase.search(text, held)
            if match and not any(silence.search(text, held) for silence in entry.unless):
                fired[entry.cue.id] = entry.order, Hit(entry.cue, *match.span())
        return tuple(hit for _, hit in sorted(fired.values(), key=lambda pair: pair[0]))

    def _candidates(self, held: Iterable[str]) -> Iterator[_Entry]:
        yield from self._always
        for key in sorted(held):
            yield from self._shelves.get(key, ())


@cache
def standard_gate() -> Gate:
    """The gate of the rules that come with the library, made once."""
    return Gate(standard())
