"""CSV: each next step a row that any spreadsheet opens as text and never as a formula."""

from __future__ import annotations

import csv
import re
from io import StringIO

from minutes.model import Recap, Series
from minutes.writing.steps import Step, Steps, steps

_COLUMNS = ("step", "owner", "due", "due_said", "state", "meeting", "day", "turn", "time", "words", "id")
_UNSEEN = r"\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\N{REPLACEMENT CHARACTER}"
"""Spaces and characters without a shape, and what stands for a control character."""
_FORMULA = re.compile(rf"(^|;)(?=[{_UNSEEN}]*[=+\-@＝＋－＠])")
"""The edge of a cell whose first sign begins a formula."""


def render(minutes: Recap | Series) -> bytes:
    """The sheet as UTF-8 with the mark at its head by which Excel tells the encoding; every cell in quotation marks."""
    found = steps(minutes)
    sheet = StringIO(newline="")
    rows = csv.writer(sheet, quoting=csv.QUOTE_ALL)
    rows.writerow(found.fixed.steps[column] for column in _COLUMNS)
    rows.writerows(map(harmless, _row(step, found)) for step in found.steps)
    return sheet.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """The text of a cell, with an apostrophe in front where it would be taken for a formula.

    This is OWASP's advice ("CSV Injection"), for signs of full width as well. A semicolon counts as the edge of a cell,
    since in many countries spreadsheets expect one where we write a comma.
    """
    return _FORMULA.sub(r"\1'", text)


def _row(step: Step, found: Steps) -> list[str]:
    return [
        step.text,
        step.who,
        step.due.isoformat() if step.due else "",
        step.due_said,
        found.fixed.states.get(step.state, step.state),
        step.meeting,
        step.day.isoformat() if step.day else "",
        str(step.turn or ""),
        step.clock,
        " … ".join(one.quote for one in step.said),
        step.key,
    ]
