"""The grammar of typed and exported texts: which lines say who speaks, and which are speech."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from minutes.reading import headers, labels
from minutes.reading.base import Draft, Said
from minutes.reading.clocks import CLOCK, seconds
from minutes.reading.words import TOPICS

_T = rf"(?P<start>{CLOCK})(?:\s*(?:-{{1,3}}>|[-–—→])\s*(?P<end>{CLOCK}))?"
_NAME = r"(?P<name>[^\s:：\[(<|][^\n:：]{0,79}?)"
_HEADS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^{_NAME}(?:[ \u00a0]{{2,12}}|\t+){_T}$",  # Amal Haddad  0:32
        rf"^\*\*{_NAME}:?\*\*:?\s*[\[(]?{_T}[\])]?$",  # **Emma** 0:00
        rf"^{_NAME}\s*[\[(]{_T}[\])]\s*[:：]?$",  # Amal Haddad (00:03):
        rf"^{_NAME}\s*[:：]\s*\[?{_T}\]?$",  # Amal Haddad: 00:00:03
        rf"^@?{_T}\s+[-–—]\s+{_NAME}$",  # 0:03 - Amal Haddad
        rf"^[\[(]{_T}[\])]\s+{_NAME}[:：]?$",  # [00:00:03] Amal Haddad
        rf"^\[(?P<name>[^\]\n]{{1,80}})\]\s+{_T}$",  # [Amal Haddad] 13:32:23
        rf"^{_T}\s+\[(?P<name>[^\s\n][^\n]{{0,60}})\]$",  # 15:00:03 [amal]
        rf"^{_NAME} \((?P<when>\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}},? \d{{1,2}}:\d\d(?::\d\d)?(?:[  ]?[AP]M)?)\)$",
    )
)
_ZOOM_CAPTION = _HEADS[6]
"""Saved captions of Zoom, whose times are of the clock on the wall."""
_LEAD_TIME = re.compile(rf"^(?:[-•>*]\s+)?[\[(]?{_T}[\])]?(?:\s+[-–—]\s+|\s+|\s*(?=[:：]|\*\*)|$)")
_NAMED_TIME = re.compile(rf"^{_NAME}\s*[\[(]{_T}[\])]\s*[:：]\s*(?P<text>\S.*)$")
_AFTER_TIME = re.compile(rf"^[\[(]{_T}[\])]\s+(?P<text>.*)$")
_CLOCK_LINE = re.compile(rf"^[\[(]?{_T}[\])]?$")
_ASKED = re.compile(r"^\s{0,8}(?:\d{1,4}\s+)?(?P<name>[QA])\.\s+(?P<text>\S.*)$")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s*(?P<words>.*?)\s*#*$")
_BEGIN = re.compile(r"^[^\w.,?!]*(?:full )?(?:meeting )?transcript[*_: ]*$", re.IGNORECASE)
_FOOT = re.compile(
    r"^\W*(?:transcribed by https?://|(?:meeting|transcription|recording) ended after\b|"
    r"this editable transcript was computer generated|transcript(?:ion)? (?:ended|stopped)\b|end of transcript\b|"
    r"people can also change the text after|view recording\b|"
    r"this transcript was (?:exported|generated|automatically)|\w[\w .'’-]{1,60} (?:started|stopped) transcription\b|"
    r"you should review gemini's notes|chat with meeting transcript:)",
    re.IGNORECASE,
)
_OWN_LINE = re.compile(r"^(?:[-*•]\s|\d{1,2}[.)]\s|#\w|\[[ xX]\]\s)")
_SENTENCE_END = (".", "?", "!", "…", "”", '"', ")", "]", "。", "？", "！", "؟", ",", ";", ":")
"""What ends a line of speech that was punctuated by somebody or something."""


class Line(NamedTuple):
    """A line that says who speaks."""

    name: str | None
    text: str
    start: float | None = None
    end: float | None = None


Way = Callable[[str], Line | None]


class Read(NamedTuple):
    """What one way of reading makes of the lines."""

    preface: list[str]
    said: list[Said]
    dropped: int


def draft(lines: list[str]) -> Draft:
    """The draft of a text; raises nothing, and holds no speech where there is none."""
    front, lines = _front_matter(lines)
    above, lines = _transcript_part(lines)
    kept = [line for line in lines if not _FOOT.match(line[:400])]
    listed = headers.about([*front, *above, *kept[:40]]).attendees
    kept = _names_below(kept)
    way = _way(kept, listed)
    read = _walk(kept, way) if way else _unnamed(kept)
    about = headers.about([*front, *above, *read.preface])
    if way is _head and any(_ZOOM_CAPTION.match(line.strip()) for line in kept[:20]):
        read, about = _from_wall(read, about)
    remarks = _remarks([*above, *read.preface], read)
    return Draft(tuple(read.said), *about, remarks=remarks, glue=_glue(read.said))


def _from_wall(read: Read, about: headers.About) -> tuple[Read, headers.About]:
    """The same with times from the first piece on, and the hour of that."""
    first = next((piece.start for piece in read.said if piece.start is not None), 0.0)
    said = [
        piece if piece.start is None else piece._replace(start=(piece.start - first) % 86400) for piece in read.said
    ]
    hour = f"{int(first) // 3600 % 24:02}:{int(first) // 60 % 60:02}"
    return read._replace(said=said), about._replace(start=about.start or hour)


def _remarks(head: list[str], read: Read) -> tuple[str, ...]:
    """What was kept apart from the speech."""
    left = sum(1 for line in head if line.strip() and not _RULE.match(line) and not headers.field(line))
    remarks = []
    if left > 2:
        remarks.append(f"{left} lines above the first speech were not taken as speech.")
    if read.dropped:
        remarks.append(f"{read.dropped} heading{'s' if read.dropped > 1 else ''} between the turns were left out.")
    return tuple(remarks)


def _front_matter(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines between the two rules at the top of a Markdown file, and the rest; lists are put on one line."""
    start = next((at for at, line in enumerate(lines[:3]) if line.strip()), 0)
    if not lines or lines[start].strip() != "---":
        return [], lines
    for at in range(start + 1, min(len(lines), start + 100)):
        if lines[at].strip() == "---":
            front: list[str] = []
            for line in lines[start + 1 : at]:
                if front and line.lstrip().startswith("- "):
                    front[-1] += ", " + line.strip(" -'\"")
                else:
                    front.append(line.replace("['", " ").replace("']", " ").replace("', '", ", ").replace('"', ""))
            return [line.replace(": , ", ": ").replace(":, ", ": ") for line in front], lines[at + 1 :]
    return [], lines


