"""The face in a notebook: what was read and what was found, shown under the cell."""

from __future__ import annotations

from IPython.display import HTML

from minutes.model import Recap, Series, Transcript
from minutes.writing import render
from minutes.writing.markup import Markup, tag
from minutes.writing.spoken import as_html


def show(value: Recap | Series | Transcript) -> HTML:
    """The value for the last line of a cell: the page of a recap in a frame of its own, or a transcript as a table."""
    page = as_html(value) if isinstance(value, Transcript) else _framed(render(value, "html").decode())
    return HTML(page)  # type: ignore[no-untyped-call]  # IPython does not say what it takes


def _framed(page: str) -> Markup:
    """A page that keeps its style to itself; the frame runs no scripts, and can be drawn larger."""
    style = "width: 100%; height: 36em; resize: vertical; border: 1px solid #999; background: #fff"
    frame = tag("iframe", srcdoc=page, sandbox="allow-popups", title="Minutes", style=style)
    return tag("div", frame)
