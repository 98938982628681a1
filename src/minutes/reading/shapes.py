"""The shapes in which services write transcripts as JSON."""

from __future__ import annotations

from typing import Any

from minutes.errors import NotATranscript
from minutes.reading.base import Draft


def draft(value: Any) -> Draft:
    """The speech in a JSON value."""
    raise NotATranscript("no transcript in this JSON", todo="export the transcript itself")
