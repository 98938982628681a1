"""Contractions written out: `'ll` → `will`, `'s` → `is` or `has`, `n't` → `not`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minutes.finding.wording.words import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_WHOLE = {"'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'em": "them", "'cause": "because"}
_NEGATED = {"ca": "cannot", "wo": "will", "sha": "shall"}
_NAMES = vocabulary("capitals")


def written_out(token: Token) -> str:
    """The word, whole, days and months with a capital; empty where the word before holds it: `ca|n't` → `cannot`."""
    low, text = str(token.lower_), str(token.text)
    if low == "'d":
        return "had" if _had(token) else "would"
    if low == "'s" and token.i and token.tag_ != "POS":
        return "us" if token.tag_ == "PRP" else "has" if _has(token) else "is"
    if low == "n't":
        return "n't" if _inverted(token) else "" if token.nbor(-1).lower_ == "ca" else "not"
    if low in _NEGATED and _next(token, "n't"):
        return text if _inverted(token.nbor()) else _NEGATED[low]
    if low in _NAMES:
        return text[:1].upper() + text[1:]
    return _WHOLE.get(low, text)


def apart(token: Token) -> bool:
    """Whether the word, written out, stands apart from the one to which it was joined."""
    low = str(token.lower_)
    if low == "n't":
        return not _inverted(token)
    return low in _WHOLE or low == "'d" or (low == "'s" and token.tag_ != "POS")


def _next(token: Token, low: str) -> bool:
    return bool(token.i + 1 < len(token.doc) and token.nbor().lower_ == low)


def _inverted(negation: Token) -> bool:
    """Whether a subject follows the negated auxiliary, as in `why don't we`: the contraction then stays."""
    if negation.i + 1 >= len(negation.doc) or not negation.i:
        return False
    return negation.nbor().dep_ in (*SUBJECTS, "det", "poss") and negation.nbor(-1).dep_ in ("aux", "auxpass", "ROOT")


def _verb(token: Token) -> Token | None:
    """The next word that is no adverb."""
    return next((later for later in token.doc[token.i + 1 : token.i + 4] if later.tag_ != "RB"), None)


def _had(token: Token) -> bool:
    verb = _verb(token)
    return _next(token, "better") or (verb is not None and verb.tag_ not in ("VB", "VBP", "MD", "IN"))


def _has(token: Token) -> bool:
    verb = _verb(token)
    if verb is None or verb.tag_ not in ("VBN", "VBD"):
        return False
    return verb.lower_ in ("been", "got", "had", "become") or (token.dep_ == "aux" and token.lemma_ != "be")
