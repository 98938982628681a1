"""What a finished page comes back as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from minutes.model import Recap, Series
from minutes.writing.blocks import Block, Bullets, Facts


class Extra(NamedTuple):
    """What a file says beside its blocks."""

    place: str
    """Where it stands: "header", "footer", "the title of the file", "comment", "attribute alt"."""
    text: str


class Sheet(NamedTuple):
    """A page as it stands in its file."""

    format: str
    """The name of the writer that makes such files: "md", "docx", "html", "json"."""
    blocks: tuple[Block, ...]
    extras: tuple[Extra, ...] = ()
    """Each once, in the order of the file."""
    recap: Recap | Series | None = None
    """What the page was made from, where the file itself is that."""


def sheet(format: str, blocks: Iterable[Block], extras: Iterable[Extra], links: Iterable[str]) -> Sheet:
    """The page, where the links that no block leads to are extras too."""
    blocks = tuple(blocks)
    led = set(_targets(blocks))
    beside = (
        *(extra for extra in extras if extra.text.strip()),
        *(Extra("link", url) for url in links if url not in led),
    )
    return Sheet(format, blocks, tuple(dict.fromkeys(beside)))


def _targets(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Bullets(items):
                yield from (item.url for item in items if item.url)
            case Facts(facts):
                yield from (value.url for fact in facts for value in fact.values if value.url)
