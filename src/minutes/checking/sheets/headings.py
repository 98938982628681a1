"""Headings with the number in front of them, and the tables that are called like them."""

from __future__ import annotations

import re

from minutes.writing.blocks import Heading

_NUMBERED = re.compile(r"([0-9]{1,9}\.|[0-9]{1,9}(?:\.[0-9]{1,9})+)(?: (.*)|)", re.DOTALL)


def heading(level: int, text: str) -> Heading:
    """The heading, with its number apart: "2. Rent the hall", "1.2 Decisions"."""
    found = _NUMBERED.fullmatch(text)
    return Heading(level, found[2] or "", found[1]) if found else Heading(level, text)


def caption(above: Heading | None) -> str:
    """What a table is called that does not say so itself: as the heading above it."""
    return " ".join(filter(None, (above.number, above.text))) if above else ""
