"""What a meeting came to: findings with the words they rest on, and the page they make together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date as Date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from minutes.model.display import Shown
from minutes.model.records import Record
from minutes.model.transcript import Evidence, Seconds, Source

Rests = Annotated[tuple[Evidence, ...], Field(min_length=1)]
ByHand = Annotated[tuple[str, ...], Field(exclude_if=lambda names: not names)]
"""The names of the fields that a person set; absent where nobody did."""
BY_HAND = "by hand"
"""The rule of an item that a person added."""


class Status(StrEnum):
    """How far a proposal has come."""

    PROPOSED = "proposed"
    RUNNING = "running"
    DONE = "done"
    REJECTED = "rejected"


class Outcome(StrEnum):
    """What a decision came to."""

    CARRIED = "carried"
    REJECTED = "rejected"
    LEFT_OPEN = "left open"


class Ownership(StrEnum):
    """Who is to take a next step."""

    NAMED = "named"
    GROUP = "group"
    NOBODY = "nobody"
    TO_SETTLE = "to settle"


class State(StrEnum):
    """How final a page is."""

    DRAFT = "draft"
    CORRECTED = "corrected"
    ADOPTED = "adopted"


class Sense(StrEnum):
    """What became of something that was taken on, in the words of a report."""

    DONE = "done"
    DROPPED = "dropped"
    NOT_YET = "not yet"


class Standing(StrEnum):
    """Where a next step of an earlier meeting stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Finding(Record):
    """Something found in a meeting, with the words it rests on."""

    id: str
    """Made from what the item rests on, not from its place; the same on every run."""
    text: str
    """One third-person sentence, as a reader sees it."""
    rule: str
    """The rule that found it, or "by hand" where a person added it."""
    evidence: tuple[Evidence, ...]
    """Empty only where a person added the item and named no words that it rests on."""
    by_hand: ByHand = ()

    @model_validator(mode="after")
    def _rests(self) -> Self:
        if not self.evidence and self.rule != BY_HAND:
            raise ValueError("what a rule found must rest on evidence")
        return self


class Proposal(Finding):
    """An idea for a campaign or a course of activity, or one that runs already."""

    title: str
    proposers: tuple[str, ...] = ()
    status: Status = Status.PROPOSED
    aim: str | None = None
    channels: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    """What it has achieved: exact pieces of turns."""
    quote: str | None = None
    """An exact piece of a turn."""
    takeaway: str | None = None
    """The lesson somebody draws from it: an exact piece of a turn."""
    resources: tuple[str, ...] = ()
    """Ids of the resources that were named for it."""


class Challenge(Finding):
    """An obstacle, risk, threat or harm that somebody reports or fears."""

    raised_by: str | None = None


class Advice(Finding):
    """How to act in a situation, offered to members in general."""

    given_by: str | None = None


class Decision(Finding):
    """What the group settles."""

    outcome: Outcome = Outcome.CARRIED
    settles: str | None = None
    """The id of the proposal it settles, or None."""


class NextStep(Finding):
    """Something to do after the meeting."""

    owners: tuple[str, ...] = ()
    ownership: Ownership = Ownership.NOBODY
    due: Date | None = None
    """Resolved against the day of the meeting; None where no date was said or the meeting has no day."""
    due_said: str | None = None
    """The words that name the date."""


class Report(Record):
    """Words that say of something taken on, maybe in an earlier meeting, that it is done, given up or still to do."""

    id: str
    sense: Sense
    speaker: str | None = None
    rule: str
    evidence: Rests
    """Of an answer, the question as well."""


class Earlier(Record):
    """A next step that was open after an earlier meeting, with what was said of it in this one."""

    id: str
    """Of the step in the minutes of the earlier meeting."""
    text: str
    owners: tuple[str, ...] = ()
    ownership: Ownership = Ownership.NOBODY
    due: Date | None = None
    due_said: str | None = None
    state: Standing = Standing.OPEN
    carried: int = Field(default=1, ge=1)
    """Meetings since the one in which it was taken on, this one among them."""
    silent: bool = Field(default=False, exclude_if=lambda value: not value)
    """Whether it is open, and an owner spoke in this meeting and nothing was said of it; absent where not."""
    evidence: tuple[Evidence, ...] = ()
    """The earlier words, each with its `source`."""
    said: tuple[Evidence, ...] = ()
    """The words of this meeting."""


class Question(Finding):
    """A question left open at the end."""

    raised_by: str | None = None


class Resource(Record):
    """A link, an address or a handle given for use, once."""

    id: str
    url: str
    label: str
    shared_by: str | None = None
    evidence: Rests
    by_hand: ByHand = ()


class Topic(Record):
    """A stretch of the meeting about one matter."""

    title: str
    first_turn: int
    last_turn: int
    """Inclusive."""
    start: Seconds | None = None
    end: Seconds | None = None
    by_hand: ByHand = ()


class Speaker(Record):
    """Somebody who spoke, and what they said of themselves."""

    name: str
    labels: tuple[str, ...]
    background: str | None = None
    """An exact piece of the self-introduction, or None."""
    turns: int
    words: int
    seconds: Seconds | None = None
    evidence: tuple[Evidence, ...] = ()
    by_hand: ByHand = ()


