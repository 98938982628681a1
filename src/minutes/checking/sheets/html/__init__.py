"""Web pages: what their elements show, whatever a browser or an editor has put around it."""

from __future__ import annotations

from dataclasses import replace

from minutes.checking.sheets.approvals import approval
from minutes.checking.sheets.headings import caption, heading
from minutes.checking.sheets.html.attributes import links, unshown
from minutes.checking.sheets.html.elements import bullets, cited, facts, quote, table, unfolded
from minutes.checking.sheets.html.furniture import furniture
from minutes.checking.sheets.html.tags import BLOCKS, Element, classes, line, pieces, text
from minutes.checking.sheets.sheet import Sheet, sheet
from minutes.errors import BrokenFile
from minutes.writing.blocks import Block, Heading, Mark, Paragraph, Said, Title


def read(page: str) -> Sheet:
    """The page as a browser shows it with everything unfolded."""
    root = _root(page)
    reading = _Reading()
    reading.within(root)
    return sheet("html", reading.blocks, (*unshown(root), *furniture(root)), links(root))


def _root(page: str) -> Element:
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8")
    try:
        root: Element = document_fromstring(page.encode(), parser=parser)
    except (LxmlError, ValueError):
        raise BrokenFile("a web page with nothing in it", todo="write the page again") from None
    fatal = next((error for error in parser.error_log if error.level_name == "FATAL"), None)
    if fatal:  # whatever comes after it is lost
        raise BrokenFile("cannot be read to its end", place=f"line {fatal.line}", todo="write the page again")
    return root


class _Reading:
    """The blocks of a page so far."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._group: Paragraph | None = None
        """The line that is the group of the title, if a title comes next."""

    def within(self, element: Element) -> None:
        """All that the element holds; text that stands in no paragraph is one."""
        loose = [element.text or ""]
        for child in element:
            if child.tag in BLOCKS:
                self._add_text("".join(loose))
                loose = []
                self._element(child)
            elif isinstance(child.tag, str) and "skip" not in classes(child):
                loose.append(pieces(child))
            loose.append(child.tail or "")
        self._add_text("".join(loose))

    def _element(self, element: Element) -> None:
        """The block that an element is, or all those in it."""
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._heading(int(element.tag[1]), text(element))
            case "p" if not any(child.tag in BLOCKS for child in element):
                self._paragraph(element)
            case "details":
                self._rest(unfolded(element))
            case "dl":
                self.blocks.append(facts(element))
            case "ul" | "ol":
                self.blocks.append(bullets(element))
            case "table":
                self.blocks.append(table(element, self._caption()))
            case "figure":
                self.blocks.append(quote(element))
            case "nav" | "footer" | "title" | "script" | "style":
                pass
            case _:
                self.within(element)

    def _heading(self, level: int, told: str) -> None:
        if level > 1 or any(isinstance(block, Title) for block in self.blocks):
            self.blocks.append(heading(level, told))
        elif self.blocks and self.blocks[-1] is self._group:
            self.blocks[-1] = Title(told, self._group.text)
        else:
            self.blocks.append(Title(told))

    def _paragraph(self, element: Element) -> None:
        if "mark" in classes(element):
            self.blocks.append(Mark(text(element)))
        elif "cited" in classes(element):
            self._rest(cited(element))
        else:
            self._told(element)

    def _told(self, element: Element) -> None:
        self._add_text(text(element))
        if "group" in classes(element) and self.blocks and isinstance(self.blocks[-1], Paragraph):
            self._group = self.blocks[-1]

    def _rest(self, said: tuple[Said, ...]) -> None:
        """What the paragraph above rests on."""
        above = self.blocks[-1] if self.blocks else None
        if isinstance(above, Paragraph) and not above.said:
            self.blocks[-1] = replace(above, said=said)
        else:
            self.blocks.append(Paragraph("", said))

    def _caption(self) -> str:
        return caption(next((block for block in reversed(self.blocks) if isinstance(block, Heading)), None))

    def _add_text(self, told: str) -> None:
        if line(told):
            self.blocks.append(approval(line(told)) or Paragraph(line(told)))
