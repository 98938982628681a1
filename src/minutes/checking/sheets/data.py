"""The JSON of a recap or of a series: what its page would show."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from minutes.checking.sheets.sheet import Sheet
from minutes.errors import BrokenFile, UnknownFormat
from minutes.model import Recap, Series
from minutes.writing.outline import outline

_KINDS: dict[object, type[Recap] | type[Series]] = {"minutes/recap/1": Recap, "minutes/series/1": Series}
_AGAIN = "write it again from the recap"


def read(text: str) -> Sheet:
    """The page of the recap that the text holds."""
    value = _value(text)
    schema = value.get("schema") if isinstance(value, dict) else None
    kind = _KINDS.get(schema) if isinstance(schema, str) else None
    if kind is None:
        raise UnknownFormat("JSON, but neither a recap nor a series", todo="give the JSON that was written as minutes")
    try:
        recap = kind.model_validate_json(text)
    except ValidationError as error:
        raise _told(error) from None
    return Sheet("json", outline(recap).blocks, recap=recap)


def _value(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        told = f"not valid JSON: {error.msg[:1].lower()}{error.msg[1:].removesuffix(' starting at')}"
        raise BrokenFile(told, place=place, todo=_AGAIN) from None
    except (RecursionError, ValueError):  # too many levels, a number of thousands of digits
        raise BrokenFile("JSON that no recap needs: too deep, or a number too long", todo=_AGAIN) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The fields of an object; one that stands there twice would be lost."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BrokenFile("a field that stands there twice", place=f"field {twice}", todo="keep the right one")
    return fields


def _told(error: ValidationError) -> BrokenFile:
    first = error.errors()[0]
    place = ".".join(map(str, first["loc"]))
    told = f"{first['msg'][:1].lower()}{first['msg'][1:]}".rstrip(".")
    return BrokenFile(told, place=f"field {place}" if place else None, todo=_AGAIN)
