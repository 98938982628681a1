"""The closed-class grammar of promises and requests: modals, pronouns, and what stands between them and the verb."""

from __future__ import annotations

import re


def _either(*words: str) -> str:
    return "(?:" + "|".join(words) + ")"


_THEN = r"\s+(?=[a-z])"
"""The verb comes next."""
_ADVERBS = _either(
    *("just", "also", "then", "still", "probably", "definitely", "certainly", "happily", "gladly", "quickly"),
    *("personally", "simply", "maybe", "always", "only", "try and", "try to", "happy to", "go and", "sit down and"),
    *("come and", "run and", "see if I can", "get to", "make sure to", "be sure to", "be able to"),
)
_WILL = _either(
    *("'ll", " will", " shall", "'m going to", " am going to", "'m gonna", " gonna", "'m about to", " promise to"),
    *(" undertake to", " commit to", "'m planning to", " plan to", " intend to"),
)
_CAN = _either(
    *(" can", " could", "'d be happy to", "'d be glad to", "'m happy to", "'m glad to", "'m willing to", "'d like to"),
    *("'d love to", " want to", " might", "'d", " would", " may"),
)
_MUST = _either(" have to", "'ve got to", "'ve to", " need to", " must", " should", " ought to", "'d better", " got to")
_WE_TWO = r"(?:me|myself) and [\w']+|[\w']+ and (?:I|me|myself)"
PROMISE = re.compile(
    rf"\b(?P<who>I|we|{_WE_TWO})"
    rf"(?:(?P<will>{_WILL}(?: {_ADVERBS})*)|(?P<can>{_CAN}(?: {_ADVERBS})*)|(?P<must>{_MUST}(?: {_ADVERBS})*)"
    rf"|(?P<now>(?<!\bcan I)(?<!\bcould I)(?<!\bmay I)(?<!\bdo I)(?<!\bdid I)(?<!\bshould I)(?<!\bwould I)(?<!\bwill I)"
    rf"(?<!\bcan we)(?<!\bcould we)(?<!\bdo we)(?<!\bshould we)(?<!\bshall we))(?=\s(?!am\b|was\b|'))){_THEN}",
    re.I,
)
LET_ME = re.compile(rf"\b(?:let me|allow me to|leave me to)(?: {_ADVERBS})*{_THEN}", re.I)
ELIDED = re.compile(
    rf"^\W*(?:(?:okay|ok|yeah|yes|right|so|and|well)\W+)*(?:will|'ll|gonna|happy to|glad to){_THEN}"
    r"(?!you|we|they|he|she|it|there|that|this|the|anyone|someone|somebody)",
    re.I,
)
DOING = re.compile(r"\b(?:I'm|I am)(?: (?:just|also|then|already))*\s+(?=[a-z]+ing\b(?! to\b))", re.I)
SHALL = re.compile(
    rf"\b(?:shall I|should I|(?:do )?(?:you )?want me to|would it help if I|I (?:may|might) as well)"
    rf"(?: {_ADVERBS})*{_THEN}",
    re.I,
)
LETS = re.compile(rf"\b(?:let's|let us)(?: all| just| also)*{_THEN}", re.I)
_EVERYBODY = _either("we all", "everyone", "everybody", "every one of us", "each of (?:us|you)", "all of (?:us|you)")
_SHALL = _either("'ll", " will", " should", " has to", " needs to", " have to", " need to", " can", " must")
ALL = re.compile(
    rf"\b{_EVERYBODY}(?: who \w+(?: \w+)?)?(?: please| just)*{_SHALL}?(?: please| just| also)*{_THEN}", re.I
)
_KINDLY = r"(?:\s+(?:please|maybe|perhaps|just|possibly|also|then|be (?:able|willing|happy) to|take care of))*"
_CAN_YOU = _either(
    r"(?:can|could|will|would|won't|couldn't|may)\s+(?:you|I ask you to|I get you to|the (?:two|three) of you)"
    + _KINDLY,
    "would you like to",
    "do you (?:want to|think you could|think you can)",
    "are you (?:able|happy|willing|okay|ok|free) to",
)
_I_NEED_YOU = _either(
    "I(?:'d| would) (?:like|love) you to",
    "I need you to",
    "I want you to",
    "I(?:'ll| will) (?:ask|get|let) you(?: to)?",
)
_YOU_WILL = (
    "you"
    + _either(
        *("'ll have to", " will have to", "'d have to", " would have to", "'ll", " will", "'re going to", "'re gonna"),
        *(" are going to", " are gonna", " were going to", " said you(?:'d| would)"),
    )
    + r"(?:\s+(?:please|just|also|then|be))*"
)
_YOU_MIGHT = r"you(?: could| can| should| might| need to| have to)(?:\s+(?:please|maybe|just|also|then))*"
ASKED = re.compile(
    rf"\b(?:(?P<mind>(?:would|do) you mind)|(?P<can>{_CAN_YOU})|(?P<like>{_I_NEED_YOU})|"
    rf"(?P<will>{_YOU_WILL})|(?P<might>{_YOU_MIGHT})|(?P<please>please)){_THEN}",
    re.I,
)
_HOW = _either(
    *("'ll have to", " will have to", "'ll", " will", " is going to", "'s going to", "'s gonna", " is gonna"),
    *(" are going to", " are gonna", " to", " can", " could", " should", " has to", " needs to", " need to"),
    ",? you(?:'ll|'re going to|'re gonna| will| are going to| are gonna)(?: be)?",
    ",?",
)


