"""An edition for handing round: stand-ins in place of names, the same in every meeting."""

from __future__ import annotations

from minutes.revising.veil.drafting import draft
from minutes.revising.veil.editing import veil, veiled_text
from minutes.revising.veil.file import load
from minutes.revising.veil.key import Stand, Veil
from minutes.revising.veil.transcripts import veiled_transcript

__all__ = ["Stand", "Veil", "draft", "load", "veil", "veiled_text", "veiled_transcript"]
