"""Tables of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from minutes.checking.sheets.fixed import fixed
from minutes.checking.sheets.markdown.inline import told
from minutes.checking.sheets.quoting import quoted, unquoted
from minutes.checking.sheets.references import credited, listed, named, references
from minutes.writing.blocks import Cell, Column, Said, Table

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

Node: TypeAlias = "SyntaxTreeNode"


def rows(node: Node) -> list[list[str]]:
    """The texts of the cells, row by row."""
    return [[told(cell) for cell in row.children] for row in node.walk() if row.type == "tr"]


def table(node: Node, caption: str, known: frozenset[str]) -> Table:
    """The table; how wide a column is, Markdown does not say."""
    heads = [cell for cell in node.walk() if cell.type == "th"]
    columns = tuple(Column(told(cell), 0, "right" in str(cell.attrs.get("style", ""))) for cell in heads)
    held = [
        tuple(_cell(text, column, known) for text, column in zip(row, columns, strict=True)) for row in rows(node)[1:]
    ]
    return Table(caption, columns, tuple(held))


def _cell(text: str, column: Column, known: frozenset[str]) -> Cell:
    """What the row rests on, in the column for that; elsewhere a text with its credit."""
    said = listed(text, lambda part: _said(part, known)) if column.title in fixed("columns", "said") else ()
    return Cell(said=said) if said else Cell(*credited(text, known))


def _said(text: str, known: frozenset[str]) -> Said | None:
    """A quote with its reference, or the reference alone."""
    before, credit = credited(text, known)
    if credit and quoted(before) and not quoted(credit):
        return Said(credit, named(credit), unquoted(before))
    return Said(text, named(text), "") if references(text, known) == (text,) else None
