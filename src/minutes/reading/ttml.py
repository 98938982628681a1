"""TTML captions (DFXP, IMSC) and what YouTube makes like them: paragraphs with times, and agents who speak them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from minutes.errors import BrokenFile, NotATranscript
from minutes.reading import cues
from minutes.reading.base import Draft, Page, Reader
from minutes.reading.clocks import seconds
from minutes.reading.cues import Cue

_ROOT = re.compile(r"<(?:\w+:)?tt[\s>]|<(?:timedtext|transcript)\b[^>]{0,200}>\s*<(?:head|body|text)\b")
_UNITS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
_OFFSET = re.compile(r"^(\d{1,15}(?:\.\d{1,9})?)(h|ms|m|s|t)$")


def sniff(page: Page) -> float:
    """Sure where the root of the file is `tt`, or that of YouTube."""
    return 0.95 if page.text.lstrip().startswith("<") and _ROOT.search(page.text[:3000]) else 0.0


def parse(page: Page) -> Draft:
    """One piece a paragraph."""
    if "<!ENTITY" in page.text:
        raise NotATranscript("declares entities, which can pull in other files", todo="remove its DOCTYPE")
    try:
        root = ElementTree.fromstring(re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", page.text))
    except ElementTree.ParseError as error:
        line, column = error.position
        raise BrokenFile("not valid XML", place=f"line {line}, column {column + 1}", todo="export it again") from None
    title = next((element.text for element in root.iter() if _tag(element) == "title" and element.text), None)
    return cues.speech(_cues(root), people=page.people)._replace(title=title)


def _cues(root: ElementTree.Element) -> Iterator[Cue]:
    names = dict(_agents(root))
    rate = next((value for name, value in root.attrib.items() if name.endswith("}tickRate")), "1")
    ticks = int(rate) if rate.isdecimal() and int(rate) > 0 else 1
    for element in root.iter():
        if _tag(element) in ("p", "text"):
            start, end, lasted = _times(element, ticks)
            if end is None and start is not None and lasted is not None:
                end = start + lasted
            lines = tuple(line for line in "".join(_words(element)).split("\n") if line.strip())
            yield Cue(start, end, lines, names.get(_agent(element) or ""))


def _times(element: ElementTree.Element, ticks: int) -> tuple[float | None, float | None, float | None]:
    """Start, end and length of a paragraph; YouTube has milliseconds under `t` and `d`, or seconds under `start`."""
    if element.get("t"):
        start, lasted = (_time(f"{element.get(key)}ms") for key in ("t", "d"))
        return start, None, lasted
    if element.get("start"):
        start, lasted = (_time(f"{element.get(key)}s") for key in ("start", "dur"))
        return start, None, lasted
    start, end, lasted = (_time(element.get(key), ticks) for key in ("begin", "end", "dur"))
    return start, end, lasted


def _agents(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """The id and the name of each agent."""
    for element in root.iter():
        if _tag(element) == "agent":
            key = next((value for name, value in element.attrib.items() if name.endswith("}id")), "")
            name = next((child.text for child in element if _tag(child) == "name" and child.text), key)
            yield key, name.strip()


def _agent(element: ElementTree.Element) -> str | None:
    """The agent of a paragraph, or of the first piece in it that has one."""
    found = (value for inner in element.iter() for name, value in inner.attrib.items() if name.endswith("}agent"))
    return next((value.split()[0] for value in found if value.strip()), None)


def _words(element: ElementTree.Element) -> Iterator[str]:
    """The words of a paragraph; line ends of the file are spaces, `br` is a line end."""
    yield " ".join((element.text or "").split()) if (element.text or "").strip() else ""
    for child in element:
        if _tag(child) == "br":
            yield "\n"
        elif _tag(child) != "metadata":
            yield " "
            yield from _words(child)
        tail = " ".join((child.tail or "").split())
        yield f" {tail}" if tail else ""


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _time(told: str | None, ticks: int = 1) -> float | None:
    """Seconds of `00:00:03.200`, `3.2s`, `32000000t` (ticks) or `00:00:03:12` (frames are left aside)."""
    if not told:
        return None
    offset = _OFFSET.match(told.strip())
    if offset:
        return round(float(offset[1]) * _UNITS.get(offset[2], 1 / ticks), 3)
    return seconds(told)


READER = Reader(
    "ttml", (".ttml", ".dfxp", ".xml"), "TTML captions, timed text of YouTube", sniff, parse, verified=False
)
