"""Small questions about a parsed sentence; each has one answer."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def proper(doc: Doc, name: str) -> bool:
    """Whether a word that looks like a name is one where the sentence has it; true where it has not."""
    first = name.split()[0]
    return all(token.tag_ == "NNP" for token in doc if token.text == first)


def subject(verb: Token) -> Token | None:
    """Who does it."""
    return next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)


def led_to(verb: Token, leading: Collection[str]) -> Token:
    """The verb itself, or the one behind verbs that only lead to it: of `need to ring`, `ring`."""
    while verb.lemma_.lower() in leading:
        further = next((child for child in verb.rights if child.dep_ == "xcomp" and child.tag_ in ("VB", "VBG")), None)
        if further is None:
            break
        verb = further
    return verb


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
