"""One sentence of speech → one third-person sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from minutes.finding.parse import parse

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENERS = re.compile(
    r"^(?:\W|\b(?:so|and|but|okay|ok|well|right|then|now|yeah|yes|yep|no|oh|also|or|because|look|listen|alright|sure|great|perfect|anyway|"
    r"i think|i mean|i guess|i suppose|you know|you see|maybe|actually|honestly|basically|to be honest|like|please|cause)\b(?!\s+(?:one|more|idea|body)))+",
    re.I,
)
_MINE = {"my": "their", "mine": "theirs", "myself": "themself", "our": "the group's", "ours": "the group's", "us": "the group", "ourselves": "themselves"}
_BE = {"am": "is", "'m": "is", "are": "is", "'re": "is", "were": "was", "have": "has", "'ve": "has", "do": "does"}


def opened(text: str) -> str:
    """The words without what people say before they say something, as a sentence begins and ends."""
    bare = _OPENERS.sub("", text).strip(" ,;:—–-")
    return _stopped(bare or text.strip())


def _stopped(text: str) -> str:
    text = re.sub(r"[\s,;:—–-]+$", "", text)
    text = text[:1].upper() + text[1:]
    return text if text[-1:] in ".!?…" else text + "."


def minuted(texts: list[tuple[str, str | None]]) -> list[str]:
    """For each pair of clean words and speaker, the words as a third person would write them.

    "I" becomes the speaker with the verb to match, "we" the group; without a speaker the words stay as they are.
    """
    docs = parse(opened(text) for text, _ in texts)
    return [_stopped(_told(doc, speaker)) for doc, (_, speaker) in zip(docs, texts, strict=True)]


def _told(doc: Doc, speaker: str | None) -> str:
    out: list[str] = []
    named = False
    for token in doc:
        word = _retold(token, speaker, named)
        if token.lower_ in ("i", "me") and speaker and word == speaker:
            named = True
        out.append(word + token.whitespace_)
    return re.sub(r"(?<=\w)(?=(?:is|has|will|would|not)\b(?<=[’'])) ", " ", "".join(out)).strip()


def _retold(token: Token, speaker: str | None, named: bool) -> str:
    low = token.lower_
    if low in ("i", "me") and speaker:
        return ("they" if low == "i" else "them") if named and low == "me" else speaker
    if low == "we":
        return _cased(token, "the group")
    if low in _MINE:
        return _cased(token, _MINE[low])
    head = _subject_of(token)
    if head is not None and (head.lower_ == "we" or (head.lower_ == "i" and speaker)):
        return _agreed(token)
    return token.text


def _cased(token: Token, word: str) -> str:
    return word[0].upper() + word[1:] if token.i == 0 else word


def _subject_of(token: Token) -> Token | None:
    """The subject with which a finite verb agrees, its own or its main verb's."""
    if token.tag_ not in ("VBP", "VBD", "MD") and token.lower_ not in _BE:
        return None
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    return next((child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i), None)


def _agreed(token: Token) -> str:
    """A present verb for "he" or "she" where it was one for "I" or "we"."""
    low = token.lower_
    glued = " " if token.i and not token.nbor(-1).whitespace_ and low.startswith(("'", "’")) else ""
    low = low.replace("’", "'")
    if low in ("'ll", "'d"):
        return glued + {"'ll": "will", "'d": "would" if _next_tag(token) != "VBN" else "had"}[low]
    if low in _BE:
        return glued + _BE[low]
    if token.tag_ == "VBP":
        return third(token.text)
    return token.text


def _next_tag(token: Token) -> str:
    return str(token.nbor().tag_) if token.i + 1 < len(token.doc) else ""


def third(verb: str) -> str:
    """`send` → `sends`, `carry` → `carries`, `watch` → `watches`."""
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else "s")
