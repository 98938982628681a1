"""Advanced SubStation captions: one line a cue, with a field for who speaks."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.reading import cues
from minutes.reading.base import Draft, Page, Reader
from minutes.reading.clocks import seconds
from minutes.reading.cues import Cue


def sniff(page: Page) -> float:
    """Sure where the first section is named as such files name it."""
    return 0.95 if page.text.lstrip()[:13].lower() == "[script info]" else 0.0


def parse(page: Page) -> Draft:
    """One piece a line of dialogue."""
    title = next((line[6:].strip() for line in page.text[:4000].split("\n") if line.startswith("Title:")), None)
    return cues.speech(_cues(page.text), people=page.people)._replace(title=title or None)


def _cues(text: str) -> Iterator[Cue]:
    fields = ["layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text"]
    for line in text.split("\n"):
        kind, _, rest = line.partition(":")
        if kind == "Format" and "Start" in rest:
            fields = [field.strip().lower() for field in rest.split(",")]
        elif kind == "Dialogue":
            cells = dict(zip(fields, rest.split(",", len(fields) - 1), strict=False))
            words = cells.get("text", "").replace("\\N", "\n").replace("\\n", "\n").replace("\\h", " ")
            name = cells.get("name", "").strip() or None
            yield Cue(seconds(cells.get("start", "")), seconds(cells.get("end", "")), tuple(words.split("\n")), name)


READER = Reader("ass", (".ass", ".ssa"), "Advanced SubStation captions", sniff, parse, verified=False)
