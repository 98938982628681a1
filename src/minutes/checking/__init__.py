"""A finished page + the transcript → which lines lead back to it, and which do not."""

from __future__ import annotations

from datetime import date as Date

from minutes.checking.entries import entries
from minutes.checking.lines import Checker
from minutes.checking.report import Failing, Report
from minutes.checking.sheets import Sheet
from minutes.model import Recap, Transcript
from minutes.writing import Layout
from minutes.writing.layout import USUAL
from minutes.writing.words import words

__all__ = ["Checker", "Failing", "Report", "check", "held", "judged", "minuted", "veiled"]


def check(
    page: Sheet, transcript: Transcript, found: Recap, corrected: Recap | None = None, *, layout: Layout = USUAL
) -> Report:
    """Which lines of a page lead back to the transcript, and which do not.

    Every citation is looked up in the transcript, and every content word, name, figure and quotation of a line in the
    words that it cites. What those words alone cannot tell, such as whom "I" means and which day "by Friday" is, has
    to be as the rules read them.

    Args:
        page: the finished page, read back; a person may have changed it.
        transcript: the meeting.
        found: what the rules find in the transcript.
        corrected: the same with a person's corrections, where there are some.
        layout: how the page was laid out, as far as something stands around it that is of its template.
    """
    return judged(page, Checker(transcript, found, corrected, page.format, layout))


def judged(page: Sheet, checker: Checker) -> Report:
    """The same, where several pages of one format are held against one transcript."""
    told = [(entry.place, checker.told(entry)) for entry in entries(page.blocks)]
    around = (*checker.around(page.extras), *checker.hidden(page.recap))
    by_hand = tuple(place for place, one in told if one.by_hand and not one.failing)
    stands = sum(not one.failing for _, one in told)
    return Report(stands - len(by_hand), by_hand, (*(failure for _, one in told for failure in one.failing), *around))


def held(page: Sheet) -> Date | None:
    """The day of the meeting that a page tells, or None."""
    fixed = words(page.recap.language if isinstance(page.recap, Recap) else None)
    told = (part for entry in entries(page.blocks) if not entry.section for part in entry.parts)
    return next((day for part in told if part.label == fixed.facts["date"] and (day := fixed.day(part.text))), None)


def minuted(page: Sheet) -> bool:
    """Whether a page is one of minutes at all: it has one of their sections."""
    titles = words(page.recap.language if isinstance(page.recap, Recap) else None).titles.values()
    return any(entry.section in titles for entry in entries(page.blocks))


def veiled(page: Sheet) -> bool:
    """Whether a page is an edition with stand-ins."""
    told = words(page.recap.language if isinstance(page.recap, Recap) else None).lines["veiled"]
    return any(part.text == told for entry in entries(page.blocks) for part in entry.parts)
