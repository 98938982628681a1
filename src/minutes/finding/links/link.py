"""The record of a link."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Link(NamedTuple):
    """A link, an e-mail address or a handle, where it stands in a text."""

    start: int
    end: int
    """Half-open, in characters of the text."""
    url: str
    """`https://example.org/plan`, `plan@example.org`, `@Plan`; as it stands where it cannot be saved."""
    kind: Literal["url", "email", "handle"]
    saved: bool
    """False for what looks like a link and leads nowhere: cut off (`https://docs.google`), `javascript:`."""
