"""The order of the page, decided once and free of any format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import partial
from itertools import chain
from typing import Any, TypeVar

from minutes.model import Recap, Series, State
from minutes.writing.blocks import Block, Heading, Mark, Page, Said, Table, Title
from minutes.writing.layout import FULL, QUOTES, USUAL, Layout
from minutes.writing.plain import plain
from minutes.writing.sections import NOTES, SECTIONS, approval, facts, making, to_settle
from minutes.writing.threads import days, threads, together
from minutes.writing.words import Words, words

S = TypeVar("S")
T = TypeVar("T")


def outline(minutes: Recap | Series, layout: Layout = USUAL) -> Page:
    """The page of a meeting, or of a series of meetings under one title."""
    return _meeting(minutes, layout) if isinstance(minutes, Recap) else _series(minutes, layout)


def _meeting(recap: Recap, layout: Layout) -> Page:
    fixed = words(recap.language)
    blocks = [_title(recap), _mark(recap, fixed), *facts(recap, fixed), *_body(recap, fixed, layout)]
    if not layout.parts:  # an extract is nothing that a group approves
        blocks += approval(recap, fixed)
    blocks += _making(recap, fixed, layout)
    return _page(recap, fixed, blocks, fixed.long(recap.date) if recap.date else "", layout)


def _series(series: Series, layout: Layout) -> Page:
    first = series.recaps[0] if series.recaps else Recap(title="")
    fixed = words(first.language)
    whole = together(series, fixed)
    blocks: list[Block] = [_title(whole), _mark(whole, fixed), *threads(series, fixed, layout.shown)]
    for number, recap in enumerate(series.recaps, start=1) if layout.style == FULL else ():
        blocks += [Heading(2, recap.title, f"{number}."), *facts(recap, fixed)]
        blocks += _under(number, chain(_body(recap, fixed, layout), _making(recap, fixed, layout)))
    return _page(whole, fixed, blocks, days(series, fixed), layout)


def _title(recap: Recap) -> Title:
    """The title under the name of the group, unless it names the group itself."""
    group = recap.group or ""
    return Title(recap.title, "" if group.casefold() in recap.title.casefold() else group)


def _mark(recap: Recap, fixed: Words) -> Mark:
    """How final the page is, and since when."""
    adopted = recap.state is State.ADOPTED
    if recap.adopted:
        return Mark(fixed.lines["adopted_on"].format(day=fixed.long(recap.adopted)), adopted)
    return Mark(fixed.marks[recap.state], adopted)


def _body(recap: Recap, fixed: Words, layout: Layout) -> Iterator[Block]:
    """The parts that are wanted; where the proposals do not stand, nothing points to their numbers.

    A short page tells only in the table of next steps which of them are nobody's.
    """
    drawn = recap if "proposals" in layout.shown else recap.model_copy(update={"proposals": ()})
    for note in NOTES:
        yield from note(drawn, fixed)
    for part, section in SECTIONS:
        if part in layout.shown and (section is not to_settle or layout.style == FULL):
            yield from section(drawn, fixed)


def _making(recap: Recap, fixed: Words, layout: Layout) -> Iterator[Block]:
    """How it was made, by which one knows a page that shows everything."""
    if layout.whole:
        yield from making(recap, fixed)


def _under(number: int, blocks: Iterable[Block]) -> Iterator[Block]:
    """The sections of one meeting of a series, one level deeper and numbered, so that no two are named alike."""
    section = 0
    for block in blocks:
        match block:
            case Heading(2, text):
                section += 1
                yield Heading(3, text, f"{number}.{section}")
            case Heading(level, text, own):
                yield Heading(level + 1, text, f"{number}.{section}.{own.rstrip('.')}")
            case Table(caption):
                yield replace(block, caption=f"{number}.{section} {caption}")
            case _:
                yield block


def _page(recap: Recap, fixed: Words, blocks: Iterable[Block], told_day: str, layout: Layout) -> Page:
    spoken = recap.language or fixed.language
    told = tuple(blocks)
    return cleaned(
        Page(
            title=recap.title,
            group=recap.group or "",
            day=recap.date,
            told_day=told_day,
            mark=_mark(recap, fixed).text,
            language=fixed.locale if spoken == fixed.language else spoken,
            labels={**fixed.lines, "contents": fixed.titles["contents"]},
            blocks=told if layout.evidence == QUOTES else changed(told, Said, partial(replace, quote="")),
        )
    )


def cleaned(value: T) -> T:
    """The same value with every text in it made fit for a page, so that no writer needs to think of it."""
    return changed(value, str, plain)


def changed(value: T, kind: type[S], change: Callable[[S], S]) -> T:
    """The same value with everything of a kind in it changed."""
    done: Any = value
    if isinstance(value, kind):
        done = change(value)
    elif isinstance(value, tuple):
        done = tuple(changed(part, kind, change) for part in value)
    elif is_dataclass(value) and not isinstance(value, type):
        done = replace(value, **{one.name: changed(getattr(value, one.name), kind, change) for one in fields(value)})
    return done  # type: ignore[no-any-return]  # of the same shape as what came in
