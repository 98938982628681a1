"""WebVTT captions, as Zoom, Teams, Webex, YouTube and Whisper write them."""

from __future__ import annotations

from minutes.errors import NotATranscript
from minutes.reading import cues
from minutes.reading.base import Draft, Page, Reader


def sniff(page: Page) -> float:
    """Sure where the first line says so."""
    return 0.95 if page.text.lstrip()[:6] == "WEBVTT" else 0.0


def parse(page: Page) -> Draft:
    """One piece a cue, or several where several speak in it."""
    draft = cues.speech(cues.split(page.text, cues.ARROW), escaped=True, people=page.people)
    if not draft.said:
        raise NotATranscript("no speech found in it", todo="check that captions stand under the times")
    first = page.text.lstrip().split("\n", 1)[0]
    odd = first != "WEBVTT" and first[6:7] not in (" ", "\t")
    return draft._replace(remarks=draft.remarks + (("The first line is not quite WEBVTT.",) if odd else ()))


READER = Reader(
    "vtt",
    (".vtt",),
    "WebVTT captions: Zoom, Teams, Webex, YouTube, Whisper",
    sniff,
    parse,
    unverified=("Webex", "WhisperX", "Stream (old Teams)", "Teams Graph"),
)
