"""iCalendar: each next step a task (VTODO, RFC 5545) that a calendar or a task list takes in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from minutes.model import Recap, Series
from minutes.writing.steps import DONE, DROPPED, Step, Steps, steps

_ENDED = {DONE: "COMPLETED", DROPPED: "CANCELLED"}
_UNKNOWN = date(1970, 1, 1)
"""For the stamp that every task must have, where the meeting has no day: the same recap gives the same bytes."""


def render(minutes: Recap | Series) -> bytes:
    """The calendar as UTF-8. The same step has the same UID every time, so that a later file brings it up to date."""
    from icalendar import Calendar, Todo

    found = steps(minutes)
    calendar = Calendar()
    calendar.add("prodid", "-//minutes//minutes//EN")
    calendar.add("version", "2.0")
    calendar.add("name", found.title)
    calendar.add("description", "\n".join([found.page.mark, *([] if found.steps else [found.none])]))
    for step in found.steps:
        todo = Todo()
        todo.add("uid", f"{step.key}@minutes")
        todo.add("dtstamp", datetime.combine(step.day or _UNKNOWN, time(), UTC))
        todo.add("summary", f"{step.who}: {step.text}" if step.who else step.text)
        todo.add("description", "\n".join(_about(step, found)))
        todo.add("status", _ENDED.get(step.state, "NEEDS-ACTION"))
        if step.due:
            todo.add("due", step.due)
        if step.group:
            todo.add("categories", [step.group])
        calendar.add_component(todo)
    data: bytes = calendar.to_ical()
    return data


def _about(step: Step, found: Steps) -> Iterator[str]:
    """Whose it is, what was said, in which meeting, and how far that is to be trusted: a line each."""
    label = found.fixed.steps
    yield f"{label['owner']}: {step.who or found.fixed.ownership['nobody']}"
    if step.due_said:
        yield f"{label['due_said']}: {found.fixed.quoted(step.due_said)}"
    for one in step.said:
        yield f"{one.reference}: {found.fixed.quoted(one.quote)}"
    if step.added:
        yield step.added
    yield f"{label['meeting']}: {found.of(step)}"
    yield found.page.mark
