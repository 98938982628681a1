"""Quotation marks, of whatever language a page is in."""

from __future__ import annotations

from functools import cache

from minutes.checking.sheets.fixed import tongues


def quoted(text: str) -> bool:
    """Whether the text stands between quotation marks."""
    return any(_between(text, before, after) for before, after in marks())


def unquoted(text: str) -> str:
    """The text without the quotation marks around it, where it has both."""
    for before, after in marks():
        if _between(text, before, after):
            return text[len(before) : -len(after)]
    return text


def bare(text: str) -> str:
    """The text without quotation marks at its edges, where a person may have left one of the two."""
    for before, after in marks():
        text = text.removeprefix(before).removesuffix(after)
    return text


def begun(text: str) -> bool:
    """Whether the text begins with a quotation."""
    return text.startswith(tuple(before for before, _ in marks()))


def ended(text: str) -> bool:
    """Whether each quotation that begins in the text ends in it."""
    return all(text.count(before) == text.count(after) for before, after in marks())


@cache
def marks() -> tuple[tuple[str, str], ...]:
    """What stands before and what behind the words of somebody."""
    forms = (fixed.lines["quoted"].partition("{words}") for fixed in tongues())
    return tuple(dict.fromkeys((before, after) for before, _, after in forms))


def _between(text: str, before: str, after: str) -> bool:
    return len(text) >= len(before + after) and text.startswith(before) and text.endswith(after)