Role = Literal["chair", "note_taker", "apologies"]


class Attendance(Record):
    """What somebody was in the meeting because the transcript's head, somebody in it or a person outright says so."""

    role: Role
    person: str
    """The label of who speaks here; of somebody else the name as it was said or typed."""
    evidence: tuple[Evidence, ...] = ()
    """The words that say so; none where the transcript's head or a person does."""


class Withheld(Record):
    """How much was kept out of the recap because somebody asked for it."""

    turns: int = 0
    seconds: Seconds = 0.0


class Recap(Shown):
    """The minutes of one meeting, free of any page format."""

    schema_: Literal["minutes/recap/1"] = Field(default="minutes/recap/1", alias="schema")
    title: str
    group: str | None = None
    date: Date | None = None
    start: str | None = None
    """The clock on the wall at the start, "HH:MM"."""
    seconds: Seconds | None = None
    language: str | None = "en"
    state: State = State.DRAFT
    adopted: Date | None = Field(default=None, exclude_if=lambda value: value is None)
    """The day on which the group adopted the minutes; absent before."""
    by_hand: ByHand = ()
    veiled: bool = Field(default=False, exclude_if=lambda value: not value)
    """Whether stand-ins take the place of names; absent where they do not."""
    sources: tuple[Source, ...] = ()
    withheld: Withheld = Withheld()
    attendees: tuple[str, ...] = ()
    """People that the transcript itself lists as present, whether they spoke or not."""
    place: str | None = Field(default=None, exclude_if=lambda value: value is None)
    """Where the meeting was, as the transcript's head or a person says; absent where neither does."""
    chair: str | None = None
    """The label of the one who led the meeting: who is named as its chair, else as far as the talk tells."""
    attendance: tuple[Attendance, ...] = Field(default=(), exclude_if=lambda value: not value)
    """Who is named outright as chair, as note-taker, or as away with apologies; absent where nobody is."""
    earlier: tuple[Earlier, ...] = Field(default=(), exclude_if=lambda value: not value)
    """What was open from the meeting before; absent where no earlier minutes were given."""
    overview: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    advice: tuple[Advice, ...] = ()
    decisions: tuple[Decision, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    reports: tuple[Report, ...] = Field(default=(), exclude_if=lambda value: not value)
    """What was said to be done, given up or still to do, which ties a series; absent where nothing."""
    questions: tuple[Question, ...] = ()
    resources: tuple[Resource, ...] = ()
    closing: tuple[Evidence, ...] = ()
    """The mood at the end, in the words of those who said it."""
    unsaved_links: tuple[str, ...] = ()
    """What looked like a link and could not be saved, as it stands."""

    @property
    def note_taker(self) -> str | None:
        """Who is named outright as the one who took the notes."""
        return next(iter(self._being("note_taker")), None)

    @property
    def apologies(self) -> tuple[str, ...]:
        """Those who were away and sent apologies."""
        return self._being("apologies")

    def _being(self, role: str) -> tuple[str, ...]:
        return tuple(one.person for one in self.attendance if one.role == role)


class Thread(Record):
    """Findings of several meetings that are one matter, and where it stands after the last."""

    kind: Literal["proposal", "decision", "next_step"]
    title: str
    state: str
    """Of next steps "open", "done", "dropped"; of decisions "in force", "superseded"; of proposals their status."""
    items: tuple[ThreadItem, ...]
    """In the order in which they were said: of a next step its reports too, of a decision what took its place."""
    owners: tuple[str, ...] = Field(default=(), exclude_if=lambda names: not names)
    """Of a next step, each by the fullest name that the series has; absent where nobody or all are to do it."""
    due: Date | None = Field(default=None, exclude_if=lambda value: value is None)
    """The day that was named last; absent where none was."""
    carried: int = Field(default=0, exclude_if=lambda count: not count)
    """Of a next step, the meetings since it was first taken on, up to the one that ended it; absent where none."""
    silent: bool = Field(default=False, exclude_if=lambda value: not value)
    """Whether it is open, and an owner has spoken in a later meeting since it was last spoken of; absent where not."""
    evidence: tuple[Evidence, ...] = ()
    """The words of all its items, each with its `source`."""


class ThreadItem(Record):
    """One finding of one recap of a series."""

    recap: int
    id: str


class Series(Shown):
    """The recaps of several meetings of one group, and what became of things."""

    schema_: Literal["minutes/series/1"] = Field(default="minutes/series/1", alias="schema")
    recaps: tuple[Recap, ...]
    threads: tuple[Thread, ...] = ()


def identity(kind: str, evidence: Iterable[Evidence], text: str = "") -> str:
    """Eight hex digits made from the words that an item rests on, and from its own where a person added it."""
    words = "\n".join([kind, *(f"{piece.speaker}: {piece.quote}" for piece in evidence), *([text] if text else [])])
    return hashlib.sha256(words.encode()).hexdigest()[:8]


Thread.model_rebuild()
