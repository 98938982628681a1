"""The line on which minutes are approved, empty or as somebody has signed it."""

from __future__ import annotations

import re

from minutes.checking.sheets.fixed import tongues
from minutes.writing.blocks import Approval
from minutes.writing.words import Words

_ROOM = re.compile(r"[…._\s]+")
_MOST = 60
"""Characters that a name or a day may have; who writes more says something else."""


def approval(text: str) -> Approval | None:
    """The line, if a text is one, whatever name and day stand on it."""
    told = _ROOM.sub(" ", text).strip()
    return next((Approval(*_labels(fixed)) for fixed in tongues() if _form(fixed).fullmatch(told)), None)


def _labels(fixed: Words) -> tuple[str, str]:
    return fixed.lines["approved_by"], fixed.lines["approved_on"]


def _form(fixed: Words) -> re.Pattern[str]:
    by, on = (re.escape(_ROOM.sub(" ", label)) for label in _labels(fixed))
    return re.compile(rf"{by} ?.{{0,{_MOST}}} ?{on} ?.{{0,{_MOST}}}")
