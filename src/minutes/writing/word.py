"""Word: the claim on the page, the words it rests on in the margin, signed by whoever said them."""

from __future__ import annotations

import re
from datetime import datetime, time
from io import BytesIO
from itertools import zip_longest
from textwrap import shorten
from typing import Any, TypeAlias, assert_never

from minutes.model import Recap, Series
from minutes.writing.blocks import (
    Approval,
    Bar,
    Block,
    Bullets,
    Cell,
    Fact,
    Facts,
    Heading,
    Item,
    Mark,
    Page,
    Paragraph,
    Quote,
    Said,
    Table,
    Title,
)
from minutes.writing.layout import PAPERS, USUAL, Layout
from minutes.writing.outline import outline
from minutes.writing.package import blank, packed
from minutes.writing.plain import leftward, pieces
from minutes.writing.shares import drawn

# What python-docx makes. It is imported only when a page is drawn, so its own types are not at hand here.
Draft: TypeAlias = Any
Line: TypeAlias = Any
Comment: TypeAlias = Any
Grid: TypeAlias = Any
Row: TypeAlias = Any
Place: TypeAlias = Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_SIZES = dict(zip(PAPERS, ((11906, 16838), (12240, 15840)), strict=True))
"""The short and the long side of each paper, in twentieths of a point."""
_BAR, _END = 0.5, 0.9
"""The share of its column that a bar is wide, and where the figure behind it ends."""
_NAME = 0.66
"""The share of the line for approval that is for the name; the rest is for the day."""


def render(minutes: Recap | Series, layout: Layout = USUAL) -> bytes:
    """The page as a Word file; the same recap gives the same bytes."""
    from docx import Document

    page = outline(minutes, layout)
    document = Document(BytesIO(layout.template or blank()))
    if layout.paper:
        _size(document, *_SIZES[layout.paper])
    _describe(document, page)
    for block, below in zip_longest(page.blocks, page.blocks[1:]):
        _block(document, block, below)
    _frame(document, page)
    for comment in document.comments:
        _sign(comment, page)
    file = BytesIO()
    document.save(file)
    return packed(file.getvalue())


def _describe(document: Draft, page: Page) -> None:
    """What the file says of itself: nothing but the meeting's own title, group, day and language."""
    core = document.core_properties
    core.title, core.subject, core.language = page.title[:255], page.group[:255], page.language[:255]
    if page.day:
        core.created = core.modified = datetime.combine(page.day, time())
    for language in document.styles.element.iter(f"{_W}lang"):
        language.set(f"{_W}val", page.language)


def _size(document: Draft, short: int, long: int) -> None:
    """Another paper, as upright or as wide as the one before."""
    from docx.shared import Twips

    (section,) = document.sections
    sides = (short, long) if section.page_width < section.page_height else (long, short)
    section.page_width, section.page_height = map(Twips, sides)


def _width(document: Draft) -> int:
    """The width of the text between the margins, in English metric units."""
    (section,) = document.sections
    within: int = section.page_width - section.left_margin - section.right_margin - section.gutter
    return within


def _frame(document: Draft, page: Page) -> None:
    """A line above each page but the first, and one below each, where a template has none of its own."""
    (section,) = document.sections
    if section.header.is_linked_to_previous:
        section.different_first_page_header_footer = True
    heads, feet = [section.header], [section.footer]
    if section.different_first_page_header_footer:
        feet.append(section.first_page_footer)
    if document.settings.odd_and_even_pages_header_footer:
        heads.append(section.even_page_header)
        feet.append(section.even_page_footer)
    for places, style, write in ((heads, "Header", _head), (feet, "Footer", _foot)):
        for line in [place.paragraphs[0] for place in places if place.is_linked_to_previous]:
            line.style = style
            _stop(line, _width(document))
            write(line, page)


def _head(line: Line, page: Page) -> None:
    """What the page is, and when it was."""
    title = shorten(" · ".join(filter(None, (page.group, page.title))), 90, placeholder="…")
    _write(line, f"{title}\t{page.told_day}", "Note")


