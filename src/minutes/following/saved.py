"""Minutes that were saved as JSON, read again."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from minutes.errors import BrokenFile, InputError, MinutesError, NotFound, UnknownFormat
from minutes.model import Recap, Series

_KINDS: dict[object, type[Recap] | type[Series]] = {"minutes/recap/1": Recap, "minutes/series/1": Series}
_OURS = re.compile(rb'\s*\{\s*"schema"\s*:\s*"minutes/(?:recap|series)/')
_OTHER = re.compile(r"minutes/(?:recap|series)/\S*")
_AGAIN = "write it again from the recap"


def saved(data: bytes) -> bool:
    """Whether the bytes are saved minutes, of whatever version; their beginning is enough."""
    return _OURS.match(data.removeprefix(b"\xef\xbb\xbf")) is not None


def load(path: str | os.PathLike[str]) -> Recap:
    """The minutes of one meeting in a file.

    Raises:
        NotFound: the file is not there or may not be read.
        UnknownFormat: no saved minutes.
        BrokenFile: damaged.
        InputError: of another version, or of several meetings.
    """
    name = Path(path).name
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        why = (error.strerror or "cannot be read").lower()
        raise NotFound(why, file=name, todo="name minutes that were saved as JSON") from None
    if not saved(data):
        raise UnknownFormat("no saved minutes", file=name, todo="name those that were written as JSON")
    try:
        found = recaps(data)
    except MinutesError as error:
        raise error.at(name) from None
    if len(found) != 1:
        raise InputError("minutes of a series", file=name, todo="name those of the meeting before alone")
    return found[0]


def recaps(data: bytes) -> tuple[Recap, ...]:
    """The minutes of the one meeting or of the several that the bytes hold; raises as `parse` does."""
    try:
        found = parse(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnknownFormat("not UTF-8 text", todo="give the JSON that was written as minutes") from error
    return (found,) if isinstance(found, Recap) else found.recaps


def parse(text: str) -> Recap | Series:
    """The minutes in a JSON text.

    Raises:
        BrokenFile: not valid JSON, or not what minutes are.
        InputError: of another version.
        UnknownFormat: no minutes at all.
    """
    value = _value(text)
    schema = value.get("schema") if isinstance(value, dict) else None
    kind = _KINDS.get(schema) if isinstance(schema, str) else None
    if kind is None and isinstance(schema, str) and _OTHER.fullmatch(schema):
        raise InputError(f"written by another version: schema {schema}", todo="make it again from the transcript")
    if kind is None:
        raise UnknownFormat("JSON, but neither a recap nor a series", todo="give the JSON that was written as minutes")
    try:
        return kind.model_validate_json(text)
    except ValidationError as error:
        raise _told(error) from None


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
