"""The face in a notebook: what was read and what was found, shown under the cell."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from datetime import date as Date
from typing import TYPE_CHECKING

from IPython.display import HTML

from minutes.drafting import Wishes
from minutes.errors import InputError, MinutesWarning
from minutes.finding.rules import Rulebook
from minutes.model import Recap, Series, Transcript
from minutes.notebook import tables
from minutes.reviewing import Review
from minutes.writing.embedded import framed
from minutes.writing.spoken import as_html

if TYPE_CHECKING:
    from minutes.notebook.panel import Panel
    from minutes.writing.markup import Markup

__all__ = ["review", "show", "steps", "talk", "timeline"]


def show(value: Recap | Series | Transcript, recap: Recap | None = None) -> HTML:
    """The value for the last line of a cell: the page of a recap in a frame of its own, or a transcript as a table.

    Args:
        value: what is to be shown.
        recap: of this transcript; the words that its findings rest on are marked.

    Raises:
        InputError: the recap is of another transcript, or tells no places.
    """
    if isinstance(value, Transcript):
        return _html(as_html(value, tables.marks(recap, value) if recap else ()))
    if recap:
        raise InputError("words are marked in a transcript only", todo="give the transcript first, then the recap")
    return _html(framed(value))


def review(
    transcript: Transcript,
    file: str | os.PathLike[str],
    *,
    date: str | Date | None = None,
    title: str | None = None,
    words: Rulebook | None = None,
    withhold: Sequence[str] = (),
) -> Panel:
    """A panel in which a person goes over the minutes; each decision is kept in a file of corrections at once.

    Args:
        transcript: the meeting.
        file: the file of corrections; the panel goes on from what stands there, and makes it with the first decision.
        date: the day of the meeting, as for `minutes.recap`; so are the title, the rules and what is withheld.
        title: the title.
        words: the rules, where they are not just ours.
        withhold: stretches to be kept out.

    Raises:
        RulesError: a mistake in the file, with its line.
        OutputError: the file cannot be written there.
        InputError: `date` is no date, or `withhold` fits nothing.
    """
    from minutes.notebook.panel import Panel

    return Panel(Review(transcript, file, Wishes(date, title, words, withhold)))


def steps(recap: Recap | Series) -> HTML:
    """The next steps as a table: what, who, by when, and the words; of a series, with the meeting of each."""
    return _html(tables.steps(recap))


def talk(recap: Recap) -> HTML:
    """A picture of who spoke how much, in time where the transcript has clocks for all, else in words."""
    from minutes.notebook import figures

    return _html(figures.talk(recap))


def timeline(recap: Recap) -> HTML:
    """A picture of what came when: topics and findings, on the clock where there is one, else by turns."""
    from minutes.notebook import figures

    return _html(figures.timeline(recap))


def _html(markup: Markup) -> HTML:
    return HTML(markup)  # type: ignore[no-untyped-call]  # IPython does not say what it takes


_usual = warnings.formatwarning


def _plainly(
    message: Warning | str, category: type[Warning], filename: str, lineno: int, line: str | None = None
) -> str:
    """Ours as a sentence, since a place in a cell says nothing to those who do not program; all others as ever."""
    if issubclass(category, MinutesWarning):
        return f"Note: {message}\n"
    return _usual(message, category, filename, lineno, line)


warnings.formatwarning = _plainly
