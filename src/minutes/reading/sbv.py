"""SubViewer captions, as YouTube and Google Meet extensions write them."""

from __future__ import annotations

from minutes.reading import cues
from minutes.reading.base import Draft, Page, Reader


def sniff(page: Page) -> float:
    """Sure where one of the first lines is two times with a comma between them."""
    return 0.8 if any(len(line) < 60 and cues.COMMA.match(line) for line in page.text[:2000].split("\n")[:10]) else 0.0


def parse(page: Page) -> Draft:
    """One piece a cue, or several where several speak in it."""
    return cues.speech(cues.split(page.text, cues.COMMA), people=page.people)


READER = Reader(
    "sbv",
    (".sbv",),
    "SubViewer captions: YouTube, Google Meet captions",
    sniff,
    parse,
    unverified=("Google Meet captions",),
)
