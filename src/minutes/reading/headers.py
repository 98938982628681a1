"""What a file says of the meeting: title, day, hour and who was there, from its head or its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date as Date
from typing import NamedTuple

from minutes.reading import labels, roster
from minutes.reading.clocks import day, wall
from minutes.reading.words import AWAY, CHAIR, FIELDS, NEVER, NOBODY, NOTES, PLACE, TITLE, WHEN, WHO

_FIELD = re.compile(r"^[\s>*_#-]{0,8}(?P<label>[^\W\d][^:：\n]{0,30}?)[*_\s]{0,4}[:：](?P<value>.*)$")
_TECHNICAL = re.compile(
    r"\b(?:gmt\d{8}|recording|recorded|transcript(?:ion|s)?|captions?|subtitles?|closed captions?|cc|"
    r"meeting saved|new chat|"
    r"saved chat|chat|audio|video|default|otter ai|en|eng|auto generated|final|copy|input|\d{3,4}x\d{3,4})\b",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:GMT)?(?<!\d)(?:(?:19|20)\d{6}[-_T]?\d{4,6}|(?:19|20)\d\d[-_. ]?\d{1,2}[-_. ]?\d{1,2}(?!\d)|"
    r"\d{1,2}[-.]\d{1,2}[-.](?:19|20)\d\d)Z?"
)
_DATE_WORDS = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\w{0,7}", re.IGNORECASE
)
_IN_TITLE = re.compile(r"\s*\((?=[^()]{0,60}\d{4})[^()]{0,60}\)|\s+[-–]\s+\d{4}/\d{2}/\d{2}.{0,20}?(?=\s[-–]|$)")
_ASIDE = re.compile(r"\s*\([^()]{0,200}\)|\s+[-–—]\s[^,;]{0,200}")
_LINK = re.compile(r"[\w+.-]{1,20}://[^\s()\[\]<>]{1,500}")
_LONGEST_NAME = 5
"""Words of a name."""
_SUFFIX = re.compile(r"\s*[-–:]\s*(?:transcript|transcription|notes|meeting recording|recording)\s*$", re.IGNORECASE)


class About(NamedTuple):
    """What is known of a meeting before anybody speaks."""

    title: str | None = None
    date: Date | None = None
    start: str | None = None
    attendees: tuple[str, ...] = ()
    place: str | None = None
    apologies: tuple[str, ...] = ()
    chair: str | None = None
    note_taker: str | None = None


def from_name(file: str) -> About:
    """Title and day from a file's name; a name of technical words only gives no title."""
    stem = re.sub(r"(?:\.[A-Za-z]\w{0,10}){1,3}$", "", file)
    stamp = _STAMP.search(stem)
    date = day(re.sub(r"(?<=\d)[_T]", " ", stamp[0].removeprefix("GMT"))) or day(stamp[0][-15:]) if stamp else None
    words = _TECHNICAL.sub(" ", re.sub(r"[_\W]+", " ", _STAMP.sub(" ", stem) if date else stem))
    title = " ".join(words.split())
    good = re.search(r"[^\W\d]{3}", title) and title.lower() not in (
        "meeting",
        "call",
        "zoom",
        "teams",
        "notes",
        "untitled",
    )
    return About(title=title[:1].upper() + title[1:] if good else None, date=date)


def field(line: str) -> tuple[str, str] | None:
    """The label, in small letters, and the value of a line such as `Date: 18 November`; None for other lines."""
    found = _FIELD.match(line[:2000])
    label = " ".join(found["label"].lower().split()) if found else ""
    return (label, found["value"].strip(" *_")) if found and label in FIELDS else None


def people(listed: str) -> tuple[str, ...]:
    """The people of a comma list, without shared screens and note-taking programs."""
    listed = re.sub(r"\]\([^()\s]{0,200}\)", "]", listed)
    names = (roster.person(part.strip(" []*_-•\t")) for part in re.split(r"[,;\n]|\s{2,}|\]\s*\[", listed))
    return tuple(dict.fromkeys(name for name in names if name and len(name) <= 80))


