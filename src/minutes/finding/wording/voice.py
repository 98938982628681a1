"""Who "I", "we" and "you" are, told by a third person: parsed words → the same words as minutes say them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from minutes.finding.wording.contractions import SUBJECTS, apart, written_out
from minutes.finding.wording.verbs import BE, third

if TYPE_CHECKING:
    from spacy.tokens import Token

_THEY = frozenset(["they", "them", "their", "theirs", "themselves", "themself"])
_GROUP = "the group"
_LONE = "they"


@dataclass(frozen=True)
class Voice:
    """Who speaks, who is spoken to, and who is the unspoken subject of an order."""

    speaker: str | None = None
    addressed: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    """For steps: those who are to do it; they are "they" from the first mention."""
    to_all: bool = False
    """For advice: "you" is whoever reads it, and stays."""


def told(tokens: Sequence[Token], voice: Voice) -> str:
    """The tokens as a third person says them, in their order, with verbs that agree and contractions written out."""
    return _Telling(tokens, voice).text()


class _Telling:
    """One retelling; it knows who has been named so far."""

    def __init__(self, tokens: Sequence[Token], voice: Voice) -> None:
        self.tokens, self.voice = tokens, voice
        self.there = {token.i for token in tokens}
        low = [token.lower_ for token in tokens]
        self.crowded = bool(_THEY & set(low)) or "i" in low or "my" in low
        self.others = bool(_THEY & set(low))
        self.named = voice.speaker is not None and voice.speaker in voice.doers
        self.grouped = self.peopled = False
        self.words: dict[int, str] = {}

    def text(self) -> str:
        for token in self.tokens:
            if token.i not in self.words:
                self.words[token.i] = self._word(token)
        return self._joined()

    def _joined(self) -> str:
        out: list[str] = []
        for place, token in enumerate(self.tokens):
            word = self.words[token.i]
            after = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
            glued = after is not None and (token.whitespace_ or after.i != token.i + 1 or apart(after))
            out.append(word + (" " if glued else ""))
        return re.sub(r"\s+(?=[,.;:?!])", "", re.sub(r"\s{2,}", " ", "".join(out))).strip()

    def _word(self, token: Token) -> str:
        low = str(token.lower_)
        if _hyphened(token):
            return str(token.text)
        if low in ("i", "me", "my", "mine", "myself") and token.pos_ != "PROPN":
            return self._speaker(token, low)
        if low in ("we", "us", "our", "ours", "ourselves"):
            return self._group(token, low)
        if low in ("you", "your", "yours", "yourself", "yourselves"):
            return self._addressed(token, low)
        if low in ("everyone", "everybody") and token.dep_ in SUBJECTS:
            self._agree(token, plural=False)
        return written_out(token)

    def _speaker(self, token: Token, low: str) -> str:
        name = self.voice.speaker or "the speaker"
        again = self.named and (not self.others or name in self.voice.doers)
        if low in ("my", "mine") or (low == "me" and token.dep_ == "poss"):
            return {"mine": "theirs"}.get(low, "their") if again else possessive(name)
        if low == "myself":
            return "themself"
        subject = low == "i" or token.dep_ in SUBJECTS
        if subject:
            self._agree(token, plural=again)
        self.named = True
        if again:
            return _LONE if subject else "them"
        return name

    def _group(self, token: Token, low: str) -> str:
        again = self.grouped and not self.crowded
        if low == "ourselves":
            return "themselves" if again else "itself"
        if low in ("our", "ours"):
            again = again or (self.grouped and low == "our" and not (_THEY & {t.lower_ for t in self.tokens}))
            return ("their" if low == "our" else "theirs") if again else "the group's"
        follower = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        if (
            follower is not None
            and follower.lower_ in ("all", "both")
            and follower.i in self.there
            and token.whitespace_
        ):
            self.words[follower.i] = ""
            self._agree(token, plural=follower.lower_ == "both")
            return "everyone" if follower.lower_ == "all" else "both"
        if low == "us" and token.i > 1 and token.nbor(-1).lower_ == "of":
            self.grouped = True
            return "them" if again else _GROUP
        subject = low == "we" or token.dep_ in SUBJECTS
        again = again or self._own_place
        self.grouped = True
        if again:
            self._agree(token, plural=True) if subject else None
            return _LONE if subject else "them"
        self._agree(token, plural=False) if subject else None
        return _GROUP

    @cached_property
    def _own_place(self) -> bool:
        """Whether the sentence opens at the speaker's own place, whose people are "we": `at my hospital we go out`."""
        return len(self.tokens) > 2 and self.tokens[0].tag_ == "IN" and self.tokens[1].lower_ in ("my", "our")

    def _addressed(self, token: Token, low: str) -> str:
        whom = self.voice.addressed
        if self.voice.to_all:
            return str(token.text)
        subject = token.dep_ in SUBJECTS and low == "you"
        if whom and set(whom) <= set(self.voice.doers):
            return {"your": "their", "yours": "theirs"}.get(
                low, "themselves" if low.startswith("yourse") else "they" if subject else "them"
            )
        if whom:
            name = " and ".join(whom)
            if subject and len(whom) == 1:
                self._agree(token, plural=False)
            return {"your": possessive(name), "yours": possessive(name)}.get(
                low, "themself" if low.startswith("yourse") else name
            )
        if self.voice.doers:
            return {"your": "the", "yours": "theirs"}.get(low, "the others" if low == "you" else "themselves")
        first, self.peopled = not self.peopled, True
        if low == "you":
            return ("people" if first else "they") if subject else ("people" if first else "them")
        return {"your": "people's" if first else "their", "yours": "theirs"}.get(low, "themselves")

    def _agree(self, subject: Token, plural: bool) -> None:
        for verb in agreeing(subject):
            if verb.i not in self.there:
                continue
            low = verb.lower_
            if plural:
                self.words[verb.i] = {"am": "are", "'m": "are", "m": "are", "was": "were"}.get(low, written_out(verb))
            elif low in BE:
                self.words[verb.i] = BE[low]
            elif low == "'s":
                self.words[verb.i] = written_out(verb)
            elif verb.tag_ in ("VBP", "VB") and verb.lemma_.lower() == low:
                self.words[verb.i] = third(verb.text)


