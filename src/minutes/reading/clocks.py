"""Times and dates as transcripts write them."""

from __future__ import annotations

import re
from datetime import date as Date
from datetime import datetime

CLOCK = r"(?:\d{1,4}:\d{1,2}:\d{1,2}(?:[:;]\d{2}(?!\d))?|\d{1,4}:\d{2})(?:[.,]\d{1,9})?"
"""A clock reading: 0:32, 00:00:03.200, 283:40 (minutes over 59), 0:0:1.510 (old Teams), 00:00:03:12 (with frames)."""

_PARTS = re.compile(r"\s*(?:(\d{1,9}):)?(\d{1,9}):(\d{1,9}(?:[.,]\d{0,12})?)\s*")
_FRAMES = re.compile(r"(?<=:\d\d:\d\d)[:;]\d\d$")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/._](?P<number>\d{1,2})[-/._](?P<day>\d{1,2})(?!\d)",  # 2024-02-11
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<number>[01]\d)(?P<day>[0-3]\d)(?!\d)",  # 20240211
        rf"\b{_MONTH}\s{{1,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<year>\d{{4}})\b",  # Nov 18, 2026
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[-\s]{{1,2}}{_MONTH},?[-\s]{{1,2}}(?P<year>\d{{4}}|\d\d)\b",
        r"(?<!\d)(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4}|\d\d)(?!\d)",  # 18.11.2026
    )
)
_SLASHED = re.compile(r"(?<!\d)(?P<first>\d{1,2})[/-](?P<second>\d{1,2})[/-](?P<year>\d{4}|\d\d)(?!\d)")
_WALL = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?[\s\u202f]?(?P<half>[ap]\.?m\b)?(?![\d:])", re.I
)
_ISO_SPAN = re.compile(r"^P(?:T(?:(?P<h>\d{1,6})H)?(?:(?P<m>\d{1,6})M)?(?:(?P<s>\d{1,6}(?:\.\d{1,12})?)S)?)$")


def seconds(clock: str) -> float | None:
    """Seconds of a clock reading such as 1:02:03.5 or 62:03; None where it is none.

    >>> seconds("283:40")
    17020.0
    """
    if (
        len(clock) == 12
        and clock[2] == clock[5] == ":"
        and (clock[:2] + clock[3:5] + clock[6:8] + clock[9:]).isdecimal()
    ):
        # 00:01:02.345, as in nearly all captions; the whole grammar takes four times as long
        thousands = int(clock[:2]) * 3600000 + int(clock[3:5]) * 60000 + int(clock[6:8] + clock[9:])
        return thousands / 1000 if clock[8] in ".," else None
    found = _PARTS.fullmatch(_FRAMES.sub("", clock))
    if not found:
        return None
    hours, minutes, rest = found.groups("0")
    return round(3600.0 * int(hours) + 60.0 * int(minutes) + float(rest.replace(",", ".")), 3)


def span(told: str) -> float | None:
    """Seconds of an ISO duration such as PT1M5.4S, or None."""
    found = _ISO_SPAN.match(told)
    if not found or len(told) < 4:
        return None
    return round(int(found["h"] or 0) * 3600 + int(found["m"] or 0) * 60 + float(found["s"] or 0), 3)


def day(text: str) -> Date | None:
    """The first day that a line names with its year, or None; 3/4/2024 is left alone, as either may be the month."""
    text = text[:400]
    for pattern in _DATES:
        for found in pattern.finditer(text):
            parts = found.groupdict()
            month = _MONTHS[parts["month"].lower()] if parts.get("month") else int(parts["number"])
            made = _date(parts["year"], month, int(parts["day"]))
            if made:
                return made
    slashed = _SLASHED.search(text)
    if slashed:
        first, second = int(slashed["first"]), int(slashed["second"])
        if first > 12 or first == second:
            return _date(slashed["year"], second, first)
        if second > 12:
            return _date(slashed["year"], first, second)
    return None


def wall(text: str) -> str | None:
    """The clock on the wall that a line names, as "HH:MM", or None."""
    found = _WALL.search(text[:400])
    if not found:
        return None
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02}:{found['minute']}" if hour < 24 and int(found["minute"]) < 60 else None


def moment(text: str) -> datetime | None:
    """The day and the second that a line names, as `November 18, 2026 at 3:00:01 PM`, or None."""
    told = day(text)
    found = _WALL.search(text[:400]) if told else None
    if not told or not found:
        return None
    hour = wall(found[0])
    second = int(found["second"] or 0)
    made = datetime.strptime(f"{told} {hour}", "%Y-%m-%d %H:%M") if hour and second < 60 else None
    return made.replace(second=second) if made else None


def _date(year: str, month: int, day: int) -> Date | None:
    try:
        return Date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    except ValueError:
        return None
