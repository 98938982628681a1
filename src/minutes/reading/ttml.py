"""TTML captions (DFXP, IMSC): paragraphs with times, and agents who speak them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from minutes.errors import BrokenFile, NotATranscript
from minutes.reading import cues
from minutes.reading.base import Draft, Page, Reader
from minutes.reading.clocks import seconds
from minutes.reading.cues import Cue

_ROOT = re.compile(r"<(?:\w+:)?tt[\s>]")
_UNITS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
_OFFSET = re.compile(r"^(\d{1,9}(?:\.\d{1,9})?)(h|ms|m|s)$")
_FRAMES = re.compile(r"^(\d\d:\d\d:\d\d):\d\d$")


def sniff(page: Page) -> float:
    """Sure where the root of the file is `tt`."""
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
    for element in root.iter():
        if _tag(element) == "p":
            start, end = _time(element.get("begin")), _time(element.get("end"))
            lasted = _time(element.get("dur"))
            if end is None and start is not None and lasted is not None:
                end = start + lasted
            lines = tuple(line for line in "".join(_words(element)).split("\n") if line.strip())
            yield Cue(start, end, lines, names.get(_agent(element) or ""))


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


def _time(told: str | None) -> float | None:
    """Seconds of `00:00:03.200`, `3.2s` or `00:00:03:12` (frames are left aside)."""
    if not told:
        return None
    offset = _OFFSET.match(told.strip())
    if offset:
        return round(float(offset[1]) * _UNITS[offset[2]], 3)
    frames = _FRAMES.match(told.strip())
    return seconds(frames[1] if frames else told)


READER = Reader("ttml", (".ttml", ".dfxp", ".xml"), "TTML captions", sniff, parse, verified=False)
