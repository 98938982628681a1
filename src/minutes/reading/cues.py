"""The cue reader that all captions share: blocks under a line of times, whoever wrote the times and however."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from minutes.reading import labels
from minutes.reading.base import Draft, Said
from minutes.reading.clocks import CLOCK, seconds
from minutes.reading.decoding import squeezed

_MINUS = r"[-−]?"
ARROW = re.compile(rf"^\s*{_MINUS}(?P<start>{CLOCK})\s*(?:-{{1,3}}>|[–—→]|—>|–>)\s*{_MINUS}(?P<end>{CLOCK})(?:\s.*)?$")
"""A line of times, also with the arrows that word processors make of `-->`."""
COMMA = re.compile(rf"^\s*(?P<start>{CLOCK}),(?P<end>{CLOCK})\s*$")
"""A line of times as SBV has it."""
_ODD = re.compile(r"^\s*(?=[^A-Za-z]{5,60}$)[-−\d:.,]{4,20}\s*(?:-{1,3}>|[–—→])\s*[-−\d:.,]{4,20}\s*$")
_STRAY = re.compile(r"^\s*\d[^\s>]{3,19}\s*-->\s*\S{4,40}(?:\s|$)")
"""Times with a stray character in them."""
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,60})?[ \t]+(?P<name>[^>\n]{1,120})>")
_TAG = re.compile(
    r"</?(?:c|i|b|u|v|lang|ruby|rt|font|span|em|strong)(?:\.[\w.-]{0,60})?(?:\s[^<>\n]{0,120})?>|<(?:\d{1,4}:)?\d{1,3}:\d\d[.,]\d{1,3}>|\{\\[^{}\n]{0,60}\}",
    re.IGNORECASE,
)
_WEBEX = re.compile(r'^\s*\d{1,9}\s+"(?P<name>[^"\n]{1,80})"\s*(?:\(\d{1,20}\))?\s*$')


_FIRST = 2_000
"""Cues that show whether captions roll."""


class Cue(NamedTuple):
    """A block of captions."""

    start: float | None
    end: float | None
    lines: tuple[str, ...]
    voice: str | None = None
    """Who speaks, where the file says it beside the lines."""
    times: str = ""
    """The line above, as it is written."""


def split(text: str, times: re.Pattern[str]) -> Iterator[Cue]:
    """The cues of a text. The lines up to the next times are speech, but not the id above these."""
    lines = text.split("\n")
    found = {
        at: _times(line, times)
        for at, line in enumerate(lines)
        if (line[:1] in "0123456789 \t-−" or line[:1].isdecimal()) and ":" in line[:40]
    }
    heads = {at: match for at, match in found.items() if match}
    for at, until in pairwise([*heads, len(lines)]):
        last = until if until == len(lines) else _without_id(lines, at + 1, until)
        match = heads[at]
        start, end = (_clock(match, "start"), _clock(match, "end")) if match and match.re is times else (None, None)
        webex = _WEBEX.match(lines[at - 1]) if at and '"' in lines[at - 1] else None
        voice = webex["name"] if webex else None
        yield Cue(start, end, tuple(_speech_lines(lines[at + 1 : last])), voice, lines[at])


def _times(line: str, times: re.Pattern[str]) -> re.Match[str] | None:
    return times.match(line) or _ODD.match(line[:80]) or _STRAY.match(line[:80])


def _clock(found: re.Match[str], side: str) -> float | None:
    """Seconds of one side of a line of times; None below zero."""
    at = found.start(side)
    if at and found.string[at - 1] in "-−":
        return None
    clock = found[side]
    if len(clock) == 12 and clock[2] == clock[5] == ":":  # 00:01:02.345, of digits as the pattern has matched
        return (int(clock[:2]) * 3600000 + int(clock[3:5]) * 60000 + int(clock[6:8] + clock[9:])) / 1000
    return seconds(clock)


def _without_id(lines: list[str], first: int, until: int) -> int:
    """Where the speech of a cue ends, when the lines up to `until` are followed by the times of the next one."""
    last = until - 1
    while last >= first and not lines[last].strip():
        last -= 1
    if last < first:
        return until
    if lines[last].strip().isdecimal():
        return last
    alone = last == until - 1 and last > first and not lines[last - 1].strip()
    return last if alone and any(line.strip() for line in lines[first:last]) else until


def _speech_lines(lines: list[str]) -> Iterator[str]:
    """The lines of a cue up to the next comment, without blank ones."""
    if len(lines) == 2 and not lines[1].strip():  # a line of speech and a blank one, as nearly all are
        lines = lines[:1]
    note = False
    for at, line in enumerate(lines):
        bare = line.strip()
        if not bare:
            note = False
        elif (note := note or (bool(at) and not lines[at - 1].strip() and _is_note(bare))) is False:
            yield line


def _is_note(line: str) -> bool:
    return line in ("NOTE", "STYLE", "REGION") or line.startswith("NOTE ")


def speech(cues: Iterable[Cue], *, escaped: bool = False, people: tuple[str, ...] = ()) -> Draft:
    """The draft of captions: voices from tags, ids and names in front, rolling lines once."""
    listed = [cue for cue in cues if cue.lines]
    rolling = _rolls(listed)
    if rolling:
        listed = list(_unrolled(listed))
    parts = [(cue, part) for cue in listed for part in _voices(cue, escaped)]
    names = labels.trusted((line for _, part in parts for line in _spoken_lines(part)), people=people)
    said: list[Said] = []
    for cue, part in parts:
        said.extend(_named(cue, part, names))
    remarks = ("Rolling captions were read once each.",) if rolling else ()
    return Draft(tuple(_carried(said, parts)), remarks=remarks)


class _Part(NamedTuple):
    """Words of one cue under one voice tag, or under none."""

    name: str | None
    text: str


def _voices(cue: Cue, escaped: bool) -> Iterator[_Part]:
    """The parts of a cue, one a voice tag."""
    text = cue.lines[0] if len(cue.lines) == 1 else "\n".join(cue.lines)
    if text.startswith('{"') and (said := _object(text)):
        yield said
        return
    voices = list(_VOICE.finditer(text)) if "<v" in text else []
    lead = text[: voices[0].start()] if voices else text
    if lead.strip():
        yield _Part(cue.voice, _plain(lead, escaped))
    for at, voice in enumerate(voices):
        until = voices[at + 1].start() if at + 1 < len(voices) else len(text)
        words = _plain(text[voice.end() : until], escaped)
        if words:
            yield _Part(unescape(voice["name"]), words)


def _object(text: str) -> _Part | None:
    """The part in a cue that is an object, as Teams writes them for programs."""
    try:
        found = json.loads(text)
        return _Part(found.get("speakerName") or None, str(found["spokenText"]).strip())
    except (ValueError, KeyError, RecursionError, AttributeError):
        return None


def _spoken_lines(part: _Part) -> list[str]:
    """The lines of a part that may begin with a name: none under a voice tag."""
    return [] if part.name is not None else part.text.split("\n")


def _plain(text: str, escaped: bool) -> str:
    """The words without the tags of captions; other angle brackets are words."""
    text = _TAG.sub("", text) if "<" in text or "{" in text else text
    text = unescape(text) if "&" in text and (escaped or "&amp;" in text or "&lt;" in text or "&#" in text) else text
    text = text.replace("\u00a0", " ")
    return "\n".join(line.strip() for line in text.split("\n") if line.strip()) if "\n" in text else text.strip()


def _named(cue: Cue, part: _Part, names: labels.Trusted) -> Iterator[Said]:
    """The pieces of a part: one a line that begins with a name or a dash, wrapped lines together."""
    if part.name is not None:
        words = part.text.replace("\n", " ")
        found = labels.cut(words)
        if found and labels.same(found.name, part.name):
            words = found.text
        yield Said(part.name, _one_line(words), cue.start, cue.end)
        return
    if "\n" not in part.text and not part.text.startswith(("-", "–", "—", ">")):  # as nearly all are
        found = names.split(part.text)
        words = found.text if found else part.text
        if words:
            yield Said(found.name if found else None, _one_line(words), cue.start, cue.end, False)
        return
    name: str | None = None
    fresh = False
    run: list[str] = []
    for line in part.text.split("\n"):
        found = names.split(line)
        dash = (
            line.startswith(("- ", "– ", "— ", ">> ")) and part.text.count("\n" + line[:2]) + line.startswith("- ") > 0
        )
        if found or dash or line == "-":
            if run:
                yield Said(name, _one_line(" ".join(run)), cue.start, cue.end, fresh)
            name, words = (found.name, found.text) if found else (None, line[2:].strip(" >"))
            fresh, run = name is None, [words] if words else []
        else:
            run.append(line)
    if run:
        yield Said(name, _one_line(" ".join(run)), cue.start, cue.end, fresh)


def _one_line(text: str) -> str:
    return squeezed(text)


def _carried(said: list[Said], parts: list[tuple[Cue, _Part]]) -> Iterator[Said]:
    """The pieces with the last name carried on, where the file names speakers in front and only when they change."""
    tagged = any(part.name is not None for _, part in parts)
    closed = tagged and any("</v" in line for cue, _ in parts for line in cue.lines)
    last: str | None = None
    for piece in said:
        if piece.speaker is None and not piece.fresh and not closed:
            piece = piece._replace(speaker=last)
        last = None if piece.fresh and piece.speaker is None else piece.speaker
        yield piece


def _rolls(cues: list[Cue]) -> bool:
    """Whether captions roll: most cues begin with a line of the cue before."""
    shared = Counter[bool]()
    for before, after in pairwise(cues[:_FIRST]):
        if before[:2] != after[:2]:
            shared[_bare(after.lines[0]) in map(_bare, before.lines)] += 1
    return shared.total() > 1 and shared[True] * 2 >= shared.total()


def _bare(line: str) -> str:
    return " ".join(_TAG.sub("", line).split())


def _unrolled(cues: list[Cue]) -> Iterator[Cue]:
    """The cues without the lines that the cue before them has shown."""
    shown: set[str] = set()
    for cue in cues:
        lines = tuple(line for line in cue.lines if _bare(line) and _bare(line) not in shown)
        shown = {_bare(line) for line in cue.lines}
        if lines:
            yield cue._replace(lines=lines)
