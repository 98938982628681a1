"""What became of next steps: done, dropped, promised again, or spoken of no more.

A step is done only where somebody says so, of the same matter and the same deed, and it is the owner's to say or the
owner is named. The last word holds: a step that is promised again is open again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from minutes.following import deeds
from minutes.following.matching import Matter, Near, Rarity, named
from minutes.following.meetings import Meetings, item, once, place
from minutes.following.people import Person
from minutes.model import NextStep, Ownership, Report, Sense, Standing, Thread, ThreadItem

_STATES = {Sense.DONE: Standing.DONE, Sense.DROPPED: Standing.DROPPED, Sense.NOT_YET: Standing.OPEN}


class _Sure(Enum):
    """How sure it is that a report is of a next step."""

    NEVER = auto()
    IF_ALONE = auto()
    """If no other next step can be meant."""
    ALWAYS = auto()


_WE = re.compile(r"\b(?:we|let's)\b", re.IGNORECASE)
_TWO = 2
"""Words that a report needs to have in common with a step which says nothing by itself: `Ask them`."""
_HALF = 0.5
_THIRD = 1 / 3


@dataclass
class Strand:
    """A next step with all that was said of it, meeting by meeting."""

    events: list[tuple[int, NextStep | Report]] = field(default_factory=list)
    state: Standing = Standing.OPEN

    @property
    def first(self) -> int:
        """The meeting in which it was taken on."""
        return self.events[0][0]

    @property
    def last(self) -> int:
        """The meeting in which it was last spoken of."""
        return self.events[-1][0]

    @property
    def steps(self) -> list[tuple[int, NextStep]]:
        """The times that it was promised."""
        return [(at, one) for at, one in self.events if isinstance(one, NextStep)]

    @property
    def items(self) -> list[ThreadItem]:
        """Where it was spoken of."""
        return [item(at, one) for at, one in self.events]

    def owners(self, meetings: Meetings) -> frozenset[Person]:
        """Who took it on last."""
        at, step = self.steps[-1]
        return meetings.persons(at, step.owners)


def threads(meetings: Meetings) -> Iterator[Thread]:
    """Every next step of the series in one thread, by when it was first taken on."""
    return (thread(strand, meetings) for strand in strands(meetings))


def thread(strand: Strand, meetings: Meetings) -> Thread:
    """A next step with where it stands after the last meeting, or where a person says that it stands."""
    told = meetings.judge.state(strand.items)
    state = Standing(told) if told in list(Standing) else strand.state
    is_open = state is Standing.OPEN
    at, last = strand.steps[-1]
    return Thread(
        kind="next_step",
        title=last.text,
        state=state,
        items=tuple(strand.items),
        owners=tuple(dict.fromkeys(meetings.roster.person(at, name).name for name in last.owners)),
        due=next((step.due for _, step in reversed(strand.steps) if step.due), None),
        carried=(len(meetings.recaps) - 1 if is_open else strand.last) - strand.first,
        silent=is_open and _silent(strand, meetings),
        evidence=meetings.evidence(strand.events),
    )


def strands(meetings: Meetings) -> list[Strand]:
    """The next steps of the series, each with what was said of it in later meetings."""
    matters = {
        item(at, one): meetings.matter(one.text, one)
        for at, recap in enumerate(meetings.recaps)
        for one in recap.next_steps
    }
    weaver = _Weaver(meetings, matters)
    for at, recap in enumerate(meetings.recaps):
        said: list[NextStep | Report] = [*once(recap.reports), *once(recap.next_steps)]
        for one in sorted(said, key=place):
            if isinstance(one, NextStep):
                weaver.promised(at, one)
            else:
                weaver.reported(at, one)
    return weaver.strands


class _Weaver:
    """Takes up promises and reports in the order in which they were said."""

    def __init__(self, meetings: Meetings, matters: dict[ThreadItem, Matter]) -> None:
        self._meetings = meetings
        self._matters = matters
        self._rarity = Rarity(list(matters.values()))
        self._near = Near(self._rarity)
        self.strands: list[Strand] = []

    def promised(self, at: int, step: NextStep) -> None:
        """Puts a promise to the strand that it is one with, or begins one."""
        matter = self._matter(at, step)
        rated = [(self._alike(self.strands[number], at, step), -number) for number in self._likely(matter)]
        best, last = max(rated, default=(0.0, 0))
        number = -last if best > 0 else len(self.strands)
        if number == len(self.strands):
            self.strands.append(Strand())
        self.strands[number].state = Standing.OPEN
        self.strands[number].events.append((at, step))
        self._near.add(number, matter)

    def _likely(self, matter: Matter) -> Iterable[int]:
        """The strands that may be of a matter; all, where a person said what is one with what."""
        return range(len(self.strands)) if self._meetings.judge.told else self._near.to(matter)

    def reported(self, at: int, report: Report) -> None:
        """Puts a report to each strand of an earlier meeting that it speaks of."""
        matter = self._meetings.matter(_quote(report), report)
        likely = (self.strands[number] for number in self._likely(matter))
        earlier = [strand for strand in likely if self._meetings.known_after(at, strand.first)]
        rated = [(self._sureness(strand, at, report, matter), strand) for strand in earlier]
        sure = [strand for sureness, strand in rated if sureness is _Sure.ALWAYS]
        maybe = [strand for sureness, strand in rated if sureness is _Sure.IF_ALONE]
        telling = [strand for strand in maybe if not self._matter(*strand.steps[-1]).bare] or maybe
        for strand in sure or (telling if len(telling) == 1 else []):
            strand.events.append((at, report))
            strand.state = _STATES[report.sense]

    def _alike(self, strand: Strand, at: int, step: NextStep) -> float:
        """How much a promise is one with a strand of an earlier meeting; nought where it is another."""
        if strand.first >= at:
            return 0.0
        said = self._meetings.judge.says(item(at, step), strand.items)
        if said is not None:
            return 2.0 * said
        last_at, last = strand.steps[-1]
        here, there = (self._meetings.persons(*one) for one in ((at, step.owners), (last_at, last.owners)))
        if not (here & there or (not here and not there and step.ownership is last.ownership)):
            return 0.0
        shared = self._rarity.shared(self._matter(last_at, last), self._matter(at, step))
        several = shared.rare and shared.leading > 1 and shared.part >= _HALF
        deed = deeds.same(last.text, step.text)
        return shared.part if several or (shared.rare and deed and shared.part == 1) else 0.0

    def _sureness(self, strand: Strand, at: int, report: Report, matter: Matter) -> _Sure:
        """Whether a report is of a strand."""
        said = self._meetings.judge.says(item(at, report), strand.items)
        if said is not None:
            return _Sure.ALWAYS if said else _Sure.NEVER
        last_at, last = strand.steps[-1]
        quote, here = _quote(report), self._matter(last_at, last)
        shared = self._rarity.shared(here, matter)
        done = report.sense is Sense.DONE
        if not shared.rare or (done and not deeds.answers(last.text, quote)):
            return _Sure.NEVER
        if not self._concerns(strand, at, report, quote):
            return _Sure.NEVER
        if here.bare and shared.leading < _TWO and report.sense is not Sense.DROPPED:
            return _Sure.NEVER
        if shared.leading > 1 and shared.leading >= _THIRD * len(here.leading):
            return _Sure.ALWAYS
        return _Sure.IF_ALONE if shared.part == 1 else _Sure.NEVER

    def _concerns(self, strand: Strand, at: int, report: Report, quote: str) -> bool:
        """Whether an owner says it or is named in it, the step is the group's or nobody's, or the group drops it."""
        if report.sense is Sense.DROPPED and _WE.search(quote):
            return True
        owners = strand.owners(self._meetings)
        speaking = self._meetings.persons(at, [report.speaker] if report.speaker else [])
        group = strand.steps[-1][1].ownership in (Ownership.GROUP, Ownership.NOBODY)
        return group or bool(owners & speaking) or any(named(owner.name, quote) for owner in owners)

    def _matter(self, at: int, step: NextStep) -> Matter:
        return self._matters[item(at, step)]


def _quote(report: Report) -> str:
    return " ".join(piece.quote for piece in report.evidence)


def _silent(strand: Strand, meetings: Meetings) -> bool:
    """Whether an owner has spoken in a meeting since it was last spoken of."""
    owners = strand.owners(meetings)
    later = (at for at in range(len(meetings.recaps)) if meetings.known_after(at, strand.last))
    return any(owners & meetings.roster.spoke(at) for at in later)
