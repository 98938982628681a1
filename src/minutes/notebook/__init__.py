"""The face in a notebook: what was read and what was found, shown under the cell."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from datetime import date as Date
from typing import TYPE_CHECKING, Any

from IPython.display import HTML

from minutes.drafting import Wishes
from minutes.errors import InputError, MinutesWarning
from minutes.finding.rules import Rulebook
from minutes.model import Recap, Series, Transcript
from minutes.notebook import handing, own, several, tables
from minutes.notebook.nothing import Nothing
from minutes.notebook.season import Season, season
from minutes.reviewing import Review
from minutes.writing.embedded import framed
from minutes.writing.spoken import as_html

if TYPE_CHECKING:
    from minutes.notebook.panel import Panel
    from minutes.writing.markup import Markup

__all__ = [
    "again",
    "begin_words",
    "decisions",
    "difference",
    "examples",
    "links",
    "look_through",
    "nothing",
    "own_words",
    "review",
    "season",
    "show",
    "stand_ins",
    "steps",
    "talk",
    "timeline",
]

nothing: Any = Nothing()
"""What a box puts in place of a transcript or of minutes before it reads others."""


def show(value: Recap | Series | Transcript, recap: Recap | None = None) -> HTML:
    """The value for the last line of a cell: the page of a recap in a frame of its own, or a transcript as a table.

    What somebody in the meeting asked to keep out of the minutes is not shown.

    Args:
        value: what is to be shown.
        recap: of this transcript; the words that its findings rest on are marked.

    Raises:
        InputError: the recap is of another transcript, or tells no places.
    """
    if isinstance(value, Transcript):
        return _html(as_html(value, tables.marks(recap, value)) if recap else as_html(tables.discreet(value)))
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


def decisions(series: Series) -> HTML:
    """What was decided, meeting by meeting."""
    return _html(several.decisions(series))


def links(series: Series) -> HTML:
    """The links of all meetings, each once."""
    return _html(several.links(series))


def again(meetings: Season) -> HTML:
    """Each next step beside what was said of the same thing in later meetings; it does not say what was done."""
    return _html(several.followed(meetings))


def own_words(file: str | os.PathLike[str]) -> Rulebook:
    """The rules that come with the library and those of a file, as `words` for `minutes.recap`.

    Raises:
        NotFound: the file is not there.
        RulesError: a mistake in it, with its line.
    """
    return own.rulebook(file)


def begin_words(file: str | os.PathLike[str], text: str) -> HTML:
    """The file of a group's own rules, written with the text where there is none, and never changed afterwards.

    Raises:
        OutputError: the file cannot be written there.
    """
    return _html(own.begun(file, text))


def examples(file: str | os.PathLike[str]) -> HTML:
    """Whether the example sentences of a file of rules hold, one by one; raises as `own_words` does."""
    return _html(own.examples(file))


def difference(before: Recap, after: Recap) -> HTML:
    """What stands in one recap of a meeting and not in the other, with the rule that found it."""
    return _html(own.difference(before, after))


def stand_ins(
    transcript: Transcript,
    file: str | os.PathLike[str],
    *,
    date: str | None = None,
    corrections: str | os.PathLike[str] | None = None,
) -> HTML:
    """The file that says who stands in for whom; drawn up where there is none, and never changed afterwards.

    Raises:
        OutputError: the file cannot be written there.
        RulesError: a mistake in it or in the corrections.
    """
    return _html(handing.stand_ins(transcript, file, date, corrections))


def look_through(page: str | os.PathLike[str], stand_ins: str | os.PathLike[str]) -> HTML:
    """What a finished page still shows of what a file of stand-ins hides.

    Raises:
        NotFound: one of them is not there.
        RulesError: a mistake in the file of stand-ins.
    """
    return _html(handing.look_through(page, stand_ins))


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
