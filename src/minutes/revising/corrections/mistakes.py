"""Mistakes in a corrections file, told by file, line, what is wrong and what is allowed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from minutes.errors import RulesError
from minutes.model.records import Record
from minutes.revising.corrections.lines import line
from minutes.revising.corrections.records import Add, Change, Corrections, Drop, Keep, Meeting, Merge

_LINE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|(?P<end>end of document))\)$")
"""Where in the file a mistake of TOML stands: `Invalid value (at line 3, column 4)`."""
_TABLES: Mapping[str, type[Record]] = {
    "meeting": Meeting,
    "drop": Drop,
    "change": Change,
    "merge": Merge,
    "add": Add,
    "keep": Keep,
}
_ONCE = ("meeting", "names")
_CURLY = re.compile(r"[=,[]\s*[“”„«»‘’]")
"""Text in the marks of a word processor: `words = “note”`."""


class Place(NamedTuple):
    """Where a mistake is: a table, its number among those of its name, from 0, and the key in it."""

    table: str
    number: int
    key: str | None


def _headed(table: str) -> str:
    """A table as it is written: `[meeting]`, `[[drop]]`."""
    return f"[{table}]" if table in _ONCE else f"[[{table}]]"


ALL = ", ".join(map(_headed, Corrections.model_fields))


def malformed(error: tomllib.TOMLDecodeError, text: str, name: str) -> RulesError:
    """The error for a text that is no TOML."""
    found = _LINE.search(str(error))
    lines = text.splitlines() or [""]
    number = int(found["line"] or len(lines)) if found else 1
    what = str(error)[: found.start()] if found else str(error)
    if what == "Cannot overwrite a value":
        what, todo = "the key stands twice in its table", "keep one of them"
    elif _CURLY.search(lines[min(number, len(lines)) - 1]):
        todo = 'use straight quotation marks: "…"'
    else:
        todo = 'write each line as key = "text", or key = 2024-02-23'
    return RulesError(what, file=name, place=f"line {number}", todo=todo)


def wrong(error: ValidationError, text: str, name: str) -> RulesError:
    """The error for TOML that is not what a corrections file holds; of several mistakes the first."""
    places = [(_place(one), one) for one in error.errors()]
    # what is missing may only be misspelt, and then the misspelt key says more
    found = [(one["type"] == "missing", line(text, *place) or 0, place, one) for place, one in places]
    _, number, place, one = min(found, key=lambda each: each[:2])
    what, todo = _told(place, one, text)
    return RulesError(what, file=name, place=f"line {number}" if number else None, todo=todo)


def _place(one: ErrorDetails) -> Place:
    more = one.get("ctx", {})
    table, *rest = one["loc"] or (more["table"], more["number"])
    number = next((part for part in rest if isinstance(part, int)), 0)
    key = more.get("key", next((part for part in rest if isinstance(part, str)), None))
    return Place(str(table), number, key)


def _told(place: Place, one: ErrorDetails, text: str) -> tuple[str, str]:
    """What is wrong, and what to do."""
    more, (table, _, key) = one.get("ctx", {}), place
    match one["type"]:
        case "corrections":
            return _sentence(place, one, text), more["todo"]
        case "extra_forbidden" if key:
            return f"{_headed(table)} has no {key}", f"use one of: {', '.join(_TABLES[table].model_fields)}"
        case "extra_forbidden":
            return f"no table is called {table}", f"use one of: {ALL}"
        case "missing":
            return f"{key} is missing", f'add {key} = "…"'
        case "enum":
            return f"{key} {one['input']!r} is not known", f"use one of: {more['expected'].replace(' or ', ', ')}"
        case _:
            return f"{table} is not written as a table", f"begin it with {_headed(table)}"


def _sentence(place: Place, one: ErrorDetails, text: str) -> str:
    """What is wrong, with the key or the other table that it is about."""
    more, what = one["ctx"], str(one["ctx"]["what"])
    if "other" in more:
        return f"{what}, first on line {line(text, *more['other'])}"
    if "key" in more or not isinstance(one["loc"][-1], str):
        return what
    return f'"{place.key}" {what}' if place.table == "names" else f"{place.key} {what}"
