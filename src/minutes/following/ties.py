"""What a person says of ties: which words of two meetings are of one matter, and which are not."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from minutes.errors import NotFound, RulesError, not_toml, placed
from minutes.model import Recap, ThreadItem
from minutes.model.records import Record

_WORD = re.compile(r"\w+")
_KINDS = ("proposals", "decisions", "next_steps", "reports")
_TODO = "see docs/series.md"


def _pair(value: object) -> tuple[str, str]:
    if not (isinstance(value, list) and len(value) == 2 and all(isinstance(one, str) for one in value)):
        raise PydanticCustomError("ties", 'must be the words of both sides: ["one", "two"]')
    if not all(map(_plain, value)):
        raise PydanticCustomError("ties", "holds no words on one side")
    return value[0], value[1]


Pair = Annotated[tuple[str, str], BeforeValidator(_pair)]


State = Literal["open", "done", "dropped", "in force", "superseded", "proposed", "running", "rejected"]


class Untie(Record):
    """Two things of a series that are not one matter."""

    words: Pair
    """Words on which each of them rests."""
    why: str | None = None
    """For people who read the file."""


class Tie(Untie):
    """Two things of a series that are one matter, and where it stands, if a person says so."""

    state: State | None = None


class Stated(Record):
    """Where one thing of a series stands, whatever was found of it."""

    words: str
    """Words on which it rests."""
    state: State
    why: str | None = None
    """For people who read the file."""


class Ties(Record):
    """What a person says of the ties of a series."""

    tie: tuple[Tie, ...] = ()
    untie: tuple[Untie, ...] = ()
    stands: tuple[Stated, ...] = ()


def load(path: str | os.PathLike[str]) -> Ties:
    """The ties in a TOML file.

    Raises:
        NotFound: the file is not there or may not be read.
        RulesError: a mistake in it, with its place and what is allowed.
    """
    name = Path(path).name
    try:
        return parse(Path(path).read_bytes().decode("utf-8-sig"), name)
    except OSError as error:
        raise NotFound((error.strerror or "cannot be read").lower(), file=name, todo="name a file of ties") from None
    except UnicodeDecodeError:
        raise RulesError("not UTF-8 text", file=name, todo="save it as UTF-8") from None


def parse(text: str, name: str) -> Ties:
    """The ties of a TOML text; `name` is the file's name for messages. Raises RulesError."""
    try:
        return Ties.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise not_toml(error, name) from None
    except ValidationError as error:
        first = error.errors()[0]
        raise RulesError(_told(first), file=name, place=placed(first["loc"]), todo=_TODO) from None


def _told(error: ErrorDetails) -> str:
    match error["type"]:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            return "is not known here"
        case "literal_error":
            return f"{error['input']!r} is no state; the states are {error['ctx']['expected'].replace(' or ', ', ')}"
        case "string_type":
            return "must be text in quotation marks"
        case "tuple_type" | "model_type":
            return "must be written as a table: [[tie]], [[untie]] or [[stands]]"
        case _:
            return error["msg"]


class Judge:
    """Ties that a person has made or undone, by the places of both sides; what fits nothing is in `stale`."""

    def __init__(self, ties: Ties, recaps: Sequence[Recap]) -> None:
        self.stale: list[str] = []
        self._states: dict[frozenset[ThreadItem], str] = {}
        self._tied = {pair for one in ties.tie for pair in self._sides(one, recaps)}
        self._untied = {pair for one in ties.untie for pair in self._sides(one, recaps)}
        for stated in ties.stands:
            resting = self._found(stated.words, recaps)
            self._states |= dict.fromkeys((frozenset([one]) for one in resting), stated.state)

    @property
    def told(self) -> bool:
        """Whether anybody said anything."""
        return bool(self._tied or self._untied)

    def says(self, one: ThreadItem, others: Iterable[ThreadItem]) -> bool | None:
        """Whether something is of one matter with any of the others; None where nobody said."""
        pairs = {frozenset((one, other)) for other in others}
        if pairs & self._untied:
            return False
        return True if pairs & self._tied else None

    def state(self, items: Sequence[ThreadItem]) -> str | None:
        """Where a matter stands, if a person said so."""
        held = frozenset(items)
        return next((state for pair, state in self._states.items() if pair <= held), None)

    def _sides(self, one: Untie, recaps: Sequence[Recap]) -> set[frozenset[ThreadItem]]:
        sides = [self._found(words, recaps) for words in one.words]
        pairs = {frozenset((here, there)) for here in sides[0] for there in sides[1] if here.recap != there.recap}
        if all(sides) and not pairs:
            self.stale.append(f'"{one.words[0]}" and "{one.words[1]}" are words of one meeting')
        if isinstance(one, Tie) and one.state:
            self._states |= dict.fromkeys(pairs, one.state)
        return pairs

    def _found(self, words: str, recaps: Sequence[Recap]) -> list[ThreadItem]:
        found = _resting(words, recaps)
        if not found:
            self.stale.append(f'"{words}": nothing that was found in these meetings rests on these words')
        return found


def _resting(words: str, recaps: Sequence[Recap]) -> list[ThreadItem]:
    """What rests on these words, of whatever kind."""
    sought = _plain(words)
    return [
        ThreadItem(recap=at, id=found.id)
        for at, recap in enumerate(recaps)
        for kind in _KINDS
        for found in getattr(recap, kind)
        if any(sought in _plain(piece.quote) for piece in found.evidence)
    ]


def _plain(text: str) -> str:
    """The words in small letters between spaces, so that part of a word is not taken for it."""
    words = _WORD.findall(text.casefold())
    return f" {' '.join(words)} " if words else ""
