"""What stands in a recap as data and on no page: offsets, exact times, ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minutes.checking.report import Failing
from minutes.model import Earlier, Evidence, Recap, Report, Transcript
from minutes.model.records import Record

_HIDDEN = (
    "id",
    "rule",
    "settles",
    "resources",
    "seconds",
    "start",
    "end",
    "sha256",
    "format",
    "attendees",
    "chair",
    "language",
    "by_hand",
)
"""Fields that a page does not show, or shows less exactly."""
_WHOLE = (Report, Earlier)
"""Records of which no page shows all."""
_SHOWN = ("text", "title", "url", "labels")
"""Fields that tell which record it is."""


def hidden(page: Recap, transcript: Transcript, recaps: Iterable[Recap]) -> Iterator[Failing]:
    """What does not stand in the data of a page, beside what its lines say."""
    given = [record for recap in recaps for _, record in records(recap)]
    known = {_facts(record) for record in given}
    elsewhere = {record for record in given if isinstance(record, Evidence) and record.source}
    for place, record in records(page):
        if isinstance(record, Evidence):
            # Stand-ins are longer or shorter than names, so a veiled page has no characters of the transcript.
            if not page.veiled and record not in elsewhere and (why := _objection(record, transcript)):
                yield Failing(place, why)
        elif isinstance(record, _WHOLE) and record not in given:
            yield Failing(place, "it is not as the rules give it")
        elif _facts(record) not in known:
            yield Failing(
                place, f"{' or '.join(name for name in _HIDDEN if hasattr(record, name))} is not as the rules give it"
            )


def records(record: Record, place: str = "") -> Iterator[tuple[str, Record]]:
    """A record and all within it, each with the way to it: "next_steps 3, evidence 1"."""
    yield place or "the meeting", record
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from records(value, f"{place}, {name}".lstrip(", "))
        elif isinstance(value, tuple):
            for number, one in enumerate(value, start=1):
                if isinstance(one, Record):
                    yield from records(one, f"{place}, {name} {number}".lstrip(", "))


def _facts(record: Record) -> tuple[object, ...]:
    """What is hidden in a record, with what it is of."""
    named = (*_SHOWN, *_HIDDEN)
    return (type(record).__name__, *(getattr(record, name) for name in named if hasattr(record, name)))


def _objection(piece: Evidence, transcript: Transcript) -> str | None:
    """Why a piece of evidence does not stand; its quote and its turn are looked at with the line that cites it."""
    if not piece.placed or not 0 <= piece.turn < len(transcript.turns):
        return None
    turn = transcript.turns[piece.turn]
    if piece.source is not None:
        return "it is of another meeting, whose minutes --previous names"
    if turn.text[piece.char_start :][: piece.char_end - piece.char_start] != piece.quote or piece.char_end > len(
        turn.text
    ):
        return f"the quote does not stand at characters {piece.char_start} to {piece.char_end} of turn {piece.turn}"
    if piece.start != turn.when(piece.char_start):
        return f"turn {piece.turn} was not said at {piece.start} seconds"
    return None
