"""A next step as the table has it: the verb first."""

from __future__ import annotations

import re

from minutes.finding.wording.sentence import opened

_OWN = [
    (re.compile(r"\b(my)\b", re.I), "their"),
    (re.compile(r"\b(mine)\b", re.I), "theirs"),
    (re.compile(r"\b(myself|yourself)\b", re.I), "themself"),
    (re.compile(r"\b(our)\b", re.I), "the group's"),
    (re.compile(r"\b(us)\b", re.I), "the group"),
    (re.compile(r"\b(?:I|we)(?:'ve| have)\b", re.I), "they have"),
    (re.compile(r"\bI'm\b|\bI am\b", re.I), "they are"),
    (re.compile(r"\b(I)\b"), "they"),
    (re.compile(r"\bwe\b", re.I), "the group"),
]


def step(words: str, owners: tuple[str, ...], speaker: str | None, addressed: tuple[str, ...] = ()) -> str:
    """The clause as an order, in the third person: `send you my sheet` → `Send Salman their sheet`."""
    text = words
    for pattern, instead in _OWN:
        text = pattern.sub(_first_name(speaker) + "'s" if instead == "their" and speaker and speaker not in owners else instead, text)
    you = " and ".join(addressed)
    if you:
        text = re.sub(r"\byour\b", f"{you}'s" if addressed != owners else "their", text, flags=re.I)
        text = re.sub(r"\byou\b", you if addressed != owners else "them", text, flags=re.I)
    return opened(text).rstrip(".!?…")


def _first_name(label: str | None) -> str:
    return label or ""
