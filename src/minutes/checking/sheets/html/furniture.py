"""What a web page shows around its blocks, and text that stands in a block but in no part of it."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.checking.sheets.html.elements import heard, signed
from minutes.checking.sheets.html.tags import Element, classed, outermost, text
from minutes.checking.sheets.sheet import Extra

_PARTS = {
    "dl": ("dt", "dd"),
    "ul": ("li",),
    "ol": ("li",),
    "table": ("caption", "td", "th"),
    "figure": ("blockquote", "figcaption"),
}
"""What the elements are made of that hold no text themselves."""


def furniture(root: Element) -> Iterator[Extra]:
    """The link above the page, its contents and its foot, and whatever stands where nothing should."""
    for element in classed(root, "a", "skip"):
        yield Extra("skip link", text(element))
    for element in root.iter("nav"):
        whole = list(outermost(element, "h2", "li"))
        yield from (Extra("contents", text(part)) for part in whole)
        yield from _stray(element, whole)
    for element in root.iter("footer"):
        yield Extra("footer", text(element))
    for element in root.iter(*_PARTS):
        yield from _stray(element, list(outermost(element, *_PARTS[str(element.tag)])))
    for element in root.iter("details"):
        yield from _folded(element)
    for element in classed(root, "p", "cited"):
        yield from _stray(element, list(classed(element, "span", "reference")), between="; ")


def _stray(element: Element, parts: list[Element], between: str = "") -> Iterator[Extra]:
    """The whole of an element that says more than its parts and what stands between them."""
    if _bare(text(element)) != _bare(between.join(map(text, parts))):
        yield Extra(str(element.tag), text(element))


def _folded(details: Element) -> Iterator[Extra]:
    """The whole of an element whose line differs from what it unfolds to, or that unfolds to something else too."""
    line = "; ".join(text(part) for part in details.iter("summary"))
    cited, quotes = signed(details), heard(details)
    pairs = zip(cited, quotes, strict=False) if cited else ((quote,) for quote in quotes)
    told = line + "".join(part for pair in pairs for part in pair)
    if _bare(text(details)) != _bare(told) or (cited and "; ".join(cited) != line):
        yield Extra("details", text(details))


def _bare(text: str) -> str:
    return "".join(text.split())
