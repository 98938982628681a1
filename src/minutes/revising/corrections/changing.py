"""What a person says of an item, in the fields of its record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from minutes.model import Evidence, NextStep, Ownership, Speaker, Transcript
from minutes.revising.corrections.kinds import Item, Kind
from minutes.revising.corrections.records import Given
from minutes.revising.corrections.spoken import spoken, verbatim
from minutes.revising.corrections.values import GROUP

_QUOTED = ("due_said", "quote", "takeaway", "outcomes")
"""What stands in quotation marks on the page."""
_LISTS = ("proposers", "channels", "outcomes")
"""The fields that hold several texts."""


def changed(item: Item, kind: Kind, given: Given, transcript: Transcript) -> Item | str:
    """The item as a person has it, or why it cannot be so.

    Without new words for it, a new date has none: the old ones name another day.
    """
    if not given.given:
        return item
    if isinstance(item, Speaker):
        said = _background(item, given, transcript)
    else:
        said = fields(kind, given, getattr(item, "evidence", ()), transcript)
    if isinstance(said, str):
        return said
    if said.get("due", unchanged := getattr(item, "due", None)) != unchanged:
        said = {"due_said": None, **said}
    by_hand = (*item.by_hand, *(kind.fields[name] for name in given.given))
    return item.model_copy(update={**said, "by_hand": tuple(dict.fromkeys(by_hand))})


def told(item: Item, kind: Kind) -> dict[str, object]:
    """What an item says, by the names of the file; None where no file can say it, as that an owner is to settle."""
    return {name: _told(item, name, getattr(item, field)) for name, field in kind.fields.items()}


def _told(item: Item, name: str, value: object) -> object:
    if isinstance(item, NextStep) and name == "owner":
        held: dict[Ownership, object] = {Ownership.GROUP: (GROUP,), Ownership.TO_SETTLE: None}
        return held.get(item.ownership, item.owners)
    if name == "who" and not isinstance(value, tuple):
        return (value,) if value else ()
    return "" if value is None else value


def news(item: Item, kind: Kind, said: Mapping[str, Any]) -> dict[str, Any]:
    """Of what a person says of an item, what is not so already; with a new day, the words for it if there are any."""
    before = told(item, kind)
    new = {name: value for name, value in said.items() if before[name] != value}
    if "due" in new:
        new.pop("due_said", None)
        new |= {"due_said": words} if (words := said.get("due_said")) else {}
    return new


def fields(kind: Kind, given: Given, near: Sequence[Evidence], transcript: Transcript) -> dict[str, Any] | str:
    """The fields of a record as a person gives them, or why an item of this kind cannot have them.

    What is quoted is looked for in `near` first, then everywhere.
    """
    wrong = given.misfit(kind)
    if wrong:
        return wrong.message()
    said: dict[str, Any] = {}
    for name, value in given.given.items():
        held = _quoted(value, near, transcript) if name in _QUOTED else value
        if held is None:
            return f"nobody said the words of its {name}"
        said |= _held(kind, name, held)
    return said


def _quoted(value: object, near: Sequence[Evidence], transcript: Transcript) -> object:
    """One text or several, as somebody said them; None where nobody said one of them."""
    if isinstance(value, tuple):
        quotes = tuple(verbatim(text, near, transcript) for text in value)
        return None if None in quotes else quotes
    return verbatim(str(value), near, transcript) if value else value


def _held(kind: Kind, name: str, value: object) -> dict[str, Any]:
    """The fields of the record that hold a value of the file."""
    field = kind.fields[name]
    if name == "owner":
        whole = Ownership.GROUP if value == (GROUP,) else Ownership.NAMED if value else Ownership.NOBODY
        return {field: value if whole is Ownership.NAMED else (), "ownership": whole}
    if isinstance(value, tuple) and field not in _LISTS:
        return {field: value[0] if value else None}
    return {field: value if field in _LISTS else value or None}


def _background(speaker: Speaker, given: Given, transcript: Transcript) -> dict[str, Any] | str:
    """What somebody said of himself, as he said it."""
    if not given.background:
        return {"background": None, "evidence": ()}
    piece = spoken(given.background, transcript, speaker.labels)
    return {"background": piece.quote, "evidence": (piece,)} if piece else "nobody said the words of its background"
