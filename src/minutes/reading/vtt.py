"""WebVTT captions, as Zoom, Teams, Webex, YouTube and Whisper write them."""

from __future__ import annotations

import re

from minutes.errors import NotATranscript
from minutes.reading import cues
from minutes.reading.base import Draft, Page, Reader, counted
from minutes.reading.decoding import decode

_CLOCK = r"(?:\d{1,9}:)?[0-5]\d:[0-5]\d\.\d{3}"
_STANDARD = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}(?!\d)")
"""A line of times as the standard wants it."""
_START = re.compile(r"[^>–—→]{0,60}")
_NUMBER = re.compile(r"\d{1,20}")
_SIGNED = re.compile(rb"(?:\xef\xbb\xbf)?WEBVTT")
_NO_SPACE = re.compile(rb"\x00+|(?<=-->)\x0b+")
"""What cleaning a text takes for nothing or for a space, but the standard for a character that breaks times."""


def sniff(page: Page) -> float:
    """Sure where the first line says so."""
    return 0.95 if page.text.lstrip()[:6] == "WEBVTT" else 0.0


def parse(page: Page) -> Draft:
    """One piece a cue, or several where several speak in it."""
    kept, remarks = believed(list(cues.split(text(page), cues.ARROW)))
    draft = cues.speech(kept, escaped=True, people=page.people)
    if not draft.said:
        todo = "mend the lines of times" if remarks else "check that captions stand under the times"
        raise NotATranscript("no speech found in it", todo=todo)
    first = page.text.lstrip().split("\n", 1)[0]
    odd = first != "WEBVTT" and first[6:7] not in (" ", "\t")
    told = ("The first line is not quite WEBVTT.",) if odd else ()
    return draft._replace(remarks=draft.remarks + told + remarks)


def text(page: Page) -> str:
    """The text, with a sign that nothing can be read for each character that the standard cannot read."""
    data = page.data.rstrip(b"\x00")  # a disk fills the end of a broken file with zeros
    if not _SIGNED.match(data) or not (b"\x00" in data or b"-->\x0b" in data):
        return page.text
    return decode(_NO_SPACE.sub("\N{REPLACEMENT CHARACTER}".encode(), data))[0]


def believed(found: list[cues.Cue]) -> tuple[list[cues.Cue], tuple[str, ...]]:
    """The cues, without those that the standard refuses where these are no tool's own way to write times.

    Such clocks go on from line to line, as those of a recording do; broken ones stand anywhere.
    """
    refused = {at for at, cue in enumerate(found) if not _STANDARD.match(cue.times)}
    follow = [at for at in refused if at]
    if sum(_goes_on(found[at - 1], found[at]) for at in follow) * 2 >= len(follow):
        return found, ()
    lost = [cue.times.strip()[:60] for at, cue in enumerate(found) if at in refused and cue.lines]
    remarks = counted(len(lost), "cue", f"were left out, as the times are broken: {', '.join(lost[:3])}.")
    return [cue for at, cue in enumerate(found) if at not in refused], remarks


def _goes_on(before: cues.Cue, cue: cues.Cue) -> bool:
    return [] != _clock(cue) >= _clock(before)


def _clock(cue: cues.Cue) -> list[int]:
    """The numbers that a cue's start is written with, however that is; noughts at the end say nothing."""
    start = _START.match(cue.times)
    numbers = [int(number) for number in _NUMBER.findall(start[0])] if start else []
    while numbers and not numbers[-1]:
        numbers.pop()
    return numbers


READER = Reader(
    "vtt",
    (".vtt",),
    "WebVTT captions: Zoom, Teams, Webex, YouTube, Whisper",
    sniff,
    parse,
    unverified=("Webex", "WhisperX", "Stream (old Teams)", "Teams Graph"),
)
