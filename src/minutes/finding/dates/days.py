"""Reckoning with days: the next Friday, the end of a month, Easter, and a day as minutes write it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def spoken(day: date, held: date | None) -> str:
    """`Friday, 16 February`; with its year where that is not the year of the meeting."""
    words = f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]}"
    return words if held is not None and day.year == held.year else f"{words} {day.year}"


def plus(day: date, days: int) -> date | None:
    """The day so many days later, or None where the calendar has run out."""
    number = day.toordinal() + days
    return date.fromordinal(number) if number <= date.max.toordinal() else None


def coming(held: date, weekday: int) -> date | None:
    """The next such weekday after the meeting: Tuesday, said on a Tuesday, is seven days later."""
    return plus(held, (weekday - held.weekday() - 1) % 7 + 1)


def of_week(held: date, weekday: int, weeks: int) -> date | None:
    """That weekday of the week so many weeks after the meeting's own, weeks beginning on Monday."""
    return plus(held, weekday - held.weekday() + 7 * weeks)


def made(year: int, month: int, day: int) -> date | None:
    """That day, or None where there is no such day."""
    if not (date.min.year <= year <= date.max.year and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def later_month(held: date, months: int) -> tuple[int, int]:
    """The year and the month so many months after the meeting's own."""
    number = held.year * 12 + held.month - 1 + months
    return number // 12, number % 12 + 1


def months_later(held: date, months: int) -> date | None:
    """The same day of a later month, or its last day where that month is too short."""
    year, month = later_month(held, months)
    return None if year > date.max.year else date(year, month, min(held.day, monthrange(year, month)[1]))


def month_end(year: int, month: int) -> date | None:
    """The last day of a month."""
    return made(year, month, monthrange(year, month)[1]) if 1 <= year <= date.max.year else None


def of_month(held: date, number: int, weekday: int | None = None) -> date | None:
    """The next 21st after the meeting; with a weekday, None unless it falls on it."""
    places = (later_month(held, months) for months in range(12))
    days = (made(year, month, number) for year, month in places)
    day = next((day for day in days if day and day > held), None)
    return day if day and weekday in (None, day.weekday()) else None


def of_year(held: date, month: int, number: int) -> date | None:
    """The next 3 March, on or after the meeting."""
    days = (made(held.year + years, month, number) for years in range(9))
    return next((day for day in days if day and day >= held), None)


def nth(year: int, month: int, weekday: int, place: int) -> date | None:
    """The so-manieth such weekday of a month, from 1; -1 is the last one."""
    if place > 0:
        first = made(year, month, 1)
        return first and made(year, month, (weekday - first.weekday()) % 7 + 1 + 7 * (place - 1))
    last = month_end(year, month)
    return last and last - timedelta((last.weekday() - weekday) % 7)


def easter(year: int) -> date | None:
    """Easter Sunday of the Western churches, by the Gregorian reckoning."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, early = century // 4, (8 * century + 13) // 25
    moon = (19 * golden + century - leap - early + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 19 * week) // 433
    month = (moon + week - 7 * late + 90) // 25
    return made(year, month, (moon + week - 7 * late + 33 * month + 19) % 32)
