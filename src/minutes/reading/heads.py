"""Lines that say who speaks: a name and a time alone, a name in front of the words, a time in front of both."""

from __future__ import annotations

import re
from typing import NamedTuple

from minutes.reading import labels
from minutes.reading.clocks import CLOCK, seconds

_T = rf"(?P<start>{CLOCK})(?:\s*(?:-{{1,3}}>|[-–—→])\s*(?P<end>{CLOCK}))?"
_NAME = r"(?P<name>[^\s:：\[(<|][^\n:：]{0,79}?)"
_WHEN = r"(?P<when>\d{1,2}:\d\d(?::\d\d)?\s?[AaPp]\.?[Mm]\.?)"
_MARKED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^{_NAME}(?:[ \u00a0]{{2,12}}|\t+){_T}$",  # Amal Haddad  0:32
        rf"^\*\*{_NAME}:?\*\*:?\s*[\[(]?{_T}[\])]?\s*[:：]?$",  # **Emma** 0:00
        rf"^{_NAME}\s*[\[(]{_T}[\])]\s*[:：]?$",  # Amal Haddad (00:03):
        rf"^{_NAME}\s*[:：](?:\s+\[?|\[){_T}\]?$",  # Amal Haddad: 00:00:03
        rf"^{_NAME}\s+[|–—-]\s+{_T}$",  # Amal Haddad | 00:03
        rf"^{_NAME}:?(?:[ \u00a0]{{2,12}}|\t+|\s\[){_WHEN}\]?$",  # Amal Haddad  3:00 PM
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
_LEAD_TIME = re.compile(
    rf"^(?:[-•>*]\s+)?[\[(<]?{_T}(?:[\])>]|(?![:.,]\d))(?:\s+[-–—]\s+|,?\s+|\s*(?=[:：]|\*\*)|(?<=\])|$)"
)
_LEAD_SECONDS = re.compile(r"^\[(?P<start>\d{1,6}\.\d{1,6})s\s*->\s*(?P<end>\d{1,6}\.\d{1,6})s\]\s*")
"""A time as Whisper's faster sister writes it."""
_LINKED_TIME = re.compile(rf"\[[\[(]?(?P<clock>{CLOCK})[\])]?\]\(https?://[^()\s]{{1,500}}\)")
_NAMED_TIME = re.compile(rf"^{_NAME}(?:\*\*)?\s*\*?[\[(]{_T}[\])]\*?\s*[:：]\s*(?P<text>\S.*)$")
_AFTER_TIME = re.compile(rf"^[\[(]{_T}[\])]\s+(?P<text>.*)$")
CLOCK_LINE = re.compile(rf"^[\[(]?{_T}[\])]?$")
_WALL_LINE = re.compile(rf"^{_WHEN}$")
_POINTED = (
    re.compile(r"^\s{0,8}(?:\d{1,4}\s+)?(?P<name>[QA])\.\s+(?P<text>\S.*)$"),
    re.compile(
        r"^\s{0,8}(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr)\. |The )[A-Z][A-Z' -]{2,40}(?: \([^()]{1,60}\))?)\. (?P<text>\S.*)$"
    ),
)
"""Names with a point behind them: questionings and the records of parliaments."""
_READING = re.compile(r"\d:\d")
_HEADING_MARK = re.compile(r"^#{1,6}\s+")
_ESCAPED = re.compile(r"(?!^\\[#>*+-])\\([!-/:-@\[-`{-~])")
_LEAD_ESCAPED = re.compile(r"^\\(?=[#>*+-])")
_ORGANISATION = re.compile(r"\s+\([^()]{1,60}\)$")


class Line(NamedTuple):
    """A line that says who speaks."""

    name: str | None
    text: str
    start: float | None = None
    end: float | None = None


def unescaped(line: str) -> str:
    """The line without the backslashes that Markdown puts before its signs, but for one before what begins a line."""
    return _ESCAPED.sub(r"\1", line) if "\\" in line else line


