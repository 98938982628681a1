"""Pieces of a line with what sets them apart, and what a line of them tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from minutes.checking.sheets.quoting import ended
from minutes.checking.sheets.references import cited, credited, references
from minutes.writing.blocks import Value


class Run(NamedTuple):
    """A piece of a line."""

    text: str
    style: str = ""
    """What its format calls the way it is set: "em", "note"."""
    url: str | None = None
    comments: frozenset[str] = frozenset()
    """The comments of the margin that stand beside it."""


class Line(NamedTuple):
    """A line of a list, taken apart."""

    text: str
    note: str
    url: str | None
    references: tuple[str, ...]


def joined(runs: Iterable[Run]) -> str:
    """The text of the pieces on one line."""
    return "".join(run.text for run in runs).replace("\t", " ").replace("\n", " ").strip()


def target(runs: Iterable[Run]) -> str | None:
    """Where the first link leads."""
    return next((run.url for run in runs if run.url), None)


def line(runs: Sequence[Run], style: str, known: frozenset[str]) -> Line:
    """The text, the note, which is set in this style, and the references behind it."""
    before, note, after = _apart(runs, style)
    tail = joined(after)
    inside = tail[1:-1] if tail.startswith("(") and tail.endswith(")") else ""
    if note and joined(before) and (inside or not tail):
        found = references(inside, known) or tuple(filter(None, inside.split("; ")))
        return Line(joined(before), joined(note), target(runs), found)
    text, found = cited(joined(runs), known)
    return Line(text, "", target(runs), found)


def value(runs: Sequence[Run], known: frozenset[str]) -> Value:
    """A piece of a fact: a link, or a text with its credit."""
    text, url = joined(runs), target(runs)
    before, credit = (text, "") if url else credited(text, known)
    return Value(before, url, credit)


def values(runs: Sequence[Run], known: frozenset[str]) -> Iterator[Value]:
    """The pieces of a fact between semicolons; one within a link or within quotation marks parts nothing."""
    held: list[Run] = []
    for part in cut(runs, "; "):
        held = [*held, Run("; "), *part] if held else part
        text = joined(held)
        if ended(text):
            yield value(held, known)
            held = []
    if held:
        yield value(held, known)


def cut(runs: Iterable[Run], mark: str) -> list[list[Run]]:
    """The runs parted where the mark stands outside of links."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        first, *others = [run.text] if run.url else run.text.split(mark)
        parts[-1].append(run._replace(text=first))
        parts += [[run._replace(text=text)] for text in others]
    return parts


def _apart(runs: Sequence[Run], style: str) -> tuple[Sequence[Run], Sequence[Run], Sequence[Run]]:
    """The runs before, in and after the last stretch of a style that is no link."""
    last = len(runs)
    while last and not _is(runs[last - 1], style):
        last -= 1
    first = last
    while first and (_is(runs[first - 1], style) or not runs[first - 1].text):
        first -= 1
    return runs[:first], runs[first:last], runs[last:]


def _is(run: Run, style: str) -> bool:
    return run.style == style and not run.url
