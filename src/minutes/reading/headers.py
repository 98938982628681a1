"""What a file says of the meeting: title, day, hour and who was there, from its head or its name."""

from __future__ import annotations

import re
from datetime import date as Date
from typing import NamedTuple

from minutes.reading import roster
from minutes.reading.clocks import day, wall

TITLE = frozenset("title|meeting title|meeting|meeting name|subject|event|call|name of meeting".split("|"))
WHEN = frozenset(
    "date|when|day|start time|start|started|recorded on|time|date and time|meeting date|created|sent".split("|")
)
WHO = frozenset(
    "attendees|present|participants|attending|in attendance|invited|invitees|speakers|people|those present|also present|"
    "who|attendance|members present".split("|")
)
OTHER = frozenset(
    "from|to|cc|bcc|reply-to|message-id|content-type|mime-version|duration|length|location|place|venue|language|kind|"
    "regrets|apologies|absent|chair|scribe|host|organizer|organiser|facilitator|note taker|notetaker|minutes|moderator|"
    "version|url|link|recording|meeting id|end time|end|ended|summary keywords|keywords|agenda|status|source|file|"
    "transcript|transcript by|transcribed by|transcription by|tags|categories|layout|permalink|transcript_by|media|author".split(
        "|"
    )
)
FIELDS = TITLE | WHEN | WHO | OTHER
_FIELD = re.compile(r"^[\s>*_#-]{0,8}(?P<label>[^\W\d][^:：\n]{0,30}?)[*_\s]{0,4}[:：](?P<value>.*)$")
_TECHNICAL = re.compile(
    r"\b(?:gmt\d{8}|recording|recorded|transcript(?:ion|s)?|captions?|subtitles?|closed captions?|cc|meeting saved|new chat|"
    r"saved chat|chat|audio|video|default|otter ai|en|eng|auto generated|final|copy|input|\d{3,4}x\d{3,4})\b",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:GMT)?(?<!\d)(?:(?:19|20)\d{6}[-_T]?\d{4,6}|(?:19|20)\d\d[-_. ]?\d{1,2}[-_. ]?\d{1,2}(?!\d)|\d{1,2}[-.]\d{1,2}[-.](?:19|20)\d\d)Z?"
)
_IN_TITLE = re.compile(r"\s*\((?=[^()]{0,60}\d{4})[^()]{0,60}\)|\s+[-–]\s+\d{4}/\d{2}/\d{2}.{0,20}?(?=\s[-–]|$)")
_SUFFIX = re.compile(r"\s*[-–:]\s*(?:transcript|transcription|notes|meeting recording|recording)\s*$", re.IGNORECASE)


class About(NamedTuple):
    """What is known of a meeting before anybody speaks."""

    title: str | None = None
    date: Date | None = None
    start: str | None = None
    attendees: tuple[str, ...] = ()


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
    """The label, in small letters, and the value of a line of a header such as `Date: 18 November`; None for other lines."""
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
    line = _SUFFIX.sub("", _IN_TITLE.sub("", _SUFFIX.sub("", line.strip().lstrip("#").strip(" *_\t"))))
    line = " ".join(line.split())[:200].strip(" *_-–")
    return line if re.search(r"[^\W\d_]{2}", line) and line.lower() not in FIELDS and not _junk(line) else None


def _junk(line: str) -> bool:
    return (
        line.lower().strip(" :") in ("transcript", "notes", "meeting notes", "meeting transcript", "untitled")
        or "!!" in line
    )


def about(lines: list[str]) -> About:
    """What the lines above the first speech say of the meeting."""
    title: str | None = None
    date: Date | None = None
    start: str | None = None
    attendees: tuple[str, ...] = ()
    expected: str | None = None
    for line in lines[:400]:
        if not line.strip():
            continue
        found = field(line)
        label, value = found if found else (expected, line) if expected else ("", line)
        heading = line.strip().strip("#*_: ").lower()
        expected = heading if heading in WHO else None
        if expected:
            continue
        if label in TITLE:
            title = titled(value) or title
        elif label in WHO:
            attendees = attendees or people(value)
        elif not found or label in WHEN:
            date = date or day(value)
            start = start or (wall(value) if label in WHEN or day(value) else None)
            if not found and title is None and not _only_date(value):
                title = titled(value) if _like_title(line) else None
    return About(title, date, start, attendees)


def _like_title(line: str) -> bool:
    """Whether an unlabelled line of a header may be the title: short, and no sentence."""
    bare = line.strip()
    if bare.startswith(("![", "[", "<", "-", "*", "(", "http")) and not bare.startswith("**"):
        return False
    return len(bare) <= 120 and not bare.endswith((".", "!", "?", ":", ","))


def _only_date(line: str) -> bool:
    """Whether a line is a date and nothing else, such as `Wed, 18 Nov 26` or `56m 41s`."""
    left = re.sub(
        r"\d+|\b[A-Za-z]{3,9}\b\.?(?=,? ?\d)|\b(?:am|pm|gmt|utc|h|m|s|mon|tue|wed|thu|fri|sat|sun)\w*\b",
        "",
        line,
        flags=re.I,
    )
    return day(line) is not None and not re.search(r"[^\W_]{2}", left)
