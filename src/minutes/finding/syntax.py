"""Small questions about a parsed sentence; each has one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_BASE = ("VB", "VBP")
_LIGHT = frozenset(
    [
        "just",
        "also",
        "then",
        "still",
        "maybe",
        "perhaps",
        "probably",
        "definitely",
        "certainly",
        "happily",
        "gladly",
        "quickly",
        "always",
        "never",
        "only",
        "really",
        "actually",
        "personally",
    ]
)


_TAGGED_AMISS = ("NN", "NNP", "JJ", "VBD", "VBN")
"""What the tagger calls a base verb at the head of a clause now and then: `I'll | email him`."""


def verb_from(doc: Doc, char: int, *, tags: tuple[str, ...] = ()) -> Token | None:
    """The verb that begins at or soon after a character, past adverbs: `I'll just | send`; None where none comes.

    It is in its base form, or follows "be", or bears one of the further tags.
    """
    for token in doc:
        if token.idx < char or token.tag_ in ("RB", "RBR", "UH", ",") or token.lower_ in _LIGHT:
            continue
        following = token.nbor().tag_ if token.i + 1 < len(doc) else ""
        helping = token.lower_ == "do" and (following == "VB" or token.dep_ == "aux")
        if helping or (token.lower_ == "be" and following == "VBG"):
            continue
        after_be = token.tag_ == "VBG" and token.i > 0 and token.nbor(-1).lower_ == "be"
        return token if token.tag_ in tags or after_be or _base(token) else None
    return None


def _base(token: Token) -> bool:
    if token.lemma_.lower() != token.lower_ or not token.lower_.isalpha():
        return False
    heads = token.dep_ in ("ROOT", "conj", "ccomp", "xcomp")
    return token.tag_ in _BASE or (heads and token.tag_ in _TAGGED_AMISS)


def proper(doc: Doc, name: str) -> bool:
    """Whether a word that looks like a name is one where the sentence has it; true where it has not."""
    first = name.split()[0]
    return all(token.tag_ == "NNP" for token in doc if token.text == first)


def subject(verb: Token) -> Token | None:
    """Who does it."""
    return next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)


def negated(verb: Token) -> bool:
    """Whether it is said not to happen."""
    return any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)


def unfulfilled(verb: Token) -> bool:
    """Whether it only could have been: `I could | have done it`."""
    return bool(verb.lower_ == "have" and verb.i + 1 < len(verb.doc) and verb.nbor().tag_ == "VBN")


def clause_end(verb: Token) -> int:
    """The character after the verb's own clause: without a further clause that has a subject of its own."""
    doc, last = verb.doc, verb.i
    for token in doc[verb.i + 1 :]:
        if token.tag_ in (".", "``", "''") and token.text not in ('"', "'"):
            break
        if _starts_anew(token, verb):
            break
        last = token.i
    while last > verb.i and (
        doc[last].is_punct
        or doc[last].tag_ in ("CC",)
        or doc[last].lower_ in ("so", "because", "then", "okay", "right", "yeah")
    ):
        last -= 1
    return int(doc[last].idx + len(doc[last]))


def _starts_anew(token: Token, verb: Token) -> bool:
    """A conjunction, or a subject, from which another clause than the verb's goes on."""
    if token.lower_ in ("and", "but", "or", "so", "because", "since", "though", "although"):
        return any(_has_subject_soon(later) for later in token.doc[token.i + 1 : token.i + 4])
    if token.tag_ in (",", ":", "HYPH") and token.i + 1 < len(token.doc):
        following = token.nbor()
        return following.tag_ == "PRP" and following.dep_ in _SUBJECTS
    return False


def _has_subject_soon(token: Token) -> bool:
    return token.dep_ in _SUBJECTS