def titled(line: str) -> str | None:
    """A line as a title: without marks of headings and the day that some services write into it."""
    line = _SUFFIX.sub("", line.strip().lstrip("#").strip(" *_\t"))
    line = _SUFFIX.sub("", _STAMP.sub("", _IN_TITLE.sub("", line)))
    line = " ".join(line.split())[:200].strip(" *_-–")
    return line if re.search(r"[^\W\d_]{2}", line) and line.lower() not in FIELDS and not _junk(line) else None


def _junk(line: str) -> bool:
    """Whether a line says what a file is and not what the meeting was."""
    words = " ".join(re.findall(r"\w+", line.lower()))
    return "!!" in line or words in (
        "transcript",
        "notes",
        "meeting notes",
        "meeting transcript",
        "untitled",
        "summary",
    )


def about(lines: list[str]) -> About:
    """What the lines above the first speech say of the meeting."""
    title: str | None = None
    date: Date | None = None
    start: str | None = None
    told = list(_labelled(lines[:400]))
    for label, value in told:
        if label in TITLE:
            title = titled(value) or title
        elif not label or label in WHEN:
            date = date or day(value)
            start = start or (wall(value) if label or day(value) else None)
            title = title or (titled(value) if not label and _like_title(value) else None)

    def listed(labels: frozenset[str], read: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one for label, value in told if label in labels for one in read(value)))

    return About(
        title,
        date,
        start,
        listed(WHO, people),
        next(iter(listed(PLACE, _places)), None),
        listed(AWAY, _named),
        ", ".join(listed(CHAIR, _named)) or None,
        ", ".join(listed(NOTES, _named)) or None,
    )


def _labelled(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each line behind its label, in small letters; a list goes on under the label above it."""
    expected, begun = "", False
    for line in lines:
        heading = line.strip().strip("#*_: ").lower()
        if not heading:
            expected = "" if begun else expected
        elif heading in WHO | AWAY:
            expected, begun = heading, False
        else:
            goes_on = expected and (not begun or line.startswith((" ", "\t", "-", "*", "•")))
            label, value = field(line) or (expected if goes_on else "", line)
            if label in WHO | AWAY:
                expected, begun = label, bool(people(value))
            yield label, value


def _named(listed: str) -> Iterator[str]:
    """The people of a list that somebody typed, without what stands in brackets or behind a dash."""
    for part in re.split(r",|;|\s+(?:and|&)\s+", _ASIDE.sub("", listed)):
        name = roster.person(part.strip(" []*_-•.\t"))
        if name and name.lower() not in NOBODY and labels.like_name(name) and len(name.split()) <= _LONGEST_NAME:
            yield name


def _places(told: str) -> Iterator[str]:
    """The place, without links, which lead into a call and not to a room."""
    place = " ".join(_LINK.sub("", told).replace("()", "").replace("<>", "").split())[:200].strip(" *_,;<>[]|-–")
    if re.search(r"[^\W_]", place) and place.lower() not in NOBODY - {"online"}:
        yield place


def is_spare(line: str, about: About) -> bool:
    """Whether a line above the speech says nothing that was taken up."""
    bare = line.strip().strip("#*_:=- ")
    known = field(line) or bare.lower() in WHO or _junk(bare) or day(line) or (about.title and about.title in line)
    return (
        bool(re.search(r"\w", bare))
        and not known
        and not any(person in line for person in (*about.attendees, *about.apologies))
    )


def _like_title(line: str) -> bool:
    """Whether an unlabelled line of a header may be the title: short, no sentence, no date and nothing else."""
    bare = line.strip()
    marked = bare.startswith(("![", "[", "<", "-", "*", "(", "http")) and not bare.startswith("**")
    label = bare.partition(":")[0].strip("# *_").lower()
    return not (
        marked or len(bare) > 120 or bare.endswith((".", "!", "?", ":", ",")) or label in NEVER or _only_date(bare)
    )


def _only_date(line: str) -> bool:
    """Whether a line is a date and nothing else, such as `Wed, 18 Nov 26`."""
    return day(line) is not None and not re.search(r"[^\W\d_]{4}", _DATE_WORDS.sub("", line))
