"""An edited page + what the rules found → the corrections that a person made on the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from minutes.checking.columns import Column, columns, section
from minutes.checking.entries import Entry, entries
from minutes.checking.pairing import paired
from minutes.checking.reading_back import listed
from minutes.checking.sheets import Sheet, parse
from minutes.model import Recap, Transcript
from minutes.revising.corrections import Add, Change, Corrections, Drop, Keep, Meeting, correct
from minutes.revising.corrections.adding import needed
from minutes.revising.corrections.attending import GIVEN
from minutes.revising.corrections.changing import news
from minutes.revising.corrections.fitting import Place, fitting, keyed
from minutes.revising.corrections.kinds import KINDS, MERGED, Kind
from minutes.writing import render
from minutes.writing.words import words


class Learnt(NamedTuple):
    """What a person changed on a page."""

    corrections: Corrections
    unread: tuple[str, ...]
    """What is changed on the page and cannot be told as a correction, a sentence each."""


def learn(page: Sheet, found: Recap, transcript: Transcript, known: Corrections) -> Learnt:
    """The corrections that turn what the rules found into what stands on an edited page.

    Args:
        page: the page as it was edited, read back.
        found: what the rules find in the transcript, under the names that the page has.
        transcript: the meeting.
        known: what was corrected before of the meeting itself and of names, and what was let stand; it is kept.
    """
    learner = _Learner(page, found, transcript, known)
    for kind in KINDS.values():
        learner.section(kind)
    learner.head()
    return Learnt(learner.corrections(), tuple(learner.unread))


def _facts(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """What the head of a page says behind each label."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        for label, text in () if entry.section or entry.item else entry.told():
            found[label].append(text)
    return found


