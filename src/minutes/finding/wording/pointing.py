"""Do words stand by themselves, or do they point at something that was said before?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.likeness import content

_I = re.IGNORECASE
_SUGGESTING = re.compile(r"I (?:suggest|propose|recommend) (?:that )?", _I)
_TIME = r"(?:(?:week|month|year|morning|evening|afternoon|autumn|spring|summer|winter|time|one)\b)"
_THERE = r"there(?!'s| is| are| was| were)"
_UNIT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty)"
)
_NUMBER = rf"{_UNIT}(?:[ -]{_UNIT})*"
_OPENS = re.compile(
    rf"(?:it|this|that|these|those|they|he|she|them|{_THERE}|then|here|which|both|neither|half|some|most|none|others?|"
    rf"not|one (?:says?|of|is|was)|{_NUMBER} (?:of|and|or|said|say|says|were|are))\b(?! {_TIME})|{_NUMBER},",
    _I,
)
_COUNTS_NOTHING = re.compile(r"$|[,.;]| (?:and|since|now|of|in|is|was|were|are|so)\b", _I)
"""What stands behind a number that counts nothing: `we have now twenty-nine since March`."""
_NUMBERED = re.compile(rf"\b{_NUMBER}\b(?!-)", _I)
_ALL_ALONE = (
    r"(?=$|[,.;:?!]| (?:is|was|are|were|and|or|to|in|on|at|for|with|from|as|too|again|because|we|they|you|I)\b)"
)
_BACK = re.compile(
    rf"\b(?:(?:this|that|these|those){_ALL_ALONE}|it|them|they|he|she|him|her|{_THERE}|one|so)\b(?! {_TIME})(?!-)", _I
)
_LEFT = re.compile(r"(?:\S+ ){0,5}(?:this|that|it),", _I)
"""A sentence that is given up for another."""
_JOINING = re.compile(
    r"\b(?:so that|that(?= (?:we|the|an?|I|no|every\w*|people|each|all)\b)|(?<=\w )that(?= \w+s? \w)|one (?=\w)|"
    r"so (?=\w+ that))",
    _I,
)
"""Words that look as if they pointed, and do not."""


def pointing(text: str, *, strictly: bool = False) -> bool:
    """Whether the words point at something that does not stand in them: `it`, `them`, `she` without anything before.

    Args:
        text: clean words, without what leads up to them.
        strictly: so do a number that counts nothing, and a pronoun with no more than a word before it.
    """
    text = _SUGGESTING.sub("", text)
    if _OPENS.match(text) or _LEFT.match(text) or (strictly and _uncounted(text)):
        return True
    bare = _JOINING.sub(" ", text)
    return any(_alone(bare[: back.start()].split(), strictly) for back in _BACK.finditer(bare))


def _uncounted(text: str) -> bool:
    """Whether the first number says nothing of what it counts."""
    first = _NUMBERED.search(text)
    return first is not None and _COUNTS_NOTHING.match(text, first.end()) is not None


def _alone(before: Sequence[str], strictly: bool) -> bool:
    """Whether nothing stands before a pronoun that it could mean; the verb just before it is nothing: `split it`."""
    nouns = before[:-1] if before and content(before[-1]) else before
    return len(content(" ".join(nouns))) < (2 if strictly else 1)
