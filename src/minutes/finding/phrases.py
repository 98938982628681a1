"""The language in which cues are written: `(we'll|let's) park {thing}` → a pattern to be searched for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from minutes.errors import RulesError

_TOKEN = re.compile(r"\s*(\(|\)|\||\[|\]|\.\.\.|\^|\$|\{[a-z_]+\}|[^\s()|\[\]{}]+)")
_GAP = r"(?: \w\S*+){0,4}?"
_OPENING = (
    r"^(?: [^\w ])*(?: (?:so|and|but|okay|ok|well|right|then|now|yeah|yes|yep|no|oh|also|or|because|look|listen|"
    r"alright|sure|great|good|perfect|thanks|thank you|anyway|maybe|plus|sorry|please)(?: [.!])*(?= )){0,3}"
)
_CLOSING = r"(?=(?: [.!?…')])* $)"
_START, _END = "(?<= )", "(?= )"
"""Around the whole of a phrase; within it one space is all that stands between two words."""


_KEY = 4
"""Letters of a word's beginning by which `word*` is looked up."""
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


class Phrase(NamedTuple):
    """A phrase ready to be searched for; its pattern is compiled when a text first holds all it needs."""

    source: str
    """A pattern for the words of a text as `Spaced` has them, with colons or without."""
    colon: bool
    needs: tuple[frozenset[str], ...]
    """Sets of keys, of each of which every match holds one; the rarest first. Empty: always look."""
    pair: tuple[frozenset[str], frozenset[str]] | None
    """Keys of a word and of the word right after it, as every match holds them; None where no two are so bound."""

    def possible(self, held: frozenset[str]) -> bool:
        """Whether a text may have the phrase whose words have these keys."""
        return not any(need.isdisjoint(held) for need in self.needs)

    def search(self, text: Spaced) -> tuple[int, int] | None:
        """The first place that has the phrase, in characters of the text."""
        words, places = text.with_colons if self.colon else text.plain
        match = _compiled(self.source).search(words)
        return None if match is None else _span(places, *match.span())


class Spaced:
    """A text in lower case as phrases are looked for in it: each word and each stop with one space around it.

    What may stand between two words of a phrase is left out: commas, dashes, quotation marks.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def plain(self) -> Words:
        """Without colons, which stand between words too."""
        return _words_of(_SAID.finditer(self._text))

    @cached_property
    def with_colons(self) -> Words:
        """With them, for phrases that ask for one."""
        return _words_of(_SAID_OR_COLON.finditer(self._text))


_SAID = re.compile(r"[\w'-]++|[^\w\s,;:—–\"'-]")
_SAID_OR_COLON = re.compile(r"[\w'-]++|[^\w\s,;—–\"'-]")
Words = tuple[str, tuple[tuple[int, int, int], ...]]
"""The words with a space around each; and of each where it begins here, and where it stands in the text."""


def _words_of(found: Iterable[re.Match[str]]) -> Words:
    places, said, at = [], [""], 1
    for match in found:
        word = match[0].rstrip("'")
        if word.strip("'-"):
            said.append(word)
            places.append((at, *match.span()))
            at += len(word) + 1
    return " ".join([*said, ""]), tuple(places)


def _span(places: Sequence[tuple[int, int, int]], start: int, end: int) -> tuple[int, int]:
    """The characters of the text for those of its spaced words; of the very beginning, from the first character on."""
    held = [place for place in places if start <= place[0] < end]
    if not held:
        return 0, 0
    return 0 if start == 0 else held[0][1], held[-1][1] + min(end - held[-1][0], held[-1][2] - held[-1][1])


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
        return Phrase(
            source=("" if piece.opening else _START) + piece.pattern + _END,
            colon=":" in text,
            needs=tuple(sorted(piece.needs, key=_spread)),
            pair=min(piece.pairs, key=_both, default=None),
        )

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
    text = text.replace(",", " ")
    tokens: list[str] = _TOKEN.findall(text)
    if not tokens or "".join(tokens) != "".join(text.split()):
        raise RulesError(f"{text!r} is no phrase", todo="write words, and a list's name as {thing}")
    return tokens[::-1]


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


_SAID_ALL_THE_TIME = """
    a about all an and any are as at be been but by can can't could do does don't for from get go going got had has have
    he i i'm if in into is it it's just know like me my no not now of on one or our out she so some that that's the them
    then there they think this to up us was we we're we've well were what when which who will with would yeah you your
