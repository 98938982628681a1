"""The links, e-mail addresses and handles of a text, as people paste them and as they say them."""

from __future__ import annotations

from minutes.finding.links import handles, spoken, written
from minutes.finding.links.link import Link
from minutes.finding.links.urls import key

__all__ = ["Link", "find", "key"]


def find(text: str) -> tuple[Link, ...]:
    """Every link, as often as it stands in the text, in order, none overlapping; `key` tells which are the same."""
    found: list[Link] = []
    links = [*written.find(text), *spoken.find(text), *handles.find(text)]
    for link in sorted(links, key=lambda link: (link.start, -link.end)):
        if not found or link.start >= found[-1].end:
            found.append(link)
    return tuple(found)
