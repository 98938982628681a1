"""A meeting as it stands under the corrections of the moment."""

from __future__ import annotations

from typing import NamedTuple

from minutes.drafting import Read, Wishes, correct_found, look
from minutes.model import Recap, Transcript
from minutes.reviewing.ordering import ordered
from minutes.revising.corrections import Corrections, Stale
from minutes.revising.corrections.correcting import stage
from minutes.writing.words import Words, words


class Desk(NamedTuple):
    """The meeting, what was decided, and what comes of it."""

    meeting: Read
    base: Recap
    """The recap in which corrections are looked for."""
    corrections: Corrections
    recap: Recap
    stale: tuple[Stale, ...]

    @property
    def transcript(self) -> Transcript:
        """The meeting without what is withheld, under the names that were given."""
        return self.meeting.called

    @property
    def fixed(self) -> Words:
        """The fixed words of the page."""
        return words(self.base.language)


def lay(transcript: Transcript, wishes: Wishes, corrections: Corrections, before: Desk | None = None) -> Desk:
    """The meeting with these corrections; the rules look again only where names or the meeting itself are others."""
    if before and _named(before.corrections) == _named(corrections):
        meeting = before.meeting
    else:
        meeting = look(transcript, _wished(wishes, corrections))
    base = stage(meeting.found, corrections, meeting.heard)
    known = ordered(base, corrections, meeting.called)
    done = correct_found(meeting, known)
    return Desk(meeting, base, known, done.recap, done.stale)


def _wished(wishes: Wishes, corrections: Corrections) -> Wishes:
    """The wishes with what was corrected since they were made: a day and a title that a person gave there hold."""
    own = corrections.meeting
    date = wishes.date if own.date is None else None
    title = wishes.title if own.title is None else None
    return wishes._replace(corrections=corrections, date=date, title=title)


def _named(corrections: Corrections) -> object:
    """What the rules need to know before they look."""
    meeting = corrections.meeting
    return dict(corrections.names), meeting.title, meeting.group, meeting.date, meeting.withhold
