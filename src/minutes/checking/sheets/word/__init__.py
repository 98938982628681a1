"""Word files, whichever program saved them last: styles by their names, words in the margin by their comments."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from minutes.checking.sheets.approvals import approval
from minutes.checking.sheets.headings import caption, heading
from minutes.checking.sheets.quoting import unquoted
from minutes.checking.sheets.sheet import Sheet, sheet
from minutes.checking.sheets.word.grids import Grid, Line, flow
from minutes.checking.sheets.word.margin import Margin
from minutes.checking.sheets.word.package import Package, W, opened
from minutes.checking.sheets.word.paragraphs import Paragraphs
from minutes.checking.sheets.word.properties import beside, links
from minutes.checking.sheets.word.signed import Signed
from minutes.writing.blocks import Block, Bullets, Facts, Heading, Mark, Quote, Title

Parts = deque[Line | Grid]


def read(data: bytes) -> Sheet:
    """The page with all tracked changes accepted."""
    package = opened(data)
    paragraphs = Paragraphs(_styles(package), _targets(package))
    margin = Margin(package, paragraphs)
    blocks = tuple(_blocks(deque(flow(package.body, paragraphs)), Signed(margin)))
    extras = [*beside(package, paragraphs), *margin.extras()]
    return sheet("docx", blocks, (*extras, *paragraphs.extras), (*paragraphs.links, *links(package)))


def _styles(package: Package) -> dict[str, str]:
    """The names of the styles by what the file calls them."""
    found = (style for tree in package.parts("word/styles.xml") for style in tree.iter(f"{W}style"))
    names = ((style.get(f"{W}styleId"), style.find(f"{W}name")) for style in found)
    return {str(key): str(name.get(f"{W}val")).casefold() for key, name in names if name is not None}


def _targets(package: Package) -> dict[str, str]:
    """Where the links of the document lead, by what it calls them."""
    found = (one for tree in package.parts("word/_rels/document.xml.rels") for one in tree)
    return {str(one.get("Id")): str(one.get("Target")) for one in found if one.get("TargetMode") == "External"}


def _blocks(rest: Parts, signed: Signed) -> Iterator[Block]:
    above: Heading | None = None
    while rest:
        part = rest.popleft()
        if isinstance(part, Grid):
            yield signed.table(part, caption(above))
        elif found := re.fullmatch("heading ([1-9])", part.style):
            # The page's own title is no heading in Word, so its sections are headings of the first level.
            above = heading(int(found[1]) + 1, part.text)
            yield above
        else:
            yield _block(part, rest, signed)


def _block(line: Line, rest: Parts, signed: Signed) -> Block:
    """A line, together with those below it that belong to it."""
    block: Block
    match line.style:
        case "title":
            block = Title(line.text)
        case "subtitle" if below := _taken(rest, "title"):
            block = Title(below[0].text, line.text)
        case "mark" | "mark adopted":
            block = Mark(line.text)
        case "fact":
            block = Facts(tuple(map(signed.fact, (line, *_taken(rest, "fact", len(rest))))))
        case "quote":
            block = Quote(unquoted(line.text), "".join(below.text for below in _taken(rest, "quote credit")))
        case style if style.startswith("list"):
            block = Bullets(tuple(map(signed.item, (line, *_taken(rest, "list", len(rest))))))
        case _:
            block = approval(line.text) or signed.paragraph(line)
    return block


def _taken(rest: Parts, style: str, most: int = 1) -> list[Line]:
    """The next lines, as long as their style begins like this."""
    found: list[Line] = []
    while rest and len(found) < most and isinstance(rest[0], Line) and rest[0].style.startswith(style):
        found.append(rest[0])
        rest.popleft()
    return found
