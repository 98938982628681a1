"""Which of several sentences says by itself what it is about?"""

from __future__ import annotations

import re

from minutes.likeness import content

_FULL = 7
"""Words of content beyond which a sentence says no more by itself."""
_FIGURE = re.compile(r"\d|\b(?:\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand)\b", re.I)
_POINTS = re.compile(
    r"\W*(?:(?:and|so|but|well|because|no|yes|yeah|i mean|you know|i think|or)\b\W*)*"
    r"(?:it|that|this|those|these|they|he|she|if|whoever|which)\b",
    re.I,
)
"""How a sentence begins that leans on one before it, or only supposes."""
_ANNOUNCES = re.compile(
    r"\b(?:(?:can|could|may) (?:i|we) (?:just )?|(?:i(?:'d| would) (?:just )?like|i (?:just )?want(?:ed)?) to )"
    r"(?:say|add|mention|raise)(?: (?:a|an|one|something|this|that)\b[^.?!]{0,25})?\W*$"
    r"|\b(?:a|another|one|my|the) (?:\w+ ){0,3}?"
    r"(?:problem|matter|thing|point|doubt|worry|question|difficulty|grumble|tip|word)s?"
    r"(?: (?:is|here|for|about|on|to|of)\b[^.?!]{0,25})?\W*$",
    re.I,
)
"""That something comes, and not what: `A short but serious matter.`"""
_BROKEN = re.compile(
    r"\b(?:the|a|an|my|our|your) (?:i|we|you|he|she|they|it|is|are|was|the|a|an|my|our|your|let|to)\b"
    r"|\bof (?:i|we|he|she|they|is|are|was)\b|\b(?:is|are|was|were) (?:is|are|was|were)\b"
    r"|\b(?:the|a|an|of|with|from|and|but|or|if|because|my|our|your|their|i|we|he|she)[\s,…—–-]*[.?!]?$",
    re.I,
)
"""Words that no whole sentence has: `the I've seen`, and an end that something should follow."""


def broken(text: str) -> bool:
    """Whether the words are no whole sentence, as recognised speech often has none."""
    return _BROKEN.search(text) is not None


def clarity(text: str) -> float:
    """How well a sentence is understood alone: more with content and figures, less if it leans or only announces."""
    held = 0.3 * min(len(content(text)), _FULL) + 0.4 * (_FIGURE.search(text) is not None)
    leans = 1.0 * (_POINTS.match(text) is not None) + 0.8 * text.rstrip().endswith("?")
    return held - leans - 1.5 * (_ANNOUNCES.search(text) is not None) - 1.5 * broken(text)
