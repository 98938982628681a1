"""Where a next step of an earlier meeting is spoken of again; whether it was taken, only a reader can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from minutes.finding.sentences import Sentence, sentences
from minutes.matters import Word, matter, roots, telling
from minutes.model import Evidence, NextStep, Ownership, Recap, Transcript

_RARE = 6
"""Turns of a meeting in which a word may be said that alone shows what is meant."""
_HOLE = "   "
"""What stands in a turn where words were withheld."""


class Again(NamedTuple):
    """A next step of one meeting, and what was said of the same thing in the meetings after it."""

    meeting: int
    step: NextStep
    later: tuple[tuple[int, Evidence], ...]
    """The meeting and the words, in the order of the talk; empty where nothing was found."""


@dataclass(frozen=True)
class _Said:
    """A sentence with its words, and with the sentence before its turn began."""

    sentence: Sentence
    roots: Word
    before: _Said | None


@dataclass(frozen=True)
class _Matter:
    """What a next step is about."""

    words: tuple[Word, ...]
    """Those of its text and of its evidence."""
    leading: tuple[Word, ...]
    """Those which it cannot do without."""
    bare: bool
    """Whether its own text has no such word: `Ask them`."""
    owners: Word
    everybody: bool


def again(recaps: Sequence[Recap], transcripts: Sequence[Transcript]) -> list[Again]:
    """Every next step of all meetings but the last, with where it is spoken of again.

    Args:
        recaps: the meetings, in their order.
        transcripts: what was said in each, without what is withheld.
    """
    meetings = [tuple(_heard(transcript)) for transcript in transcripts]
    common = [Counter(root for turn in one.turns for root in roots([turn.text])) for one in transcripts]
    people = frozenset().union(*(roots([speaker.name]) for recap in recaps for speaker in recap.speakers))
    found = []
    for number, recap in enumerate(recaps[:-1]):
        for step in recap.next_steps:
            matter = _matter(step, people)
            later = {
                (at, sentence.turn, sentence.start): sentence.evidence(transcripts[at])
                for at in range(number + 1, len(recaps))
                for sentence in _spoken(matter, meetings[at], common[at])
            }
            found.append(Again(number, step, tuple((place[0], later[place]) for place in sorted(later))))
    return found


def _heard(transcript: Transcript) -> Iterator[_Said]:
    """The sentences of a meeting that are whole."""
    last = before = None
    for sentence in sentences(transcript):
        if _HOLE in transcript.turns[sentence.turn].text[sentence.start : sentence.end]:
            continue
        if last is None or sentence.turn != last.sentence.turn:
            before = last if last and sentence.turn == last.sentence.turn + 1 else None
        last = _Said(sentence, roots([sentence.text]), before)
        yield last


def _matter(step: NextStep, people: Word) -> _Matter:
    own = matter([step.text], people)
    all_words = matter([step.text, *(piece.quote for piece in step.evidence)], people)
    leading = tuple(filter(telling, own))
    return _Matter(
        words=all_words,
        leading=leading or tuple(filter(telling, all_words)),
        bare=not leading,
        owners=roots(step.owners),
        everybody=step.ownership is Ownership.GROUP,
    )


def _spoken(matter: _Matter, meeting: Iterable[_Said], common: Counter[str]) -> Iterator[Sentence]:
    """The sentences of a meeting that speak of the matter, each with the question that it answers."""
    for one in meeting:
        if _meant(matter, one, common):
            yield one.sentence
        elif one.before and _answered(matter, one, one.before):
            yield one.before.sentence
            yield one.sentence


def _meant(matter: _Matter, one: _Said, common: Counter[str]) -> bool:
    """Whether a sentence shares enough words: two that say much, or fewer where it is by an owner or names one."""
    shared = [word for word in matter.words if word & one.roots]
    leading = [word for word in matter.leading if word & one.roots]
    several = list(filter(telling, shared))
    if not leading or (matter.bare and not _concerns(matter, one)):
        return False
    if len(several) > 1 or (len(shared) > 1 and (matter.everybody or _concerns(matter, one))):
        return True
    return (
        not matter.bare
        and _concerns(matter, one)
        and any(sum(common[root] for root in word) <= _RARE for word in leading)
    )


def _answered(matter: _Matter, one: _Said, before: _Said) -> bool:
    """Whether an owner says one word of it, and another was said right before."""
    here = {word for word in matter.words if word & one.roots}
    there = {word for word in matter.words if word & before.roots} - here
    return bool(here and there and {*matter.leading} & (here | there)) and _concerns(matter, one)


def _concerns(matter: _Matter, one: _Said) -> bool:
    """Whether an owner says the sentence or is named in it."""
    return bool(matter.owners & (one.roots | roots([one.sentence.speaker or ""])))
