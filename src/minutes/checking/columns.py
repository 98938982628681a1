"""Which part of a line holds which field of an item, and how it is read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date as Date
from typing import Any, NamedTuple

from minutes.checking import reading_back as back
from minutes.checking.entries import Entry
from minutes.revising.corrections.kinds import Kind
from minutes.writing.words import Words

_SECTIONS = {"topic": "topics", "speaker": "speakers", "unsaved link": "unsaved_links"}
_PROPOSAL = ("status", "aim", "channels", "outcomes", "takeaway")
_WHO = {"challenge": "raised_by", "advice": "given_by", "question": "asked_by"}


class Column(NamedTuple):
    """A field of an item, where it stands in a line."""

    labels: tuple[str, ...]
    """Of the parts that hold it."""
    reader: Callable[[Sequence[Sequence[str]], Words, Date | None], dict[str, Any]]

    def of(self, entry: Entry, fixed: Words) -> tuple[tuple[str, ...], ...]:
        """What stands in a line under each label, without the remark that a person added it."""
        told = [(part.label, fixed.unmarked(part.text)) for part in entry.parts]
        return tuple(tuple(text for label, text in told if label == own and text) for own in self.labels)

    def read(self, entry: Entry, fixed: Words, held: Date | None) -> dict[str, Any]:
        """The fields of a correction; raises ValueError with a sentence where the text cannot be read."""
        return self.reader(self.of(entry, fixed), fixed, held)


def section(kind: Kind) -> str:
    """The key of the title under which the items of a kind stand."""
    return _SECTIONS.get(kind.name, kind.items)


def columns(kind: Kind, fixed: Words) -> Iterator[Column]:
    """The fields of a kind that a person can change on a page."""
    match kind.name:
        case "next step":
            at = fixed.columns
            yield _one(at["what"], "text", back.text)
            yield _one(at["who"], "owner", back.owner)
            yield Column((at["due"], f"{at['due']}, the words"), back.due)
        case "proposal":
            yield _one("title", "title", back.text)
            yield _one("", "text", back.text)
            yield _one(fixed.facts["proposers"], "who", back.listed)
            yield from (_one(fixed.facts[name], name, _PROPOSED.get(name, back.text)) for name in _PROPOSAL)
            yield _one("quote", "quote", back.text)
        case "decision":
            yield _one("", "text", back.text)
            yield _one("note", "outcome", back.state("outcome"))
        case "challenge" | "advice" | "question":
            yield _one("", "text", back.text)
            yield _one("note", "who", back.person(_WHO[kind.name]))
        case "topic":
            yield _one(fixed.columns["topic"], "title", back.text)
        case "speaker":
            yield _one(fixed.columns["background"], "background", back.text)
        case "resource":
            yield _one("", "label", back.text)
            yield _one("link", "url", back.text)
            yield _one("note", "who", back.sharer)


_PROPOSED: Mapping[str, back.Reader] = {
    "status": back.state("status"),
    "channels": back.listed,
    "outcomes": back.texts,
}


def _one(label: str, name: str, reader: back.Reader) -> Column:
    """A field that stands in one part."""

    def read(said: Sequence[Sequence[str]], fixed: Words, held: Date | None) -> dict[str, Any]:
        return {name: reader(said[0], fixed)}

    return Column((label,), read)
