"""Forms of English verbs: `send` → `sends`, `sending`."""

from __future__ import annotations

import re

from minutes.finding.wording.words import vocabulary

_DOUBLED = re.compile(r"(?:^|[^aeiou])[aeiou][bdgmnprt]$")
_LAST_STRESSED = vocabulary("last-stressed")
_VOWELS = re.compile(r"[aeiouy]+")
BE = {
    "am": "is",
    "'m": "is",
    "m": "is",
    "are": "is",
    "'re": "is",
    "were": "was",
    "have": "has",
    "'ve": "has",
    "ve": "has",
    "do": "does",
}
"""What a form of be, have or do becomes for one person or thing that is spoken of."""


def third(verb: str) -> str:
    """`send` → `sends`, `carry` → `carries`, `watch` → `watches`, `have` → `has`."""
    low = verb.lower()
    if low in BE or low == "be":
        return "is" if low == "be" else BE[low]
    if re.search(r"[^aeiou]y$", low):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", low) else "s")


def gerund(verb: str) -> str:
    """`send` → `sending`, `make` → `making`, `put` → `putting`, `tie` → `tying`."""
    low = verb.lower()
    if low.endswith("ie"):
        return verb[:-2] + "ying"
    if low.endswith("e") and not low.endswith(("ee", "oe", "ye")) and low != "be":
        return verb[:-1] + "ing"
    if _DOUBLED.search(low) and (len(_VOWELS.findall(low)) == 1 or low in _LAST_STRESSED):
        return verb + verb[-1] + "ing"
    return verb + "ing"