"""
_COMMON = frozenset(_SAID_ALL_THE_TIME.split())


@cache
def _spread(need: Keys) -> tuple[int, int, int, list[str]]:
    """Better ones first: few and long words, none of them said all the time."""
    return len(need & _COMMON), len(need), -min(map(len, need)), sorted(need)


def _both(pair: tuple[Keys, Keys]) -> tuple[int, int, int]:
    common = min(len(side & _COMMON) for side in pair)
    return common, len(pair[0]) * len(pair[1]), len(pair[0])


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
    opening: bool = False
    """Whether the pattern says for itself where it begins."""


def _sequence(tokens: list[str], lists: Lists, whole: str) -> Piece:
    """What stands up to `|` or a closing bracket, which stays."""
    pattern, needs, pairs = "", list[Keys](), list[tuple[Keys, Keys]]()
    first = last = None
    begun, bound, opening = False, True, False
    while tokens and tokens[-1] not in ("|", ")", "]"):
        token = tokens.pop()
        if token in _MARKS:
            opening = opening or (token == "^" and not begun)
            pattern, bound, begun = pattern + _MARKS[token], bound and token == "$", begun or token == "^"
        elif token == "[":
            inner = _group(tokens, "]", lists, whole).pattern
            pattern, bound = pattern + (f"(?: {inner})?" if begun else f"(?:{inner} )?"), False
        else:
            piece = _piece(token, tokens, lists, whole)
            pattern += (" " if begun else "") + piece.pattern
            if not begun:
                first, opening = (piece.first if bound else None), piece.opening
            elif bound and last and piece.first:
                pairs.append((last, piece.first))
            needs += piece.needs
            pairs += piece.pairs
            last, begun, bound = piece.last, True, True
    return Piece(pattern, tuple(needs), first, last if bound else None, tuple(pairs), opening)


_MARKS = {"^": _OPENING, "$": _CLOSING, "...": _GAP}


def _piece(token: str, tokens: list[str], lists: Lists, whole: str) -> Piece:
    """What one token begins."""
    if token == "(":
        return _group(tokens, ")", lists, whole)
    return lists.listed(token[1:-1], whole) if token.startswith("{") else _single(token)


@cache
def _single(token: str) -> Piece:
    """One word, or a colon; a sign before a word stands apart from it."""
    word = token.strip("#@:*").rstrip("'")
    known = _WORD.fullmatch(word) is not None
    key = frozenset([f"{word[:_KEY]}*" if token.endswith("*") else word]) if known else None
    sign = f"{re.escape(token[0])} " if token[0] in "#@" else ""
    begun = re.escape(word) + r"\S*+" if word else r"[\w'-]\S*+"
    pattern = begun if token.endswith("*") else re.escape(word or token)
    return Piece(sign + pattern, (key,) if key else (), key, key)


def _group(tokens: list[str], close: str, lists: Lists, whole: str) -> Piece:
    """Either of several pieces, up to the closing bracket."""
    branches: list[Piece] = []
    token = "|"
    while token != close:
        if len(tokens) > 1 and tokens[-2] in ("|", close) and _WORD.fullmatch(tokens[-1].rstrip("*")):
            branches.append(_single(tokens.pop()))
        else:
            branches.append(_sequence(tokens, lists, whole))
        if not tokens:
            raise RulesError(f"a bracket without its partner in {whole!r}", todo="close every bracket")
        token = tokens.pop()
    opening = any(one.opening for one in branches)
    said = [_START + one.pattern if opening and not one.opening else one.pattern for one in branches]
    whole_pattern = f"(?:{'|'.join(said)})"
    if len(branches) == 1:
        return branches[0]._replace(pattern=whole_pattern)
    needs = _any([min(one.needs, key=_spread, default=None) for one in branches])
    first, last = _any([one.first for one in branches]), _any([one.last for one in branches])
    return Piece(whole_pattern, (needs,) if needs else (), first, last, opening=opening)


def _any(sets: Sequence[Keys | None]) -> Keys | None:
    """All keys together, or None where one set is not known."""
    known = [one for one in sets if one is not None]
    return frozenset[str]().union(*known) if len(known) == len(sets) else None
