"""Every text and every record of a record, however deep, without naming its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TypeVar

from minutes.model.records import Record

T = TypeVar("T")

NAMED = frozenset(
    (
        *("labels", "attendees", "apologies", "speaker", "chair", "note_taker", "person"),
        *("proposers", "raised_by", "given_by", "owners", "shared_by"),
    )
)
"""Fields that hold the name of somebody and nothing else."""
PEOPLE = NAMED | {"name"}
"""The same, with a field that in other records is the name of a file."""
AS_IT_IS = frozenset(("schema_", "format", "language", "kind", "id", "settles", "role"))
"""Fields that hold no words of the meeting."""


def rebuilt(
    value: T, text: Callable[[str, str], str], record: Callable[[Record], Record] = lambda found: found, field: str = ""
) -> T:
    """The same value with each text told anew, which is given with its field, and then each record."""
    done: object = value
    if isinstance(value, Record):
        fields = {name: rebuilt(getattr(value, name), text, record, name) for name in type(value).model_fields}
        done = record(value.model_copy(update=fields))
    elif isinstance(value, tuple):
        told = [rebuilt(one, text, record, field) for one in value]
        # two names of one person become one
        done = tuple(dict.fromkeys(told)) if field in PEOPLE else tuple(told)
    elif isinstance(value, str) and not isinstance(value, StrEnum) and field not in AS_IT_IS:
        done = text(value, field)
    return done  # type: ignore[return-value]  # of the same shape as what came in


def texts(value: object) -> Iterator[tuple[str, str]]:
    """Every text with its field, in the order of the fields."""
    found: list[tuple[str, str]] = []

    def noted(text: str, field: str) -> str:
        found.append((field, text))
        return text

    rebuilt(value, noted)
    return iter(found)
