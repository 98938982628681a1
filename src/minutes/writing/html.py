"""HTML: one file without scripts, each line of which unfolds to its words in the transcript."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import takewhile
from typing import assert_never

from minutes.model import Recap, Series
from minutes.writing.blocks import (
    Approval,
    Bar,
    Block,
    Bullets,
    Cell,
    Column,
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
from minutes.writing.layout import USUAL, Layout
from minutes.writing.markup import Markup, joined, tag
from minutes.writing.outline import outline
from minutes.writing.plain import leftward, pieces


def render(minutes: Recap | Series, layout: Layout = USUAL) -> bytes:
    """The page as UTF-8; it asks for nothing beyond itself and tells nobody who opens it."""
    page = outline(minutes, layout)
    root = tag("html", _head(page), _body(page), lang=page.language, class_=layout.paper)
    return f"<!DOCTYPE html>\n{root}".encode()


def _head(page: Page) -> Markup:
    style = _style()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="generator", content="minutes"),
        tag("title", " – ".join(filter(None, (page.title, page.group, page.told_day)))),
        tag("style", Markup(style)),
    )


@cache
def _style() -> str:
    return files("minutes.writing").joinpath("page.css").read_text(encoding="utf-8")


def _body(page: Page) -> Markup:
    """What stands above the first heading is the page's header; all else is its main part."""
    top = list(takewhile(lambda block: not isinstance(block, Heading), page.blocks))
    ids = {at: f"part-{at}" for at, block in enumerate(page.blocks) if isinstance(block, Heading)}
    rest = (_block(block, ids.get(at, "")) for at, block in enumerate(page.blocks) if at >= len(top))
    return tag(
        "body",
        tag("a", page.labels["skip"], class_="skip", href="#minutes"),
        tag("header", *(_block(block, "") for block in top)),
        _contents(page, ids),
        tag("main", *rest, id="minutes", tabindex="-1"),
        tag("footer", page.mark),
    )


def _contents(page: Page, ids: dict[int, str]) -> Markup:
    title = tag("h2", page.labels["contents"], id="contents")
    sections = [(at, block) for at, block in enumerate(page.blocks) if isinstance(block, Heading) and block.level == 2]
    entries = (tag("li", tag("a", *_numbered(block), href=f"#{ids[at]}")) for at, block in sections)
    return tag("nav", title, tag("ul", *entries), aria_labelledby="contents")


def _block(block: Block, id_: str) -> Markup:
    match block:
        case Title():
            group = tag("p", *_flow(block.group), class_="group") if block.group else Markup()
            markup = joined(group, tag("h1", *_flow(block.text)))
        case Mark():
            markup = tag("p", block.text, class_="mark adopted" if block.adopted else "mark")
        case Heading():
            markup = tag(f"h{block.level}", *_numbered(block), id=id_)
        case Paragraph():
            markup = joined(_paragraph(block.text), _unfolding(block.said))
        case Facts():
            markup = tag("dl", *map(_fact, block.facts))
        case Bullets():
            markup = tag("ul", *map(_item, block.items), class_="list")
        case Table():
            markup = _table(block)
        case Quote():
            credit = tag("figcaption", *_flow(block.credit)) if block.credit else Markup()
            markup = tag("figure", tag("blockquote", _paragraph(block.quoted)), credit)
        case Approval():
            room = tag("span", class_="room")
            markup = tag("p", block.by, room, block.on, room, class_="approval")
        case _:
            assert_never(block)
    return markup


def _numbered(heading: Heading) -> list[str]:
    return [f"{heading.number} ", *_flow(heading.text)] if heading.number else _flow(heading.text)


def _paragraph(text: str) -> Markup:
    return tag("p", *_flow(text), dir="rtl" if leftward(text) else None)


def _flow(text: str) -> list[str]:
    """The text with what is read from right to left kept apart, so that it moves nothing around it."""
    return [tag("bdi", piece, dir="rtl") if rtl else piece for piece, rtl in pieces(text)]


def _unfolding(said: tuple[Said, ...]) -> Markup:
    """What a line rests on: the references, which unfold to the words, or those alone."""
    if not any(one.quote for one in said):
        return _cited(said)
    references = "; ".join(one.reference for one in said)
    quotes = (joined(_heard(one, len(said) > 1)) for one in said)
    return tag("details", tag("summary", *_flow(references)), *quotes)


def _cited(said: tuple[Said, ...]) -> Markup:
    if not said:
        return Markup()
    first, *others = (tag("span", *_flow(one.reference), class_="reference") for one in said)
    return tag("p", first, *(joined("; ", one) for one in others), class_="cited")


def _heard(said: Said, several: bool) -> Markup:
    quote = tag("blockquote", _paragraph(said.quoted))
    return joined(tag("p", *_flow(said.reference), class_="credit"), quote) if several else quote


def _fact(fact: Fact) -> Markup:
    values = [joined(_link(value.text, value.url), _credit(value.credit)) for value in fact.values]
    held = values[0] if len(values) == 1 else tag("ul", *(tag("li", value) for value in values), class_="values")
    return tag("div", tag("dt", fact.label), tag("dd", held))


def _item(item: Item) -> Markup:
    note = joined(" ", tag("span", *_flow(item.note), class_="note")) if item.note else Markup()
    return tag("li", _link(item.text, item.url), note, _unfolding(item.said))


def _table(table: Table) -> Markup:
    head = tag("tr", *(tag("th", column.title, scope="col", class_=_kind(column)) for column in table.columns))
    rows = (
        tag("tr", *(_cell(cell, column) for cell, column in zip(row, table.columns, strict=True))) for row in table.rows
    )
    widths = (tag("col", width=f"{column.width}%") for column in table.columns)
    caption = tag("caption", table.caption, class_="hidden")
    whole = tag("table", caption, tag("colgroup", *widths), tag("thead", head), tag("tbody", *rows))
    # A table wider than a phone scrolls on its own, by the keyboard too.
    return tag("div", whole, class_="scroll", role="region", aria_label=table.caption, tabindex="0")


def _cell(cell: Cell, column: Column) -> Markup:
    credit = tag("p", *_flow(cell.credit), class_="credit") if cell.credit else Markup()
    bar = _bar(cell.bar) if cell.bar else Markup()
    return tag("td", bar, *_flow(cell.text), credit, _unfolding(cell.said), class_=_kind(column))


def _bar(bar: Bar) -> Markup:
    """The share as a picture, which says nothing beyond the figure beside it."""
    whole, part = (tag("rect", width=str(width), height="9") for width in (100, bar.percent))
    return tag("svg", whole, part, class_="share", viewBox="0 0 100 9", aria_hidden="true")


def _kind(column: Column) -> str | None:
    return "figures" if column.figures else None


def _credit(credit: str) -> Markup:
    return joined(" ", tag("span", "(", *_flow(credit), ")", class_="credit")) if credit else Markup()


def _link(text: str, url: str | None) -> Markup:
    if not url:
        return joined(*_flow(text))
    # On paper an address is read where the words do not tell it; mailto: needs no telling.
    leads = url if url != text and url.startswith("http") else None
    return tag("a", *_flow(text), href=url, rel="noreferrer noopener", data_leads=leads)
