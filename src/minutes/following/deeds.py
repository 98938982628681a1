"""Which words tell of the same deed: whoever was to ring somebody and has spoken to them has done it."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.inflection import forms, words

_ALIKE = """
    ring call phone telephone speak talk contact ask email write message reach;
    email mail send share circulate forward post pass distribute;
    book reserve hire arrange organise organize sort fix secure confirm;
    make draft write prepare type produce create design compile;
    buy order get fetch collect pick purchase bring;
    deliver hand drop bring take distribute;
    mend repair fix;
    check look read review go examine;
    put post pin upload publish
"""
_GROUPS = tuple(frozenset(line.split()) for line in _ALIKE.split(";"))
_ANYTHING = frozenset(
    ("did", "do", "done", "finish", "complete", "sort", "out", "up", "live", "ready", "over", "back", "arrive")
)
"""What is said of any deed: `that's done`, `they went out`."""


def answers(deed: str, report: str) -> bool:
    """Whether words tell of the deed that a sentence begins with, or of any deed at all."""
    return any(forms(word) & (_ANYTHING | _like(deed)) for word in words(report))


def same(one: str, other: str) -> bool:
    """Whether two sentences begin with the same deed."""
    return bool(_like(one) & frozenset(_first(other)))


def _like(deed: str) -> frozenset[str]:
    first = frozenset(_first(deed))
    return first.union(*(group for group in _GROUPS if group & first))


def _first(sentence: str) -> Iterator[str]:
    yield from forms(words(sentence)[0]) if words(sentence) else ()
