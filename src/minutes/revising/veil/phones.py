"""Which rows of figures are phone numbers."""

from __future__ import annotations

import re

_DAY = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d([ ./-]?)[01]?\d\1[0-3]?\d|[0-3]?\d([./-])[01]?\d\2(?:19|20)?\d\d"
    r"|[01]?\d/[0-3]?\d/(?:19|20)?\d\d)(?!\d)"
)
_YEARS = re.compile(r"(?:19|20)\d\d(?:[ /-]+(?:19|20)?\d\d)+")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:([ .])\d{3})(?:\1\d{3})*")
_DECIMAL = re.compile(r"\d+\.\d+")
_COUNTED = re.compile(
    r"\s*(?:%|percent|per\s?cent|pounds?|euros?|dollars?|quid|pence|cents?|people|members|votes|signatures|views|"
    r"comments|followers|households|homes|million|thousand|hundred|years|days|hours|minutes|seconds|times|words|"
    r"bytes|metres|meters|miles|km|kg)\b",
    re.IGNORECASE,
)
_FEWEST = 7


def is_phone(figures: str, behind: str) -> bool:
    """Whether figures with their spaces are a phone number, and no day, sum or count, by what stands behind them."""
    left = _DAY.sub(" ", figures).strip()
    if sum(character.isdigit() for character in left) < _FEWEST:
        return False
    if left.startswith(("+", "00", "(")):
        return True
    return not (any(kind.fullmatch(left) for kind in (_YEARS, _THOUSANDS, _DECIMAL)) or _COUNTED.match(behind))
