"""An idea in one to three sentences: who proposes or runs what, how it goes, and what has come of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from minutes.finding.clarity import clarity
from minutes.finding.parse import parse
from minutes.finding.wording.contractions import SUBJECTS
from minutes.finding.wording.frames import announces, framed, put
from minutes.finding.wording.plain import plain, spoken
from minutes.finding.wording.pointing import pointing
from minutes.finding.wording.sentence import minuted, quoted
from minutes.likeness import content

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LEADS, _DETAILS = 2, 2
"""Sentences that are tried for the first of the paragraph, and those that may follow it."""
_ENOUGH = 1.2
"""What must speak for a sentence that follows."""
_PUT = 1.5
"""The weight of cues by which a sentence is what somebody proposes, and not only something about it."""
_TENSED = ("VBP", "VBZ", "VBD", "MD")
_FULL, _LONGEST = 32, 45
"""Words above which a sentence says too much at once, and with which it is not minuted."""
_RUNNING = re.compile(
    r"\b(?:been \w+ing|(?:we|i) (?:run|hold|do|started|have|set up|ran|held|did)|every|since)\b", re.I
)
_PLACE = re.compile(r"\b(?:in|at|on|from|to) (?:the|a|an|my|our|[A-Z])\b")
_OPINION = re.compile(
    r"\b(?:I|we) (?:think|thought|know|guess|feel|felt|mean|said|asked|hope|see|saw|was|promised|tried)\b", re.I
)
_AND_I = re.compile(r"\band I\b(?! \w+ed\b)")
"""A verb of two, which the parser often gives to the second alone: `a few colleagues and I want`."""
_YOU = re.compile(r"\b(?:you|your|yours)\b", re.I)
_PARTED = re.compile(r",\s+(?=(?:and |then )?you\b)", re.I)
"""Where those who listen are spoken to, behind what is told of the group."""


class Saying(NamedTuple):
    """A sentence of an idea, in clean words."""

    text: str
    weight: float = 0.0
    """How strongly its cues put something forward, or present what runs."""
    tells: bool = False
    """Whether it tells what has come of it."""


class Idea(NamedTuple):
    """What a paragraph is made of."""

    speaker: str | None
    title: str
    """As it goes on inside a sentence."""
    runs: bool
    sayings: Sequence[Saying]
    """In the order of the talk."""


class Paragraph(NamedTuple):
    """The sentences, and which sayings they are made of."""

    text: str
    places: tuple[int, ...]


def paragraphs(ideas: Sequence[Idea]) -> list[Paragraph]:
    """For each idea a paragraph, the first sentence of which stands alone.

    A sentence that cannot be told in the third person, or that points at something outside it, is left out; where that
    is so of all that could stand first, the title says what is proposed.
    """
    straight = [_Straight(idea) for idea in ideas]
    told = iter(minuted([(one.words[place], one.idea.speaker) for one in straight for place in one.tried]))
    texts = [{place: next(told) for place in one.tried} for one in straight]
    docs = iter(parse(text for one in texts for text in one.values() if "“" not in text))
    whole = [{p for p, text in one.items() if "“" not in text and _whole(next(docs))} for one in texts]
    return [_paragraph(*one) for one in zip(straight, texts, whole, strict=True)]


def _whole(doc: Doc) -> bool:
    """Whether the words are a sentence: somebody or something, and a verb with a tense, not behind a mere name."""
    root = next(doc.sents).root
    parts = [root, *root.children]
    comma = next((token.i for token in doc if token.text == ","), len(doc))
    named = doc[0].tag_ == "DT" and not any(token.tag_ in _TENSED for token in doc[:comma])
    subject = any(part.dep_ in SUBJECTS for part in parts)
    return subject and any(part.tag_ in _TENSED for part in parts) and not named


class _Straight:
    """An idea with its sayings put straight, and those of them that are worth wording."""

    def __init__(self, idea: Idea) -> None:
        self.idea, self.known = idea, content(idea.title)
        self.words = [self._put(place) for place in range(len(idea.sayings))]
        self.about = [content(words) for words in self.words]
        places = range(len(self.words))
        able = sorted(filter(self._stands, places), key=lambda place: (-self._leading(place), place))
        self.leads = able[:_LEADS]
        self.anchor = max(places, key=lambda place: (len(self.about[place] & self.known), -place), default=0)
        rated = {place: self._following(place) for place in places if place not in able[:1]}
        good = sorted((p for p in rated if rated[p] >= _ENOUGH), key=lambda place: (-rated[place], place))
        self.details = good[:_DETAILS]
        self.tried = list(dict.fromkeys([*self.leads, *self.details]))

    def _put(self, place: int) -> str:
        saying = self.idea.sayings[place]
        firm = not self.idea.runs and (saying.weight >= _PUT or self._announced(place))
        straight = put(saying.text, firm=firm)
        return _PARTED.split(straight)[0] if _RUNNING.search(straight) else straight

    def _announced(self, place: int) -> bool:
        return place > 0 and announces(self.idea.sayings[place - 1].text)

    def _leading(self, place: int) -> float:
        """How well a saying may stand first."""
        saying, words = self.idea.sayings[place], self.words[place]
        return (
            0.5 * min(saying.weight, 5)
            + 0.8 * min(len(self.about[place] & self.known), 4)
            + 0.2 * min(len(self.about[place]), 8)
            + 1.5 * (self.signs(place) or self._announced(place))
            - 2.0 * (_YOU.search(words) is not None)
            - 3.0 * (_asked(words) and not framed(saying.text))
            - 1.5 * (len(words.split()) > _FULL)
            - 0.15 * place
        )

    def _following(self, place: int) -> float:
        """How well a saying may follow the first."""
        words, about = self.words[place], self.about[place]
        if (
            pointing(words, strictly=True)
            or _YOU.search(words)
            or _AND_I.search(words)
            or _asked(words)
            or framed(words)
            or len(about) < 3
            or place < self.anchor
            or len(words.split()) > _FULL
        ):
            return 0.0
        shared = len(about & (self.known | self.about[self.anchor]))
        return (
            0.6 * min(shared, 3)
            + 0.15 * min(len(about), 6)
            + 0.8 * (place - self.anchor == 1)
            + 1.0 * self.idea.sayings[place].tells
            + 0.4 * (_PLACE.search(words) is not None)
            - 1.5 * (_OPINION.search(words) is not None)
            - 0.1 * (place - self.anchor)
        )

    def signs(self, place: int) -> bool:
        """Whether the form of a saying presents what runs, or puts something forward."""
        return _RUNNING.search(self.words[place]) is not None if self.idea.runs else framed(self.words[place])

    def _stands(self, place: int) -> bool:
        """Whether a saying says by itself what the idea is."""
        words = self.words[place]
        alike = not self.known or self.about[place] & self.known
        short = len(words.split()) <= _LONGEST
        return bool(alike) and short and not pointing(words) and not announces(self.idea.sayings[place].text)


def _asked(words: str) -> bool:
    return words.rstrip().endswith("?")


def _paragraph(one: _Straight, told: Mapping[int, str], whole: Collection[int]) -> Paragraph:
    able = (place for place in one.leads if place in whole or ("“" in told[place] and one.signs(place)))
    lead = next(able, None)
    start, first = (lead, told[lead]) if lead is not None else _otherwise(one)
    rest = [] if "“" in first else sorted(place for place in one.details if place in whole and place > start)
    return Paragraph(" ".join([first, *(told[place] for place in rest)]), (start, *rest))


def _otherwise(one: _Straight) -> tuple[int, str]:
    """What stands first where no saying can be told: the title where it was put forward, else the clearest words."""
    idea, said = one.idea, one.idea.sayings[one.anchor].text
    clearest = max(range(len(idea.sayings)), key=lambda place: (_clear(idea.sayings[place]), -place))
    named = framed(said) or plain(said).lower().startswith(idea.title.lower())
    if not named and len(idea.sayings[clearest].text.split()) <= _LONGEST:
        return clearest, quoted(spoken(idea.sayings[clearest].text), idea.speaker)
    return one.anchor, f"{idea.speaker or 'Somebody'} {'reports on' if idea.runs else 'suggests'} {idea.title}."


def _clear(saying: Saying) -> float:
    """How well the words themselves say what the idea is."""
    return saying.weight + clarity(saying.text) if len(saying.text.split()) <= _LONGEST else -1.0
