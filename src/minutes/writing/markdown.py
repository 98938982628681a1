"""Markdown: plain to read as it stands, and whatever was said shows as the same text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from minutes.model import Recap, Series
from minutes.writing.blocks import (
    Approval,
    Block,
    Bullets,
    Cell,
    Facts,
    Heading,
    Item,
    Mark,
    Paragraph,
    Quote,
    Said,
    Table,
    Title,
    Value,
)
from minutes.writing.layout import USUAL, Layout
from minutes.writing.outline import outline
from minutes.writing.plain import encoded

_SPECIAL = re.compile(
    r"[\\`*_\[\]<>#|~$@]"  # marks, links, tags, cells, formulas, mentions
    r"|&(?=#?\w+;)"  # &amp;
    r"|:(?=//|[a-z_+-][\w+-]*:)"  # https://, :smile:
    r"|(?<=\bwww)\."  # www.example.org
    r"|^[-+=]",  # a list, a line
    re.IGNORECASE | re.ASCII,
)
_NUMBER = re.compile(r"^(\d{1,9})([.)])", re.ASCII)
"""A numbered list: "1. May"."""
_SHORT = 240
"""Characters of a quote up to which it stands on the page; a longer one is found by its turn, where that is told."""

_NAME, _DAY = "…" * 30, "…" * 15
"""Room to write on."""


def render(minutes: Recap | Series, layout: Layout = USUAL) -> bytes:
    """The page as UTF-8, each paragraph on one line."""
    blocks = (_block(block) for block in outline(minutes, layout).blocks)
    return ("\n\n".join(blocks) + "\n").encode()


def escape(text: str) -> str:
    """Markdown that shows as the text, on a line of its own or within one: `a*b` becomes `a\\*b`."""
    return _NUMBER.sub(r"\1\\\2", _SPECIAL.sub(lambda found: f"\\{found[0]}", text))


def _block(block: Block) -> str:
    match block:
        case Title():
            text = f"# {escape(f'{block.group}: {block.text}' if block.group else block.text)}"
        case Mark():
            text = f"> {escape(block.text)}"
        case Heading():
            text = f"{'#' * block.level} {_numbered(block)}"
        case Paragraph():
            text = "\n\n".join([_traced(escape(block.text), block.said), *_quotes(block.said)])
        case Facts():
            text = "\n".join(f"- **{escape(fact.label)}:** {_values(fact.values)}" for fact in block.facts)
        case Bullets():
            text = "\n".join(_item(item) for item in block.items)
        case Table():
            text = "\n".join(_table(block))
        case Quote():
            text = f"> {escape(block.quoted)}" + (f"\n>\n> — {escape(block.credit)}" if block.credit else "")
        case Approval():
            text = f"{escape(block.by)} {_NAME} {escape(block.on)} {_DAY}"
        case _:
            assert_never(block)
    return text


def _numbered(heading: Heading) -> str:
    return " ".join(filter(None, (heading.number, escape(heading.text))))


def _values(values: Iterable[Value]) -> str:
    return "; ".join(_link(value.text, value.url) + _credit(value.credit) for value in values)


def _item(item: Item) -> str:
    line = _link(item.text, item.url) + (f" *{escape(item.note)}*" if item.note else "")
    quotes = (f"  {line}" for quote in _quotes(item.said) for line in quote.splitlines())
    return "\n".join([f"- {_traced(line, item.said)}", *quotes])


def _table(table: Table) -> Iterator[str]:
    yield _row(escape(column.title) for column in table.columns)
    yield _row("---:" if column.figures else "---" for column in table.columns)
    for row in table.rows:
        yield _row(_cell(cell) for cell in row)


def _row(cells: Iterable[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def _cell(cell: Cell) -> str:
    return escape(cell.text) + _credit(cell.credit) + "; ".join(map(_cited, cell.said))


def _credit(credit: str) -> str:
    return f" ({escape(credit)})" if credit else ""


def _cited(said: Said) -> str:
    return f"{escape(said.quoted)}{_credit(said.reference)}" if _shown(said) else escape(said.reference)


def _traced(line: str, said: tuple[Said, ...]) -> str:
    return line + _credit("; ".join(one.reference for one in said))


def _quotes(said: tuple[Said, ...]) -> list[str]:
    """One quotation with all the short quotes, or nothing."""
    several = len(said) > 1
    short = [
        f"> {escape(one.reference)}: {escape(one.quoted)}" if several else f"> {escape(one.quoted)}"
        for one in said
        if _shown(one)
    ]
    return ["\n>\n".join(short)] if short else []


def _shown(said: Said) -> bool:
    return bool(said.quote) and (len(said.quote) <= _SHORT or said.reference == said.speaker)


def _link(text: str, url: str | None) -> str:
    return f"[{escape(text)}]({_target(url)})" if url else escape(text)


def _target(url: str) -> str:
    """The address without the brackets that would end a Markdown link, and with no entity in it."""
    return re.sub(r"&(?=#?\w+;)", "&amp;", re.sub(r"[()]", encoded, url))
