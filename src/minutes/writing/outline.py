"""The order of the page, decided once and free of any format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from minutes.model import Recap, Series
from minutes.writing.blocks import Block, Heading, Mark, Page, Table, Title
from minutes.writing.plain import plain
from minutes.writing.sections import SECTIONS, facts
from minutes.writing.threads import days, threads, together
from minutes.writing.words import Words, words

T = TypeVar("T")


def outline(minutes: Recap | Series) -> Page:
    """The page of a meeting, or of a series of meetings under one title."""
    return _meeting(minutes) if isinstance(minutes, Recap) else _series(minutes)


def _meeting(recap: Recap) -> Page:
    fixed = words(recap.language)
    head = (_title(recap), Mark(_mark(recap, fixed)), *facts(recap, fixed))
    return _page(recap, fixed, (*head, *_body(recap, fixed)), fixed.long(recap.date) if recap.date else "")


def _series(series: Series) -> Page:
    first = series.recaps[0] if series.recaps else Recap(title="")
    fixed = words(first.language)
    whole = together(series, fixed)
    blocks: list[Block] = [_title(whole), Mark(_mark(whole, fixed))]
    blocks += threads(series, fixed)
    for number, recap in enumerate(series.recaps, start=1):
        blocks += [Heading(2, recap.title, f"{number}."), *facts(recap, fixed)]
        blocks += _under(number, _body(recap, fixed))
    return _page(whole, fixed, blocks, days(series, fixed))


def _title(recap: Recap) -> Title:
    """The title under the name of the group, unless it names the group itself."""
    group = recap.group or ""
    return Title(recap.title, "" if group.casefold() in recap.title.casefold() else group)


def _mark(recap: Recap, fixed: Words) -> str:
    """How final the page is, and since when."""
    return (
        fixed.lines["adopted_on"].format(day=fixed.long(recap.adopted)) if recap.adopted else fixed.marks[recap.state]
    )


def _body(recap: Recap, fixed: Words) -> Iterator[Block]:
    for section in SECTIONS:
        yield from section(recap, fixed)


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


def _page(recap: Recap, fixed: Words, blocks: Iterable[Block], told_day: str) -> Page:
    spoken = recap.language or fixed.language
    return cleaned(
        Page(
            title=recap.title,
            group=recap.group or "",
            day=recap.date,
            told_day=told_day,
            mark=_mark(recap, fixed),
            language=fixed.locale if spoken == fixed.language else spoken,
            labels={**fixed.lines, "contents": fixed.titles["contents"]},
            blocks=tuple(blocks),
        )
    )


def cleaned(value: T) -> T:
    """The same value with every text in it made fit for a page, so that no writer needs to think of it."""
    done: Any = value
    if isinstance(value, str):
        done = plain(value)
    elif isinstance(value, tuple):
        done = tuple(cleaned(part) for part in value)
    elif is_dataclass(value) and not isinstance(value, type):
        done = replace(value, **{field.name: cleaned(getattr(value, field.name)) for field in fields(value)})
    return done  # type: ignore[no-any-return]  # of the same shape as what came in
