"""What a pronoun stands for, where earlier words leave one answer only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from minutes.finding.wording.voice import Voice, told
from minutes.finding.wording.words import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ONE = frozenset(["it", "that", "this"])
_MANY = frozenset(["them", "those", "these", "both"])
_PERSON = frozenset(["him", "her"])
_VAGUE = vocabulary("vague")
_SPEAKING = vocabulary("speaking-verbs")
_WITHIN = ("compound", "npadvmod", "poss", "appos", "intj", "nmod", "conj")
_LONGEST = 7


def pronoun(tokens: Sequence[Token]) -> Token | None:
    """The pronoun that says what a clause is about, where nothing before it in the clause can be meant."""
    for token in tokens:
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("npadvmod", "compound"):
            return None
        if token.lower_ in _ONE | _MANY | _PERSON and token.dep_ in ("dobj", "pobj", "dative") and token.tag_ != "PRP$":
            return token
    return None


def meant(word: Token, earlier: Iterable[tuple[Doc, str | None]]) -> str | None:
    """The words that the pronoun stands for, from the nearest earlier sentence that has exactly one thing to offer.

    Args:
        word: the pronoun.
        earlier: parsed sentences with their speakers, the nearest first.
    """
    for place, (doc, speaker) in enumerate(earlier):
        asked = doc.text.rstrip().endswith("?")
        if place and not asked:
            return None
        found = [noun for noun in doc if _fits(noun, word)]
        told_of = [noun for noun in found if _put_forward(noun, asked=asked) and _may_be_spoken_to(noun, word)]
        if told_of:
            return _phrase(told_of[0], speaker) if len(told_of) == 1 else None
        if found:
            return None
    return None


def _put_forward(noun: Token, *, asked: bool) -> bool:
    """Whether a sentence is about the thing: it is had, made, or there, or the sentence is no more than its name."""
    if any(child.lower_ in ("no", "not") for child in noun.children) or _unreal(noun):
        return False
    if noun.dep_ == "attr":
        return any(child.lower_ in ("there", "where", "what") for child in noun.head.children)
    if noun.dep_ == "ROOT":
        return True
    return noun.dep_ == "dobj" or (asked and noun.dep_ == "pobj" and noun.head.lower_ in ("about", "to", "with"))


def _may_be_spoken_to(noun: Token, word: Token) -> bool:
    """Whether the thing can be asked or rung, where it is: steel bins that somebody has to get cannot."""
    return word.head.lemma_.lower() not in _SPEAKING or noun.pos_ == "PROPN" or noun.dep_ == "pobj"


def _unreal(noun: Token) -> bool:
    """Whether what is said of it is past, supposed or denied."""
    verb = noun.head
    return verb.tag_ in ("VBD", "VBN") or any(
        child.dep_ == "neg" or child.lower_ in ("if", "never", "would", "'d", "wouldn't", "could")
        for child in verb.children
    )


def _fits(noun: Token, word: Token) -> bool:
    """Whether the noun agrees with the pronoun and can be taken up by one."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.lower_ in _VAGUE or noun.dep_ in _WITHIN:
        return False
    if word.lower_ in _PERSON:
        return noun.pos_ == "PROPN" and noun.dep_ in ("ROOT", "dobj", "pobj")
    if noun.pos_ == "PROPN" and not any(child.dep_ == "det" for child in noun.lefts):
        return False
    return (noun.tag_ in ("NNS", "NNPS")) == (word.lower_ in _MANY)


def _phrase(noun: Token, speaker: str | None) -> str | None:
    first = noun.left_edge.i
    last = noun.i
    for child in noun.rights:
        if (
            child.dep_ == "prep"
            and child.lower_ in ("of", "for", "about", "to", "with")
            and child.right_edge.i - first < _LONGEST
        ):
            last = max(last, child.right_edge.i)
    tokens = [token for token in noun.doc[first : last + 1] if not token.is_punct]
    if len(tokens) > _LONGEST or any(token.tag_ in ("VBZ", "VBP", "VBD", "MD", "WP") for token in tokens):
        return None
    words = told(tokens, Voice(speaker))
    head, _, rest = words.partition(" ")
    if head.lower() in ("a", "an", "some", "any", "this", "that", "these", "those", "which", "what"):
        return f"the {rest}" if rest else None
    return (
        words
        if tokens[0].pos_ in ("DET", "PRON", "PROPN") or tokens[0].tag_ == "PRP$" or noun.pos_ == "PROPN"
        else f"the {words}"
    )