class _Learner:
    """One edited page beside the page as it was written."""

    def __init__(self, page: Sheet, found: Recap, transcript: Transcript, known: Corrections) -> None:
        self._found, self._transcript = found, transcript
        self._fixed = words(found.language)
        self._format = page.format
        self._written = self._entries(found)
        self._edited = list(entries(page.blocks))
        self._sections = {entry.section for entry in self._edited}
        self._partial = self._fixed.titles["making"] not in self._sections
        """Whether it may never have shown more than it does, as a short page does not."""
        self._drop: list[Drop] = []
        self._change: list[Change] = []
        self._add: list[Add] = []
        self._names = dict(known.names)
        self._meeting = known.meeting.model_dump()
        self._keep = known.keep
        self._touched: list[Place] = []
        self.unread: list[str] = []

    def corrections(self) -> Corrections:
        """All that was learnt."""
        return Corrections(
            meeting=Meeting(**self._meeting),
            names=self._names,
            drop=tuple(self._drop),
            change=tuple(self._change),
            add=tuple(self._add),
            keep=tuple(one for one in self._keep if not self._overruled(one)),
        )

    def section(self, kind: Kind) -> None:
        """What a person did to the items of one kind."""
        title = self._fixed.titles[section(kind)]
        if title not in self._sections and self._partial:
            return
        written, edited = (
            [line for line in lines if line.section == title and line.item] for lines in (self._written, self._edited)
        )
        if len(written) != len(getattr(self._found, kind.items)):  # a crowd, of which the page names some
            return
        pairs = paired(written, edited)
        for at, entry in pairs.both:
            self._compare(kind, at, written[at], entry)
        for at in pairs.gone:
            self._drop.append(Drop(**self._keyed(kind, at)))
        for entry in pairs.new:
            self._added(kind, entry)

    def head(self) -> None:
        """What a person did to the head of the page and to the overview."""
        fixed = self._fixed
        told = {entry.place: entry for entry in self._written}
        self._attended()
        roles = {fixed.facts[name] for name in GIVEN}
        overview = fixed.titles["overview"]
        for entry in self._edited:
            was = told.get(entry.place)
            if was is None or was.told() == entry.told() or (entry.section and entry.section != overview):
                continue
            if set(entry.told()) <= {("mark", mark) for mark in fixed.marks.values()}:
                continue
            parts = dict(entry.told())
            if roles.intersection(parts):
                continue
            if entry.section:
                self._meeting["overview"] = (parts[""],)
            elif fixed.facts["date"] in parts:
                self._meeting["date"] = fixed.day(parts[fixed.facts["date"]])
            elif "title" in parts:
                self._titled(parts, "group" in dict(was.told()))
            elif not self._follows(entry):
                self.unread.append(f"{entry.place} was changed, which is no correction of an item")

    def _attended(self) -> None:
        """What a person made of the place and of who had which role; a line that is gone says that there is none."""
        written, edited = _facts(self._written), _facts(self._edited)
        for name in GIVEN if edited else ():
            label = self._fixed.facts[name]
            was, now = written.get(label, []), edited.get(label, [])
            told = listed(now, self._fixed) if name == "apologies" else ", ".join(now)
            self._meeting[name] = None if was == now else told

    def _titled(self, parts: dict[str, str], apart: bool) -> None:
        """What a person made of the title; where the group does not stand apart, it may stand before it in its line."""
        if not apart:
            parts["title"] = parts["title"].removeprefix(f"{self._found.group}: ")
        self._meeting |= {name: text for name, text in parts.items() if getattr(self._found, name) != text}

    def _follows(self, entry: Entry) -> bool:
        """Whether a line is so because of what was learnt of items, as who was present is of who spoke."""
        corrected, _ = correct(self._found, self.corrections(), self._transcript)
        return any((one.place, one.told()) == (entry.place, entry.told()) for one in self._entries(corrected))

    def _entries(self, recap: Recap) -> list[Entry]:
        """The lines of a recap as they are written in the format of the page."""
        return list(entries(parse(render(recap, self._format), f"page.{self._format}").blocks))

    def _compare(self, kind: Kind, at: int, written: Entry, edited: Entry) -> None:
        if kind.name == "speaker":
            self._called(at, written, edited)
        fields: dict[str, Any] = {}
        for column in columns(kind, self._fixed):
            if column.of(written, self._fixed) != column.of(edited, self._fixed):
                fields |= self._read(column, edited)
        if fields := news(getattr(self._found, kind.items)[at], kind, fields):
            self._change.append(Change(**self._keyed(kind, at), **fields))

    def _called(self, at: int, written: Entry, edited: Entry) -> None:
        label = self._fixed.columns["name"]
        was, now = (next((part.text for part in one.parts if part.label == label), "") for one in (written, edited))
        if now and was != now:
            speaker = self._found.speakers[at]
            labels = [label for label, name in self._names.items() if name in speaker.labels]
            self._names |= dict.fromkeys(labels or speaker.labels[:1], now)

    def _read(self, column: Column, edited: Entry) -> dict[str, Any]:
        try:
            return column.read(edited, self._fixed, self._found.date)
        except ValueError as error:
            self.unread.append(f"{edited.place}: {error}")
            return {}

    def _added(self, kind: Kind, entry: Entry) -> None:
        fields: dict[str, Any] = {}
        for column in columns(kind, self._fixed):
            if any(column.of(entry, self._fixed)):
                fields |= self._read(column, entry)
        quotes = tuple(one.quote for one in entry.said if one.quote)
        if kind.name not in MERGED or not fields.get("text"):
            self.unread.append(f"{entry.place} is new, and no {kind.name} can be added so")
        else:
            self._add.append(Add(kind=kind.name, words=quotes or None, **needed(fields)))

    def _keyed(self, kind: Kind, at: int) -> dict[str, Any]:
        """What tells the item from all others."""
        place = Place(kind, at)
        self._touched.append(place)
        return keyed(self._found, place, self._transcript).model_dump(exclude_none=True)

    def _overruled(self, one: Keep) -> bool:
        """Whether an item was let stand once that the page changes."""
        return fitting(self._found, one, one.words, self._transcript) in self._touched
