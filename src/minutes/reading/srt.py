"""SubRip captions, as players, podcasts and Whisper write them."""

from __future__ import annotations

import re

from minutes.reading import cues
from minutes.reading.base import Draft, Page, Reader

_UNPADDED = re.compile(r"^\s*\d{1,3}:(?:\d:|\d\d:\d\b)")
"""Times of old Teams documents, 0:0:1.510, which stand above a name."""


def sniff(page: Page) -> float:
    """Sure where a line of times comes early and no signature says that it is WebVTT."""
    times = (line for line in page.text[:4000].split("\n")[:40] if len(line) < 400 and cues.ARROW.match(line))
    first = next(times, None)
    return 0.0 if first is None or _UNPADDED.match(first) else 0.8


def parse(page: Page) -> Draft:
    """One piece a cue, or several where several speak in it."""
    return cues.speech(cues.split(page.text, cues.ARROW), people=page.people)


READER = Reader(
    "srt",
    (".srt",),
    "SubRip captions: podcasts, Whisper, Premiere, Otter",
    sniff,
    parse,
    unverified=("Otter", "WhisperX"),
)
