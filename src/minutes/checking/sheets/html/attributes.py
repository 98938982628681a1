"""What a web page says beside the text that it shows: in its head, in comments, in attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from minutes.checking.sheets.html.tags import Element, line, text
from minutes.checking.sheets.sheet import Extra

_OURS = {
    "aria-hidden": "true",
    "aria-labelledby": "contents",
    "charset": "(?i:utf-?8)",
    "class": "skip|group|mark( adopted)?|list|values|note|credit|scroll|hidden|figures|share|"
    "cited|reference|approval|room|a4|letter",
    "dir": "ltr|rtl|auto",
    "height": "[0-9]+",
    "href": "#(part-[0-9]+|minutes)",
    "id": "part-[0-9]+|contents|minutes",
    "lang": "[a-z]{2,3}(-[A-Za-z0-9]{2,4})*",
    "rel": "noreferrer noopener",
    "role": "region",
    "scope": "col|row",
    "tabindex": "-1|0",
    "viewbox": "[0-9 ]+",
    "width": "[0-9.]+%?",
}
"""Attributes that tell nothing by themselves, as long as they are like this."""


def unshown(root: Element) -> Iterator[Extra]:
    """All of it, in the order of the file."""
    about: Any = root.getroottree().docinfo
    yield Extra("document type", "" if about.doctype == "<!DOCTYPE html>" else about.doctype)
    comments: Any = root.xpath("//comment() | //processing-instruction()")
    yield from (Extra("comment", comment.text or "") for comment in comments)
    for element in root.iter("title", "meta", "style", "script"):
        yield _told(element)
    for element in root.iter():
        if isinstance(element.tag, str):
            yield from _attributes(element)


def links(root: Element) -> list[str]:
    """Where the links of the page lead, but for those within it."""
    hrefs = (str(element.get("href", "")) for element in root.iter("a"))
    return [href for href in hrefs if href and not _ours("href", href)]


def _told(element: Element) -> Extra:
    """What an element of the head says."""
    match element.tag:
        case "title":
            return Extra("the title of the file", line(element.text or ""))
        case "meta":
            named = " ".join(str(value) for name, value in element.items() if name not in ("content", "charset"))
            return Extra(f"meta {named}".strip(), str(element.get("content", "")))
        case _:
            inside = element.text or ""
            return Extra(str(element.tag), "" if inside == _style() else inside)


def _attributes(element: Element) -> Iterator[Extra]:
    for name, value in ((str(name), str(value)) for name, value in element.items()):
        told = (element.tag == "a" and name == "href") or (element.tag == "meta" and name != "charset")
        if not (told or _ours(name, value) or _repeats(element, name, value)):
            yield Extra(f"attribute {name}", value)


def _ours(name: str, value: str) -> bool:
    return name in _OURS and re.fullmatch(_OURS[name], value) is not None


def _repeats(element: Element, name: str, value: str) -> bool:
    """Whether an attribute says what is on the page anyway."""
    if name == "data-leads":
        return value == element.get("href")
    return name == "aria-label" and value in [text(caption) for caption in element.iter("caption")]


@cache
def _style() -> str:
    return files("minutes.writing").joinpath("page.css").read_text(encoding="utf-8")
