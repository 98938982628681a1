"""Where a word that is also a name stands, by the words around it: `Will you`, `12 May`, `So we`."""

from __future__ import annotations

import re

from minutes.revising.veil.vocabulary import words

_BEGUN = re.compile(r"(?:^|[.?!:;\"(])[^\w\0]*$")
"""What may stand before the first word of a sentence; a blotted piece is a word."""
_DAY_BEFORE = re.compile(
    r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+$"
    r"|\b(?:end|beginning|start|middle|month|week|half|morning|evening)\s+of\s+$"
)
_DAY_BEHIND = re.compile(r"[\s-](?:the\s+)?\d{1,2}(?!\d)|[\s,-]{1,2}(?:19|20)\d\d(?!\d)")
_NEXT = re.compile(r"\s+(I\b|[a-z]+)")
_NEAR = 24
"""Characters before a word that tell how it is meant."""


def is_word(text: str, start: int, end: int, name: str) -> bool:
    """Whether what looks like this name is a part of a date, or a small word at the head of a sentence."""
    before = text[max(0, start - _NEAR) : start]
    if name in words("dated") and (_DAY_BEFORE.search(before) or _DAY_BEHIND.match(text, end)):
        return True
    if name not in words("small") | words("modals") or not _BEGUN.search(before):
        return False
    behind = _NEXT.match(text, end)
    return name in words("small") or (behind is not None and behind[1].lower() in words("asked"))
