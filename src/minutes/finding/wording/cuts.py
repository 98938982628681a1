"""Long speech cut to what it says: which words of a parsed sentence stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 30
"""Words from which a sentence is cut, if what is cut says nothing that must stay."""
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_LOADED = re.compile(
    r"^(?:not|n't|nt|no|never|nobody|nothing|none|nowhere|neither|nor|without|unless|except|only|if|until|till|against|but|instead|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|quarter|dozen|first|second|third|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|today|week|month|year|"
    r"january|february|march|april|june|july|august|september|october|november|december|\d.*)$",
    re.I,
)
_BREAKS = frozenset(["and", "but", "so", "because", "since", "although", "though", "which", "who", "where", "while"])


def shortened(doc: Doc) -> list[Token]:
    """The tokens that stay: all, unless they run over `LONGEST` words and what is cut says nothing weighty."""
    tokens = [token for token in doc if not token.is_space]
    if _count(tokens) <= LONGEST:
        return tokens
    for end in reversed(_ends(tokens)):
        if (
            6 <= _count(tokens[:end]) <= LONGEST
            and not any(_loaded(token) for token in tokens[end:])
            and finite(tokens[:end])
        ):
            return _trimmed(tokens[:end])
    return tokens


def finite(tokens: Sequence[Token]) -> bool:
    """Whether a verb among the words has a tense, or gives an order at their beginning."""
    return any(token.tag_ in ("VBP", "VBZ", "VBD", "MD") and token.pos_ in ("VERB", "AUX") for token in tokens) or any(
        token.tag_ == "VB" and (token.dep_ == "ROOT" or token.i == tokens[0].i) for token in tokens[:6]
    )


def runs_on(tokens: Sequence[Token]) -> bool:
    """Whether sentences follow each other without a stop or a word between them, as in recognised speech."""
    if _count(tokens) < 14 or any(token.text in (",", ";", ":", "—", "–") for token in tokens):
        return False
    said = next((place for place, token in enumerate(tokens) if token.dep_ in _SUBJECTS), len(tokens))
    return any(_unjoined(tokens, place) for place in range(said + 3, len(tokens)))


def _unjoined(tokens: Sequence[Token], place: int) -> bool:
    token, before = tokens[place], tokens[place - 1]
    if (
        token.tag_ not in ("PRP", "EX")
        or token.dep_ not in _SUBJECTS
        or before.tag_ in ("CC", "IN", "WRB", "WP", "WDT")
    ):
        return False
    return before.pos_ not in ("VERB", "AUX") and token.head.dep_ not in ("relcl", "pcomp", "csubj", "acl", "advcl")


def _count(tokens: Sequence[Token]) -> int:
    return sum(1 for token in tokens if token.is_alpha or token.like_num)


def _ends(tokens: Sequence[Token]) -> list[int]:
    """The places where a clause ends and another begins."""
    places = []
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        starts = following is not None and (
            following.dep_ in _SUBJECTS or following.tag_ in ("PRP", "EX", "DT", "PRP$")
        )
        if (
            token.text in (";", ":", "—", "–")
            or (token.text == "," and (starts or (following is not None and following.lower_ in _BREAKS)))
            or (token.lower_ in _BREAKS and place and tokens[place - 1].text != "," and starts)
        ):
            places.append(place)
    return places


def _loaded(token: Token) -> bool:
    return _LOADED.match(token.text) is not None or (token.tag_ in ("NNP", "NNPS") and token.text[:1].isupper())


def _trimmed(tokens: list[Token]) -> list[Token]:
    while tokens and (tokens[-1].is_punct or tokens[-1].tag_ == "CC"):
        tokens = tokens[:-1]
    return tokens
