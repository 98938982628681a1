"""JSON: the recap itself, for machines and for next month."""

from __future__ import annotations

from minutes.model import Recap, Series


def render(minutes: Recap | Series) -> bytes:
    """The record as UTF-8 with two spaces of indent, `schema` first."""
    return (minutes.model_dump_json(indent=2) + "\n").encode()
