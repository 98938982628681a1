"""What can stand behind the `=` of a corrections file, and what is told where something else does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from minutes.revising.corrections.kinds import KINDS
from minutes.revising.corrections.words import letters

GROUP = "the group"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SPAN = re.compile(r"(?:\d+:)?\d{1,2}:\d\d-(?:\d+:)?\d{1,2}:\d\d|turns? [1-9]\d*(?:-[1-9]\d*)?")
"""`12:30-14:00`, `turn 12`, `turns 12-14`."""


def mistake(what: str, todo: str, **more: object) -> PydanticCustomError:
    """An error for people who don't program.

    Args:
        what: of a value, what stands behind its key: "is empty"; of a table, a sentence.
        todo: what to do about it.
        more: where it is, if not at the value or table that is looked at: `table`, `number`, `key`; and `other`, the
            table and number that it does not go together with.
    """
    return PydanticCustomError("corrections", "{what}", {"what": what, "todo": todo, **more})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise mistake("must be text in quotation marks", 'write it as "text"')
    return value.strip()


def _filled(value: object) -> str:
    text = _text(value)
    if not text:
        raise mistake("is empty", "write the text, or leave the line out")
    return text


def _texts(value: object) -> tuple[str, ...]:
    """One text or several; an empty one is none at all."""
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if not isinstance(value, Sequence) or not all(isinstance(text, str) for text in value):
        raise mistake("must be text in quotation marks, or a list of such", 'write it as "one" or ["one", "two"]')
    return tuple(_filled(text) for text in value)


def _words(value: object) -> tuple[str, ...]:
    words = _texts(value)
    if not words or not all(map(letters, words)):
        raise mistake("holds no words", "give some of the words that the item rests on")
    return words


def _owner(value: object) -> tuple[str, ...]:
    owners = tuple(GROUP if owner.casefold() == GROUP else owner for owner in _texts(value))
    if GROUP in owners and len(owners) > 1:
        raise mistake("names the group and others", f'write "{GROUP}" alone, or the names')
    return owners


def _day(value: object) -> Date:
    text = value if isinstance(value, str) else ""
    try:
        day = Date.fromisoformat(text) if _DAY.fullmatch(text) else value
    except ValueError:
        raise mistake("is a day that no calendar has", "write a day as 2024-02-23") from None
    if not isinstance(day, Date) or isinstance(day, datetime):
        raise mistake("is no day", "write a day as 2024-02-23")
    return day


def _due(value: object) -> Date | Literal[""]:
    return "" if value == "" else _day(value)


def _kind(value: object) -> str:
    if not isinstance(value, str) or value not in KINDS:
        raise mistake(f"{value!r} is not known", f"use one of: {', '.join(KINDS)}")
    return str(value)


def _which(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise mistake("is no place in a row", "write 1 for the first, 2 for the second")
    return value


def _spans(value: object) -> tuple[str, ...]:
    spans = tuple(span.replace("–", "-") for span in _texts(value))
    wrong = [span for span in spans if not _SPAN.fullmatch(span)]
    if wrong:
        raise mistake(f"{wrong[0]!r} is no stretch of the meeting", 'write "12:30-14:00" or "turns 12-14"')
    if turned := [span for span in spans if _turned(span)]:
        raise mistake(f"{turned[0]!r} ends before it begins", "turn it round")
    return spans


def _turned(span: str) -> bool:
    """Whether a stretch ends before it begins."""
    ends = [[int(number) for number in re.findall(r"\d+", end)] for end in span.split("-")]
    first, last = ends[0], ends[-1]
    size = max(len(first), len(last))
    return [0] * (size - len(first)) + first > [0] * (size - len(last)) + last


Text = Annotated[str, BeforeValidator(_text)]
"""Without the white space around it; may be empty, for none."""
Filled = Annotated[str, BeforeValidator(_filled)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_texts)]
"""In the file one text or a list of them; "" is none."""
Words = Annotated[tuple[str, ...], BeforeValidator(_words)]
Owner = Annotated[tuple[str, ...], BeforeValidator(_owner)]
"""As `Texts`; "the group" for the whole group."""
Day = Annotated[Date, BeforeValidator(_day)]
Due = Annotated[Date | Literal[""], BeforeValidator(_due)]
"""A day, or "" for none."""
Which = Annotated[int, BeforeValidator(_which)]
KindName = Annotated[str, BeforeValidator(_kind)]
Spans = Annotated[tuple[str, ...], BeforeValidator(_spans)]
