"""Where a next step of an earlier meeting is spoken of again; whether it was taken, only a reader can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from minutes.finding.sentences import Sentence, sentences
from minutes.inflection import forms, words
from minutes.likeness import content, stem
from minutes.model import Evidence, NextStep, Ownership, Recap, Transcript

Word: TypeAlias = frozenset[str]
"""The roots that a word may have: `rang` has that of `ring` too."""

_SAID_OF_ANYTHING = """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december date evening night tonight weekend four five six seven eight nine ten eleven twelve
    twenty thirty forty fifty sixty hundred thousand number
    add answer bring call catch change check close copy correct cut fill finish help hold interview join leave open
    pay print read ring run send share speak stand start turn type wait write
    back hand high full list off page text
    dot com www http https
"""
_COMMON = frozenset(map(stem, _SAID_OF_ANYTHING.split()))
"""The roots of days, of numbers, and of what people do with anything: alone they show no matter."""
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
    common = [Counter(root for turn in one.turns for root in _roots(turn.text)) for one in transcripts]
    people = frozenset().union(*(_roots(speaker.name) for recap in recaps for speaker in recap.speakers))
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
        last = _Said(sentence, _roots(sentence.text), before)
        yield last


def _matter(step: NextStep, people: Word) -> _Matter:
    own = _words([step.text], people)
    all_words = _words([step.text, *(piece.quote for piece in step.evidence)], people)
    leading = tuple(word for word in own if not word & _COMMON)
    return _Matter(
        words=all_words,
        leading=leading or tuple(word for word in all_words if not word & _COMMON),
        bare=not leading,
        owners=frozenset().union(*map(_roots, step.owners)),
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
    telling = [word for word in shared if not word & _COMMON]
    if not leading or (matter.bare and not _concerns(matter, one)):
        return False
    if len(telling) > 1 or (len(shared) > 1 and (matter.everybody or _concerns(matter, one))):
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
    return bool(matter.owners & (one.roots | _roots(one.sentence.speaker or "")))


def _words(texts: Iterable[str], people: Word) -> tuple[Word, ...]:
    """The words of texts that carry what they are about, each once and no names."""
    found = dict.fromkeys(_rooted(word) for text in texts for word in words(text) if content(word))
    return tuple(word for word in found if not word & people)


def _roots(text: str) -> Word:
    return frozenset(root for word in words(text) if content(word) for root in _rooted(word))


def _rooted(word: str) -> Word:
    return frozenset(stem(form) for form in forms(word))
