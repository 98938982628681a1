"""The verb of a clause and where the clause ends, by its words: a parser would have to read most of what is said."""

from __future__ import annotations

import re
from typing import NamedTuple

from minutes.inflection import past

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_SAID_BEFORE_VERBS = """
    just also then still maybe perhaps probably definitely certainly happily gladly quickly always only really actually
    personally simply now soon later again so even first finally kindly already obviously basically possibly hopefully
    quite all both either better further very much real quick too here there um uh well yes yeah okay ok please
"""
_SAID_INSTEAD = """
    i me you ye he him she her it we us they them my your his its our their mine yours this that these those the a an
    some any no every each who whom what which when where why how and or but nor if because as while than of in on at by
    for from with without about into through over under between against during before after off up down out around near
    is are was were am been being has had does did will would can could shall should may might must ought cannot rather
    one two three four five six seven eight nine ten more most many few several everyone everybody someone nobody
    somebody anyone anybody something anything nothing everything not never to happy able sure glad thanks
    monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight
    prison jail hospital church bed town
"""
_ADVERBS = frozenset(_SAID_BEFORE_VERBS.split())
_NO_VERB = frozenset(_SAID_INSTEAD.split())
"""Words that are no base form of a verb."""
_HELPING = {
    "be": re.compile(r"\s+(?:\w+ly\s+|(?:just|also|still)\s+)?(?!(?:some|any|no|every)thing\b)[^\W\d_]{2,}ing\b", re.I),
    "do": re.compile(r"\s+(?:want|need|think|know|hope|have|like|love|appreciate|believe|feel|remember)\b", re.I),
    "kind": re.compile(r"\s+of\b", re.I),
    "sort": re.compile(r"\s+of\b", re.I),
    "of": re.compile(r""),
}
"""Words that are no verb where something follows them: `be sending`, `do want`, `kind of track`."""
_ASKING = re.compile(r"do\s+(?:you|we|they|i)\s+(?!(?:the|an?|some|one|two)\b)", re.I)
_PARTICIPLES = frozenset(["been", "done", "gone", "had"])
_ING = re.compile(r"[aeiouy].*ing$")
_STOPPED = re.compile(r"[.;:!?]")
_SHORT = 5
"""Letters of a verb that ends like an adverb: `rely`."""


class Verb(NamedTuple):
    """A verb: half-open characters of its clause, from the verb on, and the word in lower case."""

    start: int
    end: int
    word: str
    going_on: bool
    """Whether it follows "be": `I'll be | sending`."""


def verb_from(text: str, at: int) -> Verb | None:
    """The verb that begins at or soon after a character, past adverbs: `I'll just | send`; None where none comes."""
    passed = ""
    for match in _WORD.finditer(text, at):
        word = match[0].lower()
        if _passed(word, text, match.end()):
            passed = word
        elif _STOPPED.search(text, at, match.start()) or not _base(word, text, match):
            return None
        else:
            return Verb(match.start(), clause_end(text, match.end()), word, going_on=passed == "be")
    return None


def going_on(word: str) -> bool:
    """Whether a word is the form of a verb in "ing": `swinging`, not `swing`."""
    return _ING.search(word) is not None


def closed(word: str) -> bool:
    """Whether a word, such as a pronoun, is of the few with which any sentence may begin."""
    return word.lower() in _NO_VERB | _ADVERBS


def _passed(word: str, text: str, end: int) -> bool:
    """Whether a word stands before the verb: an adverb, the `be` of `be sending`, the `do` of `do want`."""
    adverb = word in _ADVERBS or (word.endswith("ly") and len(word) > _SHORT)
    return adverb or (word in _HELPING and _HELPING[word].match(text, end) is not None)


def _base(word: str, text: str, match: re.Match[str]) -> bool:
    """Whether a word may be a verb of something yet to be done; `have done` only could have been."""
    if word in _NO_VERB or "'" in word or past(word) or _ASKING.match(text, match.start()):
        return False
    after = _WORD.search(text, match.end()) if word == "have" else None
    return after is None or not (past(after[0].lower()) or after[0].lower() in _PARTICIPLES)


_ANEW = re.compile(
    r"(?<=\w{3})\.(?=\s|$)|[;!?](?=\s|$)|"
    r",\s+(?:i|we|you|he|she|they|it|there|that)\b|"
    r"(?<!what)(?<!that)(?<!\bif)(?<!when)(?<!\bas)\s(?:i|we|you|they|he|she)'ll\b|"
    r",?\s+(?:and|but|or|so|because|since|though|although)\s+(?:(?:then|also|maybe|if|that)\s+)?"
    r"(?:(?:i|we|you|he|she|they|it|there|who|what|nobody|somebody|everybody|everyone|someone)\b|"
    r"(?:that|this)(?:'s\b|\s+(?:is|will|would|was)\b)|"
    r"(?:(?:the|my|our|your|his|her|their)\s+)?[^\W\d_]+(?:'ll\b|\s+(?:will|is|are|was|were|can|could|would|has)\b)|"
    r"(?-i:[A-Z][a-z]+\s+[a-z]+s\b))",
    re.I,
)
"""Where another clause begins that has a subject of its own."""
_LOOSE = re.compile(r"(?:[\s,;:—–-]+(?:and|or|but|so|because|then|okay|right|yeah)?)+$|\W+$", re.I)


def clause_end(text: str, at: int) -> int:
    """The character after the clause that goes on at a character."""
    anew = _ANEW.search(text, at)
    end = anew.start() if anew else len(text)
    loose = _LOOSE.search(text, at, end)
    return loose.start() if loose else end