def given(names: list[str]) -> re.Pattern[str]:
    """One of these names, or two, with the words that give them something to do: `Pete and I will | …`."""
    name = "(?:the )?" + _either(*map(re.escape, names)) if names else "(?!)"
    both = rf"{name}(?:,? (?:and|or|&) (?:{name}|I|me|myself))?"
    return re.compile(rf"(?<![\w'])(?P<names>{both})(?P<how>{_HOW}){_THEN}", re.I)


_KIN = r"(?:, (?:my|our|the|who's|in|from) [\w' ]{2,24},)?"
_SAYS_SO = _either(
    *(
        "'ll",
        " will",
        " is going to",
        "'s going to",
        " is gonna",
        "'s gonna",
        " has promised(?: me)? to",
        " has agreed to",
    ),
    *(" has offered to", " promised(?: me)? to", " agreed to", " offered to", " can", " is to"),
)
ABSENT = re.compile(rf"(?<![\w'’.-])(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?){_KIN}(?:{_SAYS_SO})(?: {_ADVERBS})*{_THEN}")
"""Somebody who is not here, and what he will do: `Konrad will | …`, `Danny, my brother, has agreed to | …`."""
THEIRS = re.compile(rf"\b(?:he|she)(?:'ll| will| can|'s going to| is going to)(?: {_ADVERBS})*{_THEN}", re.I)
MENTIONED = re.compile(
    r"(?:(?<=[a-z,;:] )(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)*)|^\W*(?P<first>[A-Z][a-z]+)(?=[?,]|['’]s\b))\b|"
    r"\b(?P<kin>my (?:\w+ )?(?:brother|sister|son|daughter|niece|nephew|cousin|husband|wife|partner|mother|mum|"
    r"mam|father|dad|neighbour|neighbor|friend|eldest|youngest|aunt|uncle|boss|colleague|lad|girl))\b"
)
"""Somebody who was spoken of: a name, or `my eldest`."""
_SOMETHING = r"(?:it|they|that|those|this|(?:the|my|your|our|his|her|a) [\w' -]{2,30}?)"
_SOMEBODY = r"(?:you|ye|he|she|they|everyone|everybody|(?:the|every|each) \w+|[A-Z]\w+)"
TYPED = re.compile(
    r"^\W*(?:\#(?:action|todo)|(?:actions?|ai|to ?do|action (?:item|point)|next step|task)\b)\s*:?\s*"
    r"(?:@?(?P<who>[^\W\d_][\w'’.-]*(?-i: [A-Z][\w'’.-]*)?)"
    r"(?:\s*(?::|–|—|-)\s+|,?\s+(?:to|will|shall)\s+|\s+(?=[a-z])))?",
    re.I,
)
"""A task as scribes type it, with its owner: `ACTION: Omar to | send the list`, `TODO @omar | send it`."""
DELIVERY = re.compile(
    rf"\b{_SOMETHING}(?:'ll| will|'s going to| is going to) be (?=\w)"
    rf"|\b{_SOMEBODY}(?:'ll| will) (?:have|get|find|see) "
    r"(?:it|them|that|those|this|the|a|an|my|your|his|her|their|mine|one|me)\b"
    rf"|\b{_SOMETHING}(?:'s|'re| is| are)? (?:goes|go|going|comes|gone|done) "
    r"(?:out|off|up|in|back|away|to|on|into|round|down|by|tonight|tomorrow)\b",
    re.I,
)
"""Something that will be where it should: `it'll be at your gate | Saturday`."""


