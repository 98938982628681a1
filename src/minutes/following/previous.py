"""What was open from the meeting before, with what this meeting says of it."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.errors import InputError
from minutes.following.meetings import Meetings
from minutes.following.order import name, same
from minutes.following.steps import Strand, strands, thread
from minutes.following.ties import Ties
from minutes.model import BY_HAND, Earlier, Evidence, NextStep, Recap, Standing


def earlier(last: Recap, recap: Recap) -> tuple[Earlier, ...]:
    """The next steps that were open after the meeting before, those that it had itself been given among them.

    Args:
        last: the minutes of the meeting before.
        recap: the minutes of this meeting.

    Raises:
        InputError: both are of one meeting, or the one before was held later.
    """
    if same(last, recap):
        raise InputError("the minutes of this very meeting", file=name(last), todo="give those of the meeting before")
    if last.date and recap.date and last.date > recap.date:
        told = f"a meeting of {last.date}, after this one of {recap.date}"
        raise InputError(told, file=name(last), todo="give the minutes of the meeting before")
    before = last.model_copy(update={"next_steps": tuple(_open(last)), "reports": ()})
    meetings = Meetings((before, recap), Ties())
    carried = {one.id: one.carried for one in last.earlier}
    return tuple(_now(strand, meetings, carried) for strand in strands(meetings) if strand.first == 0)


def _now(strand: Strand, meetings: Meetings, carried: dict[str, int]) -> Earlier:
    """A step of the meeting before as it stands now."""
    step, told = strand.steps[0][1], thread(strand, meetings)
    dated = next((one for _, one in reversed(strand.steps) if one.due), step)
    return Earlier(
        id=step.id,
        text=step.text,
        owners=step.owners,
        ownership=step.ownership,
        due=dated.due,
        due_said=dated.due_said,
        state=Standing(told.state),
        carried=carried.get(step.id, 0) + 1,
        silent=told.silent,
        evidence=meetings.evidence(strand.events[:1]),
        said=tuple(dict.fromkeys(piece for _, found in strand.events[1:] for piece in found.evidence)),
    )


def _open(last: Recap) -> Iterator[NextStep]:
    """What was open after a meeting; what was promised there again is still the earlier step."""
    again: set[Evidence] = set()
    for one in last.earlier:
        if one.state is Standing.OPEN:
            again |= set(one.said)
            source = name(last)
            said = (piece.model_copy(update={"source": source}) for piece in one.said)
            yield NextStep(
                id=one.id,
                text=one.text,
                rule=BY_HAND if not one.evidence else "earlier",
                evidence=(*one.evidence, *said),
                owners=one.owners,
                ownership=one.ownership,
                due=one.due,
                due_said=one.due_said,
            )
    yield from (step for step in last.next_steps if not step.evidence or not again.issuperset(step.evidence))
