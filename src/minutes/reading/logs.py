"""What chats have in common: a line that begins with a time is an entry, and lines below it go on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date
from typing import NamedTuple

from minutes.reading import clocks

WALL = r"(?P<clock>\d{1,2}[:.]\d\d(?:[:.]\d\d)?)(?:\.\d{1,6})?Z?(?:\s?(?P<half>[ap])\.?\s?m\.?)?"
"""A clock on the wall, with am and pm where the file has them."""
DAY = r"(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|[A-Z][a-z]{2} \d{1,2}, \d{4})"
_NUMBERS = re.compile(r"^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$")


class Kind(NamedTuple):
    """A kind of chat: how its messages begin, and how any of its entries begins."""

    message: re.Pattern[str]
    entry: re.Pattern[str]
    elapsed: bool = False
    """Whether times count from the start and are not of the clock on the wall."""


class Message(NamedTuple):
    """One entry of a chat."""

    name: str
    text: str
    at: float | None
    """Seconds since the minute of the first message."""


class Log(NamedTuple):
    """A chat as it was read."""

    messages: list[Message]
    date: Date | None
    start: str | None
    system: int
    """How many entries are of no person."""


def best(lines: list[str], kinds: tuple[Kind, ...]) -> tuple[float, Kind | None]:
    """The kind that most lines are of, and the share of the lines that begin an entry of it."""
    filled = [line for line in lines if line.strip()][:400]
    if not filled:
        return 0.0, None
    count, kind = max(
        ((sum(1 for line in filled if kind.message.match(line)), kind) for kind in kinds), key=lambda pair: pair[0]
    )
    return (sum(1 for line in filled if kind.entry.match(line)) / len(filled), kind) if count else (0.0, None)


def read(lines: list[str], kind: Kind) -> Log:
    """The messages of a chat with seconds since the minute of the first one."""
    entries: list[tuple[re.Match[str], list[str]]] = []
    system = 0
    open_entry = False
    for line in lines:
        found = kind.message.match(line)
        if found:
            entries.append((found, [found["text"]]))
            open_entry = True
        elif kind.entry.match(line):
            system += 1
            open_entry = False
        elif entries and open_entry:
            entries[-1][1].append(line)
    return _timed(entries, kind, system)


def _timed(entries: list[tuple[re.Match[str], list[str]]], kind: Kind, system: int) -> Log:
    """The entries with their clocks made one count of seconds."""
    days = _days([found.groupdict().get("day") for found, _ in entries])
    told = [found.groupdict().get("clock") for found, _ in entries]
    clocks_of = [_seconds(found) for found, _ in entries]
    first = next((clock for clock in clocks_of if clock is not None), None)
    if first is not None and not kind.elapsed:
        first -= first % 60  # as the hour of the start is told in minutes
    messages = []
    passed = before = 0.0
    for (found, body), day, clock in zip(entries, days, clocks_of, strict=True):
        at = None
        if clock is not None and first is not None:
            if day is None and clock < before - 43200:  # past midnight in a chat without days
                passed += 86400
            before = clock
            at = clock if kind.elapsed else clock - first + passed + 86400 * (day - _first(days) if day else 0)
        messages.append(Message(found["name"].strip(), "\n".join(body).strip(), at))
    begun = next((found for (found, _), clock in zip(entries, told, strict=True) if clock), None)
    start = _start(begun) if begun and not kind.elapsed else None
    known = next((day for day in days if day and day > 400), None)
    return Log(messages, Date.fromordinal(known) if known else None, start, system)


def _first(days: list[int | None]) -> int:
    return next((day for day in days if day), 0)


def _seconds(found: re.Match[str]) -> float | None:
    """Seconds since midnight, or since the start."""
    clock = found.groupdict().get("clock")
    if not clock:
        return None
    at = clocks.seconds(clock.replace(".", ":") + ("" if clock.count(":") + clock.count(".") > 1 else ":00"))
    half = (found.groupdict().get("half") or "").lower()
    if at is None or not half:
        return at
    return at % 43200 + (43200 if half == "p" else 0)


def _start(found: re.Match[str]) -> str | None:
    at = _seconds(found)
    return None if at is None or at >= 86400 else f"{int(at) // 3600:02}:{int(at) // 60 % 60:02}"


def _days(told: list[str | None]) -> list[int | None]:
    """A number for each day: its ordinal where the order of day and month can be told, else a count of days."""
    order = _order([day for day in told if day])
    made: list[int | None] = []
    seen: dict[str, int] = {}
    for day in told:
        if day is None:
            made.append(None)
        else:
            found = _ordinal(day, order)
            made.append(found or seen.setdefault(day, len(seen) + 1))
    return made


def _order(days: list[str]) -> str:
    """`dmy`, `mdy` or `ymd`, or nothing where every day could be either."""
    found = [match for day in dict.fromkeys(days) if (match := _NUMBERS.match(day))]
    if not found:
        return ""
    if all(len(match[1]) == 4 for match in found):
        return "ymd"
    if any(int(match[1]) > 12 for match in found) or any("." in match[0] for match in found):
        return "dmy"
    return "mdy" if any(int(match[2]) > 12 for match in found) else ""


def _ordinal(day: str, order: str) -> int | None:
    numbers = _NUMBERS.match(day)
    if numbers and order:
        parts = dict(zip(order, (int(part) for part in numbers.groups()), strict=True))
        year = parts["y"] + (2000 if parts["y"] < 100 else 0)
        try:
            return Date(year, parts["m"], parts["d"]).toordinal()
        except ValueError:
            return None
    named = clocks.day(day) if not numbers else None
    return named.toordinal() if named else None


def spans(log: Log) -> Iterator[tuple[Message, float | None]]:
    """The messages with words, and when each was written."""
    for message in log.messages:
        if message.text:
            yield message, message.at
