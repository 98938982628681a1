"""What a cue is: phrases that make a rule fire, phrases that silence it, and sentences that prove it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from pydantic import Field, ValidationError

from minutes.errors import NotFound, RulesError
from minutes.model.records import Record

_TOKEN = re.compile(r"\s*(\(|\)|\||\[|\]|\.\.\.|\^|\$|\{[a-z_]+\}|[^\s()|\[\]{}]+)")
_GAP = r"(?:[\s,;:—–-]+[\w'’-]+){0,4}?"
_JOIN = r"[\s,;:—–\"-]+"
_OPENING = (
    r"^\W*(?:(?:so|and|but|okay|ok|well|right|then|now|yeah|yes|yep|no|oh|also|or|because|look|listen|alright|sure|great|good|"
    r"perfect|thanks|thank you|anyway|maybe|plus|sorry|please)\b[\s,.!:—–-]*){0,3}"
)
_CLOSING = r"(?=[\s.,!?…\"')—–-]*$)"


class Cue(Record):
    """One rule of words."""

    id: str = Field(pattern=r"^[a-z-]+(\.[a-z0-9-]+)+$")
    """Names the rule in `explain` and in the recap: "proposal.idea"."""
    act: str
    """What a sentence does that has these words: "propose", "promise", "settle"…"""
    say: tuple[str, ...] = Field(min_length=1)
    """Phrases, any of which makes the rule fire."""
    unless: tuple[str, ...] = ()
    """Phrases, any of which in the same sentence silences it."""
    weight: float = 1.0
    """How much it counts where a kind adds up several cues."""
    hits: tuple[str, ...] = Field(min_length=1)
    """Sentences it must find."""
    misses: tuple[str, ...] = Field(min_length=1)
    """Sentences it must leave."""


class Rulebook(Record):
    """Cues and the named word lists that their phrases use."""

    lists: Mapping[str, tuple[str, ...]] = {}
    weights: Mapping[str, Mapping[str, float]] = {}
    """For each kind that is weighed by whole turns, how much each feature of a turn speaks for it."""
    cue: tuple[Cue, ...] = ()

    def plus(self, other: Rulebook) -> Rulebook:
        """Both books; where they share an id or a list, the other's words hold."""
        cues = {cue.id: cue for cue in (*self.cue, *other.cue)}
        return Rulebook(
            lists={**self.lists, **other.lists}, weights={**self.weights, **other.weights}, cue=tuple(cues.values())
        )


class Phrase(NamedTuple):
    """A phrase ready to be searched for; its pattern is compiled when a sentence first asks for it."""

    source: str
    anchors: frozenset[str]
    """Lower-case words or beginnings of words (ending in *), one of which every match holds; empty: always look."""

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in the text that has the phrase."""
        return _compiled(self.source).search(text)


@cache
def standard() -> Rulebook:
    """The rules that come with the library: all files of `words/en`, in the order of their names."""
    folder = files("minutes.finding") / "words" / "en"
    book = Rulebook()
    for file in sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name):
        book = book.plus(parse(file.read_text("utf-8"), file.name))
    return book


def load(path: Path) -> Rulebook:
    """A user's own rules.

    Raises:
        NotFound: the file is not there or may not be read.
        RulesError: a mistake in it, with the cue and the field named.
    """
    try:
        return parse(path.read_text("utf-8"), path.name)
    except OSError as error:
        raise NotFound(error.strerror or "cannot be read", file=path.name, todo="name a file of rules") from error
    except UnicodeDecodeError as error:
        raise RulesError("not UTF-8 text", file=path.name, todo="save it as UTF-8") from error


def parse(text: str, name: str) -> Rulebook:
    """The rules of a TOML text; `name` is the file's name for messages."""
    try:
        book = Rulebook.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise RulesError(f"not TOML ({error})", file=name, todo="mend that line") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ", ".join(f"{part} {number + 1}" if isinstance(number, int) else str(part) for part, number in _pairs(first["loc"]))
        raise RulesError(first["msg"], file=name, place=place, todo="see docs/rules.md") from error
    return book


def _pairs(loc: tuple[int | str, ...]) -> list[tuple[int | str, int | str]]:
    """`("cue", 1, "say")` → `[("cue", 1), ("say", "")]`."""
    pairs: list[tuple[int | str, int | str]] = []
    for part in loc:
        if isinstance(part, int) and pairs:
            pairs[-1] = (pairs[-1][0], part)
        else:
            pairs.append((part, ""))
    return pairs


def phrase(text: str, lists: Mapping[str, tuple[str, ...]]) -> Phrase:
    """A phrase of the rule language as a pattern.

    Words stand for themselves; `word*` for every word that begins so; `(a|b)` for either; `[x]` for x or nothing; `...`
    for up to four words; `{list}` for any entry of a named list; `^` and `$` for the beginning and the end of the
    sentence.

    Raises:
        RulesError: an unknown list, or brackets that do not close.
    """
    tokens = _TOKEN.findall(text)
    pattern, rest, anchors = _sequence(tokens, lists, text)
    if rest:
        raise RulesError(f"{rest[0]!r} without its partner in {text!r}", todo="close every bracket")
    return Phrase(pattern, min(anchors, key=_spread, default=frozenset()))


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def _spread(anchor: frozenset[str]) -> tuple[int, int, list[str]]:
    """Better anchors first: few and long words."""
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


def _group(tokens: list[str], close: str, lists: Mapping[str, tuple[str, ...]], whole: str) -> tuple[str, list[str], Anchors]:
    branches: list[str] = []
    held: list[Anchors] = []
    while True:
        branch, tokens, anchors = _sequence(tokens, lists, whole)
        branches.append(branch)
        held.append(anchors)
        if not tokens:
            raise RulesError(f"a bracket without its partner in {whole!r}", todo="close every bracket")
        token, *tokens = tokens
        if token == close:
            break
    both = [frozenset[str]().union(*(min(anchors, key=_spread) for anchors in held))] if all(held) else []
    return f"(?:{'|'.join(branches)})", tokens, both


def _listed(name: str, lists: Mapping[str, tuple[str, ...]], whole: str) -> tuple[str, Anchors]:
    if name not in lists:
        raise RulesError(f"no list {name!r} for {whole!r}", todo=f"use one of: {', '.join(sorted(lists))}")
    pieces, _, anchors = _group([*_TOKEN.findall("|".join(lists[name])), ")"], ")", lists, whole)
    return pieces, anchors


def _anchor(token: str) -> Anchors:
    word = token.lower().strip("#@:")
    return [frozenset([word])] if word.strip("*") else []


def _word(token: str) -> str:
    if token == ":":
        return r"\s*:"
    body = re.escape(token.rstrip("*")).replace("'", "['’]")
    return rf"(?<![\w'’-]){body}[\w'’-]*" if token.endswith("*") else rf"(?<![\w'’-]){body}(?![\w-]|['’]\w)"
