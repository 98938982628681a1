"""Lines and tables of a Word file in their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from minutes.checking.sheets.runs import Run, joined
from minutes.checking.sheets.sheet import Extra
from minutes.checking.sheets.word.package import Element, W
from minutes.checking.sheets.word.paragraphs import Paragraphs, local, told


class Line(NamedTuple):
    """A paragraph."""

    style: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """All of it on one line."""
        return joined(self.runs)


class Grid(NamedTuple):
    """A table."""

    caption: str
    widths: tuple[int, ...]
    """Of its columns, in twentieths of a point."""
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    """The lines of each cell."""


def flow(container: Element, paragraphs: Paragraphs) -> Iterator[Line | Grid]:
    """The lines and tables in an element; a line whose end is deleted runs on into the next one."""
    held: list[Run] = []
    for part in _parts(container):
        if local(part) == "tbl":
            yield _grid(part, paragraphs)
            continue
        held += paragraphs.runs(part)
        end = part.find(f"{W}pPr/{W}rPr")
        if end is None or not {local(mark) for mark in end} & {"del", "moveFrom"}:
            line = Line(paragraphs.style(part), tuple(held))
            held = []
            if line.text or any(run.comments for run in line.runs):
                yield line
    if held:
        yield Line("", tuple(held))


def _parts(container: Element) -> Iterator[Element]:
    """Paragraphs and tables, out of whatever is wrapped around them."""
    for child in container:
        if isinstance(child.tag, str):
            if local(child) in ("p", "tbl"):
                yield child
            elif not local(child).endswith("Pr"):
                yield from _parts(child)


def _grid(table: Element, paragraphs: Paragraphs) -> Grid:
    caption = table.find(f"{W}tblPr/{W}tblCaption")
    widths = (str(column.get(f"{W}w", "0")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol"))
    return Grid(
        str(caption.get(f"{W}val", "")) if caption is not None else "",
        tuple(int(width) if width.isdigit() else 0 for width in widths),
        tuple(_rows(table, paragraphs)),
    )


def _rows(table: Element, paragraphs: Paragraphs) -> Iterator[tuple[tuple[Line, ...], ...]]:
    for row in _named(table, "tr"):
        if row.find(f"{W}trPr/{W}del") is not None:
            paragraphs.extras.append(Extra("deleted text", told(row)))
        else:
            yield tuple(tuple(_lines(flow(cell, paragraphs))) for cell in _named(row, "tc"))


def _lines(parts: Iterator[Line | Grid]) -> Iterator[Line]:
    """The lines of a cell, those of a table within it too."""
    for part in parts:
        if isinstance(part, Line):
            yield part
        else:
            yield from (line for row in part.rows for cell in row for line in cell)


def _named(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, out of whatever is wrapped around them."""
    for child in element:
        if isinstance(child.tag, str) and local(child) == name:
            yield child
        elif isinstance(child.tag, str) and not local(child).endswith("Pr"):
            yield from _named(child, name)
