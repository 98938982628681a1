"""What a Word file says beside its pages: above and below them, of itself, and where nobody looks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.checking.sheets.runs import Run
from minutes.checking.sheets.sheet import Extra
from minutes.checking.sheets.word.package import Element, Package, W, everything
from minutes.checking.sheets.word.paragraphs import Paragraphs, local

_AROUND = {"word/header": "header", "word/footer": "footer", "word/footnotes": "footnote", "word/endnotes": "endnote"}
_KNOWN = re.compile(
    r"\[Content_Types\]\.xml|.*\.rels|docProps/(?:app|core)\.xml|"
    r"word/(?:document|styles|stylesWithEffects|settings|webSettings|numbering|fontTable|theme/theme\d*|"
    r"comments(?:Extended|Ids|Extensible)?|footnotes|endnotes|(?:header|footer)\d*)\.xml"
)
"""Parts that are read elsewhere, or that hold nothing but how a page looks."""
_TEXTS = ("t", "delText", "instrText", "delInstrText")
_SAYING = ("descr", "title", "tooltip", "alt", "author", "string")
_MARKED = ("alias", "tag", "bookmarkStart", "docVar", "tblDescription")
"""Elements of which an attribute says something."""


def beside(package: Package, paragraphs: Paragraphs) -> Iterator[Extra]:
    """All of it, but for the comments of the margin."""
    for tree in package.parts("docProps/"):
        yield from (Extra(_told(child), child.text or "") for child in tree if isinstance(child.tag, str))
    for start, place in _AROUND.items():
        for tree in package.parts(start):
            yield from (Extra(place, _text(paragraphs.runs(line))) for line in tree.iter(f"{W}p"))
    for name, tree in package.trees.items():
        yield from _unseen(tree, name)
        if not _KNOWN.fullmatch(name):
            yield Extra(f"part {name}", " ".join(" ".join(everything(tree)).split()) or name)
    yield from (Extra("part", name) for name in package.others)
    yield Extra("comment of the archive", package.comment)


def links(package: Package) -> list[str]:
    """Where the links of all parts lead, used or not."""
    found = (one for name, tree in package.trees.items() if name.endswith(".rels") for one in tree)
    return [str(one.get("Target")) for one in found if one.get("TargetMode") == "External"]


def _unseen(tree: Element, name: str) -> Iterator[Extra]:
    """Comments in the XML, text that no program shows, who made changes, what shows when a pointer rests on a thing."""
    for element in (*tree.itersiblings(preceding=True), *tree.iter(), *tree.itersiblings()):
        if not isinstance(element.tag, str):
            yield Extra("comment in the file", element.text or "")
        elif name.startswith("word/") and local(element) != "comment":
            shown = "" if local(element) in _TEXTS else element.text
            yield Extra(f"text in {local(element)}", f"{shown or ''} {element.tail or ''}".strip())
            kept = (f"{W}val", f"{W}name") if local(element) in _MARKED else ()
            for key, value in element.attrib.items():
                if key in kept or str(key).rpartition("}")[2] in _SAYING:
                    yield Extra(f"attribute {local(element)}", str(value))


def _told(element: Element) -> str:
    """The name of a property in plain words: "lastModifiedBy" is "last modified by"."""
    name = re.sub("(?<=[a-z])(?=[A-Z])", " ", local(element)).lower()
    return "the title of the file" if name == "title" else name


def _text(runs: list[Run]) -> str:
    return "".join(run.text for run in runs).strip()
