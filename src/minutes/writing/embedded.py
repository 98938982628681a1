"""Pieces of a page that stand in another page, such as a notebook: they bring their own style and take its colours."""

from __future__ import annotations

from collections.abc import Iterable

from minutes.model import Recap, Series
from minutes.writing import html
from minutes.writing.blocks import Cell, Said, Table
from minutes.writing.markup import Markup, tag
from minutes.writing.plain import plain

INK = "var(--jp-ui-font-color1, inherit)"
PAPER = "var(--jp-layout-color0, Canvas)"
_LINE = "1px solid var(--jp-border-color1, #8a8a8a)"
_FONT = "font: 14px/1.5 var(--jp-ui-font-family, system-ui, sans-serif)"
_NARROWEST = 36
"""Of a table, in the width of its letters; where there is less room, it scrolls."""
_THEME = """
.minutes-page { color-scheme: light dark }
[data-jp-theme-light="true"] .minutes-page { color-scheme: light }
[data-jp-theme-light="false"] .minutes-page { color-scheme: dark }
"""
"""The page in a frame asks whether it stands in the light or in the dark; a notebook has a theme of its own."""


def framed(minutes: Recap | Series) -> Markup:
    """The page in a frame that keeps its style to itself, runs no scripts, and can be drawn larger."""
    page = html.render(minutes).decode()
    style = f"display: block; width: 100%; height: 36em; resize: vertical; border: {_LINE}"
    title = f"Minutes: {plain(minutes.title)}" if isinstance(minutes, Recap) else "Minutes of a series"
    frame = tag("iframe", srcdoc=page, sandbox="allow-popups", title=title, class_="minutes-page", style=style)
    return tag("div", tag("style", Markup(_THEME)), frame)


def box(label: str, *children: str) -> Markup:
    """What may be long, at a limited height; it scrolls on its own, by the keyboard too."""
    style = f"max-height: 34em; overflow: auto; border: {_LINE}; color: {INK}; background: {PAPER}; {_FONT}"
    return tag("div", *children, role="region", aria_label=label, tabindex="0", style=style)


def grid(caption: str, titles: Iterable[str], rows: Iterable[Iterable[Markup]]) -> Markup:
    """A table whose head stays in sight while its rows scroll; each row is a row of cells."""
    style = (
        f"position: sticky; top: 0; padding: 0.4em 0.8em; text-align: start; vertical-align: bottom; "
        f"color: {INK}; background: {PAPER}; box-shadow: inset 0 -1px var(--jp-border-color1, #8a8a8a)"
    )
    head = tag("tr", *(tag("th", title, scope="col", style=style) for title in titles))
    top = tag(
        "caption", plain(caption), style=f"padding: 0.6em 0.8em; text-align: start; font-weight: 600; color: {INK}"
    )
    body = tag("tbody", *(tag("tr", *row) for row in rows))
    whole = "width: 100%; margin: 0; border-collapse: collapse; table-layout: auto; font-size: inherit"
    return tag("table", top, tag("thead", head), body, style=whole)


def cell(*parts: str, name: str = "td", scope: str | None = None, width: float | None = None) -> Markup:
    """A cell of a grid, read in the direction of its own words; at least so wide, or on one line."""
    fit = "white-space: nowrap" if width is None else f"min-width: {width:.3g}em; overflow-wrap: anywhere"
    style = f"padding: 0.4em 0.8em; text-align: start; vertical-align: top; {fit}"
    return tag(name, *parts, scope=scope, dir="auto", style=style)


def paragraph(text: str) -> Markup:
    """A sentence in the colours of the notebook."""
    return tag("p", plain(text), style=f"margin: 0.5em 0; color: {INK}; {_FONT}")


def table(block: Table) -> Markup:
    """A table of a page in a box, each line of which unfolds to the words it rests on."""
    titles = [column.title for column in block.columns]
    widths = [_NARROWEST * column.width / 100 for column in block.columns]
    rows = ([_cell(one, width) for one, width in zip(row, widths, strict=True)] for row in block.rows)
    return box(block.caption, grid(block.caption, titles, rows))


def _cell(told: Cell, width: float) -> Markup:
    credit = tag("div", plain(told.credit)) if told.credit else Markup()
    return cell(plain(told.text), credit, _unfolding(told.said), width=width)


def _unfolding(said: tuple[Said, ...]) -> Markup:
    if not said:
        return Markup()
    references = tag("summary", "; ".join(plain(one.reference) for one in said), style="cursor: pointer")
    style = "margin: 0.3em 0; padding-inline-start: 0.8em; border-inline-start: 3px solid currentColor"
    quotes = (tag("div", f"{plain(one.reference)}: “{plain(one.quote)}”", dir="auto", style=style) for one in said)
    return tag("details", references, *quotes)
