"""The right name for somebody, everywhere in a file of corrections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from minutes.model import Speaker
from minutes.revising.corrections import Corrections
from minutes.revising.corrections.records import Given, Keyed


def named(corrections: Corrections, speaker: Speaker, name: str) -> Corrections:
    """The corrections in which somebody bears this name; whatever was decided of him is so still."""
    given = [label for label, right in corrections.names.items() if right in speaker.labels]
    labels = given or [speaker.labels[0]]
    known = {**corrections.names, **dict.fromkeys(labels, name)}
    return _called(corrections, speaker.labels, name).model_copy(update={"names": known})


def unnamed(corrections: Corrections, labels: Sequence[str]) -> Corrections:
    """The corrections in which somebody bears the label of the transcript again."""
    given = [label for label, right in corrections.names.items() if right in labels]
    known = {label: right for label, right in corrections.names.items() if label not in given}
    left = _called(corrections, labels, given[0]) if given else corrections
    return left.model_copy(update={"names": known})


def _called(corrections: Corrections, labels: Sequence[str], name: str) -> Corrections:
    """Every correction that names somebody by one of these labels names him by another."""
    tables = ("drop", "change", "merge", "add", "keep")
    return corrections.model_copy(
        update={
            table: tuple(one.model_copy(update=_news(one, labels, name)) for one in getattr(corrections, table))
            for table in tables
        }
    )


def _news(one: Keyed | Given, labels: Sequence[str], name: str) -> dict[str, Any]:
    """What is different in a correction."""
    new: dict[str, Any] = {"said_by": name} if getattr(one, "said_by", None) in labels else {}
    for field in ("owner", "who", *(("words",) if getattr(one, "kind", None) == "speaker" else ())):
        held = getattr(one, field, None)
        if held and set(held) & set(labels):
            new[field] = tuple(dict.fromkeys(name if each in labels else each for each in held))
    return new
