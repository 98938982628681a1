"""Plain text and Markdown: `Name: text`, and name and time on one line with the speech below."""

from __future__ import annotations

from minutes.reading import blocks
from minutes.reading.base import Draft, Page, Reader


def sniff(page: Page) -> float:
    """Any text may be one; every other reader that knows its format comes first."""
    return 0.1 if page.text.strip() else 0.0


def parse(page: Page) -> Draft:
    """The speech of a text whose lines say who speaks, or of one that names nobody."""
    return blocks.draft(page.text.split("\n"), page.people)


READER = Reader(
    "text",
    (".txt", ".md", ".markdown", ".text"),
    "Plain text and Markdown: Name: text, Google Meet, Gemini, Otter, Rev, Riverside, Fathom, Fireflies, Granola, "
    "tl;dv, Plaud, Read.ai, Trint, Sonix, HappyScribe, Descript, Premiere, Zoom captions, council and Hansard style",
    sniff,
    parse,
    unverified=(
        "Fathom",
        "Fireflies",
        "Gemini",
        "Granola",
        "HappyScribe",
        "Plaud",
        "Premiere",
        "Read.ai",
        "Rev header",
        "Sonix",
        "tl;dv",
        "Trint",
        "TranscripTonic",
    ),
)
