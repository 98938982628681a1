"""Lists, tables and quotes of a web page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, repeat, zip_longest

from minutes.checking.sheets.html.tags import Element, classed, classes, outermost, text
from minutes.checking.sheets.quoting import unquoted
from minutes.checking.sheets.references import named, references
from minutes.writing.blocks import Bullets, Cell, Column, Fact, Facts, Item, Quote, Said, Table, Value


def facts(element: Element) -> Facts:
    """Each label with what stands below it."""
    found: list[Fact] = []
    for part in outermost(element, "dt", "dd"):
        if part.tag == "dt":
            found.append(Fact(text(part), ()))
        else:
            label = found.pop().label if found and not found[-1].values else ""
            found.append(Fact(label, tuple(_values(part))))
    return Facts(tuple(found))


def bullets(element: Element) -> Bullets:
    """The lines of a list, those of a list within it after the line they belong to."""
    return Bullets(tuple(_items(element)))


def table(element: Element, caption: str) -> Table:
    """The table, under its own caption where it has one."""
    own = " ".join(text(part) for part in outermost(element, "caption"))
    head, *others = [list(outermost(row, "td", "th")) for row in outermost(element, "tr")] or [[]]
    widths = chain(map(_width, outermost(element, "col")), repeat(0))
    columns = (Column(text(part), width, "figures" in classes(part)) for part, width in zip(head, widths, strict=False))
    return Table(own or caption, tuple(columns), tuple(tuple(map(_cell, row)) for row in others))


def quote(element: Element) -> Quote:
    """Words set apart, with their credit."""
    return Quote(unquoted(_all(outermost(element, "blockquote"))), _all(outermost(element, "figcaption")))


def unfolded(details: Element) -> tuple[Said, ...]:
    """Each reference with its quote; one quote alone belongs to the whole line that unfolds to it."""
    line, credits, quotes = _all(details.iter("summary")), signed(details), heard(details)
    cited = credits or (references(line) if len(quotes) != 1 else ()) or [line]
    pairs = zip_longest(cited, quotes, fillvalue="")
    return tuple(Said(reference, named(reference), unquoted(quote)) for reference, quote in pairs)


def cited(element: Element) -> tuple[Said, ...]:
    """References without the words."""
    return tuple(Said(text(part), named(text(part)), "") for part in classed(element, "span", "reference"))


def signed(details: Element) -> list[str]:
    """The reference above each quote, where there are several."""
    return [text(part) for part in classed(details, "p", "credit")]


def heard(details: Element) -> list[str]:
    """The quotes, within their marks."""
    return [text(part) for part in details.iter("blockquote")]


def _values(element: Element) -> Iterator[Value]:
    """The values of a fact: the lines of its list, or all of it."""
    lists = list(outermost(element, "ol", "ul"))
    yield from (_value(line) for part in lists for line in outermost(part, "li"))
    if not lists or text(element, lists):
        yield _value(element, lists)


def _value(element: Element, without: Collection[Element] = ()) -> Value:
    credits = classed(element, "span", "credit")
    credit = _all(credits)
    inside = re.fullmatch(r"\((.*)\)", credit)
    return Value(text(element, [*credits, *without]), _led(element), inside[1] if inside else credit)


def _items(element: Element) -> Iterator[Item]:
    for number, part in enumerate(outermost(element, "li"), start=1):
        traces, notes = _of(part, _traces(part)), _of(part, classed(part, "span", "note"))
        shown = text(part, [*outermost(part, "ol", "ul"), *traces, *notes])
        said = chain.from_iterable(map(_said, traces))
        yield Item(f"{number}. {shown}" if element.tag == "ol" else shown, _all(notes), _led(part), tuple(said))
        yield from (item for inner in outermost(part, "ol", "ul") for item in _items(inner))


def _of(line: Element, elements: Iterable[Element]) -> list[Element]:
    """Those that belong to the line itself, and not to one of a list within it."""
    return [one for one in elements if next(one.iterancestors("li"), None) is line]


def _cell(element: Element) -> Cell:
    traces = _traces(element)
    credits = [part for part in outermost(element, "p", "details") if "credit" in classes(part)]
    said = chain.from_iterable(map(_said, traces))
    return Cell(text(element, [*credits, *traces]), _all(credits), tuple(said))


def _traces(element: Element) -> list[Element]:
    """What in an element says what it rests on."""
    return [part for part in element.iter("details", "p") if part.tag == "details" or "cited" in classes(part)]


def _said(trace: Element) -> tuple[Said, ...]:
    return unfolded(trace) if trace.tag == "details" else cited(trace)


def _led(element: Element) -> str | None:
    """Where the first link in the element leads."""
    return next((str(part.get("href")) for part in element.iter("a") if part.get("href")), None)


def _width(column: Element) -> int:
    found = re.fullmatch(r"([0-9]{1,3})%", str(column.get("width", "")))
    return int(found[1]) if found else 0


def _all(elements: Iterable[Element]) -> str:
    return " ".join(filter(None, map(text, elements)))
