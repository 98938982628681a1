"""The JSON of a recap or of a series: what its page would show."""

from __future__ import annotations

from minutes.checking.sheets.sheet import Sheet
from minutes.following.saved import parse
from minutes.writing.outline import outline


def read(text: str) -> Sheet:
    """The page of the recap that the text holds."""
    recap = parse(text)
    return Sheet("json", outline(recap).blocks, recap=recap)
