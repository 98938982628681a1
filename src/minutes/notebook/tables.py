"""What stands in the tables of a notebook: the words that findings rest on, and what there is to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from minutes.errors import InputError
from minutes.finding.withheld import withhold
from minutes.model import Evidence, Recap, Series, Transcript
from minutes.revising.corrections.kinds import KINDS, MERGED
from minutes.writing.blocks import Block, Cell, Column, Paragraph, Table
from minutes.writing.embedded import paragraph, table
from minutes.writing.markup import Markup, joined
from minutes.writing.sections import next_steps
from minutes.writing.spoken import Mark
from minutes.writing.words import words

_MEETING = "Meeting"
KEPT_OUT = "[kept out of the minutes, because somebody asked for it]"


def marks(recap: Recap, transcript: Transcript) -> tuple[Mark, ...]:
    """The words of the transcript that the findings rest on.

    Raises:
        InputError: the recap is of another transcript, or tells no places.
    """
    found = [
        (name, piece) for name in MERGED for finding in getattr(recap, KINDS[name].items) for piece in finding.evidence
    ]
    if not all(piece.placed for _, piece in found):
        raise InputError("an edition with stand-ins tells no places", todo="give the recap that it was made from")
    if not all(_stands(piece, transcript) for _, piece in found):
        raise InputError("this recap is of another transcript", todo="give the transcript that it was made from")
    return tuple(Mark(piece.turn, piece.char_start, piece.char_end, name) for name, piece in found)


def discreet(transcript: Transcript) -> Transcript:
    """The transcript to look at, in which a note stands for what somebody asked to keep out of the minutes."""
    left, _ = withhold(transcript)
    beside = zip(transcript.turns, left.turns, strict=True)
    turns = (
        after if after.text == before.text else after.model_copy(update={"text": _noted(after.text)})
        for before, after in beside
    )
    return left.model_copy(update={"turns": tuple(turns)})


def _noted(text: str) -> str:
    """A stretch of spaces, which stands for what is kept out, as a note."""
    return f"{KEPT_OUT} {' '.join(text.split())}".strip()


def _stands(piece: Evidence, transcript: Transcript) -> bool:
    turns = transcript.turns
    return piece.turn < len(turns) and turns[piece.turn].text[piece.char_start : piece.char_end] == piece.quote


def steps(minutes: Recap | Series) -> Markup:
    """Who does what by when, and who said so where; of a series, with the meeting in front."""
    return joined(*map(_shown, _blocks(minutes) if isinstance(minutes, Recap) else _together(minutes)))


def _shown(block: Block) -> Markup:
    match block:
        case Table():
            return table(block)
        case Paragraph():
            return paragraph(block.text)
    return Markup()  # the heading: the caption of the table says the same


def _blocks(recap: Recap) -> Iterator[Block]:
    return next_steps(recap, words(recap.language))


def _together(series: Series) -> Iterator[Block]:
    """One table for all meetings, and a sentence for each that has no next steps."""
    blocks = [(_named(recap), block) for recap in series.recaps for block in _blocks(recap)]
    tables = [(name, block) for name, block in blocks if isinstance(block, Table)]
    if tables:
        rows = tuple((Cell(name), *row) for name, block in tables for row in block.rows)
        first = tables[0][1]
        yield replace(first, columns=(Column(_MEETING, 18), *first.columns), rows=rows)
    for name, block in blocks:
        if isinstance(block, Paragraph):
            yield Paragraph(f"{name}: {block.text}")
    if not series.recaps:
        yield Paragraph(words(None).none["next_steps"])


def _named(recap: Recap) -> str:
    return f"{recap.title}, {words(recap.language).short(recap.date)}" if recap.date else recap.title
