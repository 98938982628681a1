"""What stands in a corrections file, as records."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from minutes.model import Outcome, Status
from minutes.model.records import Record
from minutes.revising.corrections import kinds
from minutes.revising.corrections.clashes import clash
from minutes.revising.corrections.values import (
    Day,
    Due,
    Filled,
    KindName,
    Owner,
    Spans,
    Text,
    Texts,
    Which,
    Words,
    mistake,
)


class Meeting(Record):
    """What is known of the meeting itself; None where the file says nothing of it."""

    title: Filled | None = None
    group: Text | None = None
    date: Day | None = None
    place: Text | None = None
    chair: Text | None = None
    note_taker: Text | None = None
    apologies: Texts | None = None
    """Those who were away and sent apologies."""
    overview: Texts | None = None
    """Sentences in place of those that were made from the findings."""
    adopted: Day | None = None
    """The day on which the group adopted the minutes."""
    withhold: Spans = ()
    """Stretches to be kept out of the minutes: "12:30-14:00", "turns 12-14"."""


class Keyed(Record):
    """A correction of an item, found by words that it rests on."""

    kind: KindName | None = None
    """None where one item of any kind is meant."""
    words: Words
    """Pieces of what was said, all of which the item rests on."""
    said_by: Filled | None = None
    which: Which | None = None
    """Of several items that rest on the same words the first (1), the second (2) …, in the order of the page."""
    why: Filled | None = None
    """For people who read the file."""


class Given(Record):
    """What a person says of an item; None where nothing is said, and "" where there shall be none."""

    text: Filled | None = None
    title: Filled | None = None
    owner: Owner | None = None
    """Who is to do it; ("the group",) for all, () for nobody."""
    due: Due | None = None
    due_said: Text | None = None
    who: Texts | None = None
    """Who proposed, raised, gave or shared it."""
    outcome: Outcome | None = None
    status: Status | None = None
    aim: Text | None = None
    channels: Texts | None = None
    outcomes: Texts | None = None
    quote: Text | None = None
    takeaway: Text | None = None
    background: Text | None = None
    label: Filled | None = None
    url: Filled | None = None

    @property
    def given(self) -> Mapping[str, object]:
        """What is said, by the names of the file."""
        return {name: value for name in Given.model_fields if (value := getattr(self, name)) is not None}

    def misfit(self, kind: kinds.Kind) -> PydanticCustomError | None:
        """The mistake where something is said that no item of this kind has, or too much of it."""
        for name in self.given:
            if name not in kind.fields:
                return mistake(f"{kind.one} has no {name}", f"use one of: {', '.join(kind.fields)}", key=name)
        if kind.name != "proposal" and len(self.who or ()) > 1:
            return mistake(f"{kind.one} comes from one person only", "name one", key="who")
        return None

    def _fits(self, kind: str | None, allowed: Collection[str], done: str) -> None:
        """Raises where what is said, or what is done with it, does not go with the kind."""
        if kind is None:
            return
        known = kinds.KINDS[kind]
        if kind not in allowed:
            raise mistake(f"{known.one} cannot be {done}", f"use one of: {', '.join(allowed)}", key="kind")
        wrong = self.misfit(known)
        if wrong:
            raise wrong


class Keep(Keyed):
    """An item that a person has read and lets stand as it is."""


class Drop(Keyed):
    """An item that shall not stand on the page."""


class Change(Keyed, Given):
    """An item of which something else is true."""

    @model_validator(mode="after")
    def _changes(self) -> Self:
        self._fits(self.kind, kinds.CHANGED, "changed")
        if not self.given:
            allowed = kinds.KINDS[self.kind].fields if self.kind else Given.model_fields
            raise mistake("nothing is changed", f"add one of: {', '.join(allowed)}")
        return self


class Merge(Keyed, Given):
    """Several items that are one; each of the words is of another item, and what the first says holds."""

    @model_validator(mode="after")
    def _merges(self) -> Self:
        self._fits(self.kind, kinds.MERGED, "merged")
        if len(self.words) < 2:
            raise mistake("words are of one item only", 'give words of each: ["one", "two"]', key="words")
        return self


class Add(Given):
    """An item that was not found."""

    kind: KindName
    words: Words | None = None
    """Pieces of what was said, on which it rests; None where it is the person's own."""
    said_by: Filled | None = None
    which: Which | None = None
    """Of several turns in which the words were said the first (1), the second (2) …."""
    why: Filled | None = None

    @model_validator(mode="after")
    def _adds(self) -> Self:
        self._fits(self.kind, kinds.ADDED, "added")
        for name in ("url", "words") if self.kind == "resource" else ("text",):
            if getattr(self, name) is None:
                raise mistake(f"{name} is missing", f'add {name} = "…"')
        return self


class Corrections(Record):
    """What a person set right in the minutes of one meeting."""

    meeting: Meeting = Meeting()
    names: Mapping[Filled, Filled] = {}
    """From a label of the transcript to the right name; letter case does not matter."""
    drop: tuple[Drop, ...] = ()
    change: tuple[Change, ...] = ()
    merge: tuple[Merge, ...] = ()
    add: tuple[Add, ...] = ()
    keep: tuple[Keep, ...] = ()

    @model_validator(mode="after")
    def _agree(self) -> Self:
        tables = {"drop": self.drop, "change": self.change, "merge": self.merge, "keep": self.keep}
        found = clash(self.names, tables)
        if found:
            raise found
        return self
