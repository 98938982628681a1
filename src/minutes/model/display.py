"""How a record shows itself in a notebook: asked here, answered by the room that knows pages."""

from __future__ import annotations

from functools import singledispatch

from minutes.model.records import Record


@singledispatch
def html(record: object) -> str | None:
    """The record as a piece of a web page, or None where nobody has said how it looks."""
    return None


class Shown(Record):
    """A record that shows itself as the last line of a cell."""

    def _repr_html_(self) -> str | None:
        return html(self)
