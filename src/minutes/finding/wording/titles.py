"""What a proposal is called: a few of its own words, as a noun phrase or a doing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from minutes.finding.parse import parse
from minutes.finding.wording.naming import CALLED, Name, named
from minutes.finding.wording.plain import plain
from minutes.finding.wording.words import phrases, vocabulary
from minutes.likeness import content

if TYPE_CHECKING:
    from spacy.tokens import Doc

_REACH = 24
"""Sentences in which a title is looked for."""
_I = re.IGNORECASE
_FRAMES = [
    *((re.compile(phrase, _I), 3.0) for phrase in phrases("putting-forward")),
    *((re.compile(phrase, _I), 0.5) for phrase in phrases("leading-up")),
]
"""What stands before a name, and how surely a name comes."""
_LETS = re.compile(r"let's\s+", _I)
_PARSED = 4
"""Sentences that the parser is asked for, those that look best."""
_SHORT = re.compile(r"an?\s+\S+(?:\s+\S+){0,10}", _I)
"""Words that are no more than a name: `A tool library in the hall.`"""
_LATER = 0.2
"""What a sentence loses for each one that stands before it."""
_NEAR = 8
"""Sentences behind which it makes no difference."""
_FULL = 30
"""Words from which a sentence seldom is about one thing."""
_SAYS_LITTLE = 6.0
"""What a name loses that has no word of its own."""
_TELLING = 1.2
"""What the telling sentence has before others."""
_WORDS = 9
"""Words from which a title is long."""
_PRONOUNS = frozenset(["it", "them", "they", "him", "her", "he", "she", "that", "this", "these", "those"])
_ONE = re.compile(r"\bone (?:for|of|that|in|to|on|at)\b", _I)
_TELLS = re.compile(
    r"\b(?:only|just|already|now|really)\b|^[\w-]+ (?:years?|months?|weeks?|days?|hours?|minutes?)\b", _I
)
"""What stands in what is told, and not in a name."""
_ARTICLES = ("a", "an", "the")
_PLACED = re.compile(r"\w (?:in|on|at|with|for|of|from|to|between) \w", _I)
_EMPTY = vocabulary("empty")
_PASSING = ("last", "next", "every", "each", "that", "this", "most", "some")
_PERSONS = vocabulary("persons")
_NUMBERS = vocabulary("numbers")
_PARTS = frozenset(["night", "evening", "weekend"])
"""Times of which things are named: `a night bus`."""
_BARE = _EMPTY | _PERSONS | vocabulary("capitals") | vocabulary("times") - _PARTS | _NUMBERS
_HOLLOW = re.compile(r"(?:taking|having|getting|putting|sitting|saying|doing|seeing|giving)\b", _I)


def titles(proposals: Sequence[Sequence[str]], heard: Sequence[Sequence[str]] = ()) -> list[str]:
    """For each proposal a short title, as it goes on inside a sentence.

    A title is made of one of the proposal's sentences: of those that name something, the one whose words come back
    most, or behind which the name is given.

    Args:
        proposals: the sentences of each, the telling one first.
        heard: what others say around each.
    """
    matters = [_matter(own, others) for own, others in zip_longest(proposals, heard, fillvalue=())]
    docs = iter(parse(one.text for matter in matters for one in matter.likely))
    return [_title(matter, list(islice(docs, len(matter.likely)))) for matter in matters]


def cased(title: str) -> str:
    """The title as it stands by itself."""
    return title[:1].upper() + title[1:]


class _Matter(NamedTuple):
    """What is known of a proposal before any of it is parsed."""

    first: str
    """Its telling sentence, or nothing."""
    likely: Sequence[_Framed]
    known: Counter[str]
    """In how many of its sentences, and of those around it, a word stands."""


def _matter(sentences: Sequence[str], heard: Sequence[str]) -> _Matter:
    said = [_LETS.sub("we ", bare) for text in sentences[:_REACH] if (bare := plain(text))]
    known = Counter(word for text in (*sentences, *heard) for word in _weighty(text))
    framed = [_framed(place, text) for place, text in enumerate(said)]
    likely = sorted(framed, key=lambda one: (-one.weight - _promising(one.text, known), one.place))[:_PARSED]
    return _Matter(said[0] if said else "", likely, known)


def _title(matter: _Matter, docs: Sequence[Doc]) -> str:
    names = [
        (_score(name, matter.known) + one.weight, -one.place, _inside(name.text, doc))
        for one, doc in zip(matter.likely, docs, strict=True)
        for name in map(_pointless, named(doc))
        if name.text
    ]
    best = max(names, default=None)
    return best[2] if best else _first_words(matter.first) or "a shared link"


class _Framed(NamedTuple):
    """A sentence without the words that lead up to a name."""

    place: int
    text: str
    weight: float
    """How surely such words name a proposal, and how near the telling sentence it stands."""


def _framed(place: int, text: str) -> _Framed:
    bare, weight = _unframed(text)
    return _Framed(place, bare, weight - _LATER * min(place, _NEAR) + _TELLING * (place == 0))


def _promising(text: str, known: Counter[str]) -> float:
    """How well a sentence may name the matter, by its words alone."""
    weighty = _weighty(text)
    again = sorted((known[word] - 1 for word in weighty), reverse=True)
    short, called = _SHORT.fullmatch(text) is not None, CALLED.search(text) is not None
    return (
        sum(min(count, 3) for count in again[:5]) * 0.4
        + 0.3 * min(len(weighty), 5)
        + 4.0 * called
        + 2.5 * (short and bool(weighty))
        - 3.0 * (not weighty and not called)
        - 1.5 * (text.count(" ") > _FULL)
    )


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


def _score(name: Name, known: Counter[str]) -> float:
    """How well a name names the matter."""
    words = name.text.lower().split()
    weighty = _weighty(name.text)
    if not weighty:
        return name.weight - _SAYS_LITTLE
    lone = len(weighty) == 1
    return (
        name.weight
        + 0.5 * min(len(weighty), 4)
        + 0.4 * sum(sorted((min(known[word] - 1, 3) for word in weighty), reverse=True)[:5])
        - lone * (0.5 if words[0] in _ARTICLES else 3.0)
        + 0.5 * (not lone and _PLACED.search(name.text) is not None)
        - 2.5 * (bool(_PRONOUNS & set(words)) or _ONE.search(name.text) is not None)
        - 2.0 * (words[0] == "not")
        - 1.0 * (_HOLLOW.match(name.text) is not None)
        - 1.0 * (words[-1] in _EMPTY)
        - 1.5 * (len(words) > _WORDS)
        - 2.0 * (words[0] in _PASSING or words[0] in _NUMBERS)
        - 2.0 * bool(_PERSONS & set(words[:2]))
        - 2.0 * (_TELLS.search(name.text) is not None)
    )


def _weighty(text: str) -> list[str]:
    """The words that carry what a text is about, each once, in an order of their own."""
    return sorted(content(" ".join(word for word in re.findall(r"[^\W\d_]+", text.lower()) if word not in _BARE)))


def _first_words(text: str) -> str:
    words = _unframed(text)[0].split()
    return " ".join(words[:8]).strip(" ,.:;—–-?!")


def _inside(name: str, doc: Doc) -> str:
    """The name as it goes on inside a sentence."""
    own = [token for token in doc if len(token) > 1 and name.startswith(token.text)]
    proper = any(token.pos_ == "PROPN" or token.text.isupper() for token in own)
    return name if proper else name[:1].lower() + name[1:]


def _pointless(name: Name) -> Name:
    """The name without a word that points at it: `this series` → `series`."""
    return name._replace(
        text=re.sub(r"^(?:that|this|these|those)\s+(?=\w+\s)", "", name.text.strip(" ,.:;—–-?!"), flags=_I)
    )
