"""What words name: a thing or a doing, as a phrase for a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from minutes.finding import syntax
from minutes.finding.wording.contractions import SUBJECTS
from minutes.finding.wording.verbs import gerund
from minutes.finding.wording.voice import Voice, told
from minutes.finding.wording.words import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 11
"""Words of a title."""
_PROPOSER = Voice("they", doers=("they",))
"""Whoever puts it forward is named beside the title, so there they are "they"."""
_LIGHT = vocabulary("making-verbs")
_EMPTY = vocabulary("empty")
_WEAK = vocabulary("weak-verbs")
_AUXILIARY = vocabulary("leading-verbs")
_TIMES = vocabulary("times") | {"time"}
_WE = frozenset(["i", "we", "you", "one", "everyone", "everybody", "people", "somebody", "they"])
CALLED = re.compile(
    r"\bcall(?:ed|s)?(?: it| them| this)?\s+[\"“](?P<name>[^\"“”]{3,60})[\"”]"
    r"|\b(?:what (?:i|we) call|(?:i|we) call (?:it|them|this)|it's called|is called) (?P<plain>[\w' -]{3,50})",
    re.I,
)
"""A name that is given."""
_JOINS = frozenset(
    ["because", "so", "but", "although", "though", "which", "who", "if", "when", "while", "since", "then"]
)
_HANGING = ("IN", "CC", "DT", "TO", "PRP$", "RB", "WDT", "WP", "WRB", "MD", "PRP", "UH", "EX")
_SAYS_THAT = frozenset(["says", "say", "is", "are", "was", "do", "does"])
_FIRM = frozenset(["away", "together", "online", "outdoors", "outside", "weekly", "monthly"])
"""Adverbs with which a title may end."""
_FINITE = ("VBP", "VBZ", "VBD", "MD")
_GIVEN, _ALONE, _OTHERS, _BESIDE = 12.0, 2.5, -0.5, -2.5
"""How surely a name is the title that is given, or stands alone; what others do; a thing in what the group does."""
_SAYS = 3.0
"""What a name loses in which a verb has a tense."""
_SINGLE = ("one", "no")
_RELATIVE = re.compile(r"\b(?:that|who|which|where)\b")
_LASTING = frozenset(["for", "since", "until", "till", "over"])
_WHEN = frozenset(["in", "on", "at", "by", "from", "before", "during", "after"])
_HOW_OFTEN = frozenset(["every", "each", "once", "one", "last", "next", "this"])
_MAIN = ("ROOT", "ccomp", "conj", "parataxis")
_STOPS = frozenset([",", ";", ":", ".", "?", "!", "—", "–"])


class Name(NamedTuple):
    """Words that may be a title."""

    text: str
    weight: float
    """How surely their place in the sentence makes them one."""


def named(doc: Doc) -> list[Name]:
    """The things and doings that the words name."""
    tokens = [token for token in doc if not token.is_space]
    if not tokens:
        return []
    if called := CALLED.search(doc.text):
        return [Name(str(called["name"] or called["plain"]), _GIVEN)]
    own = own_verbs(tokens)
    found = [Name(_doing(verb, tokens), _done(verb)) for verb in own]
    found += [Name(_doing(verb, tokens), _OTHERS) for verb in _others(tokens)]
    if first := _order(tokens):
        found.append(Name(_doing(first, tokens), 0.0))
    thing = _thing_named(tokens)
    found.append(Name(thing, _ALONE if _alone(tokens, thing) else _BESIDE if own else 0.0))
    return [Name(name.text, name.weight - _SAYS * _finite(name.text, doc)) for name in found if name.text]


def _others(tokens: Sequence[Token]) -> list[Token]:
    """The verbs of which others than the group are the subject, where they do it to something."""
    return [
        token.head
        for token in tokens
        if token.dep_ == "nsubj"
        and token.pos_ in ("NOUN", "PROPN")
        and token.head.dep_ in _MAIN
        and any(child.dep_ == "dobj" for child in token.head.rights)
    ]


def _finite(text: str, doc: Doc) -> bool:
    """Whether a name says something, as a sentence does."""
    said = set(_RELATIVE.split(text)[0].lower().split())
    return any(
        token.lower_ in said and token.pos_ in ("VERB", "AUX") and token.dep_ not in ("relcl", "xcomp")
        for token in doc
        if token.tag_ in _FINITE or (token.tag_ == "VB" and any(child.dep_ == "nsubj" for child in token.lefts))
    )


def _done(verb: Token) -> float:
    """How surely a doing of the group or its speaker is what is put forward: what goes on or is only supposed."""
    aux = {child.lower_ for child in verb.lefts}
    if (verb.tag_ == "VBG" and "been" in aux) or aux & {"could", "should", "'d", "would"}:
        return 1.5
    return -1.0 if verb.tag_ in ("VBD", "VBN") or aux & {"was", "were"} else 0.0


def _alone(tokens: Sequence[Token], thing: str) -> bool:
    """Whether a name of more than a word stands alone, or set off at the beginning: `A tool library, in the hall.`"""
    words = [token for token in tokens if not token.is_punct]
    first = words[0].lower_ if words else ""
    if len(thing.split()) < 2 or first in _WE - {*_SINGLE} or all(token.tag_ == "NNP" for token in words):
        return False
    if not any(token.tag_ in _FINITE and token.dep_ != "relcl" for token in words):
        return len(words) <= 12 and thing.lower().startswith(first)
    new = first in ("a", "an") and not _RELATIVE.search(thing)
    return new and re.match(re.escape(thing) + r"\s*[,.;:!—–-]", tokens[0].doc.text, re.I) is not None


def _within_a_word(token: Token) -> bool:
    """Whether the word is a part of a longer one: `pay-what-you-can`."""
    return any(other.text == "-" for other in token.doc[max(token.i - 1, 0) : token.i + 2])


def _order(tokens: Sequence[Token]) -> Token | None:
    """The verb that the words begin with."""
    first = _first(tokens)
    verbal = first.tag_ in ("VB", "VBP", "VBG", "VBD", "VBN")
    return first if verbal and first.dep_ not in ("amod", "compound", "det", "aux", "auxpass") else None


def _first(tokens: Sequence[Token]) -> Token:
    small = ("RB", "CC", "UH", "IN", "TO")
    return next((token for token in tokens if not token.is_punct and token.tag_ not in small), tokens[0])


def _thing_named(tokens: Sequence[Token]) -> str:
    first = _first(tokens)
    if first.pos_ == "PRON" and first.tag_ == "NN" and first.i + 1 < len(first.doc) and first.nbor().tag_ == "VBG":
        return told(_cut(tokens[tokens.index(first) :], _LONGEST), _PROPOSER)
    if shared := _shared(tokens):
        return shared
    noun = _thing(tokens, first)
    if noun is not None:
        return _phrase(noun, _own(noun, tokens))
    head = next((token for token in tokens if token.dep_ == "ROOT"), first)
    return _doing(head, tokens) if head.pos_ == "VERB" else ""


def own_verbs(tokens: Sequence[Token]) -> list[Token]:
    """The verbs of which the group, or its speaker, is the subject; of `want to run` the second."""
    subjects = (
        token for token in tokens if token.dep_ == "nsubj" and token.lower_ in _WE and not _within_a_word(token)
    )
    return [syntax.led_to(token.head, _AUXILIARY) for token in subjects if token.head.dep_ in _MAIN]


def _doing(verb: Token, tokens: Sequence[Token]) -> str:
    """`run a stall` → `A stall`; `move the core to Rust` → `Moving the core to Rust`."""
    denied = any(child.dep_ == "neg" for child in verb.lefts)
    thing = next((child for child in verb.rights if child.dep_ in ("dobj", "attr", "oprd", "pobj")), None)
    if thing is not None and thing.lower_.startswith("idea") and not _related(thing):
        return ""
    if thing is not None and not denied and verb.lemma_.lower() in _LIGHT and _weighty(thing) and _new(thing, verb):
        return _phrase(thing, [token for token in tokens if token.i >= thing.left_edge.i])
    after = [token for token in tokens if token.i > verb.i]
    weighty = any(token.pos_ in ("NOUN", "PROPN", "VERB") and token.lower_ not in _EMPTY for token in after[:10])
    if not weighty or verb.lemma_.lower() in _WEAK or not verb.lemma_.isalpha() or _clause(after[0], tokens[:1]):
        noun = next((token for token in after if token.pos_ in ("NOUN", "PROPN") and _weighty(token)), None)
        return _phrase(noun, _own(noun, tokens)) if noun is not None and not denied else ""
    kept = _cut(after, _LONGEST - 1)
    if all(token.tag_ in _HANGING for token in kept):
        return ""
    return f"{'not ' * denied}{gerund(verb.lemma_.lower())} {told(kept, _PROPOSER)}".strip()


def _shared(tokens: Sequence[Token]) -> str:
    """`every street had a warden` → `a warden for every street`."""
    for token in tokens:
        if token.dep_ == "nsubj" and token.pos_ == "NOUN" and token.head.lemma_ in ("have", "get"):
            thing = next((child for child in token.head.rights if child.dep_ == "dobj" and _weighty(child)), None)
            if thing is not None and any(child.lower_ in ("every", "each") for child in token.lefts):
                owner = told([word for word in token.subtree if word.i <= token.i], _PROPOSER)
                return f"{_phrase(thing, _own(thing, tokens))} for {owner[:1].lower()}{owner[1:]}"
    return ""


def _thing(tokens: Sequence[Token], first: Token) -> Token | None:
    """The first noun that heads a phrase and says something."""
    for token in tokens[first.i if first.i < len(tokens) else 0 :]:
        if (
            token.pos_ in ("NOUN", "PROPN")
            and token.dep_ not in ("compound", "npadvmod", "nmod", "poss")
            and _weighty(token)
        ):
            return token
    return None


def _new(thing: Token, verb: Token) -> bool:
    """Whether the doing makes the thing, which so names it: `hold a fair`, but not `hold the meetings outdoors`."""
    known = any(child.lower_ in ("the", "our", "their", "it") for child in thing.lefts)
    return bool(thing.dep_ == "dobj" and (not known or verb.tag_ == "VBG"))


def _weighty(noun: Token) -> bool:
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    told_apart = any(
        child.dep_ in ("compound", "amod") and child.pos_ in ("NOUN", "PROPN", "ADJ") for child in noun.lefts
    )
    return noun.lower_ not in _EMPTY or told_apart or _related(noun)


def _related(noun: Token) -> bool:
    """Whether an empty noun lives on the clause behind it: `a day where everyone reads`."""
    return noun.lower_ in _EMPTY and any(
        child.dep_ == "relcl" and not any(word.lower_ in ("i", "you", "we") for word in child.subtree)
        for child in noun.rights
    )


def _own(noun: Token, tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.i >= noun.left_edge.i]


def _phrase(noun: Token, tokens: Sequence[Token]) -> str:
    """The noun with what belongs to it, without a further clause."""
    if _related(noun):
        return told(_trim([token for token in tokens if token.i <= noun.right_edge.i][:_LONGEST]), _PROPOSER)
    kept = _cut(
        [
            token
            for token in tokens
            if not (
                token.i < noun.i and token.dep_ in ("advmod", "punct", "cc", "mark", "prep") and token.head.i >= noun.i
            )
        ],
        _LONGEST,
    )
    words = [
        token
        for token in kept
        if (token.tag_ != "PRP$" or token.i != kept[0].i) and not (token.lemma_ == "be" and token.dep_ == "auxpass")
    ]
    return told(words, _PROPOSER)


def _cut(tokens: Sequence[Token], longest: int) -> list[Token]:
    """The words up to where another clause, a stretch of time, or a list of particulars begins."""
    kept: list[Token] = []
    for token in tokens:
        if kept and (_clause(token, kept) or _timed(token, kept) or (token.text in _STOPS and not _lists(token, kept))):
            break
        if len(kept) >= longest and token.dep_ in ("prep", "cc", "mark", "punct", "agent", "advmod", "aux"):
            break
        kept.append(token)
    return _trim(kept[: longest + 4])


def _trim(kept: list[Token]) -> list[Token]:
    """The words without small ones left hanging at the end, and without one or two behind the last comma."""
    while (
        len(kept) > 1
        and (kept[-1].tag_ in _HANGING or kept[-1].is_punct or kept[-1].lower_ in _SAYS_THAT)
        and kept[-1].lower_ not in _FIRM
    ):
        kept = kept[:-1]
    commas = [place for place, token in enumerate(kept) if place and token.text in _STOPS]
    return kept[: commas[0]] if commas and len(kept) - commas[0] < 3 else kept


def _timed(token: Token, kept: Sequence[Token]) -> bool:
    """Whether words begin here that only say when, how often or how long: `since the end of August`, `each week`."""
    if token.lower_ in _HOW_OFTEN and token.lower_ != kept[0].lower_:
        return token.i + 1 < len(token.doc) and token.nbor().lower_ in _TIMES
    reach = 5 if token.lower_ in _LASTING else 4 if token.lower_ in _WHEN else 0
    following = token.doc[token.i + 1 : token.i + reach]
    return any(
        later.lower_ in _TIMES and later.dep_ in ("pobj", "npadvmod", "pcomp", "compound") for later in following
    )


def _lists(mark: Token, kept: Sequence[Token]) -> bool:
    """Whether a comma goes on with the same thing: `one week, one theme`."""
    following = mark.nbor() if mark.text == "," and mark.i + 1 < len(mark.doc) else None
    if following is None:
        return False
    return following.dep_ == "amod" or following.lower_ in ("same", kept[0].lower_ if kept[0].lower_ in _SINGLE else "")


def _clause(token: Token, kept: Sequence[Token]) -> bool:
    """Whether another clause begins here."""
    if _within_a_word(token):
        return False
    if token.lower_ in _JOINS:
        return True
    if token.lower_ in ("and", "or"):
        following = token.doc[token.i + 1 : token.i + 2]
        verbal = any(later.tag_ in ("VB", "VBP", "VBD") and later.dep_ == "conj" for later in following)
        return verbal or len(kept) >= 6 or any(later.dep_ in SUBJECTS for later in token.doc[token.i + 1 : token.i + 4])
    if token.tag_ in ("PRP", "EX"):
        return token.dep_ in SUBJECTS
    if (
        token.tag_ == "DT"
        and kept[-1].tag_ in ("NN", "NNS", "NNP")
        and token.lower_ not in ("that", "a", "an", *_SINGLE)
    ):
        return True
    finite = token.tag_ in _FINITE and token.pos_ in ("AUX", "VERB")
    return finite and (
        token.dep_ not in ("relcl", "xcomp", "auxpass") or (token.dep_, token.tag_) == ("auxpass", "VBD")
    )
