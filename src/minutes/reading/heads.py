"""Lines that say who speaks: a name and a time alone, a name in front of the words, a time in front of both."""

from __future__ import annotations

import re
from typing import NamedTuple

from minutes.reading import labels
from minutes.reading.clocks import CLOCK, seconds

_T = rf"(?P<start>{CLOCK})(?:\s*(?:-{{1,3}}>|[-–—→])\s*(?P<end>{CLOCK}))?"
_NAME = r"(?P<name>[^\s:：\[(<|][^\n:：]{0,79}?)"
_MARKED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^{_NAME}(?:[ \u00a0]{{2,12}}|\t+){_T}$",  # Amal Haddad  0:32
        rf"^\*\*{_NAME}:?\*\*:?\s*[\[(]?{_T}[\])]?$",  # **Emma** 0:00
        rf"^{_NAME}\s*[\[(]{_T}[\])]\s*[:：]?$",  # Amal Haddad (00:03):
        rf"^{_NAME}\s*[:：]\s*\[?{_T}\]?$",  # Amal Haddad: 00:00:03
        rf"^{_NAME}\s+\|\s+{_T}$",  # Amal Haddad | 00:03
        rf"^{_NAME}(?:[ \u00a0]{{2,12}}|\t+)(?P<when>\d{{1,2}}:\d\d\s?[AaPp]\.?[Mm]\.?)$",  # Amal Haddad  3:00 PM
        rf"^\[(?P<name>[^\]\n]{{1,80}})\]\s+{_T}$",  # [Amal Haddad] 13:32:23
        rf"^{_NAME} \((?P<when>\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}},? \d{{1,2}}:\d\d(?::\d\d)?(?:[  ]?[AP]M)?)\)$",
    )
)
_BARE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^@?{_T}\s+[-–—]\s+{_NAME}$",  # 0:03 - Amal Haddad
        rf"^[\[(]{_T}[\])]\s+{_NAME}[:：]?$",  # [00:00:03] Amal Haddad
        rf"^{_T}\s+{_NAME}$",  # 00:03 Amal Haddad
        rf"^{_NAME} {_T}$",  # Amal Haddad 00:03
    )
)
"""Kinds of lines of which speech could be one too, so the name must look like one."""
ZOOM_CAPTION = _MARKED[6]
"""Saved captions of Zoom, whose times are of the clock on the wall."""
_LEAD_TIME = re.compile(rf"^(?:[-•>*]\s+)?[\[(]?{_T}[\])]?(?:\s+[-–—]\s+|\s+|\s*(?=[:：]|\*\*)|$)")
_NAMED_TIME = re.compile(rf"^{_NAME}(?:\*\*)?\s*\*?[\[(]{_T}[\])]\*?\s*[:：]\s*(?P<text>\S.*)$")
_AFTER_TIME = re.compile(rf"^[\[(]{_T}[\])]\s+(?P<text>.*)$")
CLOCK_LINE = re.compile(rf"^[\[(]?{_T}[\])]?$")
_POINTED = (
    re.compile(r"^\s{0,8}(?:\d{1,4}\s+)?(?P<name>[QA])\.\s+(?P<text>\S.*)$"),
    re.compile(
        r"^\s{0,8}(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr)\. |The )[A-Z][A-Z' -]{2,40}(?: \([^()]{1,60}\))?)\. (?P<text>\S.*)$"
    ),
)
"""Names with a point behind them: questionings and the records of parliaments."""
_READING = re.compile(r"\d:\d")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
_ORGANISATION = re.compile(r"\s+\([^()]{1,60}\)$")


class Line(NamedTuple):
    """A line that says who speaks."""

    name: str | None
    text: str
    start: float | None = None
    end: float | None = None


def unescaped(text: str) -> str:
    """The text without the backslashes that Markdown puts before its signs."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def head(line: str) -> Line | None:
    """A line with nothing but a name and a time."""
    bare = line.strip()
    if not 3 < len(bare) < 160 or not _READING.search(bare):
        return None
    bare = unescaped(bare)
    for pattern in (*_MARKED, *_BARE):
        found = pattern.match(bare)
        if found:
            parts = found.groupdict()
            name = parts["name"].strip(" *_")
            if parts.get("when"):
                return Line(name, "")
            sure = pattern in _MARKED
            if labels.plausible(name) if sure else labels.like_name(name) and not name[0].islower():
                end = seconds(parts["end"]) if parts["end"] else None
                return Line(_without_note(name), "", seconds(parts["start"]), end)
    return None


def _without_note(name: str) -> str:
    """The name without the organisation that Fathom puts behind it in brackets."""
    return _ORGANISATION.sub("", name) or name


def timed(line: str) -> Line:
    """The line with the time in front of it taken off."""
    bare = line.strip().removeprefix("**")
    bare = unescaped(bare[:200]) + bare[200:]
    found = _LEAD_TIME.match(bare)
    if found:
        rest = bare[found.end() :].removeprefix("**")
        return Line(None, rest, seconds(found["start"]), seconds(found["end"]) if found["end"] else None)
    inner = _NAMED_TIME.match(bare) if len(bare) < 4000 else None
    if inner and labels.like_name(inner["name"]):
        return Line(None, f"{inner['name']}: {inner['text']}", seconds(inner["start"]))
    return Line(None, bare)


def inline(line: str, names: labels.Trusted) -> Line | None:
    """A line `Name: text`, with or without a time in front or behind the name."""
    part = timed(line)
    found = names.split(part.text)
    if found is None:
        if part.start is not None and line.strip()[0] in "[(*" and part.text.startswith((":", "：", "**:**")):
            return part._replace(text=part.text.lstrip(":：* "))
        if part.text.startswith(":** "):
            return part._replace(text=part.text[4:])
        return None
    after = _AFTER_TIME.match(found.text)
    text = after["text"] if after else found.text
    start = part.start if part.start is not None else seconds(after["start"]) if after else None
    return Line(found.name, text, start, part.end)


def pointed(line: str) -> Line | None:
    """A line of a questioning, `Q.  Where were you?`, or of a parliament, `Mr. POE. I rise.`"""
    for pattern in _POINTED:
        found = pattern.match(line)
        if found:
            return Line(found["name"], found["text"])
    return None


def clocked(line: str) -> Line | None:
    """A line that begins with a time, in a text without names."""
    found = timed(line)
    return found if found.start is not None else None


def names_below(lines: list[str]) -> list[str]:
    """The lines with a time and the name on the next line put on one line, where most times have a name under them."""
    spots = [at for at, line in enumerate(lines) if len(line) < 60 and ":" in line and CLOCK_LINE.match(line.strip())]
    followed = {at: _name_under(lines, at) for at in spots}
    if len(spots) < 2 or sum(name is not None for name in followed.values()) * 3 < len(spots) * 2:
        return lines
    made: list[str] = []
    taken: set[int] = set()
    for at, line in enumerate(lines):
        name = followed.get(at)
        if at in taken or (name is None and at in followed):
            continue
        made.append(f"[{line.strip(' []()')}] {name}" if name else line)
        if name:
            taken.add(at + 1)
    return made


def _name_under(lines: list[str], at: int) -> str | None:
    """The name on the line under a time, if there is speech under it."""
    name = lines[at + 1].strip() if at + 1 < len(lines) else ""
    below = lines[at + 2].strip() if at + 2 < len(lines) else ""
    capitals = len(name) < 60 and name[-1:].isalpha() and all(word[0].isupper() for word in name.split())
    return name if below and not CLOCK_LINE.match(below) and (capitals or labels.like_name(name)) else None
