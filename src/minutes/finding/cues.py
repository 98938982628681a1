"""The cheap gate: which cues fire in a sentence, before any parser wakes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, reduce
from itertools import chain, islice, repeat
from operator import or_
from typing import NamedTuple

from minutes.finding.phrases import Lists, Phrase, Spaced, keys
from minutes.finding.rules import Cue, Rulebook, standard
from minutes.finding.sentences import Sentence


class Hit(NamedTuple):
    """A cue that fired, and where: clean characters `start <= c < end` of the sentence."""

    cue: Cue
    start: int
    end: int


class _Entry(NamedTuple):
    cue: Cue
    phrase: Phrase
    own: int
    """The bits of all entries of the cue."""


_PLACES = 4
"""Needs of a phrase by which it is looked up; after them the bits of its pair, first word and second."""
_LEFT, _RIGHT = _PLACES, _PLACES + 1
_Bits = tuple[int, ...]


class Gate:
    """The cues of a book, looked up by the words that their phrases need.

    Each phrase is one bit of a whole number. For a sentence the bits of its words are put together: for the first need
    of every phrase, for the second and so on, and for two words in a row. What stands in all of them is tried.
    """

    def __init__(self, book: Rulebook) -> None:
        self._entries: list[_Entry] = []
        self._of_key: dict[str, list[int]] = {}
        self._without = [0] * (_PLACES + 1)
        self._of_word: dict[str, _Bits] = {}
        self._lists = known = Lists(book.lists)
        self._unless: dict[str, tuple[Phrase, ...]] = {}
        for cue in book.cue:
            first = len(self._entries)
            own = ((1 << len(cue.say)) - 1) << first
            self._entries += [_Entry(cue, known.phrase(said), own) for said in cue.say]
        for number, entry in enumerate(self._entries):
            self._file(entry.phrase, 1 << number)

    def _file(self, phrase: Phrase, bit: int) -> None:
        left, right = phrase.pair or ((), ())
        needs = islice(chain(phrase.needs, repeat(frozenset())), _PLACES)
        for place, held in enumerate((*needs, left, right)):
            for key in held:
                self._of_key.setdefault(key, [0] * (_PLACES + 2))[place] |= bit
            if not held and place <= _PLACES:
                self._without[place] |= bit

    def spot(self, sentence: Sentence) -> tuple[Hit, ...]:
        """The cues that fire, in the order of the rules, each where its first phrase that fits is found."""
        fired, text = [], Spaced(sentence.lower)
        left = self._possible(sentence.words)
        while left:
            entry = self._entries[(left & -left).bit_length() - 1]
            left &= left - 1
            span = entry.phrase.search(text)
            if span:
                left &= ~entry.own
                if not self._silenced(entry.cue, sentence, text):
                    fired.append(Hit(entry.cue, *span))
        return tuple(fired)

    def _silenced(self, cue: Cue, sentence: Sentence, text: Spaced) -> bool:
        if cue.id not in self._unless:
            self._unless[cue.id] = tuple(self._lists.phrase(words) for words in cue.unless)
        held = keys(sentence.words) if cue.unless else frozenset[str]()
        return any(one.possible(held) and one.search(text) for one in self._unless[cue.id])

    def _possible(self, words: Iterable[str]) -> int:
        """The bits of the phrases of which all needs are among the words, and the pair stands in a row."""
        needed, paired = self._held(words)
        return needed & paired

    def may_fire(self, words: Iterable[str]) -> bool:
        """Whether any cue may fire in a text with these words, whatever else is said between them."""
        return bool(self._held(words)[0])

    def _held(self, words: Iterable[str]) -> tuple[int, int]:
        """The bits of the phrases of which all needs are among the words, and of those whose pair stands in a row."""
        first, second, third, fourth, paired = self._without
        before = 0
        for word in words:
            one, two, three, four, left, right = self._of_word.get(word) or self._looked_up(word)
            first, second, third, fourth = first | one, second | two, third | three, fourth | four
            paired |= before & right
            before = left
        return first & second & third & fourth, paired

    def _looked_up(self, word: str) -> _Bits:
        """The bits of a word and of its beginnings; kept, since people say the same words again."""
        found = [self._of_key[key] for key in keys([word]) if key in self._of_key]
        bits = tuple(reduce(or_, column, 0) for column in zip(*found, strict=True)) or _NONE
        if len(self._of_word) < _KNOWN:
            self._of_word[word] = bits
        return bits


_NONE = (0,) * (_PLACES + 2)
_KNOWN = 50_000
"""Words of which it is kept what they may be part of."""


@cache
def standard_gate() -> Gate:
    """The gate of the rules that come with the library, made once."""
    return Gate(standard())
