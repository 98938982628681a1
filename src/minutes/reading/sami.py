"""SAMI captions, as Windows players and Korean sites have them: what is shown from each time on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from minutes.reading import cues
from minutes.reading.base import Draft, Page, Reader, counted
from minutes.reading.cues import Cue

_SYNC = re.compile(r"<SYNC\s[^<>]{0,100}?Start\s?=\s?[\"']?(\d{1,12})[^<>]{0,100}>", re.IGNORECASE)
_TITLE = re.compile(r"<TITLE>([^<>]{1,200})</TITLE>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<P(\s[^<>]{0,200})?>", re.IGNORECASE)
_CLASS = re.compile(r"\bClass\s?=\s?[\"']?(\w{1,60})", re.IGNORECASE)
_SOURCE = re.compile(r"\bID\s?=\s?[\"']?Source\b", re.IGNORECASE)
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{1,300}>")


def sniff(page: Page) -> float:
    """Sure where the root of the file is `SAMI`."""
    return 0.95 if page.text.lstrip()[:5].upper() == "<SAMI" else 0.0


def parse(page: Page) -> Draft:
    """One piece a time, in one language: English where there is some, or the one that most is in."""
    shown = list(_shown(page.text))
    languages = Counter(language for language, _ in shown)
    chosen = max(languages, key=lambda name: (name.startswith("en"), languages[name]), default="")
    draft = cues.speech((cue for language, cue in shown if language == chosen), escaped=True, people=page.people)
    others = counted(len(languages) - 1, "other language", "were left out.")
    title = _TITLE.search(page.text[:4000])
    return draft._replace(title=title[1].strip() if title else None, remarks=draft.remarks + others)


def _shown(text: str) -> Iterator[tuple[str, Cue]]:
    """Each caption with the class of its language; it ends where the next time begins."""
    parts = _SYNC.split(text)
    starts = [int(start) / 1000 for start in parts[1::2]]
    for start, end, body in zip(starts, [*starts, None][1:], parts[2::2], strict=True):
        name = None
        _, *paragraphs = _PARAGRAPH.split(body)
        for marks, words in zip(paragraphs[::2], paragraphs[1::2], strict=True):
            lines = tuple(_lines(words))
            if _SOURCE.search(marks or ""):
                name = " ".join(lines) or None
            elif lines:
                language = _CLASS.search(marks or "")
                yield language[1].lower() if language else "", Cue(start, end, lines, name)


def _lines(words: str) -> Iterator[str]:
    """The lines of a paragraph without tags; line ends of the file are spaces."""
    for line in _BREAK.sub("\0", words).replace("\n", " ").split("\0"):
        bare = _TAG.sub("", line).replace("&nbsp;", " ").strip()
        if bare:
            yield bare


READER = Reader("sami", (".smi", ".sami"), "SAMI captions", sniff, parse, verified=False)
