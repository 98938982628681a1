"""Markdown pages, by the meaning of their marks and not by how those are laid out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from minutes.checking.sheets.approvals import approval
from minutes.checking.sheets.headings import caption, heading
from minutes.checking.sheets.markdown.inline import beside, links, overfull, told
from minutes.checking.sheets.markdown.listing import answers, listing
from minutes.checking.sheets.markdown.rows import rows, table
from minutes.checking.sheets.people import people, present
from minutes.checking.sheets.quoting import begun, quoted, unquoted
from minutes.checking.sheets.references import cited
from minutes.checking.sheets.sheet import Sheet, sheet
from minutes.errors import BrokenFile
from minutes.writing.blocks import Block, Heading, Mark, Paragraph, Quote, Title

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

Node: TypeAlias = "SyntaxTreeNode"
_NESTING = 100
"""Quotations and lists within one another; what stands deeper is not read."""


def read(text: str) -> Sheet:
    """The page; tags within it are text like any other."""
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _NESTING}).enable("table")
    parser.normalizeLink = _as_written  # type: ignore[method-assign, assignment]
    env: dict[str, object] = {}
    tokens = parser.parse(text, env)
    if any(token.level >= _NESTING - 1 for token in tokens):
        raise BrokenFile("quotations or lists nested too deeply", todo="write the page again")
    nodes = list(SyntaxTreeNode(tokens).walk())
    named = people(rows(node) for node in nodes if node.type == "table")
    known = named | present(told(node) for node in nodes if node.type == "list_item")
    extras = (*overfull(nodes, text), *beside(tokens, env))
    return sheet("md", _blocks(nodes[0].children, known), extras, links(tokens))


def _as_written(address: str) -> str:
    return address


def _blocks(nodes: Iterable[Node], known: frozenset[str]) -> Iterator[Block]:
    """The blocks of the page: its title comes first, and its mark before any section."""
    rest, titled, marked = deque(nodes), False, False
    above: Heading | None = None
    while rest:
        node = rest.popleft()
        text = told(node)
        if node.tag == "h1" and not titled:
            titled = True
            yield Title(text)
        elif node.type == "heading":
            above = heading(int(node.tag[1:]), text)
            yield above
        elif node.type == "blockquote" and text and not (above or marked or begun(text)):
            marked = True
            yield Mark(text)
        elif node.type == "table":
            yield table(node, caption(above), known)
        else:
            yield from _block(node, rest, known)


def _block(node: Node, rest: deque[Node], known: frozenset[str]) -> Iterator[Block]:
    """What stands under a heading; a paragraph takes the quotation below it, if that is what it rests on."""
    match node.type:
        case "paragraph" if told(node):
            text, references = cited(told(node), known)
            yield approval(text) or Paragraph(text, answers(references, rest))
        case "bullet_list" | "ordered_list":
            yield from listing(node, known)
        case "blockquote":
            yield from _quotation(node)
        case _ if told(node):
            yield Paragraph(told(node))


def _quotation(node: Node) -> Iterator[Block]:
    """Words set apart, with their credit; any other quotation is paragraphs."""
    first, *others = [told(part) for part in node.children] or [""]
    credit = others[0].removeprefix("— ") if others else ""
    if quoted(first) and len(others) <= 1 and others != [credit]:
        yield Quote(unquoted(first), credit)
    else:
        yield from (Paragraph(text) for text in (first, *others) if text)
