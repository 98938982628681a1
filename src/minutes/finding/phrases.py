"""The language in which cues are written: `(we'll|let's) park {thing}` → a pattern to be searched for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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

    def search(self, text: str, held: frozenset[str]) -> re.Match[str] | None:
        """The first place that has the phrase in a text in lower case; `held` are the keys of its words."""
        if any(need.isdisjoint(held) for need in self.needs):
            return None
        return _compiled(self.source).search(text)


def keys(words: Iterable[str]) -> frozenset[str]:
    """The words, and their beginnings as `word*` asks for them: `hall` gives "hall", "h*", "ha*", "hal*", "hall*"."""
    found = set(words)
    found |= {f"{word[:size]}*" for word in tuple(found) for size in range(1, min(len(word), _KEY) + 1)}
    return frozenset(found)


def phrase(text: str, lists: Mapping[str, tuple[str, ...]]) -> Phrase:
    """A phrase of the rule language as a pattern.

    Words stand for themselves; `word*` for every word that begins so; `(a|b)` for either; `[x]` for x or nothing; `...`
    for up to four words; `{list}` for any entry of a named list; `^` and `$` for the beginning and the end of the
    sentence.

    Raises:
        RulesError: an unknown list, or brackets that do not close.
    """
    pattern, rest, anchors = _sequence(_tokens(text.lower()), lists, text)
    if rest:
        raise RulesError(f"{rest[0]!r} without its partner in {text!r}", todo="close every bracket")
    return Phrase(pattern, tuple(sorted(anchors, key=_spread)))


def _tokens(text: str) -> list[str]:
    tokens: list[str] = _TOKEN.findall(text)
    if not tokens or "".join(tokens) != "".join(text.split()):
        raise RulesError(f"{text!r} is no phrase", todo="write words, and a list's name as {thing}")
    return tokens


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _spread(anchor: frozenset[str]) -> tuple[int, int, list[str]]:
    """Better ones first: few and long words."""
    return len(anchor), -min(map(len, anchor)), sorted(anchor)


Anchors = list[frozenset[str]]


def _sequence(tokens: list[str], lists: Mapping[str, tuple[str, ...]], whole: str) -> tuple[str, list[str], Anchors]:
    """Pattern, tokens left over at `|` or a closing bracket, and the sets of words of which a match holds one."""
    out, anchors, joined = "", Anchors(), False
    while tokens and tokens[0] not in ("|", ")", "]"):
        token, *tokens = tokens
        if token == "^":
            out += _OPENING
        elif token == "$":
            out += _CLOSING
        elif token == "...":
            out += _GAP
        elif token == "[":
            inner, tokens, _ = _group(tokens, "]", lists, whole)
            out += f"(?:{_JOIN}{inner})?" if joined else f"(?:{inner}{_JOIN})?"
        else:
            if token == "(":
                piece, tokens, held = _group(tokens, ")", lists, whole)
            elif token.startswith("{"):
                piece, held = _listed(token[1:-1], lists, whole)
            else:
                piece, held = _word(token), _anchor(token)
            out += (_JOIN if joined and token != ":" else "") + piece
            anchors += held
            joined = True
    return out, tokens, anchors


def _group(
    tokens: list[str], close: str, lists: Mapping[str, tuple[str, ...]], whole: str
) -> tuple[str, list[str], Anchors]:
    branches: list[str] = []
    held: list[Anchors] = []
    singles: list[str] = []
    while True:
        if len(tokens) > 1 and tokens[1] in ("|", close) and _WORD.fullmatch(tokens[0].rstrip("*")):
            singles.append(tokens[0])
        branch, tokens, anchors = _sequence(tokens, lists, whole)
        branches.append(branch)
        held.append(anchors)
        if not tokens:
            raise RulesError(f"a bracket without its partner in {whole!r}", todo="close every bracket")
        token, *tokens = tokens
        if token == close:
            break
    both = [frozenset[str]().union(*(min(anchors, key=_spread) for anchors in held))] if all(held) else []
    return _words(singles) if len(singles) == len(branches) else f"(?:{'|'.join(branches)})", tokens, both


def _listed(name: str, lists: Mapping[str, tuple[str, ...]], whole: str) -> tuple[str, Anchors]:
    if name not in lists:
        raise RulesError(f"no list {name!r} for {whole!r}", todo=f"use one of: {', '.join(sorted(lists))}")
    others = {other: entries for other, entries in lists.items() if other != name}
    pieces, _, anchors = _group([*_tokens("|".join(lists[name]).lower()), ")"], ")", others, whole)
    return pieces, anchors


def _anchor(token: str) -> Anchors:
    word = token.strip("#@:*")
    if not _WORD.fullmatch(word):
        return []
    return [frozenset([f"{word[:_KEY]}*" if token.endswith("*") else word])]


_BEFORE, _AFTER, _REST = r"(?<![\w'-])", r"(?![\w-]|'\w)", r"[\w'-]*+"


def _word(token: str) -> str:
    if token == ":":
        return r"\s*:"
    body = re.escape(token.rstrip("*"))
    return _BEFORE + body + (_REST if token.endswith("*") else _AFTER)


def _words(tokens: list[str]) -> str:
    """Either of many words, with what must stand around them said once: that is much quicker to compile and to try."""
    whole = [re.escape(token) for token in tokens if not token.endswith("*")]
    begun = [re.escape(token.rstrip("*")) for token in tokens if token.endswith("*")]
    kinds = [f"(?:{'|'.join(words)}){end}" for words, end in ((whole, _AFTER), (begun, _REST)) if words]
    return f"{_BEFORE}(?:{'|'.join(kinds)})"
