"""The grammar of typed and exported texts: one way of saying who speaks, and speech under it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from minutes.reading import edges, headers, heads, labels, marks
from minutes.reading.base import Draft, Said, counted
from minutes.reading.clocks import seconds
from minutes.reading.decoding import squeezed
from minutes.reading.heads import Line
from minutes.reading.words import FIELDS, NEVER, TAKEN, TOPICS

_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
_HEADING = re.compile(r"^\s{0,3}(?:#{1,6}\s|#{2,6})(?P<words>.*)$")
_OWN_LINE = re.compile(r"^(?:[-*•]\s|\d{1,2}[.)]\s|#\w|\[[ xX]\]\s)")
_SENTENCE_END = (".", "?", "!", "…", "”", '"', ")", "]", "。", "？", "！", "؟", ",", ";", ":")
"""What ends a line of speech that was punctuated by somebody or something."""

Way = Callable[[str], Line | None]


class Read(NamedTuple):
    """What one way of reading makes of the lines."""

    preface: list[str]
    said: list[Said]
    headings: int = 0


def draft(lines: list[str], people: tuple[str, ...] = ()) -> Draft:
    """The draft of a text; it holds no speech where there is none. `people` are sure to be speakers."""
    front, lines = edges.front_matter([heads.unescaped(line) for line in lines])
    above, lines = edges.above_transcript(lines)
    lines, footers = edges.without_footers(lines)
    listed = headers.about([*front, *above, *lines[:40]]).attendees + people
    lines = heads.beside_times(lines)
    way, found = _way(lines, listed)
    read = _walk(lines, found) if way else _unnamed(lines)
    if not read.said and way is heads.head:  # times beside words that only look like names
        read = _unnamed(lines)
    about = headers.about([*front, *above, *read.preface])
    if way is heads.head and any(heads.ZOOM_CAPTION.match(line.strip()) for line in lines[:20]):
        read, about = _from_wall(read, about)
    about = about._replace(date=about.date or headers.about(footers).date)
    remarks = _remarks([*above, *read.preface], about, read.headings, len(footers))
    return Draft(tuple(read.said), *about, remarks=remarks, glue=_glue(read.said))


def _from_wall(read: Read, about: headers.About) -> tuple[Read, headers.About]:
    """The same with times from the minute of the first piece on, and the hour of that."""
    first = next((piece.start for piece in read.said if piece.start is not None), 0.0) // 60 * 60
    said = [
        piece if piece.start is None else piece._replace(start=(piece.start - first) % 86400) for piece in read.said
    ]
    hour = f"{int(first) // 3600 % 24:02}:{int(first) // 60 % 60:02}"
    return read._replace(said=said), about._replace(start=about.start or hour)


def _remarks(head: list[str], about: headers.About, headings: int, footers: int) -> tuple[str, ...]:
    """What was kept apart from the speech."""
    spare = sum(1 for line in head if headers.is_spare(line, about))
    return (
        *counted(spare, "line", "above the first speech were not taken as speech."),
        *counted(headings, "heading", "between the turns were not taken as speech."),
        *counted(footers, "line", "that the service added were not taken as speech."),
    )


def _way(lines: list[str], listed: tuple[str, ...]) -> tuple[Way | None, list[Line | None]]:
    """The one way in which the lines of this text say who speaks, and what each says; None where they name nobody."""
    inline = partial(heads.inline, names=labels.trusted(_starts(lines), people=listed))
    marked = partial(marks.spoken, names=marks.names(lines))
    ways: tuple[Way, ...] = (heads.head, inline, heads.pointed, marked)
    found = [[way(line) for line in lines] for way in ways]
    counts = [len(lines) - each.count(None) for each in found]
    if any(counts):
        best = counts.index(max(counts))
        return ways[best], found[best]
    clocked = [heads.clocked(line) for line in lines]
    return (heads.clocked, clocked) if len(lines) - clocked.count(None) > 1 else (None, [])


def _starts(lines: list[str]) -> Iterator[str]:
    """The lines that may begin with a speaker, without times; those that only wrap the one above are left out."""
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    above = ""
    for at, line in enumerate(lines):
        wraps = bool(above) and not above.endswith(_SENTENCE_END)
        inside = bool(above) and len(line) - len(line.lstrip()) > margin + 1
        part = heads.timed(line)
        if (
            line.strip()
            and not inside
            and not _titled(lines, at)
            and (not wraps or part.start is not None or labels.cut(part.text))
        ):
            yield part.text
        above = line.strip()


def _titled(lines: list[str], at: int) -> bool:
    """Whether a line is a heading with nothing right above it."""
    return _HEADING.match(lines[at]) is not None and not (at and lines[at - 1].strip())


def _walk(lines: list[str], heads_found: list[Line | None]) -> Read:
    """The lines as speech, each under the last line that said who speaks."""
    preface: list[str] = []
    said: list[Said] = []
    headings = 0
    clock: float | None = None
    current: Line | None = None
    body: list[str] = []
    for line, found in zip(lines, heads_found, strict=True):
        if found:
            said.extend(_said(current, body))
            current, body = found._replace(start=clock if found.start is None else found.start), []
            clock = None
        elif (mark := _clock(line)) is not None:
            clock = mark
        elif current is None:
            preface.append(line)
        elif _HEADING.match(line):
            headings += 1
        elif not _RULE.match(line):
            body.append(line)
    said.extend(_said(current, body))
    return Read(preface, [*_spoken_before(preface), *said], headings)


def _clock(line: str) -> float | None:
    """Seconds of a line that holds a time and nothing else, as Meet sets one every five minutes."""
    if len(line) > 60:
        return None
    heading = _HEADING.match(line)
    found = heads.CLOCK_LINE.match((heading["words"] if heading else line).strip(" #\u00a0"))
    return seconds(found["start"]) if found else None


def _spoken_before(preface: list[str]) -> Iterator[Said]:
    """Lines such as `Topic: budget` that were typed above the first speech."""
    for line in preface:
        found = labels.cut(line.strip())
        if found and found.text and found.name.casefold() in TOPICS - FIELDS:
            yield Said(None, line.strip(), fresh=True)


def _said(head: Line | None, body: list[str]) -> Iterator[Said]:
    """One piece of the words of a line and of the lines below it."""
    if head is not None:
        text = fold([head.text, *body])
        if text:
            yield Said(head.name, text, head.start, head.end)


def fold(lines: list[str]) -> str:
    """Lines as text: wrapped lines in one, paragraphs and typed points each on a line."""
    parts: list[list[str]] = []
    apart = True
    for line in lines:
        bare = heads.spoken(squeezed(line))
        own = bool(bare) and (_OWN_LINE.match(bare) is not None or _noted(bare))
        if not bare or own or apart:
            if bare:
                parts.append([bare])
            apart = not bare or (own and _noted(bare))
        else:
            parts[-1].append(bare)
    return "\n".join(" ".join(part) for part in parts)


def _noted(line: str) -> bool:
    """Whether a line begins as typed notes do, `Action: call the printer`, or with a link."""
    found = labels.cut(line)
    return line.startswith(("http://", "https://")) or (found is not None and found.name.casefold() in NEVER)


def _glue(said: list[Said]) -> str:
    """A space where the text is punctuated, a line break where somebody typed without."""
    ended = sum(1 for piece in said if piece.text.endswith(_SENTENCE_END))
    return " " if ended * 2 >= len(said) else "\n"


def _unnamed(lines: list[str]) -> Read:
    """The lines of a text that names nobody: each paragraph for itself, and above them what is a header."""
    first = _header_end(lines)
    said: list[Said] = []
    body: list[str] = []
    for line in [*lines[first:], ""]:
        if line.strip():
            body.append(line)
        elif body:
            said.append(Said(None, fold(body), fresh=True))
            body = []
    return Read(lines[:first], said)


def _is_field(line: str) -> bool:
    """Whether a line above the speech says something of the meeting; typed points only where they name it."""
    found = headers.field(line)
    return found is not None and (found[0] in TAKEN or not _OWN_LINE.match(line.strip()))


def _header_end(lines: list[str]) -> int:
    """How many lines at the top are fields, headings and rules, or a title above fields."""
    first = 0
    filled = [(at, line) for at, line in enumerate(lines[:60]) if line.strip()]
    for number, (at, line) in enumerate(filled):
        titled = number == 0 and len(filled) > 1 and headers.field(filled[1][1]) is not None
        if not (titled or _is_field(line) or _HEADING.match(line) or _RULE.match(line)):
            break
        first = at + 1
    return first
