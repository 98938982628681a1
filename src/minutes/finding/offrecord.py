"""Which sentences somebody asked to keep out of the minutes: from there on, in that turn, or what was said before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from minutes.finding.cues import Gate
from minutes.finding.rules import Rulebook, standard
from minutes.finding.sentences import Sentence
from minutes.finding.speeches import SUBSTANCE, Speeches

_OPENS = ("off-record", "next-bit")
_TURNS = ("aside", "confide")
_STRIKES = ("strike", "strike-last")
_HELP = ("a-while", "strike-all", "ask-minute", "on-record", "off-refused", "off-reason", "transition")
_TOLD = 12
"""Words back to which a request reaches that stands alone."""
_BACK = 4
"""Turns over which it reaches, those that say next to nothing not counted."""
_REPLIED = 40
"""Turns behind an aside in which "back on the record" ends the replies to it."""
_MORE = 4
"""Words beside those of a request that are something of their own."""

_SAID_BY = re.compile(r"\bwhat (\w{3,})(?: has| had|'s)?(?: just)? (?:said|told)\b")


class Span(NamedTuple):
    """Sentences to be withheld, from the first to the last; the last up to a clean character, or whole."""

    first: int
    last: int
    until: int | None = None


def off_record(said: Sequence[Sentence], book: Rulebook) -> list[Span]:
    """What is to be withheld of these sentences, in the order in which it was asked for; spans may overlap."""
    gate = _standard_gate() if book is standard() else _gate(book)
    return _Requests(Speeches(said, [gate.spot(sentence) for sentence in said])).spans()


def _gate(book: Rulebook) -> Gate:
    """The gate of those cues alone that are read here."""
    acts = {*_OPENS, *_TURNS, *_STRIKES, *_HELP}
    return Gate(Rulebook(lists=book.lists, cue=tuple(cue for cue in book.cue if cue.act in acts)))


@cache
def _standard_gate() -> Gate:
    return _gate(standard())


class _Requests:
    """The requests of a meeting, each with what it means."""

    def __init__(self, speeches: Speeches) -> None:
        self._speeches, self._said, self._does = speeches, speeches.said, speeches.does
        self._found: list[Span] = []

    def spans(self) -> list[Span]:
        for number, hits in enumerate(self._speeches.hits):
            if hits:
                self._found += self._of(number)
        return self._found

    def _of(self, number: int) -> list[Span]:
        """What is to be withheld because of one sentence."""
        refused, asked = self._does(number + 1, "off-refused"), self._said[number].asked
        if self._does(number, "ask-minute") and asked and refused:
            return [Span(self._back(number, far=True), number + 1)]
        if self._does(number, *_OPENS) and not refused:
            return [self._open(number)]
        struck = self._does(number, "strike") or (self._does(number, "strike-last") and self._silent(number))
        if self._does(number, *_TURNS) and not (refused and asked):
            return [self._aside(number, both=struck or not self._ahead(number))]
        return self._struck(number) if struck else []

    # --- from here on

    def _open(self, number: int) -> Span:
        """To "back on the record"; else to the end of the meeting, or where less was asked for to the end of that."""
        closed = self._closed(number)
        if closed:
            return closed
        plain, last = self._does(number, "off-record"), self._speeches.last(number)
        if not plain and self._speeches.own(number + 1, last, number) >= SUBSTANCE:
            return Span(number, last)
        rest = range(number + 1, len(self._said))
        item = next(filter(self._speeches.item, rest), None) if not plain or self._does(number, "a-while") else None
        return Span(number, (len(self._said) if item is None else item) - 1)

    def _closed(self, number: int) -> Span | None:
        """To the words with which somebody is back on the record; of their sentence all, if it says little else."""
        for later in range(number + 1, len(self._said)):
            hit = self._speeches.hit(later, "on-record")
            if hit and not (self._said[later].asked and self._does(later + 1, "off-refused")):
                more = len(self._said[later].text[hit.end :].split()) >= _MORE
                return Span(number, later, hit.end if more else None)
        return None

    # --- in this speech

    def _aside(self, number: int, both: bool) -> Span:
        """The rest of the speech; where `both`, what was said before too; where they were closed, the replies."""
        first = self._back(number) if both else number
        closed = self._closed(number)
        if closed and self._replies(number, closed.last):
            return closed._replace(first=first)
        last = self._speeches.last(number)
        alone = both and max(self._speeches.own(number + 1, last, number), self._told(number)) < SUBSTANCE
        return Span(first, self._answer(last) if alone and not self._covered(number - 1) else last)

    def _ahead(self, number: int) -> bool:
        """Whether it means only what follows: `off the record, he's a crook`, `this is off the record, but…`."""
        hit, text = self._speeches.hit(number, *_TURNS), self._said[number].text
        if hit is None or "but" in text[hit.end :].lower().split()[:2]:
            return True
        beside = len(text[: hit.start].split()) + len(text[hit.end :].split())
        follows = self._speeches.own(number + 1, self._speeches.last(number), number)
        return max(beside, follows) >= _MORE and not self._does(number, "confide")

    def _replies(self, number: int, closed: int) -> bool:
        """Whether the end is near, and of nothing that was opened since."""
        opened = any(self._does(n, *_OPENS) for n in range(number + 1, closed))
        return not opened and self._speeches.turn_of[closed] - self._speeches.turn_of[number] <= _REPLIED

    def _answer(self, last: int) -> int:
        """The end of the next speech of substance under the same item, or the sentence itself where there is none."""
        speeches = self._speeches
        turn = speeches.turn_of[last]
        for numbers in speeches.turns[turn + 1 : turn + 1 + _BACK]:
            if any(map(speeches.item, numbers)):
                break
            if speeches.words[speeches.turn_of[numbers.start]] >= SUBSTANCE:
                return speeches.last(numbers.start)
        return last

    # --- what was said before

    def _struck(self, number: int) -> list[Span]:
        """What was said before, the request, and the reasons that follow it; of somebody named what he said last."""
        last = number
        while self._does(last + 1, "off-reason") and self._said[last + 1].turn == self._said[number].turn:
            last += 1
        named = _SAID_BY.search(self._said[number].lower)
        told = self._speeches.told_by(named[1], number) if named else None
        if told:
            return [Span(told.start, told.stop - 1), Span(number, last)]
        if self._points_on(number):
            return [self._aside(number, both=True)]
        return [Span(self._back(number, far=self._does(number, "strike-all")), last)]

    def _points_on(self, number: int) -> bool:
        """Whether it says `this`, and more follows: `don't write this down, my husband looks for us`."""
        hit, text = self._speeches.hit(number, "strike"), self._said[number].lower
        if not hit or "this" not in text[hit.start : hit.end].split():
            return False
        follows = self._speeches.own(number + 1, self._speeches.last(number), number)
        return max(len(text[hit.end :].split()), follows) >= SUBSTANCE

    def _silent(self, number: int) -> bool:
        """Whether the speaker says no more: who says `strike that` and goes on only corrects himself."""
        return self._speeches.last(number) == number and not self._said[number].asked

    def _back(self, number: int, far: bool = False) -> int:
        """The first sentence of what is meant: of the speech; where that says little, or `far`, of some before it."""
        first, told = self._speeches.first(number), 0 if far else self._told(number)
        if told >= SUBSTANCE or self._covered(first - 1):
            return first
        words = _TOLD if told >= _MORE else 0
        return self._speeches.since(self._reach(first, self._speeches.turn_of[number], words), number)

    def _reach(self, first: int, asking: int, words: int) -> int:
        """Back to where enough was told, the teller was given the floor, or the one who asks said something himself."""
        speeches, counted = self._speeches, 0
        for turn in range(speeches.turn_of[first] - 1, -1, -1):
            if words and speeches.closes(turn):
                break
            if words > _MORE and speeches.hands_over(turn):
                return min(first, speeches.turns[turn].stop - 1)
            own = speeches.same(turn, asking) and speeches.words[turn] >= SUBSTANCE
            if words < _TOLD or own:
                first = min(first, speeches.turns[speeches.begins(turn)].start)
            words += speeches.words[turn]
            counted += not speeches.brief(turn)
            if counted == _BACK:
                break
        return first

    def _told(self, number: int) -> int:
        """Words of the one who asks in the same speech before the request."""
        hit = self._speeches.hit(number, *_TURNS, *_STRIKES)
        inside = self._said[number].text[: hit.start].split() if hit else ()
        return self._speeches.own(self._speeches.first(number), number - 1, number) + len(inside)

    def _covered(self, number: int) -> bool:
        return any(span.first <= number <= span.last for span in self._found)
