"""The fixed words of a page: titles, labels, dates. One file a language."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

from minutes.model.records import Record

_FOLDER = files(__name__)
"""One file for each language, by its two letters."""


class Dates(Record):
    """How days and lengths of time are told."""

    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    form: str
    hours: str
    minutes: str
    seconds: str


class Words(Record):
    """All fixed words in one language; a file that lacks a table, or has one too many, is refused."""

    language: str
    locale: str
    """The language with its country, as a word processor wants it."""
    dates: Dates
    marks: dict[str, str]
    titles: dict[str, str]
    facts: dict[str, str]
    columns: dict[str, str]
    none: dict[str, str]
    ownership: dict[str, str]
    status: dict[str, str]
    outcome: dict[str, str]
    states: dict[str, str]
    changes: dict[str, str]
    steps: dict[str, str]
    lines: dict[str, str]

    def long(self, day: date) -> str:
        """The day in full: "Friday 16 February 2024"."""
        return self._day(day, self.dates.weekdays, self.dates.months)

    def short(self, day: date) -> str:
        """The day for a table: "Fri 16 Feb 2024"."""
        return self._day(day, self.dates.weekdays_short, self.dates.months_short)

    def day(self, told: str) -> date | None:
        """The day that `long` or `short` tells, or that is written as 2024-02-16; None where it is no day."""
        months = [*self.dates.months, *self.dates.months_short]
        parts = {
            "weekday": r"\w+",
            "day": r"(?P<day>\d{1,2})",
            "month": f"(?P<month>{'|'.join(map(re.escape, months))})",
            "year": r"(?P<year>\d{4})",
        }
        found = re.fullmatch(self.dates.form.format(**parts), told.strip())
        try:
            if not found:
                return date.fromisoformat(told.strip())
            day = date(int(found["year"]), months.index(found["month"]) % 12 + 1, int(found["day"]))
        except ValueError:
            return None
        return day

    def length(self, seconds: float) -> str:
        """A length of time, rounded to minutes from one minute on: "1 h 12 min"."""
        if seconds < 60:
            return self.dates.seconds.format(seconds=round(seconds))
        hours, minutes = divmod(round(seconds / 60), 60)
        form = self.dates.hours if hours else self.dates.minutes
        return form.format(hours=hours, minutes=minutes)

    def quoted(self, said: str) -> str:
        """What somebody said, between quotation marks."""
        return self.lines["quoted"].format(words=said)

    def unmarked(self, text: str) -> str:
        """The text without the remark that a person added it."""
        return text.removesuffix(self.lines["added"]).removesuffix("; ")

    def _day(self, day: date, weekdays: tuple[str, ...], months: tuple[str, ...]) -> str:
        weekday, month = weekdays[day.weekday()], months[day.month - 1]
        return self.dates.form.format(weekday=weekday, day=day.day, month=month, year=day.year)


def words(language: str | None) -> Words:
    """The words of a language such as "en" or "en-GB"; English where there is no file for it."""
    wanted = (language or "").split("-")[0].lower()
    return _load(wanted if wanted in languages() else "en")


def languages() -> tuple[str, ...]:
    """The languages that have a file, sorted."""
    names = (file.name for file in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def _load(language: str) -> Words:
    text = _FOLDER.joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return Words.model_validate(tomllib.loads(text))
