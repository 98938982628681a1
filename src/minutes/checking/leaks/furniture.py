"""The words that stand on every page, which are nobody's name even where somebody is called `Said` or `Page`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minutes.writing.words import languages, words

_FIGURES = re.compile(r"\\{(?:page|pages|count|number)\\}")


@cache
def fixed() -> frozenset[str]:
    """All titles, labels and sentences of the pages, in all languages."""
    return frozenset(text for language in languages() for text in _texts(words(language).model_dump()))


def without(text: str) -> str:
    """The text with fixed sentences blotted out; nothing of it, if it is a title or a label."""
    if text.strip().rstrip(":") in fixed():
        return ""
    label, tab, _ = text.partition("\t")
    if tab and label in fixed():  # a fact of a Word file, on a line with what it holds
        text = "\0" * len(label) + text[len(label) :]
    return _sentences().sub(lambda match: "\0" * len(match[0]), text)


@cache
def _sentences() -> re.Pattern[str]:
    """Fixed texts of two words or more, of which nothing is put in but figures."""
    told = (_FIGURES.sub(r"[\\d,]+", re.escape(text)) for text in fixed() if " " in text.strip())
    whole = sorted((one for one in told if r"\{" not in one), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(whole)})(?:(?!\w)|(?<!\w))")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one)
