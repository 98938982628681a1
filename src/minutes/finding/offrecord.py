"""Which sentences somebody asked to keep out of the minutes: from there on, in that turn, or what was said before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from minutes.finding.cues import Gate
from minutes.finding.reaching import MORE, REQUESTS, back, reasons, told, told_by_another
from minutes.finding.rules import Rulebook, standard
from minutes.finding.sentences import Sentence, cleaned, split, words
from minutes.finding.speeches import SUBSTANCE, Speeches
from minutes.likeness import content
from minutes.model import Transcript

_OPENS = ("off-record", "next-bit")
_TURNS = ("aside", "confide")
_ABOUT = "strike-about"
_ASKS = (*_OPENS, *REQUESTS, "strike-about", "ask-minute")
"""Acts, one of which begins all that is withheld."""
_HELP = (_ABOUT, "a-while", "strike-all", "ask-minute", "on-record", "off-refused", "off-reason", "transition")
_READ = (*_OPENS, *REQUESTS, *_HELP)
"""Acts that are read here."""
_REPLIED = 40
"""Turns behind an aside in which "back on the record" ends the replies to it."""
_REMEMBERED = 60
"""Turns back to which a request reaches that says what it is about."""
_OF_REQUESTS = content(
    "record recording minutes notes story remark comment sentence mention names strike delete drop cut"
)
"""What a request says of itself, and not of what it means."""
_NEAR = 4
"""Turns behind a request that stands alone in which what it means may come."""


class Span(NamedTuple):
    """Sentences to be withheld, from the first to the last; of the last the clean characters before `until`."""

    first: int
    last: int
    until: float = float("inf")


def off_record(said: Sequence[Sentence], book: Rulebook) -> list[Span]:
    """What is to be withheld of these sentences, in their order; no span overlaps another."""
    gate = _standard_gate() if book is standard() else _gate(book, _READ)
    return _merged(_Requests(Speeches(said, [gate.spot(sentence) for sentence in said])).spans())


def asked(transcript: Transcript, book: Rulebook) -> bool:
    """Whether any sentence asks for it. In most meetings none does, and few hold the words for it."""
    gate = _standard_asking() if book is standard() else _gate(book, _ASKS)
    return any(
        gate.spot(cleaned(number, turn, start, end))
        for number, turn in enumerate(transcript.turns)
        for start, end in split(turn.text)
        if gate.may_fire(words(turn.text[start:end]))
    )


def _gate(book: Rulebook, acts: Container[str]) -> Gate:
    """The gate of the cues of these acts alone."""
    return Gate(Rulebook(lists=book.lists, cue=tuple(cue for cue in book.cue if cue.act in acts)))


@cache
def _standard_gate() -> Gate:
    return _gate(standard(), _READ)


@cache
def _standard_asking() -> Gate:
    return _gate(standard(), _ASKS)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.first <= merged[-1].last:
            last, until = max(merged[-1][1:], span[1:])
            merged[-1] = Span(merged[-1].first, last, until)
        else:
            merged.append(span)
    return merged


class _Requests:
    """The requests of a meeting, each with what it means."""

    def __init__(self, speeches: Speeches) -> None:
        self._speeches, self._said, self._does = speeches, speeches.said, speeches.does
        self._hidden = bytearray(len(speeches.said))

    def spans(self) -> list[Span]:
        found: list[Span] = []
        for number, hits in enumerate(self._speeches.hits):
            for span in self._of(number) if hits else ():
                found.append(span)
                self._hidden[span.first : span.last + 1] = b"\1" * (span.last + 1 - span.first)
        return found

    def _of(self, number: int) -> list[Span]:
        """What is to be withheld because of one sentence."""
        refused, asked = self._does(number + 1, "off-refused"), self._said[number].asked
        if self._does(number, "ask-minute") and asked and refused:
            return [Span(self._back(number, far=True), number + 1)]
        if self._does(number, *_OPENS) and not refused:
            return [self._open(number)]
        about = self._about(number) if self._does(number, _ABOUT) and not (refused and asked) else []
        if about:
            return about
        struck = self._does(number, "strike", _ABOUT) or (self._does(number, "strike-last") and self._silent(number))
        if self._does(number, *_TURNS) and not (refused and asked):
            return [self._aside(number, both=struck or not self._ahead(number))]
        return self._struck(number) if struck else []

    def _back(self, number: int, far: bool = False) -> int:
        return back(self._speeches, number, self._hidden, far)

    # --- from here on

    def _open(self, number: int) -> Span:
        """To "back on the record"; else to the end of the meeting, or where less was asked for to the end of that."""
        closed = self._closed(number)
        if closed:
            return closed
        plain, last = self._does(number, "off-record"), self._speeches.last(number)
        if not plain and self._speeches.own(number + 1, last, number) >= SUBSTANCE:
            return Span(number, last)
        short = not plain or self._does(number, "a-while")
        item = next(iter(self._items[bisect_right(self._items, number) :]), None) if short else None
        return Span(number, (len(self._said) if item is None else item) - 1)

    @cached_property
    def _items(self) -> list[int]:
        return [n for n in range(len(self._said)) if self._speeches.item(n)]

    @cached_property
    def _ends(self) -> list[int]:
        """The sentences with which somebody is back on the record."""
        said = [n for n in range(len(self._said)) if self._does(n, "on-record")]
        return [n for n in said if not (self._said[n].asked and self._does(n + 1, "off-refused"))]

    def _closed(self, number: int) -> Span | None:
        """To the words with which somebody is back on the record; of their sentence all, if it says little else."""
        later = next(iter(self._ends[bisect_right(self._ends, number) :]), None)
        hit = None if later is None else self._speeches.hit(later, "on-record")
        if later is None or hit is None:
            return None
        more = len(self._said[later].text[hit.end :].split()) >= MORE
        return Span(number, later, hit.end) if more else Span(number, later)

    # --- in this speech

    def _aside(self, number: int, both: bool) -> Span:
        """The rest of the speech; where `both`, what was said before too; where they were closed, the replies."""
        first = self._back(number) if both else number
        closed = self._closed(number)
        if closed and self._replies(number, closed.last):
            return closed._replace(first=first)
        last = self._speeches.last(number)
        alone = both and max(self._speeches.own(number + 1, last, number), told(self._speeches, number)) < SUBSTANCE
        assured = number > 0 and self._hidden[number - 1]
        return Span(first, self._answer(last) if alone and not assured else last)

    def _ahead(self, number: int) -> bool:
        """Whether it means only what follows: `off the record, he's a crook`, `this is off the record, but…`."""
        hit, text = self._speeches.hit(number, *_TURNS), self._said[number].text
        if hit is None or "but" in text[hit.end :].lower().split()[:2]:
            return True
        beside = len(text[: hit.start].split()) + len(text[hit.end :].split())
        follows = self._speeches.own(number + 1, self._speeches.last(number), number)
        return max(beside, follows) >= MORE and not self._does(number, "confide")

    def _replies(self, number: int, closed: int) -> bool:
        """Whether the end is near, and of nothing that was opened since."""
        near = self._speeches.turn_of[closed] - self._speeches.turn_of[number] <= _REPLIED
        return near and not any(self._does(n, *_OPENS) for n in range(number + 1, closed))

    def _answer(self, last: int) -> int:
        """The end of the next speech of substance under the same item, or the sentence itself where there is none."""
        speeches = self._speeches
        turn = speeches.turn_of[last]
        for numbers in speeches.turns[turn + 1 : turn + 1 + _NEAR]:
            if any(map(speeches.item, numbers)):
                break
            if speeches.words[speeches.turn_of[numbers.start]] >= SUBSTANCE:
                return speeches.last(numbers.start)
        return last

    # --- what was said before

    def _struck(self, number: int) -> list[Span]:
        """What was said before, the request, and its reasons; of somebody who is named what he last said."""
        last = reasons(self._speeches, number)
        elsewhere = told_by_another(self._speeches, number)
        if elsewhere:
            return [Span(elsewhere.start, elsewhere.stop - 1), Span(number, last)]
        if self._points_on(number):
            return [self._aside(number, both=True)]
        return [Span(self._back(number, far=self._does(number, "strike-all")), last)]

    def _about(self, number: int) -> list[Span]:
        """Of `leave my daughter out of the minutes` what was said of her, each time to the end of that speech."""
        hit = self._speeches.hit(number, _ABOUT)
        words = content(self._said[number].text[hit.start : hit.end]) - _OF_REQUESTS if hit else frozenset()
        told = [n for n in range(number) if content(self._said[n].text) & words]
        spans = [Span(n, self._speeches.last(n)) for n in told if self._lately(n, number)]
        return [*spans, Span(number, reasons(self._speeches, number))] if spans else []

    def _lately(self, earlier: int, number: int) -> bool:
        """Whether it was said no longer ago than people remember when they ask."""
        return self._speeches.turn_of[number] - self._speeches.turn_of[earlier] <= _REMEMBERED

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
