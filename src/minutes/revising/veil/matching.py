"""Finding what the veil covers in a text, and putting the stand-ins in its place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from minutes.revising.veil import context, expression, patterns
from minutes.revising.veil.atoms import is_ordinary
from minutes.revising.veil.edits import edited
from minutes.revising.veil.folding import fold, plain
from minutes.revising.veil.forms import Form, of_alias, of_person, of_word
from minutes.revising.veil.key import Veil

INTRODUCTION = "[introduction left out]"
OTHER = "another"
"""Whoever is kept under a name that is shared with somebody who is not."""
_PASSES = 5
"""How often a text is gone through at most: a number behind a name shows only when the name is gone."""
_FEW = 2
"""Letters of a name that has no plural without an apostrophe."""


class Piece(NamedTuple):
    """A piece of a text that the veil covers."""

    start: int
    end: int
    """Half-open, in characters of the text."""
    stand_in: str
    """What stands in for it."""


class Matcher:
    """All that a veil covers, as one expression."""

    def __init__(self, key: Veil, *, protected: Iterable[str] | None = None) -> None:
        self._stands = (*(one.stand_in for one in key.people), *(stand_in for _, stand_in in key.words))
        self._owners: dict[tuple[bool, str], set[int]] = defaultdict(set)
        forms = []
        for owner, form in _forms(key):
            self._owners[form.kind == "initials", form.key].add(owner)
            forms.append(form)
        self._kept = {(form.kind == "initials", form.key) for name in key.keep for form in of_person(name)}
        self._forms = expression.names(forms)
        self._roots = expression.roots(forms)
        usual = (*self._stands, *patterns.PLACEHOLDERS, INTRODUCTION, *key.keep)
        self._protected = expression.literally(usual if protected is None else protected)

    def pieces(self, text: str) -> list[Piece]:
        """What the veil covers in a text, in its order, none overlapping."""
        folded = fold(text)
        return [Piece(*folded.span(start, end), stand_in) for start, end, stand_in in sorted(self._found(folded.text))]

    def veiled(self, text: str) -> str:
        """The text with the stand-ins in place of what the veil covers, also of what is only seen once they stand."""
        for _ in range(_PASSES):
            pieces = self.pieces(text)
            if not pieces:
                break
            text = edited(text, pieces)
        return text

    def shown(self, text: str) -> str:
        """The text without stand-ins and what is kept: what of it is left to be looked at."""
        folded = fold(text)
        spans = [folded.span(*match.span()) for match in self._protected.finditer(folded.text)]
        return patterns.masked(text, spans)

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        spans = [match.span() for match in self._protected.finditer(text)]
        text = patterns.masked(text, spans)
        told = list(patterns.found(text, self._names))
        for start, end, stand_in in told:
            if stand_in:
                yield start, end, self._of_handle(text[start:end]) if stand_in == patterns.HANDLE else stand_in
        text = patterns.masked(text, [(start, end) for start, end, _ in told])
        for match in self._forms.finditer(text):
            stand_in = self._stand_in(match)
            if stand_in:
                yield match.start(), match.end(), stand_in

    def _names(self, text: str) -> bool:
        said = fold(unquote(text)).text
        return bool(self._roots.search(said.lower())) or any(self._stand_in(one) for one in self._forms.finditer(said))

    def _of_handle(self, handle: str) -> str:
        key = False, plain(handle)
        return self._told(self._owners[key], key) if key in self._owners else patterns.HANDLE

    def _of(self, match: re.Match[str]) -> set[int]:
        """Who is meant; in capitals, the letters may be a name as well as initials."""
        initials, key = _key(match)
        known = [(initials, key)] if initials or not (match["word"] or "").isupper() else [(False, key), (True, key)]
        return set[int]().union(*(self._owners.get(one, ()) for one in known))

    def _stand_in(self, match: re.Match[str]) -> str:
        """Who stands in for a piece; nothing where it is no name where it stands."""
        initials, name = _key(match)
        own = match["own"] or match["theirs"] or ""
        plural = own and "'" not in own and not initials and (is_ordinary(name) or len(name) <= _FEW)
        if plural or (match["word"] and context.is_word(match.string, match.start(), match.end("word"), name)):
            return ""
        return self._told(self._of(match), (initials, name)) + ("'s" if own else "")

    def _told(self, owners: set[int], key: tuple[bool, str]) -> str:
        *first, last = [self._stands[owner] for owner in sorted(owners)] + [OTHER] * (key in self._kept)
        return f"{', '.join(first)} or {last}" if first else last


@lru_cache(maxsize=16)
def matcher(key: Veil) -> Matcher:
    """The matcher of a veil, made once."""
    return Matcher(key)


def _key(match: re.Match[str]) -> tuple[bool, str]:
    """Whether it is initials, and the letters of the name."""
    return match["initials"] is not None, plain(match["word"] or match["initials"] or match["glued"])


def _forms(key: Veil) -> Iterator[tuple[int, Form]]:
    for owner, one in enumerate(key.people):
        yield from ((owner, form) for form in of_person(one.name))
        yield from ((owner, form) for alias in one.also for form in of_alias(alias))
    for owner, (word, _) in enumerate(key.words, start=len(key.people)):
        yield from ((owner, form) for form in of_word(word))
