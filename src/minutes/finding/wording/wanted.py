"""What the words of a sentence want done: its verb, and whether they say more than `do it`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from minutes.finding import syntax
from minutes.finding.wording.voice import Voice, told
from minutes.finding.wording.words import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CALLED = frozenset(["who", "somebody", "someone", "anyone", "anybody", "you", "we", "i"])
"""Who is called upon, or offers."""
_EMPTY = vocabulary("hollow-verbs")
_TELLING = vocabulary("saying-verbs")
_JOINS = vocabulary("joins")
_HOLLOW = frozenset(["it", "that", "this", "those", "them", "these", "one", "ones", "so", "mine", "yours"])
_STATES = vocabulary("states")
_MODES = vocabulary("modes")
_NO_THING = vocabulary("vague") | vocabulary("capitals")
_ASKING = frozenset(["what", "when", "where", "which", "why", "how"])
_TAG = re.compile(
    r"(?:do|does|did|is|are|was|were|wo|will|ca|can|could|would|should|have|has)(?:n't|n’t)? "
    r"(?:i|you|we|he|she|it|they|there)\b(?=\W|$)(?! \w+ing\b)",
    re.I,
)
"""A question hung on: `register, | don't you`."""


def says(tokens: Sequence[Token]) -> bool:
    """Whether the words say more than `do it` or `do it on Tuesday`."""
    return bool(tokens) and verbal(tokens[0]) and not hollow(tokens, _when)


def hollow(tokens: Sequence[Token], besides: Callable[[Token], bool] = lambda _: False) -> bool:
    """Whether the words are a verb that says nothing, with no thing behind it."""
    rest = [token for token in tokens[1:] if token.is_alpha and token.tag_ not in ("RB", "RP", "IN", "TO", "DT", "CC")]
    nothing = all(token.lower_ in _HOLLOW or token.pos_ == "PRON" or besides(token) for token in rest)
    return nothing and tokens[0].lemma_.lower() in _EMPTY


def bare(done: str) -> bool:
    """The same of a worded step, from which its day is taken: `Do it`."""
    verb, *rest = done.lower().split() or [""]
    return verb in _EMPTY and _HOLLOW.issuperset(rest)


def verbal(token: Token) -> bool:
    """Whether a word may be a verb, as the parser has it."""
    if token.pos_ in ("PRON", "PROPN", "ADJ", "DET"):
        return False
    return token.tag_ in ("VB", "VBP", "VBG", "VBZ") or token.pos_ == "VERB" or token.dep_ == "ROOT"


def _when(token: Token) -> bool:
    return token.dep_ in ("npadvmod",) or token.ent_type_ in ("DATE", "TIME")


def one_clause(tokens: list[Token]) -> list[Token]:
    """The words up to where another sentence begins."""
    return tokens[: next((place for place in range(1, len(tokens)) if _runs_on(tokens, place)), len(tokens))]


def _runs_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether another sentence begins here, as in speech without stops: `translate it | it's five sentences`."""
    token, before = tokens[place], tokens[place - 1]
    if before.text == "," and _TAG.match(token.doc.text, token.idx):
        return True
    if token.tag_ not in ("PRP", "EX") or token.dep_ not in ("nsubj", "nsubjpass", "expl") or before.lower_ in _JOINS:
        return False
    tied = token.head.dep_ in ("relcl", "pcomp", "csubj") or any(child.dep_ == "mark" for child in token.head.lefts)
    return not tied and tokens[0].lemma_.lower() not in _TELLING


def wanted(verb: Token) -> Token:
    """What is to be done: of `needs to ring` the second verb."""
    return syntax.led_to(verb, _MODES)


def asked_for(doc: Doc, own: bool) -> list[Token] | None:
    """What a question or a call wants, or whoever speaks has offered: `who writes the bot?` → `writes the bot`."""
    if doc[0].lower_ in _ASKING and all(token.lower_ != "about" for token in doc[1:2]):
        return None
    for token in doc:
        if (
            token.lower_ not in CALLED
            or token.dep_ != "nsubj"
            or token.head.dep_ == "relcl"
            or not _calls(doc, token, own)
        ):
            continue
        verb = wanted(token.head)
        if verb.pos_ == "VERB" and verb.lemma_.lower() not in _STATES:
            end = syntax.clause_end(verb)
            found = one_clause([later for later in doc if verb.idx <= later.idx < end])
            if says(found):
                return found
    return None


def _calls(doc: Doc, subject: Token, own: bool) -> bool:
    """Whether a sentence asks for something, says that it is wanted, or offers it."""
    verb = subject.head
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    may = any(child.tag_ == "MD" for child in verb.lefts)
    asks = subject.lower_ == "who" or doc.text.rstrip().endswith("?")
    if subject.lower_ == "i":
        return own and may and not asks
    return asks or may or (subject.lower_ != "you" and verb.lemma_.lower() in _MODES)


def put_first(doc: Doc, tokens: Sequence[Token]) -> str | None:
    """`Tables I can do` → `Do the tables`: the thing that stands before its subject."""
    verb = tokens[0] if tokens else None
    if verb is None or len(tokens) > 2:
        return None
    noun = next(
        (
            token
            for token in doc[: verb.i]
            if token.dep_ in ("dobj", "nsubj", "dep", "npadvmod", "ROOT")
            and token.pos_ in ("NOUN", "NUM", "ADJ")
            and token.lower_ not in _NO_THING
        ),
        None,
    )
    if noun is None:
        return None
    words = told([token for token in noun.subtree if token.i <= noun.i], Voice())
    article = "" if words.lower().startswith(("the ", "a ")) else "the "
    return f"{verb.lemma_.capitalize()} {article}{words[:1].lower() + words[1:]}"