def spoken(line: str) -> str:
    """The words of a line whose first sign is no mark of Markdown."""
    return _LEAD_ESCAPED.sub("", line) if line[:1] == "\\" else line


def head(line: str) -> Line | None:
    """A line with nothing but a name and a time."""
    bare = line.strip()
    if not 3 < len(bare) < 160 or not _READING.search(bare):
        return None
    bare = _HEADING_MARK.sub("", unlinked(bare))
    for pattern in (*_MARKED, *_BARE):
        found = pattern.match(bare)
        if found:
            parts = found.groupdict()
            name = parts["name"].strip(" *_–—|-")
            if parts.get("when"):
                return Line(name, "")
            sure = pattern in _MARKED
            if labels.plausible(name) if sure else labels.like_name(name) and not name[0].islower():
                end = seconds(parts["end"]) if parts["end"] else None
                return Line(_without_note(name) if pattern is _BARE[0] else name, "", seconds(parts["start"]), end)
    return None


def _without_note(name: str) -> str:
    """The name without the organisation that Fathom puts behind it in brackets."""
    return _ORGANISATION.sub("", name) or name


def unlinked(line: str) -> str:
    """The line with times that link into a video as times alone."""
    return _LINKED_TIME.sub(r"[\g<clock>]", line) if "](http" in line else line


def timed(line: str) -> Line:
    """The line with the time in front of it taken off."""
    bare = unlinked(line.strip().removeprefix("**"))
    exact = _LEAD_SECONDS.match(bare) if bare.startswith("[") else None
    if exact:
        return Line(None, bare[exact.end() :], float(exact["start"]), float(exact["end"]))
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


def beside_times(lines: list[str]) -> list[str]:
    """The lines with a time alone and the name under or over it put on one line, where most times have a name there."""
    spots = [at for at, line in enumerate(lines) if len(line) < 60 and ":" in line and _is_time(line)]
    for name_of, step in ((_name_under, 1), (_name_over, -1)):
        names = {at: name_of(lines, at) for at in spots}
        if len(spots) > 1 and sum(name is not None for name in names.values()) * 3 >= len(spots) * 2:
            return _put_together(lines, names, step)
    return lines


def _is_time(line: str) -> bool:
    return CLOCK_LINE.match(line.strip()) is not None or _WALL_LINE.match(line.strip()) is not None


def _put_together(lines: list[str], names: dict[int, str | None], step: int) -> list[str]:
    """The lines with each name in front of its time, where it was a step away; times without a name are left out."""
    taken = {at + step for at, name in names.items() if name}
    taken |= {at - 2 for at, name in names.items() if name and step < 0 and _initials(lines[at - 2], name)}
    made: list[str] = []
    for at, line in enumerate(lines):
        name = names.get(at)
        if at not in taken and (name or at not in names):
            made.append(f"{name}  {line.strip(' []()')}" if name else line)
    return made


def _initials(line: str, name: str) -> bool:
    """Whether a line holds the first letters of a name, as pages show them in place of a picture."""
    return line.strip() == "".join(word[0] for word in name.split() if word[0].isalpha())[:2]


def _name_under(lines: list[str], at: int) -> str | None:
    """The name on the line under a time, if there is speech under it."""
    name = lines[at + 1].strip(" *") if at + 1 < len(lines) else ""
    below = lines[at + 2].strip() if at + 2 < len(lines) else ""
    return name if below and not _is_time(below) and _alone(name) else None


def _name_over(lines: list[str], at: int) -> str | None:
    """The name on the line over a time."""
    name = lines[at - 1].strip(" *") if at else ""
    return name if (name[-1:].isalnum() or name.endswith(")")) and _alone(name) else None


def _alone(name: str) -> bool:
    """Whether a line is a name and nothing else."""
    capitals = len(name) < 60 and name[-1:].isalpha() and all(word[0].isupper() for word in name.split())
    return capitals or labels.like_name(name)
