"""When the entries of a service's JSON were said: seconds, milliseconds, smaller units, or moments of the world."""

from __future__ import annotations

from datetime import datetime

from minutes.reading import parts
from minutes.reading.base import Said
from minutes.reading.parts import Entry


def read(entries: list[Entry], said: list[Said], began: datetime | None) -> tuple[list[Said], str, datetime | None]:
    """The pieces with seconds from the start, the unit that was guessed, and the moment of the start, if times tell."""
    moments = [parts.moment(parts.start(entry)) for entry in entries]
    known = [moment for moment in moments if moment]
    if known and len(known) * 2 >= len(entries):
        first = (
            began
            if began and 0 <= (parts.since(began, known[0]) or -1) < 43200
            else known[0].replace(second=0, microsecond=0)
        )
        ends = [parts.moment(parts.end(entry)) for entry in entries]
        made = [
            piece._replace(start=parts.since(first, start), end=parts.since(first, end))
            for piece, start, end in zip(said, moments, ends, strict=True)
        ]
        return made, "", first
    starts = [parts.number(parts.start(entry)) for entry in entries]
    ends_at = [_end(entry, start) for entry, start in zip(entries, starts, strict=True)]
    per_second, remark = _unit(entries, starts, ends_at, sum(len(piece.text) for piece in said))
    return (
        [
            piece._replace(start=_scaled(start, per_second), end=_scaled(end, per_second))
            for piece, start, end in zip(said, starts, ends_at, strict=True)
        ],
        remark,
        None,
    )


def _end(entry: Entry, start: float | None) -> float | None:
    end = parts.number(parts.end(entry))
    lasted = parts.number(parts.length(entry))
    return end if end is not None else start + lasted if start is not None and lasted is not None else None


def _unit(entries: list[Entry], starts: list[float | None], ends: list[float | None], letters: int) -> tuple[int, str]:
    """How many units make a second: times too long for the words, a letter in two seconds, are milliseconds."""
    known = [time for time in (*starts, *ends) if time is not None]
    if not known or any(time != int(time) for time in known):
        return 1, ""
    if any("offsetinticks" in entry or ("nbest" in entry and "offset" in entry) for entry in entries[:3]):
        return 10_000_000, "Times were read as units of 100 nanoseconds."
    spoken = sum(end - start for start, end in zip(starts, ends, strict=True) if start is not None and end is not None)
    if letters < 0.5 * (spoken or max(known)) and max(known) >= 1000:
        return 1000, "Times were read as milliseconds."
    return 1, ""


def _scaled(time: float | None, per_second: int) -> float | None:
    return None if time is None else round(time / per_second, 3)
