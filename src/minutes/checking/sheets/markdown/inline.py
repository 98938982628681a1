"""Lines of Markdown as pieces, and what stands beside the text of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from minutes.checking.sheets.runs import Run, joined
from minutes.checking.sheets.sheet import Extra

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

_CODE = ("code_block", "fence")


def inline(node: SyntaxTreeNode) -> list[Run]:
    """The pieces of all lines within a block, with a space between lines."""
    runs: list[Run] = []
    for part in node.walk():
        if part.type == "inline":
            runs += [Run(" ")] if runs else []
            runs += _runs(part)
        elif part.type in _CODE:
            runs += [Run(" "), Run(f"{part.info} {part.content}".strip())]
    return runs


def told(node: SyntaxTreeNode) -> str:
    """All text within a block on one line."""
    return joined(inline(node))


def beside(tokens: Iterable[Token], env: Mapping[str, Any]) -> Iterator[Extra]:
    """Pictures, titles that show when a pointer rests on a link, and targets that are named on a line of their own."""
    for child in (child for token in tokens for child in token.children or ()):
        if child.type == "image":
            yield Extra("image", child.content)
            yield Extra("image", str(child.attrs.get("src", "")))
        yield Extra("title of a link", str(child.attrs.get("title", "")))
    named = [*env.get("references", {}).items(), *((one["label"], one) for one in env.get("duplicate_refs", ()))]
    for label, one in named:
        yield Extra("link definition", " ".join(filter(None, (f"{label}:", one["href"], one["title"]))))


def links(tokens: Iterable[Token]) -> list[str]:
    """Where the links of the page lead."""
    return [str(child.attrs["href"]) for token in tokens for child in token.children or () if child.type == "link_open"]


def overfull(nodes: Iterable[SyntaxTreeNode], text: str) -> Iterator[Extra]:
    """The source of each row that has more cells than its table, as those are shown to nobody."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for row in nodes:
        if row.type == "tr" and row.map:
            source = lines[row.map[0]]
            cells = (cell.content for cell in row.walk() if cell.type == "inline")
            if _bare("".join(cells)) != _bare(source):
                yield Extra("row of a table", source)


def _bare(text: str) -> str:
    return "".join(char for char in text if char not in "|\\> \t")


def _runs(node: SyntaxTreeNode, style: str = "", url: str | None = None) -> Iterator[Run]:
    match node.type:
        case "softbreak" | "hardbreak":
            yield Run(" ", style, url)
            return
        case "image":
            return
        case "strong" | "em":
            style = node.type
        case "link":
            url = str(node.attrs["href"])
    yield from (run for child in node.children for run in _runs(child, style, url))
    if node.content and not node.children:
        yield Run(node.content, style, url)
