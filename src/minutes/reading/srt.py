"""SubRip captions, as players, podcasts and Whisper write them."""

from __future__ import annotations

from minutes.reading import cues
from minutes.reading.base import Draft, Page, Reader


def sniff(page: Page) -> float:
    """Sure where a line of times comes early and no signature says that it is WebVTT."""
    head = page.text[:4000].split("\n")
    return 0.8 if any(len(line) < 400 and cues.ARROW.match(line) for line in head[:40]) else 0.0


def parse(page: Page) -> Draft:
    """One piece a cue, or several where several speak in it."""
    return cues.speech(cues.split(page.text, cues.ARROW))


READER = Reader("srt", (".srt",), "SubRip captions: podcasts, Whisper, Premiere, Otter", sniff, parse)
