"""What a pronoun stands for, where earlier words leave one answer only.

The things that were spoken of are weighed by how a sentence puts them forward and by how near they stand, after Lappin
and Leass, "An algorithm for pronominal anaphora resolution" (Computational Linguistics 20, 1994). One that does not
stand out is no answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from minutes.finding.wording.voice import Voice, told
from minutes.finding.wording.words import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_ONE = frozenset(["it", "that", "this"])
_MANY = frozenset(["them", "those", "these", "both"])
_PERSON = frozenset(["him", "her"])
_VAGUE = vocabulary("vague")
_SPEAKING = vocabulary("speaking-verbs")
_PEOPLE = vocabulary("people-nouns")
_IDLE = vocabulary("idle-verbs")
_WITHIN = ("compound", "npadvmod", "poss", "appos", "intj", "nmod", "conj", "nummod", "amod")
_LONGEST = 7
_FADES = 0.85
"""What is left of a thing's weight a sentence further back."""
_ENOUGH = 1.3
"""The weight from which a thing stands out."""
_SURE = 2.5
"""The same for `that`, which may as well mean what was said."""
_AHEAD = 1.5
"""How many times as heavy as the next it has to be."""
_NAMED, _WANTED, _THERE, _MADE, _DONE_TO, _ABOUT, _BESIDE = 3.0, 2.8, 2.2, 2.0, 1.6, 1.6, 0.7
"""The weight of a thing that is all a sentence names, is wanted, there, made, a subject, spoken about, or beside."""


def pronoun(tokens: Sequence[Token]) -> Token | None:
    """The pronoun that says what a clause is about, where nothing before it in the clause can be meant."""
    if tokens and tokens[0].lemma_.lower() in _IDLE:
        return None
    for token in tokens:
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("npadvmod", "compound"):
            return None
        if token.lower_ in _ONE | _MANY | _PERSON and token.dep_ in ("dobj", "pobj", "dative") and token.tag_ != "PRP$":
            return token
    return None


def meant(word: Token, earlier: Sequence[tuple[Doc | Span, str | None]]) -> str | None:
    """The words that the pronoun stands for, from the thing that stands out in the earlier sentences.

    Args:
        word: the pronoun.
        earlier: parsed sentences, or the beginning of its own, with their speakers, the nearest first.
    """
    weights: dict[str, float] = {}
    first: dict[str, tuple[Token, str | None]] = {}
    for noun, speaker, weight in _spoken_of(word, earlier):
        lemma = noun.lemma_.lower()
        weights[lemma] = weights.get(lemma, 0) + weight
        first.setdefault(lemma, (noun, speaker))
    best = sorted(weights, key=lambda lemma: -weights[lemma])
    enough = _SURE if word.lower_ in ("that", "this") else _ENOUGH
    if not best or weights[best[0]] < enough or (len(best) > 1 and weights[best[0]] < _AHEAD * weights[best[1]]):
        return None
    return _phrase(*first[best[0]])


def _spoken_of(
    word: Token, earlier: Sequence[tuple[Doc | Span, str | None]]
) -> Iterator[tuple[Token, str | None, float]]:
    """The things that may be meant, with who spoke of them and their weights."""
    for place, (doc, speaker) in enumerate(earlier):
        for noun in doc:
            if _fits(noun, word):
                yield noun, speaker, _weight(noun) * _FADES**place


def _weight(noun: Token) -> float:
    """How much a sentence puts a thing forward: what it asks for or is no more than the name of, most."""
    asked = noun.doc.text.rstrip().endswith("?")
    if _unreal(noun):
        return 0.0
    if noun.dep_ == "ROOT":
        return _NAMED if asked or any(child.lower_ == "the" for child in noun.lefts) else _BESIDE
    if noun.dep_ == "attr":
        shown = any(child.lower_ in ("there", "where", "what") for child in noun.head.children)
        return _THERE if shown else _BESIDE
    if noun.dep_ == "dobj":
        return _WANTED if noun.head.lemma_ in ("need", "want") else _MADE
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return _DONE_TO
    return _ABOUT if asked and noun.dep_ == "pobj" and noun.head.lower_ in ("about", "to", "with") else _BESIDE


def _unreal(noun: Token) -> bool:
    """Whether a thing is past, denied, or supposed and not named before."""
    verb = noun.head
    if any(child.lower_ in ("no", "not") for child in noun.children) or verb.tag_ in ("VBD", "VBN"):
        return True
    denied = (child for over in (verb, verb.head) for child in over.children)
    if any(child.lower_ in ("nobody", "nothing", "never") or child.dep_ == "neg" for child in denied):
        return True
    known = any(child.lower_ in ("the", "this", "that", "these", "those") for child in noun.lefts)
    return not known and any(child.lower_ in ("if", "would", "'d", "wouldn't", "could") for child in verb.children)


def _fits(noun: Token, word: Token) -> bool:
    """Whether the noun agrees with the pronoun and can be taken up by one."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.lower_ in _VAGUE or noun.dep_ in _WITHIN or _bare(noun):
        return False
    person = noun.lemma_.lower() in _PEOPLE
    if word.lower_ in _PERSON:
        somebody = noun.pos_ == "PROPN" or (person and noun.tag_ == "NN")
        return somebody and noun.dep_ in ("ROOT", "dobj", "pobj", "nsubj")
    if noun.pos_ == "PROPN" and not any(child.dep_ == "det" for child in noun.lefts):
        return False
    many = noun.tag_ in ("NNS", "NNPS")
    if _spoken_to(word):
        return (many or person) and word.lower_ in _MANY and (person or noun.pos_ == "PROPN")
    return many == (word.lower_ in _MANY) and (many or not person)


def _bare(noun: Token) -> bool:
    """Whether the noun is a number, or stands without any word that says which."""
    before = list(noun.lefts)
    counted = any(child.like_num and child.whitespace_ for child in before)
    return bool(noun.like_num or (noun.tag_ == "NN" and (not before or counted)))


def _spoken_to(word: Token) -> bool:
    """Whether the pronoun stands for somebody who is asked, rung or written to."""
    verb = word.head.head if word.dep_ == "pobj" and word.head.lower_ in ("to", "with") else word.head
    said = verb.lemma_.lower()
    return said in _SPEAKING or (verb != word.head and said in ("write", "speak", "talk", "go"))


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
    tokens = [token for token in noun.doc[first : last + 1] if not token.is_punct or token.text == "-"]
    while tokens and tokens[0].tag_ in ("CC", "RB", "UH", "IN"):
        tokens = tokens[1:]
    if not tokens or len(tokens) > _LONGEST or any(token.tag_ in ("VBZ", "VBP", "VBD", "MD", "WP") for token in tokens):
        return None
    words = told(tokens, Voice(speaker))
    words = words[:1].lower() + words[1:] if tokens[0].pos_ in ("DET", "PRON") else words
    head, _, rest = words.partition(" ")
    if head.lower() in ("a", "an", "some", "any", "this", "that", "these", "those", "which", "what"):
        return f"the {rest}" if rest else None
    return (
        words
        if tokens[0].pos_ in ("DET", "PRON", "PROPN") or tokens[0].tag_ == "PRP$" or noun.pos_ == "PROPN"
        else f"the {words}"
    )
