"""Several meetings of one group: what became of next steps, decisions and proposals from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from minutes.following import decisions, proposals, saved, steps, ties
from minutes.following.meetings import Meetings
from minutes.following.order import arranged
from minutes.following.ties import Ties
from minutes.model import Recap, Series

__all__ = ["Followed", "Ties", "follow", "saved", "ties"]


class Followed(NamedTuple):
    """A series, and what is to be told of it."""

    series: Series
    notes: tuple[str, ...]
    """What is to be known of the meetings themselves: twice there, without a day; one sentence each."""
    stale: tuple[str, ...]
    """The ties of a person that fit nothing."""


_NO_TIES = Ties()


def follow(recaps: Sequence[Recap], wanted: Ties = _NO_TIES) -> Followed:
    """The series of meetings of one group: each once, in the order of their days, with all matters followed."""
    ordered, notes = arranged(recaps)
    meetings = Meetings(ordered, wanted)
    found = (*proposals.threads(meetings), *decisions.threads(meetings), *steps.threads(meetings))
    return Followed(Series(recaps=ordered, threads=found), notes, tuple(meetings.judge.stale))
