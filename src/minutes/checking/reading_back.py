"""What a person wrote in a cell or a line, as the value of a correction."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date as Date

from minutes.checking.sheets.quoting import bare, begun
from minutes.finding import dates
from minutes.revising.corrections.values import GROUP
from minutes.writing.words import Words

Value = object
Reader = Callable[[Sequence[str], Words], Value]
"""The texts of a part and the fixed words → a value; raises ValueError with a sentence where there is none."""
_AND = re.compile(r"\s*(?:,|;|\band\b|&)\s*")


def text(said: Sequence[str], fixed: Words) -> Value:
    """The text itself, without quotation marks around it."""
    return _unquoted(" ".join(said))


def texts(said: Sequence[str], fixed: Words) -> Value:
    """Several texts, each in quotation marks on the page."""
    return tuple(map(_unquoted, said))


def listed(said: Sequence[str], fixed: Words) -> Value:
    """Names or words in a row."""
    return tuple(filter(None, _AND.split(" ".join(said))))


def owner(said: Sequence[str], fixed: Words) -> Value:
    """Names, the group, or nobody."""
    told = " ".join(said).strip()
    if told.casefold() == fixed.ownership["group"]:
        return (GROUP,)
    return () if told.casefold() == fixed.ownership["nobody"] else listed(said, fixed)


def due(said: Sequence[Sequence[str]], fixed: Words, held: Date | None) -> dict[str, Value]:
    """The day, in any form in which one says or writes a day, and the words that name it; "" for none."""
    told, spoken = (" ".join(texts).strip() for texts in said)
    if begun(told):
        told, spoken = "", told
    day = fixed.day(told) or next((one.day for one in dates.find(told, held) if one.day), None)
    if told and day is None:
        raise ValueError(f"{fixed.quoted(told)} is no day, and the old one stays; write it as 2024-02-23")
    return {"due": day or "", "due_said": _unquoted(spoken)}


def state(table: str) -> Reader:
    """The key of a fixed word, as "carried", of what may go on after it."""

    def read(said: Sequence[str], fixed: Words) -> Value:
        told = " ".join(said).split(";")[0].strip().casefold()
        return _key(getattr(fixed, table), told)

    return read


def person(line: str) -> Reader:
    """The name in a fixed line, as "raised by {name}"; none where nothing is said."""

    def read(said: Sequence[str], fixed: Words) -> Value:
        told = " ".join(said).strip()
        before, _, after = fixed.lines[line].partition("{name}")
        if told and not (told.startswith(before) and told.endswith(after)):
            raise ValueError(f"{told} names nobody")
        return (told.removeprefix(before).removesuffix(after),) if told else ()

    return read


def sharer(said: Sequence[str], fixed: Words) -> Value:
    """The name in the note of a link: "shared by Amal, turn 13, 0:01:13; for proposal 2"."""
    told = next((part for part in " ".join(said).split("; ") if part.startswith(_before(fixed.lines["shared_by"]))), "")
    name = told.removeprefix(_before(fixed.lines["shared_by"]))
    return (name.split(f", {_before(fixed.lines['turn'])}")[0],) if name else ()


def _before(line: str) -> str:
    """A fixed line up to what changes in it."""
    return line.partition("{")[0]


def _key(table: Mapping[str, str], told: str) -> str:
    for key, word in table.items():
        if word.casefold() == told:
            return key
    raise ValueError(f"{told} is none of {', '.join(table.values())}")


def _unquoted(told: str) -> str:
    return bare(told.strip()).strip()
