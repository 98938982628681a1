"""What several meetings came to, side by side: decisions, links, and what was spoken of again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutes.finding.again import Again, again
from minutes.model import Evidence, Recap, Series
from minutes.notebook.season import Season
from minutes.writing.blocks import Cell, Column, Table
from minutes.writing.cells import due, owners
from minutes.writing.embedded import box, cell, grid, paragraph, table
from minutes.writing.markup import Markup, joined, tag
from minutes.writing.plain import plain
from minutes.writing.trace import reference, said
from minutes.writing.words import words

_FIXED = words("en")
_MEETING, _AGAIN = "Meeting", "Spoken of again"
_QUOTE = "margin: 0.3em 0; padding-inline-start: 0.8em; border-inline-start: 3px solid currentColor"
_WIDE = 18
"""Of a column of words, in the width of its letters."""


def decisions(series: Series) -> Markup:
    """What was decided, meeting by meeting; each line unfolds to its words."""
    rows = tuple(
        (Cell(_named(recap)), Cell(one.text), Cell(_FIXED.outcome[one.outcome], said=said(one.evidence, _FIXED)))
        for recap in series.recaps
        for one in recap.decisions
    )
    columns = (Column(_MEETING, 22), Column(_FIXED.columns["what"], 48), Column(_FIXED.facts["outcomes"], 30))
    return table(Table(_FIXED.titles["decisions"], columns, rows)) if rows else paragraph(_FIXED.none["decisions"])


def links(series: Series) -> Markup:
    """The links of all meetings, each once, with who shared it; as text, since nobody has tried where they lead."""
    shared: dict[str, list[str]] = {}
    for recap in series.recaps:
        for one in recap.resources:
            who = one.shared_by or _FIXED.lines["nobody_named"]
            shared.setdefault(one.url, []).append(f"{who} ({_named(recap)})")
    rows = tuple((Cell(url), Cell("; ".join(dict.fromkeys(told)))) for url, told in shared.items())
    columns = (Column("Link", 50), Column("Shared by", 50))
    return table(Table(_FIXED.facts["resources"], columns, rows)) if rows else paragraph("No links were found.")


def followed(season: Season) -> Markup:
    """Each next step beside what was said of the same thing later; and those of which nothing was found.

    It says spoken of again, and never done: that only a reader can tell.
    """
    found = again(season.recaps, season.transcripts)
    rows = [_row(one, season.recaps) for one in found if one.later]
    titles = (_MEETING, "Next step", _AGAIN)
    shown = (
        box(_AGAIN, grid(_AGAIN, titles, rows)) if rows else paragraph("Nothing was found that was spoken of again.")
    )
    return joined(shown, _silent([one for one in found if not one.later], season.recaps))


def _row(one: Again, recaps: Sequence[Recap]) -> tuple[Markup, ...]:
    day = due(one.step, _FIXED)
    told = " · ".join(filter(None, (owners(one.step, _FIXED), day.text, day.credit)))
    step = [tag("b", plain(one.step.text)), tag("div", plain(told)), *map(_quote, one.step.evidence)]
    later = [part for number in dict.fromkeys(at for at, _ in one.later) for part in _later(one, number, recaps)]
    return cell(plain(_named(recaps[one.meeting])), width=8), cell(*step, width=_WIDE), cell(*later, width=_WIDE)


def _later(one: Again, number: int, recaps: Sequence[Recap]) -> Iterable[Markup]:
    """What was said in one of the meetings that came after."""
    yield tag("div", plain(_named(recaps[number])))
    yield from (_quote(piece) for at, piece in one.later if at == number)


def _quote(piece: Evidence) -> Markup:
    return tag("div", f"{plain(reference(piece, _FIXED))}: “{plain(piece.quote)}”", dir="auto", style=_QUOTE)


def _silent(found: Sequence[Again], recaps: Sequence[Recap]) -> Markup:
    """The next steps of which nothing was found, in a list that unfolds."""
    if not found:
        return Markup()
    lines = (f"{one.step.text} ({owners(one.step, _FIXED)}, {_named(recaps[one.meeting])})" for one in found)
    head = f"Nothing was found about {len(found)} more. They may have been spoken of in other words."
    return tag("details", tag("summary", head), tag("ul", *(tag("li", plain(line), dir="auto") for line in lines)))


def _named(recap: Recap) -> str:
    return f"{recap.title}, {_FIXED.short(recap.date)}" if recap.date else recap.title
