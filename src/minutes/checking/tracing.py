"""A minuted sentence against the words it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from minutes.finding.wording.words import vocabulary
from minutes.inflection import said, unsaid, words

_INSIDE = re.compile(r"“([^”]*)”")


def untraced(sentence: str, cited: Sequence[str], names: Iterable[str]) -> list[str]:
    """The words of a sentence that were not said in the cited words, in any form of theirs; each once.

    Args:
        sentence: as it stands on the page.
        cited: the quotes that it rests on.
        names: what the people of the meeting are called.
    """
    known = said(cited) | said(names) | _own()
    return list(dict.fromkeys(unsaid(sentence, known)))


def misquoted(sentence: str, cited: Sequence[str]) -> list[str]:
    """The quotations inside a sentence whose words do not stand in their order in one of the cited pieces."""
    spoken = [words(text) for text in [*cited, " ".join(cited)]]
    return [inner for inner in _INSIDE.findall(sentence) if not any(_within(words(inner), text) for text in spoken)]


@cache
def _own() -> frozenset[str]:
    return said(vocabulary("own"))


def _within(few: Iterable[str], many: Iterable[str]) -> bool:
    """Whether words stand among others in the same order, others between them."""
    rest = iter(many)
    return all(word in rest for word in few)