def _foot(foot: Line, page: Page) -> None:
    """How final the page is, and its number."""
    foot.add_run(f"{page.mark}\t", "Note")
    for part in re.split(r"(\{\w+\})", page.labels["page"]):
        match part:
            case "{page}":
                _field(foot, "PAGE")
            case "{pages}":
                _field(foot, "NUMPAGES")
            case _:
                foot.add_run(part, "Note")


def _block(document: Draft, block: Block, below: Block | None) -> None:
    """Draws a block; words that lead into the list below stay with it."""
    match block:
        case Title():
            _title(document, block)
        case Mark():
            _add(document, "Mark Adopted" if block.adopted else "Mark", block.text)
        case Heading():
            # The page's own title is no heading in Word, so its sections are headings of the first level.
            _add(document, f"Heading {block.level - 1}", " ".join(filter(None, (block.number, block.text))))
        case Paragraph():
            line = _add(document, "Normal", block.text)
            line.paragraph_format.keep_with_next = isinstance(below, Bullets | Facts) or None
            _cite(document, line, block.said)
        case Facts():
            _facts(document, block)
        case Bullets():
            for item in block.items:
                _item(document, item)
        case Table():
            _table(document, block)
        case Quote():
            _quote(document, block)
        case Approval():
            _approval(document, block)
        case _:
            assert_never(block)


def _title(document: Draft, title: Title) -> None:
    if title.group:
        _add(document, "Subtitle", title.group)
    _add(document, "Title", title.text)


def _quote(document: Draft, quote: Quote) -> None:
    line = _add(document, "Quote", quote.quoted)
    if quote.credit:
        line.paragraph_format.keep_with_next = True
        _add(document, "Quote Credit", quote.credit)


def _approval(document: Draft, approval: Approval) -> None:
    """One line with room to write on behind each of its labels."""
    line = _add(document, "Approval", f"{approval.by} \t {approval.on} \t")
    _stop(line, round(_NAME * _width(document)), _width(document), ruled=True)


def _stop(line: Line, *stops: int, ruled: bool = False) -> None:
    """The stops of the tabs in a line, in English metric units, in the place of those of its style."""
    from docx.enum.text import WD_TAB_ALIGNMENT as SIDE
    from docx.enum.text import WD_TAB_LEADER as LEADER

    own = line.paragraph_format.tab_stops
    for stop in line.style.paragraph_format.tab_stops:
        own.add_tab_stop(stop.position, SIDE.CLEAR)
    for at in stops:
        own.add_tab_stop(at, *((SIDE.LEFT, LEADER.LINES) if ruled else (SIDE.RIGHT, LEADER.SPACES)))


def _add(document: Draft, style: str, text: str) -> Line:
    """A new paragraph with the text, from right to left where most of it is read so."""
    line = document.add_paragraph(style=style)
    return _write(line, text, turned=leftward(text))


def _write(line: Line, text: str, style: str | None = None, *, turned: bool = False) -> Line:
    """The same paragraph with the text at its end."""
    if turned:
        line._p.get_or_add_pPr().append(line._p.makeelement(f"{_W}bidi"))
    for piece, rtl in pieces(text):
        run = line.add_run(piece, style)
        if rtl:
            run.font.rtl = True
    return line


def _facts(document: Draft, facts: Facts) -> None:
    """One line a fact, all of them on one page."""
    lines = [_fact(document, fact) for fact in facts.facts]
    for line in lines[:-1]:
        line.paragraph_format.keep_with_next = True


def _fact(document: Draft, fact: Fact) -> Line:
    line = document.add_paragraph(style="Fact")
    _write(line, fact.label, "Label")
    for number, value in enumerate(fact.values):
        line.add_run("\t" if number == 0 else "\n")
        _link(line, value.text, value.url)
        _write(line, f" ({value.credit})" if value.credit else "", "Reference")
    return line


def _item(document: Draft, item: Item) -> None:
    line = document.add_paragraph(style="List Bullet")
    _link(line, item.text, item.url)
    shown = (item.url or "").removeprefix("mailto:")
    _write(line, f" {shown}" if shown and shown != item.text else "", "Reference")
    _write(line, f" · {item.note}" if item.note else "", "Note")
    _cite(document, line, item.said)


