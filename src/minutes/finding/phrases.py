"""The language in which cues are written: `(we'll|let's) park {thing}` → a pattern to be searched for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from minutes.errors import RulesError

_TOKEN = re.compile(r"\s*(\(|\)|\||\[|\]|\.\.\.|\^|\$|\{[a-z_]+\}|[^\s()|\[\]{}]+)")
_GAP = r"(?:[\s,;:—–-]++\w[\w'-]*+){0,4}?"
_JOIN = r"[\s,;:—–\"-]++"
"""Both keep what they have taken: in a row of hyphens each could be of a word or between words."""
_OPENING = (
    r"^\W*(?:(?:so|and|but|okay|ok|well|right|then|now|yeah|yes|yep|no|oh|also|or|because|look|listen|alright|sure|great|good|"
    r"perfect|thanks|thank you|anyway|maybe|plus|sorry|please)\b[\s,.!:—–-]*){0,3}"
)
_CLOSING = r"(?=[\s.,!?…\"')—–-]*$)"


_KEY = 4
"""Letters of a word's beginning by which `word*` is looked up."""
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


class Phrase(NamedTuple):
    """A phrase ready to be searched for; its pattern is compiled when a text first holds all it needs."""

    source: str
    needs: tuple[frozenset[str], ...]
    """Sets of keys, of each of which every match holds one; the rarest first. Empty: always look."""
    pair: tuple[frozenset[str], frozenset[str]] | None
    """Keys of a word and of the word right after it, as every match holds them; None where no two are so bound."""

    def possible(self, held: frozenset[str]) -> bool:
        """Whether a text may have the phrase whose words have these keys."""
        return not any(need.isdisjoint(held) for need in self.needs)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place that has the phrase in a text in lower case."""
        return _compiled(self.source).search(text)


def keys(words: Iterable[str]) -> frozenset[str]:
    """The words, and their beginnings as `word*` asks for them: `hall` gives "hall", "h*", "ha*", "hal*", "hall*"."""
    found = set(words)
    found |= {f"{word[:size]}*" for word in tuple(found) for size in range(1, min(len(word), _KEY) + 1)}
    return frozenset(found)


class Lists:
    """Named lists of words, each made into a pattern once."""

    def __init__(self, entries: Mapping[str, tuple[str, ...]]) -> None:
        self._entries = entries
        self._made: dict[str, Piece] = {}

    def phrase(self, text: str) -> Phrase:
        """A phrase of the rule language as a pattern.

        Words stand for themselves; `word*` for every word that begins so; `(a|b)` for either; `[x]` for x or nothing;
        `...` for up to four words; `{list}` for any entry of a named list; `^` and `$` for the beginning and the end of
        the sentence.

        Raises:
            RulesError: an unknown list, or brackets that do not close.
        """
        tokens = _tokens(text.lower())
        piece = _sequence(tokens, self, text)
        if tokens:
            raise RulesError(f"{tokens[-1]!r} without its partner in {text!r}", todo="close every bracket")
        return Phrase(piece.pattern, tuple(sorted(piece.needs, key=_spread)), min(piece.pairs, key=_both, default=None))

    def listed(self, name: str, whole: str) -> Piece:
        """A list as a piece of a phrase; `whole` is the phrase, for messages."""
        if name not in self._entries:
            todo = f"use one of: {', '.join(sorted(self._entries))}"
            raise RulesError(f"no list {name!r} for {whole!r}", todo=todo)
        if name not in self._made:
            others = Lists({other: entries for other, entries in self._entries.items() if other != name})
            tokens = [")", *_tokens("|".join(self._entries[name]).lower())]
            self._made[name] = _group(tokens, ")", others, whole)
        return self._made[name]


def _tokens(text: str) -> list[str]:
    """The tokens of a phrase, the first at the end of the list, from where they are taken."""
    tokens: list[str] = _TOKEN.findall(text)
    if not tokens or "".join(tokens) != "".join(text.split()):
        raise RulesError(f"{text!r} is no phrase", todo="write words, and a list's name as {thing}")
    return tokens[::-1]


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@cache
def _spread(need: Keys) -> tuple[int, int, list[str]]:
    """Better ones first: few and long words."""
    return len(need), -min(map(len, need)), sorted(need)


def _both(pair: tuple[Keys, Keys]) -> tuple[int, int]:
    return len(pair[0]) * len(pair[1]), len(pair[0])


Keys = frozenset[str]


class Piece(NamedTuple):
    """A part of a phrase: its pattern, and what every match of it holds."""

    pattern: str
    needs: tuple[Keys, ...] = ()
    """Sets of keys, of each of which there is one."""
    first: Keys | None = None
    """Keys, one of which the first word has; None where nothing is known of it."""
    last: Keys | None = None
    pairs: tuple[tuple[Keys, Keys], ...] = ()
    """Keys of two words of which the second follows at once."""


def _sequence(tokens: list[str], lists: Lists, whole: str) -> Piece:
    """What stands up to `|` or a closing bracket, which stays."""
    pattern, needs, pairs = "", list[Keys](), list[tuple[Keys, Keys]]()
    first = last = None
    begun, bound = False, True
    while tokens and tokens[-1] not in ("|", ")", "]"):
        token = tokens.pop()
        if token in _MARKS:
            pattern, bound = pattern + _MARKS[token], bound and token == "$"
        elif token == "[":
            inner = _group(tokens, "]", lists, whole).pattern
            pattern, bound = pattern + (f"(?:{_JOIN}{inner})?" if begun else f"(?:{inner}{_JOIN})?"), False
        else:
            piece = _piece(token, tokens, lists, whole)
            pattern += (_JOIN if begun and token != ":" else "") + piece.pattern
            if not begun:
                first = piece.first if bound else None
            elif bound and last and piece.first:
                pairs.append((last, piece.first))
            needs += piece.needs
            pairs += piece.pairs
            last, begun, bound = piece.last, True, True
    return Piece(pattern, tuple(needs), first, last if bound else None, tuple(pairs))


_MARKS = {"^": _OPENING, "$": _CLOSING, "...": _GAP}


def _piece(token: str, tokens: list[str], lists: Lists, whole: str) -> Piece:
    """What one token begins."""
    if token == "(":
        return _group(tokens, ")", lists, whole)
    return lists.listed(token[1:-1], whole) if token.startswith("{") else _single(token)


@cache
def _single(token: str) -> Piece:
    """One word, or a colon."""
    word = token.strip("#@:*")
    known = _WORD.fullmatch(word) is not None
    key = frozenset([f"{word[:_KEY]}*" if token.endswith("*") else word]) if known else None
    return Piece(_word(token), (key,) if key else (), key, key)


def _group(tokens: list[str], close: str, lists: Lists, whole: str) -> Piece:
    """Either of several pieces, up to the closing bracket."""
    branches: list[Piece] = []
    singles: list[str] = []
    token = "|"
    while token != close:
        if len(tokens) > 1 and tokens[-2] in ("|", close) and _WORD.fullmatch(tokens[-1].rstrip("*")):
            singles.append(tokens.pop())
            branches.append(_single(singles[-1]))
        else:
            branches.append(_sequence(tokens, lists, whole))
        if not tokens:
            raise RulesError(f"a bracket without its partner in {whole!r}", todo="close every bracket")
        token = tokens.pop()
    if len(branches) == 1:
        return branches[0]._replace(pattern=f"(?:{branches[0].pattern})")
    pattern = _words(singles) if len(singles) == len(branches) else _either([one.pattern for one in branches])
    needs = _any([min(one.needs, key=_spread, default=None) for one in branches])
    first, last = _any([one.first for one in branches]), _any([one.last for one in branches])
    return Piece(pattern, (needs,) if needs else (), first, last)


def _any(sets: Sequence[Keys | None]) -> Keys | None:
    """All keys together, or None where one set is not known."""
    known = [one for one in sets if one is not None]
    return frozenset[str]().union(*known) if len(known) == len(sets) else None


_BEFORE, _AFTER, _REST = r"(?<![\w'-])", r"(?![\w-]|'\w)", r"[\w'-]*+"


def _word(token: str) -> str:
    if token == ":":
        return r"\s*:"
    body = re.escape(token.rstrip("*"))
    return _BEFORE + body + (_REST if token.endswith("*") else _AFTER)


def _either(patterns: list[str]) -> str:
    """Either of several patterns, with what must stand before each of them said once."""
    shared = _BEFORE if all(one.startswith(_BEFORE) for one in patterns) else ""
    return f"{shared}(?:{'|'.join(one.removeprefix(shared) for one in patterns)})"


def _words(tokens: list[str]) -> str:
    """Either of many words, with what must stand around them said once: that is much quicker to compile and to try."""
    whole = [re.escape(token) for token in tokens if not token.endswith("*")]
    begun = [re.escape(token.rstrip("*")) for token in tokens if token.endswith("*")]
    kinds = [f"(?:{'|'.join(words)}){end}" for words, end in ((whole, _AFTER), (begun, _REST)) if words]
    return f"{_BEFORE}(?:{'|'.join(kinds)})"
