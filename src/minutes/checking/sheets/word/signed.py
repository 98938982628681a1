"""Lines of a Word file with the words in the margin that they rest on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.checking.sheets.references import cited, credited, references
from minutes.checking.sheets.runs import Run, cut, joined, line, target
from minutes.checking.sheets.word.grids import Grid, Line
from minutes.checking.sheets.word.margin import Margin
from minutes.writing.blocks import Cell, Column, Fact, Item, Paragraph, Table, Value


class Signed:
    """What the lines of one file are, with its margin beside them."""

    def __init__(self, margin: Margin) -> None:
        self._margin = margin

    def paragraph(self, line: Line) -> Paragraph:
        """Running text."""
        text, found = cited(line.text, self._known(line.runs))
        return Paragraph(text, self._margin.said(found, line.runs))

    def item(self, entry: Line) -> Item:
        """A line of a list; the address behind a link is not told twice."""
        found = line(entry.runs, "note", self._known(entry.runs))
        label, shown = joined(run for run in entry.runs if run.url), (found.url or "").removeprefix("mailto:")
        text = label if found.url and found.text == f"{label} {shown}" else found.text
        said = self._margin.said(found.references, entry.runs)
        return Item(text, found.note.removeprefix("· "), found.url, said)

    def fact(self, line: Line) -> Fact:
        """A label, and behind the tab each value on a line of its own."""
        label, *others = cut(line.runs, "\t")
        runs = [run for part in others for run in part]
        return Fact(joined(label), tuple(_value(part) for part in cut(runs, "\n")))

    def table(self, grid: Grid, caption: str) -> Table:
        """The table, under its own caption where it has one."""
        head, *others = grid.rows or ((),)
        whole = sum(grid.widths) or 1
        shares = [round(100 * width / whole) for width in grid.widths] + [0] * len(head)
        columns = tuple(
            Column(" ".join(line.text for line in cell), share, any(line.style.endswith("figure") for line in cell))
            for cell, share in zip(head, shares, strict=False)
        )
        rows = tuple(tuple(map(self._cell, row)) for row in others)
        return Table(grid.caption or caption, columns, rows)

    def _cell(self, lines: Sequence[Line]) -> Cell:
        """A text with its credit on the next line, or the references that the row rests on."""
        credit = ""
        if len(lines) > 1 and _credits(lines[-1]):
            *lines, last = lines
            credit = last.text
        runs = [run for line in lines for run in (*line.runs, Run(" "))]
        found = references(joined(runs), self._known(runs))
        return Cell("" if found else joined(runs), credit, self._margin.said(found, runs))

    def _known(self, runs: Sequence[Run]) -> frozenset[str]:
        """The pieces of a line that are references by how they are set, or by a comment of whom they name."""
        marked = joined(run for run in runs if run.style == "reference")
        bracketed = re.fullmatch(r"\((.*)\)", marked)
        inside = bracketed[1] if bracketed else marked
        return self._margin.beside(runs).union(() if references(inside) else filter(None, inside.split("; ")))


def _credits(line: Line) -> bool:
    """Whether a line below another one is its credit."""
    return all(run.style == "reference" for run in line.runs if run.text) or bool(credited(f"x ({line.text})")[1])


def _value(runs: Sequence[Run]) -> Value:
    """A piece of a fact; its credit is set as a reference."""
    tail = _tail(runs)
    credit = re.fullmatch(r"\((.*)\)", joined(tail))
    if credit is None:
        return Value(joined(runs), target(runs))
    before = runs[: len(runs) - len(tail)]
    return Value(joined(before), target(before), credit[1])


def _tail(runs: Sequence[Run]) -> Sequence[Run]:
    """The pieces at the end of a line that are set as a reference."""
    last = next((at for at in range(len(runs), 0, -1) if runs[at - 1].text and runs[at - 1].style != "reference"), 0)
    return runs[last:]
