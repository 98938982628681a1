"""What stands above the recaps of a series: the group, the days, and what became of things."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.model import Recap, Series, State, Thread
from minutes.writing.blocks import Block, Cell, Column, Fact, Facts, Heading, Table, Value
from minutes.writing.trace import said
from minutes.writing.words import Words

_HARDNESS = (State.DRAFT, State.CORRECTED, State.ADOPTED)


def together(series: Series, fixed: Words) -> Recap:
    """An empty recap that names the whole: its group and language, its first day, its softest state."""
    groups = {recap.group for recap in series.recaps}
    states = {recap.state for recap in series.recaps} or {State.DRAFT}
    return Recap(
        title=fixed.lines["series_one" if len(series.recaps) == 1 else "series"].format(count=len(series.recaps)),
        group=groups.pop() if len(groups) == 1 else None,
        date=min((recap.date for recap in series.recaps if recap.date), default=None),
        language=fixed.language,
        state=min(states, key=_HARDNESS.index),
    )


def days(series: Series, fixed: Words) -> str:
    """From the first day to the last: "Sun 11 Feb 2024 to Sun 18 Feb 2024"."""
    known = sorted({recap.date for recap in series.recaps if recap.date})
    if len(known) < 2:
        return "".join(map(fixed.long, known))
    return fixed.lines["span"].format(first=fixed.short(known[0]), last=fixed.short(known[-1]))


def threads(series: Series, fixed: Words) -> Iterator[Block]:
    """The meetings by day, then each matter of several meetings with where it stands now."""
    meetings = tuple(Value(f"{number}. {_named(recap, fixed)}") for number, recap in enumerate(series.recaps, start=1))
    if meetings:
        yield Facts((Fact(fixed.facts["meetings"], meetings),))
    if not series.threads:
        return
    title = fixed.titles["threads"]
    yield Heading(2, title)
    widths = {"matter": 36, "kind": 12, "state": 14, "meetings": 14, "said": 24}
    columns = tuple(Column(fixed.columns[key], width) for key, width in widths.items())
    yield Table(title, columns, tuple(_row(thread, fixed) for thread in series.threads))


def _row(thread: Thread, fixed: Words) -> tuple[Cell, ...]:
    numbers = sorted({item.recap + 1 for item in thread.items})
    return (
        Cell(thread.title),
        Cell(fixed.kinds[thread.kind]),
        Cell(fixed.states.get(thread.state, thread.state)),
        Cell(", ".join(map(str, numbers))),
        Cell(said=said(thread.evidence, fixed, named=True)),
    )


def _named(recap: Recap, fixed: Words) -> str:
    return f"{recap.title}, {fixed.short(recap.date)}" if recap.date else recap.title
