"""What can be said of an item, as the fields of a form: each holds a text, and is read back from one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

from pydantic import ValidationError

from minutes.checking import reading_back as back
from minutes.errors import InputError
from minutes.model import Outcome, Status
from minutes.reading.decoding import clean
from minutes.revising.corrections.changing import told
from minutes.revising.corrections.kinds import Item, Kind
from minutes.revising.corrections.values import GROUP
from minutes.writing.words import Words

Input = Literal["long", "line", "people", "day", "choice", "lines"]


class Choice(NamedTuple):
    """One of the values that a field can have, or that are offered for it."""

    value: str
    label: str


class Field(NamedTuple):
    """A field of a form."""

    name: str
    label: str
    input: Input
    value: str = ""
    choices: tuple[Choice, ...] = ()
    hint: str = ""


class Form(NamedTuple):
    """An empty form for a new item."""

    kind: str
    title: str
    name: str
    fields: tuple[Field, ...]


class _Shape(NamedTuple):
    label: str
    input: Input
    hint: str = ""


_VERBATIM = "Only words that somebody said."
_SHAPES: Mapping[str, _Shape] = {
    "name": _Shape("Name", "line"),
    "title": _Shape("Title", "line"),
    "text": _Shape("Wording", "long"),
    "owner": _Shape("Who", "people", "Names with commas between them, “the group”, or nothing."),
    "due": _Shape("By when", "day"),
    "who": _Shape("From whom", "people"),
    "outcome": _Shape("Outcome", "choice"),
    "status": _Shape("Status", "choice"),
    "aim": _Shape("Aim", "long"),
    "channels": _Shape("Where", "line", "With commas between them."),
    "outcomes": _Shape("What came of it", "lines", f"One to a line. {_VERBATIM}"),
    "quote": _Shape("Quote", "long", _VERBATIM),
    "takeaway": _Shape("Lesson", "long", _VERBATIM),
    "background": _Shape("In their own words", "long", _VERBATIM),
    "label": _Shape("Label", "line"),
    "url": _Shape("Address", "line"),
    "group": _Shape("Group", "line"),
    "date": _Shape("Day", "day"),
    "place": _Shape("Place", "line"),
    "chair": _Shape("Chair", "people"),
    "note_taker": _Shape("Note-taker", "people"),
    "apologies": _Shape("Apologies", "line", "Those who were away, with commas between them."),
    "adopted": _Shape("Adopted on", "day", "The day on which the group adopted these minutes."),
}
"""How a person sees each field; `due_said` follows the day."""
_CHOICES: Mapping[str, type[Outcome] | type[Status]] = {"outcome": Outcome, "status": Status}


def people(names: Iterable[str]) -> tuple[Choice, ...]:
    """Those who are offered where somebody is to be named."""
    return tuple(Choice(name, name) for name in names)


def form(kind: Kind, held: Mapping[str, str], people: tuple[Choice, ...], fixed: Words) -> tuple[Field, ...]:
    """The fields of a kind, with the values that they hold."""
    return tuple(field(name, held.get(name, ""), people, fixed) for name in _names(kind))


def field(name: str, value: str, people: tuple[Choice, ...], fixed: Words) -> Field:
    """One field with its value, and what is offered for it."""
    shape = _SHAPES[name]
    offered = people if shape.input == "people" else _offered(name, fixed)
    return Field(name, shape.label, shape.input, value, offered, shape.hint)


def _offered(name: str, fixed: Words) -> tuple[Choice, ...]:
    return tuple(Choice(one.value, getattr(fixed, name)[one.value]) for one in _CHOICES.get(name, ()))


def empty(kind: Kind, title: str, people: tuple[Choice, ...], fixed: Words) -> Form:
    """The form for a new item of a kind."""
    return Form(kind.name, title, kind.one, form(kind, _DEFAULT, people, fixed))


_DEFAULT = {"outcome": Outcome.CARRIED.value, "status": Status.PROPOSED.value}


def shown(item: Item, kind: Kind, fixed: Words) -> dict[str, str]:
    """What an item says, as the texts of its form."""
    said = told(item, kind)
    to_settle = fixed.ownership["or"].join(getattr(item, "owners", ()))
    return {name: to_settle if value is None else text(name, value, fixed) for name, value in said.items()}


def text(name: str, value: object, fixed: Words) -> str:
    """A value of a corrections file as the text of a field."""
    if value == (GROUP,):
        return fixed.ownership["group"]
    if isinstance(value, tuple):
        return ("\n" if name == "outcomes" else ", ").join(value)
    return str(value)


def read(sent: Mapping[str, str], before: Mapping[str, str], fixed: Words) -> dict[str, Any]:
    """What a person changed in a form, by the names of a corrections file: `owner = ("Lena",)`."""
    known = {name: _clean(name, value) for name, value in sent.items() if name in _SHAPES}
    return {name: _read(name, value, fixed) for name, value in known.items() if value != before.get(name, "")}


def _clean(name: str, value: str) -> str:
    """What was typed without what no page can show; only a field of several lines keeps them apart."""
    lines = [" ".join(line.split()) for line in clean(value).splitlines()]
    return ("\n" if _SHAPES[name].input == "lines" else " ").join(filter(None, lines))


def plain(error: ValidationError) -> InputError:
    """A value that no corrections file may hold, in one line."""
    (first, *_) = error.errors()
    more = first.get("ctx", {})
    names = [part for part in first["loc"] if isinstance(part, str)]
    label = _SHAPES[names[-1]].label if names and names[-1] in _SHAPES else ""
    what = str(more.get("what", "cannot be so"))
    return InputError(f"{label} {what}".strip(), todo=more.get("todo"))


def _names(kind: Kind) -> tuple[str, ...]:
    """The fields of a kind in the order of its form."""
    own = {*kind.fields, *(("name",) if kind.name == "speaker" else ())}
    return tuple(name for name in _SHAPES if name in own)


def _read(name: str, value: str, fixed: Words) -> object:
    match name:
        case "owner":
            return back.owner([value], fixed)
        case "who" | "channels" | "apologies":
            return back.listed([value], fixed)
        case "outcomes":
            return tuple(filter(None, map(str.strip, value.splitlines())))
        case _:
            return value.strip()
