"""What day the words of a match mean, seen from the day of the meeting; None where they leave it open."""

from __future__ import annotations

import re
from datetime import date, timedelta

from minutes.finding.dates import days, words

_Words = re.Match[str]
_WEEKDAYS = tuple(name[:3].lower() for name in days.WEEKDAYS)
_MONTHS = tuple(name[:3].lower() for name in days.MONTHS)


def _weekday(name: str) -> int:
    return _WEEKDAYS.index(name[:3].lower())


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def left_open(said: _Words, held: date) -> date | None:
    """No day: the words leave it open."""
    return None


def same(said: _Words, held: date) -> date | None:
    """The day of the meeting."""
    return held


def tomorrow(said: _Words, held: date) -> date | None:
    """The day after the meeting."""
    return days.plus(held, 1)


def day_after_next(said: _Words, held: date) -> date | None:
    """Two days after the meeting."""
    return days.plus(held, 2)


def coming(said: _Words, held: date) -> date | None:
    """`Friday`, `next Friday`; with a second week in `Friday week` and `Friday after next`."""
    day = days.coming(held, _weekday(said["weekday"]))
    more = {"week": 7, "after next": 7, "fortnight": 14}.get(" ".join((said["more"] or "").lower().split()), 0)
    return day and days.plus(day, more)


def in_week(said: _Words, held: date) -> date | None:
    """`Friday of next week`: weeks begin on Monday."""
    return days.of_week(held, _weekday(said["weekday"]), said["which"].lower() == "next")


def weekday_and_number(said: _Words, held: date) -> date | None:
    """`Wednesday the twentieth`: the next 20th, None where that is another weekday."""
    return days.of_month(held, words.ordinal(said["number"]), _weekday(said["weekday"]))


def number_alone(said: _Words, held: date) -> date | None:
    """`the twentieth`: the next one."""
    return days.of_month(held, words.ordinal(said["number"]))


def full(said: _Words, held: date) -> date | None:
    """`Monday the third of March 2025`; None where the weekday is another one."""
    number, month = words.ordinal(said["number"]), _month(said["month"])
    day = days.made(words.year(said["year"]), month, number) if said["year"] else days.of_year(held, month, number)
    return day if day and (not said["weekday"] or _weekday(said["weekday"]) == day.weekday()) else None


def in_figures(said: _Words, held: date) -> date | None:
    """`2025-03-21`, `21.3.2025`"""
    return days.made(int(said["year"]), int(said["month"]), int(said["number"]))


def slashed(said: _Words, held: date) -> date | None:
    """`21/3`, `3/21`; None where either could be the month."""
    month, number = sorted((int(said["one"]), int(said["other"])))
    if number <= 12 and month != number:
        return None
    return (
        days.made(int(said["year"][-2:]) + 2000, month, number) if said["year"] else days.of_year(held, month, number)
    )


def _year_month(said: _Words, held: date) -> tuple[int, int]:
    """The month that is named, or `next month`, `the month`."""
    if not said["month"]:
        return days.later_month(held, said["which"].lower() == "next")
    month = _month(said["month"])
    return words.year(said["year"]) if said["year"] else held.year + (month < held.month), month


def number_of(said: _Words, held: date) -> date | None:
    """`the fifteenth of next month`; `the first of the month` is the next one."""
    if said["which"].lower() == "the":
        return number_alone(said, held)
    return days.made(*_year_month(said, held), words.ordinal(said["number"]))


def nth(said: _Words, held: date) -> date | None:
    """`the first Saturday of March`; `the first Saturday of the month` is the next one."""
    place = -1 if said["place"].lower() == "last" else words.ordinal(said["place"])
    weekday = _weekday(said["weekday"])
    day = days.nth(*_year_month(said, held), weekday, place)
    if day and day <= held and (said["which"] or "").lower() == "the":
        return days.nth(*days.later_month(held, 1), weekday, place)
    return day


def last_of_month(said: _Words, held: date) -> date | None:
    """`the end of November`, `the last day of the month`"""
    return days.month_end(*_year_month(said, held))


def end(said: _Words, held: date) -> date | None:
    """The Friday of a week, the Sunday of a weekend, the last day of a month, a quarter or a year."""
    which = (said["which"] or "").lower()
    if which == "that":
        return None
    later = which == "next"
    match said["unit"].lower():
        case "week":
            return days.of_week(held, 4, 1) if later else days.plus(held, (4 - held.weekday()) % 7)
        case "weekend":
            return None if later else days.plus(held, 6 - held.weekday())
        case "month":
            return days.month_end(*days.later_month(held, later))
        case "quarter":
            return days.month_end(*days.later_month(held, 2 - (held.month - 1) % 3 + 3 * later))
        case _:
            return days.month_end(held.year + later, 12)


def quarter_end(said: _Words, held: date) -> date | None:
    """`the end of Q3`"""
    month = int(said["quarter"]) * 3
    return days.month_end(words.year(said["year"]) if said["year"] else held.year + (month < held.month), month)


def later(said: _Words, held: date) -> date | None:
    """`in ten days`, `a week from Friday`"""
    number, unit = words.number(said["number"]), said["unit"].lower()
    day = _point(said["point"], held) if said["point"] else held
    if unit in ("month", "year"):
        return day and days.months_later(day, number * (12 if unit == "year" else 1))
    return day and days.plus(day, number * {"day": 1, "week": 7, "fortnight": 14}[unit])


def _point(point: str, held: date) -> date | None:
    match point.lower():
        case "today" | "now":
            return held
        case "tomorrow":
            return days.plus(held, 1)
        case _:
            return days.coming(held, _weekday(point))


_FEASTS = {
    "christmas": (12, 25),
    "xmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year": (1, 1),
    "new years": (1, 1),
    "new years day": (1, 1),
    "new years eve": (12, 31),
    "valentines day": (2, 14),
    "may day": (5, 1),
    "halloween": (10, 31),
    "patricks day": (3, 17),
    "paddys day": (3, 17),
    "davids day": (3, 1),
    "georges day": (4, 23),
    "andrews day": (11, 30),
    "burns night": (1, 25),
    "bonfire night": (11, 5),
    "womens day": (3, 8),
    "juneteenth": (6, 19),
}
_EASTER = {"good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1}


def feast(said: _Words, held: date) -> date | None:
    """`Christmas`, `New Year's Eve`, `Easter`: the next one."""
    name = " ".join(re.sub(r"['’]|^(?:st\.?|saint) ", "", said["feast"].lower()).split())
    if name in _FEASTS:
        return days.of_year(held, *_FEASTS[name])
    sundays = (days.easter(held.year + years) for years in range(2))
    feasts = (sunday + timedelta(_EASTER[name]) for sunday in sundays if sunday)
    return next((day for day in feasts if day >= held), None)