def _hyphened(token: Token) -> bool:
    """Whether the word is a part of a longer one: `pay-what-you-can`."""
    before, after = token.i and token.nbor(-1), token.i + 1 < len(token.doc) and token.nbor()
    return bool(
        (before and before.text == "-" and not before.whitespace_)
        or (after and after.text == "-" and not token.whitespace_)
    )


def agreeing(subject: Token) -> list[Token]:
    """The finite verbs that agree with a subject: its own and those that go on without a subject of their own."""
    if subject.dep_ not in SUBJECTS or any(child.dep_ == "conj" for child in subject.children):
        return []
    verb = subject.head
    if verb.dep_ == "ccomp" and verb.head.lemma_ in ("let", "make", "have", "help") and verb.tag_ == "VB":
        return []
    finite = _finite(verb)
    found = [finite]
    for other in verb.conjuncts:
        if other.i < verb.i or any(child.dep_ in SUBJECTS for child in other.lefts):
            continue
        own = next((child for child in other.lefts if child.dep_ in ("aux", "auxpass") and child.i > verb.i), None)
        if own is not None:
            found.append(own)
        elif finite is verb and (other.tag_ == "VBP" or (other.tag_ == "VB" and verb.tag_ in ("VBP", "VB"))):
            found.append(other)
    return found


def _finite(verb: Token) -> Token:
    aux = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass") and child.tag_ != "TO"]
    return aux[0] if aux else verb


def possessive(name: str) -> str:
    """`Hana` → `Hana's`."""
    return name + "'s"
