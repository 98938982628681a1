"""A corrections file: TOML text → records, and back."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date as Date
from pathlib import Path

from pydantic import ValidationError

from minutes.errors import NotFound, RulesError
from minutes.model.records import Record
from minutes.revising.corrections.mistakes import malformed, wrong
from minutes.revising.corrections.records import Corrections, Given, Meeting

_TOP = "# What a person set right in the minutes. `words` are words of the transcript that an item rests on."
_ORDER = ("kind", "words", "said_by", "which", *Given.model_fields, "why")


def load(path: str | os.PathLike[str]) -> Corrections:
    """The corrections in a TOML file.

    Raises:
        NotFound: the file is not there or may not be read.
        RulesError: a mistake in it, with its line, what is wrong, and what is allowed.
    """
    name = Path(path).name
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        why = (error.strerror or "cannot be read").lower()
        raise NotFound(why, file=name, todo="name a file of corrections") from None
    except UnicodeDecodeError:
        raise RulesError("not UTF-8 text", file=name, todo="save it as UTF-8") from None
    return parse(text, name)


def parse(text: str, name: str) -> Corrections:
    """The corrections of a TOML text; `name` is the file's name for messages. Raises RulesError."""
    try:
        return Corrections.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise malformed(error, text, name) from None
    except ValidationError as error:
        raise wrong(error, text, name) from None
    except (ValueError, RecursionError):  # numbers of thousands of digits, lists in lists in lists
        raise RulesError("not valid TOML", file=name, todo="mend it") from None


def dump(corrections: Corrections) -> str:
    """The text of a file that `load` reads as equal corrections; what is not given is left out."""
    tables: list[tuple[str, dict[str, object]]] = [
        ("[meeting]", _fields(corrections.meeting, Meeting.model_fields)),
        ("[names]", {_text(label): right for label, right in corrections.names.items()}),
        *(("[[drop]]", _fields(one, _ORDER)) for one in corrections.drop),
        *(("[[change]]", _fields(one, _ORDER)) for one in corrections.change),
        *(("[[merge]]", _fields(one, _ORDER)) for one in corrections.merge),
        *(("[[add]]", _fields(one, _ORDER)) for one in corrections.add),
        *(("[[keep]]", _fields(one, _ORDER)) for one in corrections.keep),
    ]
    return "\n\n".join([_TOP, *("\n".join(_table(head, fields)) for head, fields in tables if fields)]) + "\n"


def _fields(record: Record, names: Iterable[str]) -> dict[str, object]:
    """The fields of a record that say something."""
    values = {name: getattr(record, name, None) for name in names}
    return {name: value for name, value in values.items() if value is not None and (name, value) != ("withhold", ())}


def _table(head: str, fields: Mapping[str, object]) -> Iterator[str]:
    yield head
    for key, value in fields.items():
        yield f"{key} = {_value(value)}"


def _value(value: object) -> str:
    match value:
        case Date():
            return value.isoformat()
        case int():
            return str(value)
        case ():
            return _text("")
        case (str(one),):
            return _text(one)
        case tuple():
            return "\n".join(["[", *(f"    {_text(one)}," for one in value), "]"])
        case _:
            return _text(str(value))


def _text(text: str) -> str:
    """The text as a basic string of TOML, which JSON would write alike but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
