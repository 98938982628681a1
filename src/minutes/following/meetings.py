"""The meetings of a series with what all kinds of threads ask of them: who, which words, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias, TypeVar

from minutes.following.matching import Matter, about
from minutes.following.order import names
from minutes.following.people import Person, Roster
from minutes.following.ties import Judge, Ties
from minutes.matters import roots
from minutes.model import Decision, Evidence, NextStep, Proposal, Recap, Report, ThreadItem

Found: TypeAlias = NextStep | Decision | Proposal | Report
F = TypeVar("F", NextStep, Decision, Proposal, Report)


class Meetings:
    """The recaps of a series, in their order."""

    def __init__(self, recaps: Sequence[Recap], ties: Ties) -> None:
        self.recaps = recaps
        self.roster = Roster(recaps)
        self.judge = Judge(ties, recaps)
        self._names = names(recaps)
        own = [one for recap in recaps for one in (recap.group, recap.title) if one]
        self._own = roots((*self.roster.names, *own))

    def matter(self, text: str, found: Found) -> Matter:
        """What a sentence is about, or else the words that it rests on."""
        return about(text, found.evidence, self._own)

    def known_after(self, at: int, earlier: int) -> bool:
        """Whether a meeting came after another: by their days or, where no meeting has one, by the order given."""
        days = [self.recaps[number].date is not None for number in (at, earlier)]
        return earlier < at and (all(days) or not any(recap.date for recap in self.recaps))

    def persons(self, at: int, names: Iterable[str]) -> frozenset[Person]:
        """Who is meant by the names of one meeting."""
        return frozenset(self.roster.person(at, name) for name in names)

    def evidence(self, places: Iterable[tuple[int, Found]]) -> tuple[Evidence, ...]:
        """The words on which things of several meetings rest, each piece once and with its source."""
        pieces = ((self._names[at], piece) for at, found in places for piece in found.evidence)
        return tuple(
            dict.fromkeys(
                piece if piece.source else piece.model_copy(update={"source": name}) for name, piece in pieces
            )
        )


def item(at: int, found: Found) -> ThreadItem:
    """The place of something in a series."""
    return ThreadItem(recap=at, id=found.id)


def once(found: Iterable[F]) -> list[F]:
    """Things without those of an id that came before: what somebody says twice in the same words has one id."""
    return list({one.id: one for one in reversed(list(found))}.values())[::-1]


def place(found: Found) -> tuple[int, int]:
    """Where in its meeting something was said; what a person added comes last."""
    return min(((piece.turn, piece.char_start) for piece in found.evidence), default=(1_000_000, 0))
