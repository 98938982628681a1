"""Lists of Markdown: facts under bold labels, or items with the words they rest on."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, TypeAlias

from minutes.checking.sheets.fixed import fixed
from minutes.checking.sheets.markdown.inline import inline, told
from minutes.checking.sheets.quoting import quoted, unquoted
from minutes.checking.sheets.references import named
from minutes.checking.sheets.runs import Run, joined, line, value, values
from minutes.checking.sheets.traces import answered
from minutes.writing.blocks import Bullets, Fact, Facts, Item, Said

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

Node: TypeAlias = "SyntaxTreeNode"
_SEVERAL = ("apologies", "outcomes", "resources", "file", "sha256", "meetings")
"""Facts that may hold more than one value."""


def listing(node: Node, known: frozenset[str]) -> Iterator[Facts | Bullets]:
    """The facts and the items of a list, each kind together as long as it lasts."""
    for kind, entries in groupby(_entries(node, known), key=type):
        held = tuple(entries)
        if kind is Fact:
            yield Facts(tuple(one for one in held if isinstance(one, Fact)))
        else:
            yield Bullets(tuple(one for one in held if isinstance(one, Item)))


def answers(references: Sequence[str], below: deque[Node]) -> tuple[Said, ...]:
    """The references with their quotes, which are taken from what is below if all of the next quotation is such."""
    bare, _ = answered(references, ())
    if not (references and below and below[0].type == "blockquote"):
        return bare
    heard = [_heard(told(part), references) for part in below[0].children]
    said, left = answered(references, filter(None, heard))
    if left or None in heard:
        return bare
    below.popleft()
    return said


def _heard(text: str, references: Sequence[str]) -> Said | None:
    """A quote; one of several has its reference in front, "Amal, turn 3: “Sure.”", or at least who said it."""
    if len(references) == 1 and quoted(text):
        return Said("", "", unquoted(text))
    for front, reference in (*zip(references, references, strict=True), *((named(one), "") for one in references)):
        words = text.removeprefix(f"{front}: ")
        if words != text and quoted(words):
            return Said(reference, named(front), unquoted(words))
    return None


def _entries(node: Node, known: frozenset[str]) -> Iterator[Fact | Item]:
    """The lines of a list, those of lists within it after the line they belong to."""
    for entry in node.children:
        below = deque(entry.children)
        number = [Run(f"{entry.info}{entry.markup} ")] if entry.info else []
        if below and below[0].type == "paragraph":
            yield _entry([*number, *inline(below.popleft())], below, known)
        for part in below:
            if part.type in ("bullet_list", "ordered_list"):
                yield from _entries(part, known)
            elif told(part):
                yield Item(told(part))


def _entry(runs: list[Run], below: deque[Node], known: frozenset[str]) -> Fact | Item:
    strong = list(takewhile(lambda run: run.style == "strong", runs))
    label = joined(strong)
    if label.endswith(":"):
        return _fact(label[:-1], runs[len(strong) :], known)
    found = line(runs, "em", known)
    return Item(found.text, found.note, found.url, answers(found.references, below))


def _fact(label: str, runs: list[Run], known: frozenset[str]) -> Fact:
    several = label in fixed("facts", *_SEVERAL)
    return Fact(label, tuple(values(runs, known)) if several else (value(runs, known),))
