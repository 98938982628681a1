"""What a proposal is called: a few of its own words, as a noun phrase or a doing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from minutes.finding.parse import parse
from minutes.finding.wording.naming import CALLED, named, own_verbs
from minutes.finding.wording.plain import plain
from minutes.finding.wording.words import phrases, vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc

_REACH = 12
"""Sentences in which a title is looked for."""
_I = re.IGNORECASE
_FRAMES = [
    *((re.compile(phrase, _I), 3.0) for phrase in phrases("putting-forward")),
    *((re.compile(phrase, _I), 0.5) for phrase in phrases("leading-up")),
]
"""What stands before a name, and how surely a name comes."""
_LETS = re.compile(r"let's\s+", _I)
_PARSED = 6
"""Sentences that the parser is asked for, those that look best."""
_SHORT = re.compile(r"an?\s+\S+(?:\s+\S+){0,10}", _I)
"""Words that are no more than a name: `A tool library in the hall.`"""
_LATER = 0.3
"""What a sentence loses for each one that stands before it."""
_TELLING = 1.2
"""What the telling sentence has before others."""
_PRONOUNS = frozenset(["it", "them", "they", "him", "her", "that", "this"])
_FINITE = ("VBP", "VBZ", "VBD", "MD")
_EMPTY = vocabulary("empty")
_TIMES = vocabulary("times")
_BARE = {word.rstrip("s") for word in _EMPTY | _TIMES | vocabulary("numbers")}


def titles(proposals: Sequence[Sequence[str]]) -> list[str]:
    """For each proposal a short title from the sentence that best names it; its telling sentence comes first."""
    matters = [_matter(sentences) for sentences in proposals]
    docs = iter(parse(one.text for matter in matters for one in matter.likely))
    return [_title(matter, list(islice(docs, len(matter.likely)))) for matter in matters]


class _Matter(NamedTuple):
    """What is known of a proposal before any of it is parsed."""

    first: str
    """Its telling sentence, or nothing."""
    likely: Sequence[_Framed]
    known: Counter[str]
    """In how many of its sentences a word stands."""


def _matter(sentences: Sequence[str]) -> _Matter:
    said = [_LETS.sub("we ", bare) for text in sentences[:_REACH] if (bare := plain(text))]
    known = Counter(word for text in sentences for word in set(_words(text)))
    framed = [_framed(place, text) for place, text in enumerate(said)]
    likely = sorted(framed, key=lambda one: (-one.weight - _promising(one.text, known), one.place))[:_PARSED]
    return _Matter(said[0] if said else "", likely, known)


def _title(matter: _Matter, docs: Sequence[Doc]) -> str:
    names = [(one, doc, name) for one, doc in zip(matter.likely, docs, strict=True) if (name := named(doc))]
    best = max(names, key=lambda it: (_score(it[1], it[2], matter.known) + it[0].weight, -it[0].place), default=None)
    return _cased(best[2] if best else _first_words(matter.first) or "A shared link")


class _Framed(NamedTuple):
    """A sentence without the words that lead up to a name."""

    place: int
    text: str
    weight: float
    """How surely such words name a proposal, and how near the telling sentence it stands."""


def _framed(place: int, text: str) -> _Framed:
    bare, weight = _unframed(text)
    return _Framed(place, bare, weight - _LATER * place + _TELLING * (place == 0))


def _promising(text: str, known: Counter[str]) -> float:
    """How well a sentence may name the matter, by its words alone."""
    again = sorted((known[word] - 1 for word in set(_words(text)) if word not in _BARE), reverse=True)
    short = _SHORT.fullmatch(text) is not None
    return sum(min(count, 3) for count in again[:5]) * 0.4 + 4 * (CALLED.search(text) is not None) + 2.5 * short


def _unframed(text: str) -> tuple[str, float]:
    """The words behind "what if we", "my idea is" and the like, and how surely such words name a proposal."""
    at, weight = 0, 0.0
    for _ in range(4):
        match = next(
            ((found, firm) for frame, firm in _FRAMES if (found := frame.match(text, at)) and found.end() > at), None
        )
        if match is None or len(text) - match[0].end() < 3:
            break
        at, weight = match[0].end(), max(weight, match[1])
    return text[at:].strip(" ,.:;?!—–-"), weight


def _score(doc: Doc, name: str, known: Counter[str]) -> float:
    """How well a sentence names the matter."""
    words = [token for token in doc if not token.is_punct]
    content = [word for word in _words(name) if word not in _BARE]
    if not content:
        return -4.0
    score = min(len(content), 4) * 0.5 + sum(min(known[word] - 1, 3) for word in content[:5]) * 0.4
    if len(content) == 1:
        score -= 3.0 if all(token.tag_ == "NNP" for token in doc if token.lower_.rstrip("s") in content) else 1.5
    if CALLED.search(doc.text):
        score += 4
    if len(words) <= 12 and words[0].lower_ in ("a", "an") and not any(token.tag_ in _FINITE for token in words):
        score += 2.5
    if any(token.like_num for token in words):
        score -= 0.7
    if _PRONOUNS & set(name.lower().split()):
        score -= 1.5
    own = next(iter(own_verbs(list(doc))), None)
    if own is not None:
        aux = {child.lower_ for child in own.lefts}
        score += (
            1.5
            if (own.tag_ == "VBG" and "been" in aux) or aux & {"could", "should", "'d", "would"}
            else -1
            if own.tag_ in ("VBD", "VBN")
            else 0
        )
    return score


def _words(text: str) -> list[str]:
    return [word.rstrip("s") for word in re.findall(r"[^\W\d_]{4,}", text.lower())]


def _first_words(text: str) -> str:
    words = _unframed(text)[0].split()
    return " ".join(words[:8])


def _cased(text: str) -> str:
    text = re.sub(r"^(?:that|this|these|those)\s+(?=\w+\s)", "", text.strip(" ,.:;?!—–-"), flags=_I)
    return text[:1].upper() + text[1:]
