"""Elements of a web page: the text that they show, and what belongs to what."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lxml.etree import _Element

Element: TypeAlias = "_Element"
BLOCKS = frozenset(
    [
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "li"),
        *("main", "nav", "noscript", "ol", "p", "pre", "script", "section", "style", "summary", "table", "title", "ul"),
    ]
)
"""Elements that begin a line of their own, or that show nothing."""
_APART = BLOCKS | {"br", "caption", "td", "th", "tr"}
_UNSHOWN = ("script", "style", "title")
_SPACE = re.compile("[ \t\n\r\f]+")


def text(element: Element, without: Collection[Element] = ()) -> str:
    """The text that the element shows, on one line, without that of some elements in it."""
    return line("".join(_pieces(element, without)))


def line(text: str) -> str:
    """The text as a browser shows it, which makes one space of any white space but that which does not break."""
    return _SPACE.sub(" ", text).strip(" ")


def pieces(element: Element) -> str:
    """The text of an element within a line, with the spaces at its ends."""
    return "".join(_pieces(element, ()))


def classed(element: Element, tag: str, name: str) -> list[Element]:
    """The elements within one that have the tag and the class."""
    return [found for found in element.iter(tag) if name in classes(found)]


def classes(element: Element) -> list[str]:
    """The classes of an element."""
    return str(element.get("class", "")).split()


def outermost(element: Element, *tags: str) -> Iterator[Element]:
    """The elements with these tags that stand in no other one of them, but in the element itself."""
    for child in element:
        if child.tag in tags:
            yield child
        else:
            yield from outermost(child, *tags)


def _pieces(element: Element, without: Collection[Element]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNSHOWN and child not in without:
            space = " " if child.tag in _APART else ""
            yield space
            yield from _pieces(child, without)
            yield space
        yield child.tail or ""
