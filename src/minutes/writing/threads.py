"""What stands above the recaps of a series: the group, the days, and what became of things."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from minutes.model import Recap, Series, State, Thread, ThreadItem
from minutes.writing.blocks import Block, Bullets, Cell, Column, Fact, Facts, Heading, Item, Table, Value
from minutes.writing.cells import owners, standing
from minutes.writing.plain import link
from minutes.writing.trace import said
from minutes.writing.words import Words

_HARDNESS = (State.DRAFT, State.CORRECTED, State.ADOPTED)
_PARTS: Mapping[str, str] = MappingProxyType(
    {"next_step": "next_steps", "decision": "decisions", "proposal": "proposals"}
)
"""The part of the page that each kind of thread belongs to."""
_OPEN, _IN_FORCE, _SUPERSEDED = "open", "in force", "superseded"


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


def threads(series: Series, fixed: Words, shown: Collection[str]) -> Iterator[Block]:
    """The meetings by day; what the last of them changed; and each matter, of the parts shown, as it stands now."""
    meetings = tuple(Value(f"{number}. {_named(recap, fixed)}") for number, recap in enumerate(series.recaps, start=1))
    if meetings:
        yield Facts((Fact(fixed.facts["meetings"], meetings),))
    kept = tuple(thread for thread in series.threads if _PARTS[thread.kind] in shown)
    followed = series.model_copy(update={"threads": kept})
    for section in (_changes, _steps, _decisions, _proposals):
        yield from section(followed, fixed)
    if "resources" in shown:
        yield from _links(series, fixed)


def _changes(series: Series, fixed: Words) -> Iterator[Block]:
    """What the last meeting ended, and what it began."""
    last = len(series.recaps) - 1
    told = ((thread, key) for thread in series.threads if (key := _changed(thread, last)))
    items = [_change(thread, fixed.changes[key], fixed) for thread, key in _ordered(told, fixed)]
    if items and last > 0:
        yield Heading(2, fixed.titles["changes"])
        yield Bullets(tuple(items))


def _ordered(told: Iterable[tuple[Thread, str]], fixed: Words) -> list[tuple[Thread, str]]:
    keys = list(fixed.changes)
    return sorted(told, key=lambda one: keys.index(one[1]))


def _changed(thread: Thread, last: int) -> str | None:
    """What the last meeting made of a matter; None where it left it as it was."""
    begun, ended = thread.items[0].recap == last, thread.items[-1].recap == last
    match thread.kind:
        case "next_step" if ended and thread.state != _OPEN:
            return thread.state
        case "decision" if ended and thread.state == _SUPERSEDED:
            return thread.state
        case "next_step" | "decision" if begun:
            return thread.kind
    return None


def _change(thread: Thread, change: str, fixed: Words) -> Item:
    """What the last meeting made of a matter, with its words."""
    day = fixed.steps["by"].format(day=fixed.short(thread.due)) if thread.due and thread.state == _OPEN else ""
    note = "; ".join(filter(None, (change, ", ".join(thread.owners), day)))
    words = [piece for piece in thread.evidence if piece.source == thread.evidence[-1].source]
    return Item(thread.title, note, said=said(words, fixed, named=True))


def _steps(series: Series, fixed: Words) -> Iterator[Block]:
    """The next steps by owner, what is open first, each with the words on both sides."""
    found = [(_owner(thread, series, fixed), thread) for thread in series.threads if thread.kind == "next_step"]
    first = {who: number for number, (who, _) in reversed(list(enumerate(found)))}
    found.sort(key=lambda one: (first[one[0]], one[1].state != _OPEN))
    rows = [
        (
            Cell(who),
            Cell(thread.title),
            Cell(fixed.short(thread.due)) if thread.due else Cell(),
            Cell(standing(thread, fixed)),
            Cell(_numbers(thread.items)),
            Cell(said=said(thread.evidence, fixed, named=True)),
        )
        for who, thread in found
    ]
    yield from _table(
        fixed, "owners", {"who": 13, "what": 27, "due": 13, "state": 14, "meetings": 11, "said": 22}, rows
    )


def _owner(thread: Thread, series: Series, fixed: Words) -> str:
    """Whose it is: by their fullest names, the group, or nobody."""
    items = [(one, item) for item in thread.items for one in series.recaps[item.recap].next_steps if one.id == item.id]
    return ", ".join(thread.owners) or (owners(items[-1][0], fixed) if items else fixed.ownership["nobody"])


def _decisions(series: Series, fixed: Words) -> Iterator[Block]:
    """The decisions, those in force first; beside one that is not, the words that took its place."""
    found = [thread for thread in series.threads if thread.kind == "decision"]
    rows = [
        (
            Cell(thread.title),
            Cell(fixed.states.get(thread.state, thread.state)),
            Cell(_numbers(thread.items)),
            Cell(said=said(thread.evidence, fixed, named=True)),
        )
        for thread in sorted(found, key=lambda one: one.state != _IN_FORCE)
    ]
    yield from _table(fixed, "standing", {"what": 45, "state": 16, "meetings": 13, "said": 26}, rows)


def _proposals(series: Series, fixed: Words) -> Iterator[Block]:
    """The proposals of several meetings, with their figures as they moved."""
    rows = [
        (
            Cell(thread.title),
            Cell(fixed.states.get(thread.state, thread.state)),
            Cell(_numbers(thread.items)),
            Cell(_figures(thread, series, fixed)),
            Cell(said=said(thread.evidence, fixed, named=True)),
        )
        for thread in series.threads
        if thread.kind == "proposal"
    ]
    yield from _table(fixed, "followed", {"matter": 25, "state": 12, "meetings": 11, "outcomes": 30, "said": 22}, rows)


def _figures(thread: Thread, series: Series, fixed: Words) -> str:
    """What was told of it, meeting by meeting: "1: “twelve flats”; 3: “ninety flats”"."""
    told = (
        (item.recap + 1, text)
        for item in thread.items
        for one in series.recaps[item.recap].proposals
        if one.id == item.id
        for text in one.outcomes
    )
    return "; ".join(f"{number}: {fixed.quoted(text)}" for number, text in told)


def _links(series: Series, fixed: Words) -> Iterator[Block]:
    """Each link of the series once, with the meetings in which it was given."""
    given: dict[str, tuple[str, list[int]]] = {}
    for number, recap in enumerate(series.recaps, start=1):
        for one in recap.resources:
            given.setdefault(one.url, (one.label, []))[1].append(number)
    if given:
        yield Heading(2, fixed.titles["links"])
        yield Bullets(tuple(_link(url, label, numbers, fixed) for url, (label, numbers) in given.items()))


def _link(url: str, label: str, numbers: list[int], fixed: Words) -> Item:
    target = link(url)
    where = fixed.lines["in_meeting"].format(numbers=", ".join(map(str, dict.fromkeys(numbers))))
    plain = url if not target and label != url else ""
    return Item(label, "; ".join(filter(None, (plain, where))), target)


def _table(fixed: Words, title: str, widths: dict[str, int], rows: Sequence[tuple[Cell, ...]]) -> Iterator[Block]:
    if rows:
        yield Heading(2, fixed.titles[title])
        columns = tuple(Column(fixed.columns[key], width) for key, width in widths.items())
        yield Table(fixed.titles[title], columns, tuple(rows))


def _numbers(items: Iterable[ThreadItem]) -> str:
    """The meetings, as they are numbered on the page."""
    return ", ".join(map(str, sorted({item.recap + 1 for item in items})))


def _named(recap: Recap, fixed: Words) -> str:
    return f"{recap.title}, {fixed.short(recap.date)}" if recap.date else recap.title
