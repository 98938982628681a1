"""One card for each item: what it says, the words it rests on, and what a person decided of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from minutes.model import (
    Evidence,
    Finding,
    Recap,
    Speaker,
    Transcript,
)
from minutes.reviewing.details import Shown, detail, joined, line, said
from minutes.reviewing.forms import Choice, Field, field, form, people, shown, text
from minutes.revising.corrections import Add, Corrections, Meeting
from minutes.revising.corrections.adding import rests
from minutes.revising.corrections.attending import attended
from minutes.revising.corrections.changing import changed
from minutes.revising.corrections.editing import Which, places
from minutes.revising.corrections.fitting import Place
from minutes.revising.corrections.kinds import CHANGED, KINDS, Kind
from minutes.writing.cells import known_as
from minutes.writing.words import Words

MEETING = "meeting"
"""The key and the kind of the card of the meeting itself."""
ADDED = "add"
"""How the keys of what a person added begin."""
HEAD = ("title", "group", "date", "place", "chair", "note_taker", "apologies", "adopted")
"""What can be said of the meeting itself."""
ORDER = (
    "next step",
    "decision",
    "proposal",
    "challenge",
    "advice",
    "question",
    "resource",
    "speaker",
    "topic",
    "closing",
    "unsaved link",
)
"""The kinds as they are looked through."""


class Status(StrEnum):
    """What was decided of an item."""

    OPEN = "open"
    KEPT = "kept"
    CHANGED = "changed"
    DROPPED = "dropped"
    ADDED = "added"


class Card(NamedTuple):
    """An item as a person goes over it."""

    key: str
    kind: str
    status: Status
    line: str
    """What it says."""
    detail: str
    """Who, when, what became of it."""
    was: str
    """What the rules made of it, where a person has changed it."""
    why: str
    """The rule that found it."""
    fields: tuple[Field, ...]
    said: tuple[Evidence, ...]
    can: tuple[str, ...]
    """What can be done: keep, change, drop, restore."""


Decided = Mapping[tuple[str, int], tuple[Which, ...]]
"""By the kind of an item and its place among those of its kind, the corrections that are of it."""


def answers(base: Recap, corrections: Corrections, transcript: Transcript) -> Decided:
    """The corrections that are of an item of the recap."""
    found: dict[tuple[str, int], tuple[Which, ...]] = {}
    for which, place in places(base, corrections, transcript).items():
        if isinstance(place, Place):
            key = (place.kind.name, place.at)
            found[key] = (*found.get(key, ()), which)
    return found


def cards(base: Recap, corrections: Corrections, transcript: Transcript, fixed: Words) -> Iterator[Card]:
    """Every card, in the order in which a person goes over them.

    Args:
        base: the recap in which corrections are looked for.
        corrections: what was decided.
        transcript: with the names that the recap has.
        fixed: the fixed words.
    """
    decided, stage = (
        answers(base, corrections, transcript),
        _Stage(corrections, transcript, people(speaker.name for speaker in base.speakers), fixed),
    )
    yield stage.meeting(base)
    for name in ORDER:
        kind = KINDS[name]
        for at, item in enumerate(getattr(base, kind.items)):
            yield stage.found(kind, at, item, decided.get((name, at), ()))
        for number, one in enumerate(corrections.add):
            if one.kind == name:
                yield stage.added(kind, number, one)


def head(base: Recap, known: Meeting) -> Mapping[str, object]:
    """What is known of the meeting itself."""
    now = attended(base, known)
    roles: dict[str, list[str]] = {"chair": [], "note_taker": [], "apologies": []}
    for one in now.attendance:
        roles[one.role].append(known_as(now, one.person))
    told = (base.title, base.group, base.date, now.place, *map(", ".join, roles.values()), known.adopted)
    return dict(zip(HEAD, told, strict=True))


class _Stage(NamedTuple):
    """What all cards of a meeting are made from."""

    corrections: Corrections
    transcript: Transcript
    people: tuple[Choice, ...]
    fixed: Words

    def meeting(self, base: Recap) -> Card:
        """The card of the meeting itself."""
        known = self.corrections.meeting
        held = head(base, known)
        fields = tuple(field(name, str(value or ""), self.people, self.fixed) for name, value in held.items())
        touched = any(getattr(known, name) is not None for name in HEAD)
        told = (base.group, self.fixed.long(base.date) if base.date else None)
        return Card(
            key=MEETING,
            kind=MEETING,
            status=Status.CHANGED if touched else Status.OPEN,
            line=base.title,
            detail=joined(*told),
            was="",
            why="",
            fields=fields,
            said=(),
            can=("change", "restore") if touched else ("change",),
        )

    def found(self, kind: Kind, at: int, item: Shown, decided: Sequence[Which]) -> Card:
        """The card of an item that the rules found."""
        now = self._changed(item, kind, decided)
        status = _status(now, decided)
        return Card(
            key=f"{kind.key}-{at}",
            kind=kind.name,
            status=status,
            line=line(now),
            detail=detail(now, self.fixed),
            was=joined(line(item), detail(item, self.fixed)) if now != item else "",
            why=item.rule if isinstance(item, Finding) else "",
            fields=form(kind, _held(now, kind, self.fixed), self.people, self.fixed),
            said=said(now),
            can=_can(kind, status),
        )

    def added(self, kind: Kind, number: int, one: Add) -> Card:
        """The card of an item that a person added."""
        given = {name: text(name, value, self.fixed) for name, value in one.given.items()}
        roles = (given.get(name, "") for name in ("owner", "who", "due", "outcome", "status"))
        return Card(
            key=f"{ADDED}-{number}",
            kind=kind.name,
            status=Status.ADDED,
            line=one.title or one.text or one.label or one.url or "",
            detail=joined(*roles),
            was="",
            why="",
            fields=form(kind, given, self.people, self.fixed),
            said=rests(one, self.transcript) or (),
            can=("change", "restore"),
        )

    def _changed(self, item: Shown, kind: Kind, decided: Sequence[Which]) -> Shown:
        """The item as a person has it."""
        for which in decided:
            if which.table == "change" and not isinstance(item, Evidence | str):
                done = changed(item, kind, self.corrections.change[which.number - 1], self.transcript)
                item = item if isinstance(done, str) else done
        return item


def _status(item: Shown, decided: Sequence[Which]) -> Status:
    tables = {which.table for which in decided}
    if "drop" in tables:
        return Status.DROPPED
    if "change" in tables or (isinstance(item, Speaker) and "name" in item.by_hand):
        return Status.CHANGED
    return Status.KEPT if "keep" in tables else Status.OPEN


def _can(kind: Kind, status: Status) -> tuple[str, ...]:
    change = ("change",) if kind.name in CHANGED else ()
    match status:
        case Status.OPEN:
            return ("keep", *change, "drop")
        case Status.DROPPED:
            return ("restore",)
        case _:
            return (*change, "drop", "restore")


def _held(item: Shown, kind: Kind, fixed: Words) -> Mapping[str, str]:
    if isinstance(item, Evidence | str):
        return {}
    name = {"name": item.name} if isinstance(item, Speaker) else {}
    return {**name, **shown(item, kind, fixed)}