def _link(line: Line, text: str, url: str | None) -> None:
    first = len(line.runs)
    _write(line, text, "Hyperlink" if url else None)
    if url:
        hyperlink = line._p.makeelement(f"{_W}hyperlink")
        hyperlink.set(f"{_R}id", line.part.relate_to(url, _HYPERLINK, is_external=True))
        hyperlink.extend(run._r for run in line.runs[first:])
        line._p.append(hyperlink)


def _cite(document: Draft, line: Line, said: tuple[Said, ...]) -> None:
    """Each reference small at the end of the line, with its quote, if it has one, in the margin beside it."""
    alone = not line.runs
    for number, one in enumerate(said):
        line.add_run("; " if number else "" if alone else " (", "Reference")
        first = len(line.runs)
        _write(line, one.reference, "Reference")
        if one.quote:
            initials = "".join(name[0] for name in one.speaker.split())[:3]
            comment = document.add_comment(line.runs[first:], author=one.speaker, initials=initials)
            _write(comment.paragraphs[0], one.quoted, turned=leftward(one.quote))
    if said and not alone:
        line.add_run(")", "Reference")


def _sign(comment: Comment, page: Page) -> None:
    """The day of the meeting on a comment, and no day where it has none: never the clock of this machine."""
    (line,) = comment.paragraphs
    line.style, line.runs[0].style = "annotation text", "annotation reference"
    element = line._p.getparent()
    del element.attrib[f"{_W}date"]
    if page.day:
        element.set(f"{_W}date", f"{page.day.isoformat()}T00:00:00Z")


def _table(document: Draft, table: Table) -> None:
    width = _width(document)
    grid = document.add_table(rows=0, cols=len(table.columns), style="Minutes Table")
    grid.autofit = False
    for place, column in zip(grid.columns, table.columns, strict=True):
        place.width = width * column.width // 100
    caption = grid._tbl.makeelement(f"{_W}tblCaption", {f"{_W}val": table.caption})
    grid._tbl.tblPr.append(caption)
    head = _row(grid, "tblHeader")
    for place, column in zip(head.cells, table.columns, strict=True):
        _fill(document, place, "Table Head Figure" if column.figures else "Table Head", Cell(column.title))
    for cells in table.rows:
        for place, column, cell in zip(_row(grid).cells, table.columns, cells, strict=True):
            _fill(document, place, "Table Figure" if column.figures else "Table Text", cell)


def _row(grid: Grid, *marks: str) -> Row:
    """A new row that no page break cuts."""
    row = grid.add_row()
    for mark in ("cantSplit", *marks):
        row._tr.get_or_add_trPr().append(row._tr.makeelement(f"{_W}{mark}"))
    return row


def _fill(document: Draft, place: Place, style: str, cell: Cell) -> None:
    (line,) = place.paragraphs
    line.style = style
    if cell.bar:
        _bar(line, cell.bar, place.width)
    _write(line, cell.text)
    if cell.credit:
        _write(place.add_paragraph(style=style), cell.credit, "Reference")
    _cite(document, line, cell.said)


def _bar(line: Line, bar: Bar, column: int) -> None:
    """The share as a picture in front of its figure, which a tab keeps at the end of the cell."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT

    line.alignment = WD_ALIGN_PARAGRAPH.LEFT
    line.paragraph_format.tab_stops.add_tab_stop(int(column * _END), WD_TAB_ALIGNMENT.RIGHT)
    picture = line.add_run().add_picture(BytesIO(drawn(bar.percent)), width=int(column * _BAR))
    inline = picture._inline
    for named in (inline.docPr, inline.graphic.graphicData.pic.nvPicPr.cNvPr):  # word processors keep both
        named.set("descr", bar.told)
    line.add_run("\t")


def _field(line: Line, instruction: str) -> None:
    """A number that the word processor counts itself."""
    field = line._p.makeelement(f"{_W}fldSimple", {f"{_W}instr": instruction})
    field.append(line.add_run("1", "Note")._r)
    line._p.append(field)
