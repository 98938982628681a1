"""The words of a text that name a day to come, each with the day they mean, seen from the day of the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from minutes.finding.dates.days import spoken
from minutes.finding.dates.rules import RULES, Rule
from minutes.finding.dates.words import before, may_be_dated, pattern

__all__ = ["Dated", "find", "spoken"]

_REACH = 48  # characters looked at before a date; what may lead one is shorter
_PLAIN = str.maketrans("İıſ\N{KELVIN SIGN}", "????")  # `re` takes these for i, s and k; nobody dates a letter with them
_DUE = pattern(r"{due}|on")
_DUE_APART = before(r"(?:{due}|on),?(?: (?:um|uh|er|erm|say|like|what|let['’]s say),?){1,2}")
_LATEST = pattern(r",? (?:at the (?:very )?)?latest")
_GONE = pattern(r",? (?:ago|just gone|before last|last (?:week|month|year))")
_AFTER = pattern(r"after")


class Dated(NamedTuple):
    """Words that name a day, a week, a month or a meeting to come."""

    start: int
    end: int
    """Half-open, in characters of the text."""
    day: date | None
    """None where the words leave the day open (`this week`, `after Easter`) or the meeting has no date."""
    due: bool
    """Whether they read as a deadline or an appointment: by, before, until, on; `at the latest`."""


class _Found(NamedTuple):
    start: int
    stop: int
    """Minus the end: sorted, the first and longest comes first."""
    place: int
    """Of its rule in the table."""
    match: re.Match[str]


def find(text: str, held: date | None) -> tuple[Dated, ...]:
    """Every day, week or month to come that a text names, in order, none overlapping; `held` is the day of the meeting.

    What is past (`last Friday`, a full date before the meeting) and what recurs (`every Friday`) is left out.
    """
    text = text.translate(_PLAIN)
    if not may_be_dated(text):
        return ()
    found: list[Dated] = []
    taken = 0
    for start, stop, place, match in sorted(_fits(text), key=lambda fit: fit[:3]):
        if start < taken:
            continue
        floor, taken, rule = taken, -stop, RULES[place]
        if rule.day is None:
            continue
        day = rule.day(match, held) if held else None
        if day is None or held is None or day >= held:
            found.append(_dated(text, rule, match, day, floor))
            taken = found[-1].end
    return tuple(found)


def _fits(text: str) -> Iterator[_Found]:
    for place, rule in enumerate(RULES):
        for match in rule.words.finditer(text):
            if _stands(rule, text, match):
                yield _Found(match.start(), -match.end(), place, match)


def _stands(rule: Rule, text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    reach = max(0, start - _REACH)
    return (
        (rule.lead is None or rule.lead.search(text, reach, start) is not None)
        and rule.bar.search(text, reach, start) is None
        and (rule.tail is None or rule.tail.match(text, end) is not None)
        and _GONE.match(text, end) is None
    )


def _dated(text: str, rule: Rule, match: re.Match[str], day: date | None, floor: int) -> Dated:
    """The words together with the "by" before and the "at the latest" behind them, but with nothing already found."""
    start, end = match.span()
    reach = max(floor, start - _REACH)
    latest = _LATEST.match(text, end)
    join = rule.join.search(text, reach, start)
    due = bool(latest or _DUE_APART.search(text, reach, start) or (join and _DUE.match(text, join.start())))
    if join and _AFTER.match(text, join.start()):
        day = None
    return Dated(join.start() if join else start, latest.end() if latest else end, day, due)
