"""What the browser sees of a review, as plain data."""

from __future__ import annotations

from typing import Any

from minutes.model import Evidence
from minutes.reviewing import Card, Review
from minutes.reviewing.forms import Field
from minutes.writing.trace import clock


def seen(review: Review) -> dict[str, list[dict[str, Any]]]:
    """What stays as it is while items are decided: the turns of the talk, and a form for each kind of item."""
    turns = [
        {"who": turn.speaker or "", "when": _when(turn.start), "text": turn.text} for turn in review.transcript.turns
    ]
    forms = [{**form._asdict(), "fields": list(map(_field, form.fields))} for form in review.forms]
    return {"turns": turns, "forms": forms}


def state(review: Review, answer: int, said: str = "", wrong: str = "") -> dict[str, Any]:
    """The cards as they stand.

    Args:
        review: what is gone over.
        answer: the number of the message that this answers.
        said: what was done, in a sentence.
        wrong: why something was not done, in a sentence.
    """
    return {
        "answer": answer,
        "file": review.file.name,
        "said": said,
        "wrong": wrong,
        "undo": review.undoable,
        "notes": list(review.notes),
        "groups": [{"kind": kind, "title": title} for kind, title in review.titles.items()],
        "cards": list(map(_card, review.cards)),
    }


def _card(card: Card) -> dict[str, Any]:
    return {
        **card._asdict(),
        "status": card.status.value,
        "fields": list(map(_field, card.fields)),
        "said": list(map(_piece, card.said)),
        "can": list(card.can),
    }


def _field(field: Field) -> dict[str, Any]:
    return {**field._asdict(), "choices": [choice._asdict() for choice in field.choices]}


def _piece(piece: Evidence) -> dict[str, Any]:
    return {
        "turn": piece.turn,
        "start": piece.char_start,
        "end": piece.char_end,
        "who": piece.speaker or "",
        "when": _when(piece.start),
        "quote": piece.quote,
    }


def _when(seconds: float | None) -> str:
    return "" if seconds is None else clock(seconds)
