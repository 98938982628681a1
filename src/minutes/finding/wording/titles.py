"""What a proposal is called: a few of its own words, as a noun phrase or a doing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

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
_LATER = 0.3
"""What a sentence loses for each one that stands before it."""
_TELLING = 1.2
"""What the telling sentence has before others."""
_PRONOUNS = frozenset(["it", "them", "they", "him", "her", "that", "this"])
_FINITE = ("VBP", "VBZ", "VBD", "MD")
_EMPTY = vocabulary("empty")
_TIMES = vocabulary("times")
_BARE = {word.rstrip("s") for word in _EMPTY | _TIMES | vocabulary("numbers")}


def title(sentences: Sequence[str], around: Sequence[str] = ()) -> str:
    """A short title for what the sentences put forward, from the one that best names it.

    Args:
        sentences: the words of the proposal, the telling sentence first.
        around: what others say just before and after it; a title of words that come back there is preferred.
    """
    said = [_LETS.sub("we ", bare) for text in sentences[:_REACH] if (bare := plain(text))]
    cut = [_unframed(text) for text in said]
    docs = parse(text for text, _ in cut)
    known = Counter(word for text in (*sentences, *around) for word in set(_words(text)))
    names = [named(doc) for doc in docs]
    scores = [
        _score(doc, name, known) + weight - _LATER * place + _TELLING * (place == 0)
        for place, (doc, name, (_, weight)) in enumerate(zip(docs, names, cut, strict=True))
    ]
    best = max(((score, -place) for place, score in enumerate(scores) if names[place]), default=None)
    return _cased(names[-best[1]] if best else _first_words(said[0]) if said else "A shared link")


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