def _transcript_part(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines above and below a heading that says `Transcript`, where there is one with text below."""
    found = [
        at
        for at, line in enumerate(lines)
        if len(line) < 60 and _BEGIN.match(line) and not (at and lines[at - 1].strip())
    ]
    if not found or not any(line.strip() for line in lines[found[-1] + 1 :]):
        return [], lines
    return lines[: found[-1]], lines[found[-1] + 1 :]


def _bare(line: str) -> str:
    """The line without the marks of headings and the space around it."""
    heading = _HEADING.match(line)
    return (heading["words"] if heading else line).strip()


def _head(line: str) -> Line | None:
    """A line with nothing but a name and a time."""
    bare = line.strip()
    if not 3 < len(bare) < 160 or ":" not in bare:
        return None
    bare = _ESCAPED.sub(r"\1", bare) if "\\" in bare else bare
    for pattern in _HEADS:
        found = pattern.match(bare)
        if not found:
            continue
        parts = found.groupdict()
        name = parts["name"].strip(" *_")
        if parts.get("when"):
            return Line(name, "")
        start = seconds(parts["start"])
        if labels.plausible(name):
            return Line(_without_note(name), "", start, seconds(parts["end"]) if parts.get("end") else None)
    return None


def _without_note(name: str) -> str:
    """The name without the organisation that Fathom puts behind it in brackets."""
    return re.sub(r"\s+\([^()]{1,60}\)$", "", name) or name


def _way(lines: list[str], listed: tuple[str, ...]) -> Way | None:
    """The one way in which the lines of this text say who speaks, or None where they name nobody."""
    starts = [_timed(line) for line in lines if line.strip()]
    names = labels.trusted((part.text for part in starts), people=listed)

    def inline(line: str) -> Line | None:
        return _inline(line, names)

    def asked(line: str) -> Line | None:
        found = _ASKED.match(line)
        return Line(found["name"], found["text"]) if found else None

    ways: tuple[Way, ...] = (_head, inline, asked)
    counts = [sum(1 for line in lines if way(line)) for way in ways]
    if not any(counts):
        return _clocked if sum(1 for line in lines if _clocked(line)) > 1 else None
    return ways[counts.index(max(counts))]


def _clocked(line: str) -> Line | None:
    """A line of a text without names that begins with a time."""
    timed = _timed(line)
    return timed if timed.start is not None else None


def _names_below(lines: list[str]) -> list[str]:
    """The lines with a time and the name on the next line put on one line, where most times have a name under them."""
    spots = [at for at, line in enumerate(lines) if len(line) < 60 and ":" in line and _CLOCK_LINE.match(line.strip())]
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
    name, below = (lines[at + 1].strip() if at + 1 < len(lines) else ""), lines[at + 2 : at + 3]
    return (
        name
        if labels.like_name(name) and below and below[0].strip() and not _CLOCK_LINE.match(below[0].strip())
        else None
    )


def _timed(line: str) -> Line:
    """The line with the time in front of it taken off."""
    bare = line.strip().removeprefix("**")
    bare = _ESCAPED.sub(r"\1", bare[:200]) + bare[200:] if "\\" in bare[:200] else bare
    found = _LEAD_TIME.match(bare)
    if found:
        rest = bare[found.end() :].removeprefix("**")
        return Line(None, rest, seconds(found["start"]), seconds(found["end"]) if found["end"] else None)
    inner = _NAMED_TIME.match(bare) if len(bare) < 4000 else None
    if inner and labels.like_name(inner["name"]):
        return Line(None, f"{inner['name']}: {inner['text']}", seconds(inner["start"]))
    return Line(None, bare)


def _inline(line: str, names: labels.Trusted) -> Line | None:
    """A line `Name: text`, with or without a time in front or behind the name."""
    timed = _timed(line)
    found = names.split(timed.text)
    if found is None:
        if timed.start is not None and timed.text.startswith((":", "：", "**:**")):
            return timed._replace(text=timed.text.lstrip(":：* "))
        if timed.text.startswith(":** "):
            return timed._replace(text=timed.text[4:])
        return None
    after = _AFTER_TIME.match(found.text)
    text = after["text"] if after else found.text
    start = timed.start if timed.start is not None else seconds(after["start"]) if after else None
    return Line(found.name, text, start, timed.end)


def _walk(lines: list[str], way: Way) -> Read:
    """The lines as speech, each under the last line that said who speaks."""
    preface: list[str] = []
    said: list[Said] = []
    dropped = 0
    clock: float | None = None
    current: Line | None = None
    body: list[str] = []
    for line in lines:
        found = way(line)
        mark = _CLOCK_LINE.match(_bare(line)) if found is None and len(line) < 60 else None
        if found:
            said.extend(_said(current, body))
            current, body = found._replace(start=found.start if found.start is not None else clock), []
            clock = None
        elif mark:
            clock = seconds(mark["start"])
        elif (
            _HEADING.match(line) and not line.lstrip().startswith("#" + line.lstrip()[1:2].strip("# "))
        ) or _RULE.match(line):
            dropped += current is not None and not _RULE.match(line)
        elif current is None:
            preface.append(line)
        else:
            body.append(line)
    said.extend(_said(current, body))
    said[:0] = _spoken_before(preface)
    return Read(preface, said, dropped)


def _spoken_before(preface: list[str]) -> Iterator[Said]:
    """Lines such as `Topic: budget` that were typed above the first speech."""
    for line in preface:
        found = labels.cut(line.strip())
        if found and found.text and found.name.casefold() in TOPICS:
            yield Said(None, line.strip())


def _said(head: Line | None, body: list[str]) -> Iterator[Said]:
    """One piece of the words of a line and of the lines below it."""
    if head is not None:
        text = fold([head.text, *body])
        if text:
            yield Said(head.name, text, head.start, head.end)


def fold(lines: list[str]) -> str:
    """Lines as text: wrapped lines in one, paragraphs and typed points each on a line."""
    parts: list[str] = []
    apart = False
    for line in lines:
        bare = line.strip()
        if not bare:
            apart = bool(parts)
            continue
        bare = _ESCAPED.sub(r"\1", bare) if "\\" in bare else bare
        own = _OWN_LINE.match(bare) or _topic(bare)
        if parts and not apart and not own and not _topic(parts[-1]):
            parts[-1] += " " + bare
        else:
            parts.append(bare)
        apart = False
    return "\n".join(parts)


def _topic(line: str) -> bool:
    found = labels.cut(line)
    return found is not None and found.name.casefold() in TOPICS


def _glue(said: list[Said]) -> str:
    """A space where the text is punctuated, a line break where somebody typed without."""
    ended = sum(1 for piece in said if piece.text.endswith(_SENTENCE_END))
    return " " if ended * 2 >= len(said) else "\n"


def _unnamed(lines: list[str]) -> Read:
    """The lines of a text that names nobody: each paragraph for itself, and above them what is a header."""
    first = 0
    for at, line in enumerate(lines[:40]):
        heading = _HEADING.match(line) is not None or _RULE.match(line) is not None
        if headers.field(line) or heading or (at == 0 and _field_follows(lines)):
            first = at + 1
    said: list[Said] = []
    body: list[str] = []
    for line in [*lines[first:], ""]:
        if line.strip():
            body.append(line)
        elif body:
            said.append(Said(None, fold(body), fresh=True))
            body = []
    return Read(lines[:first], said, 0)


def _field_follows(lines: list[str]) -> bool:
    """Whether the first line is a title, as the next one is a field of a header."""
    below = [line for line in lines[1:6] if line.strip()]
    return bool(below) and headers.field(below[0]) is not None
