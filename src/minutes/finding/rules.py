"""What a cue is: phrases that make a rule fire, phrases that silence it, and sentences that prove it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import Field, ValidationError

from minutes.errors import NotFound, RulesError, not_toml, placed
from minutes.finding.phrases import Lists
from minutes.model.records import Record

_TOLD = {
    "missing": "is missing",
    "extra_forbidden": "is no field of a cue",
    "string_pattern_mismatch": 'must be like "challenge.visa": small letters, with a dot',
    "too_short": "must hold at least one",
    "tuple_type": 'must be a list: ["one", "two"]',
    "string_type": "must be text in quotation marks",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
}
"""What is wrong with a field, for people who don't program."""


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


@cache
def standard() -> Rulebook:
    """The rules that come with the library: all files of `words/en`, in the order of their names."""
    folder = files("minutes.finding") / "words" / "en"
    book = Rulebook()
    for file in sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name):
        book = book.plus(parse(file.read_text("utf-8"), file.name))
    return book


def load(path: Path) -> Rulebook:
    """A user's own rules, to be used as `standard().plus(load(path))`.

    Raises:
        NotFound: the file is not there or may not be read.
        RulesError: a mistake in it, with the line, or the cue and its field.
    """
    try:
        book = parse(path.read_text("utf-8-sig"), path.name)
    except OSError as error:
        raise NotFound(
            (error.strerror or "cannot be read").lower(), file=path.name, todo="name a file of rules"
        ) from error
    except UnicodeDecodeError as error:
        raise RulesError("not UTF-8 text", file=path.name, todo="save it as UTF-8") from error
    _understood(book, path.name)
    return book


def parse(text: str, name: str) -> Rulebook:
    """The rules of a TOML text; `name` is the file's name for messages."""
    try:
        return Rulebook.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise not_toml(error, name) from error
    except ValidationError as error:
        first = error.errors()[0]
        told = _TOLD.get(first["type"], first["msg"])
        raise RulesError(told, file=name, place=placed(first["loc"]), todo="see docs/rules.md") from error


def _understood(book: Rulebook, name: str) -> None:
    """Raises where a cue of a user's book does what no kind of finding reads, or has a phrase with a mistake."""
    acts = {cue.act for cue in standard().cue}
    known = Lists(standard().plus(book).lists)
    for number, cue in enumerate(book.cue, 1):
        if cue.act not in acts:
            todo = f"use one of: {', '.join(sorted(acts))}"
            raise RulesError(
                f"nothing is known that does {cue.act!r}", file=name, place=f"cue {number}, act", todo=todo
            )
        for field, said in [("say", cue.say), ("unless", cue.unless)]:
            for text in said:
                try:
                    known.phrase(text)
                except RulesError as error:
                    raise RulesError(error.what, file=name, place=f"cue {number}, {field}", todo=error.todo) from error