def beginning(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these phrases, where a verb may begin."""
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\s*" + _either(*map(re.escape, longest)) + r"\b", re.I)


_OTHERS = _either("he", "she", "they", "somebody", "someone", "people", "which", "that", "it", r"my \w+")
_TOLD = _either(
    "said", "says", "told", "asked", "promised", "thinks?", "thought", "wrote", "mentioned", "wants?", "wanted"
)
_ANYBODY = _either(
    *("I", "we", "you", "he", "she", "they", "it", "the", "there", "that", "somebody", "someone", "anyone", "nobody")
)
_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
DOUBTS = (
    ("reported", re.compile(rf"\b{_OTHERS}\s+{_TOLD}\b|\b(?:I|we)(?:'d| had)? (?:said|promised|told|swore)\b", re.I)),
    (
        "supposed",
        re.compile(
            rf"\b(?:if {_ANYBODY}|(?:would|could|should|might) have|used to|unless|imagine|suppose|whenever|"
            r"(?:as|so) long as|provided (?:that|I|we|you|they|he|she|it))\b",
            re.I,
        ),
    ),
    (
        "past",
        re.compile(
            rf"\b(?:yesterday|last (?:week|month|year|time|night|{_DAY})|ago|already|back then|at the time|when I was"
            r"|at first|in the past)\b",
            re.I,
        ),
    ),
)
"""Words after which a task is none: told of others, supposed, or past."""

SUBORDINATE = re.compile(
    r"\b(?:if|when|where|once|until|till|because|since|what|which|who|how|why|while|than|as|whether|that|say|says|"
    r"said|think|thought|know|hope|wish|whatever|whenever|like|before|after|so)[\s,]*$",
    re.I,
)
"""What stands before a clause that only says when, why, or what somebody thinks."""

_WORD = r"[^\W\d_][\w'’-]*\.?"
_NAME = rf"{_WORD}(?: [^\W\d_a-z][\w'’-]*\.?)?"
_BEFORE_NAMES = r"\W*(?:(?:so|and|okay|ok|then|well|right|now|but|yes|no|great|thanks|thank you|hey|oh|or|sorry)\b\W*)*"
CALLED_FIRST = re.compile(rf"{_BEFORE_NAMES}({_NAME})(?:,| (?=(?:you|can|could|would|will|do|are|please)\b))", re.I)
CALLED_LAST = re.compile(
    r",\s*([^\W\d_][\w'’-]*(?: [^\W\d_a-z][\w'’-]*)?)\W*$|\b(?:you|please|thanks|thank you)\s+([^\W\d_][\w'’-]*)\W*$"
)
CALLED_BETWEEN = re.compile(r",\s*([^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*)?),")
NAMES = re.compile(_NAME)
ORDERED = re.compile(
    rf"{_BEFORE_NAMES}([^\W\d_][\w'’.-]*)(?:\s+[^\W\d_a-z][\w'’.-]*)?\s*,?\s+"
    r"(?:then\s+|you\s+|please\s+|could you\s+)*(?=[a-z])",
    re.I,
)
"""A name, and where an order goes on after it: `Elif, | ask your teacher`."""
