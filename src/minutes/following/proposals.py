"""Proposals that came up in several meetings, with what was decided of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutes.following.matching import Matter, Near, Rarity
from minutes.following.meetings import Meetings, item, once, place
from minutes.model import Decision, Outcome, Proposal, Recap, Status, Thread, ThreadItem

_MOST = 0.6
"""The share of the words of its title that a proposal has in common with one of the same matter."""


@dataclass
class _Strand:
    """A proposal with all that was said of it."""

    events: list[tuple[int, Proposal | Decision]]

    @property
    def proposals(self) -> list[tuple[int, Proposal]]:
        return [(at, one) for at, one in self.events if isinstance(one, Proposal)]

    @property
    def items(self) -> list[ThreadItem]:
        return [item(at, one) for at, one in self.events]

    @property
    def status(self) -> Status:
        """Its status when it was last spoken of; rejected where a decision turned it down since."""
        last = self.events[-1][1]
        turned_down = isinstance(last, Decision) and last.outcome is Outcome.REJECTED
        return Status.REJECTED if turned_down else self.proposals[-1][1].status


def threads(meetings: Meetings) -> Iterator[Thread]:
    """Each proposal of several meetings; those of one alone stand in its minutes."""
    for strand in _strands(meetings):
        if len({at for at, _ in strand.events}) > 1:
            told = meetings.judge.state(strand.items)
            yield Thread(
                kind="proposal",
                title=strand.proposals[-1][1].title,
                state=told if told in list(Status) else strand.status,
                items=tuple(strand.items),
                evidence=meetings.evidence(strand.events),
            )


def _strands(meetings: Meetings) -> list[_Strand]:
    events = [(at, one) for at, recap in enumerate(meetings.recaps) for one in _said(recap)]
    matters = {
        item(at, one): meetings.matter(one.title if isinstance(one, Proposal) else one.text, one) for at, one in events
    }
    rarity = Rarity(list(matters.values()))
    near = Near(rarity)
    found: list[_Strand] = []
    of: dict[ThreadItem, int] = {}
    for at, one in events:
        here = item(at, one)
        settled = of.get(here.model_copy(update={"id": one.settles})) if isinstance(one, Decision) else None
        likely = range(len(found)) if meetings.judge.told else sorted({*near.to(matters[here]), *_known(settled)})
        known = next((n for n in likely if _same(found[n], at, one, matters, rarity, meetings)), None)
        if known is None and isinstance(one, Proposal):
            known = len(found)
            found.append(_Strand([]))
        if known is not None:
            found[known].events.append((at, one))
            of[here] = known
            near.add(known, matters[here])
    return found


def _known(number: int | None) -> tuple[int, ...]:
    return () if number is None else (number,)


def _said(recap: Recap) -> list[Proposal | Decision]:
    """The proposals and decisions of a meeting as they came."""
    said: list[Proposal | Decision] = [*once(recap.proposals), *once(recap.decisions)]
    return sorted(said, key=place)


def _same(
    strand: _Strand,
    at: int,
    one: Proposal | Decision,
    matters: dict[ThreadItem, Matter],
    rarity: Rarity,
    meetings: Meetings,
) -> bool:
    """Whether a proposal is one of an earlier meeting again, or a decision settles it."""
    said = meetings.judge.says(item(at, one), strand.items)
    if said is not None:
        return said
    if isinstance(one, Decision) and one.settles:
        return item(at, one).model_copy(update={"id": one.settles}) in strand.items
    if strand.events[-1][0] >= at:
        return False
    shared = rarity.shared(matters[item(*strand.proposals[-1])], matters[item(at, one)])
    return shared.rare > 1 and shared.part >= _MOST
