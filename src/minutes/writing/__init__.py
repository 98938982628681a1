"""From a recap to a page: Markdown, Word, HTML, JSON; its next steps for trackers; and what a notebook shows of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from minutes.errors import UnknownFormat
from minutes.model import Recap, Series, Transcript, display
from minutes.writing import embedded, html, ical, json, markdown, spoken, spreadsheet, tasks, word
from minutes.writing.files import check, put

__all__ = ["WRITERS", "Writer", "render", "suffix", "write"]


class Writer(NamedTuple):
    """One format: a value, not a class, so that no writer needs to know its siblings."""

    name: str
    suffixes: tuple[str, ...]
    """Its own first. One that ends in another writer's is the stronger: `.tasks.md` is not Markdown's."""
    told: str
    """The format in a few words, for people."""
    render: Callable[[Recap | Series], bytes]


WRITERS: tuple[Writer, ...] = (
    Writer("md", (".md", ".markdown"), "Markdown text", markdown.render),
    Writer("docx", (".docx",), "Word document", word.render),
    Writer("html", (".html", ".htm"), "web page, one file", html.render),
    Writer("json", (".json",), "the recap as data", json.render),
    Writer("ics", (".ics",), "next steps for a calendar", ical.render),
    Writer("csv", (".csv",), "next steps for a spreadsheet", spreadsheet.render),
    Writer("tasks", (".tasks.md",), "next steps as a Markdown task list", tasks.render),
)

display.html.register(Recap, embedded.framed)
display.html.register(Series, embedded.framed)
display.html.register(Transcript, spoken.as_html)


def render(recap: Recap | Series, format: str) -> bytes:
    """The page as bytes; `format` is the name of a writer or one of its suffixes."""
    return _writer(format).render(recap)


def write(recap: Recap | Series, path: str | os.PathLike[str], *, format: str | None = None) -> None:
    """The page stands in the file, whole, or nothing has changed. The suffix decides unless `format` does."""
    check(path)
    try:
        page = render(recap, format or _ending(path))
    except UnknownFormat as error:
        raise error.at(str(path)) from None
    put(page, path)


def suffix(format: str) -> str:
    """The suffix of a file in this format, with its dot; `format` is as for `render`."""
    return _writer(format).suffixes[0]


def _ending(path: str | os.PathLike[str]) -> str:
    """The longest suffix of a writer in which the name ends; else its last suffix, which tells no format."""
    name = "".join(Path(path).suffixes).lower()
    known = (known for writer in WRITERS for known in writer.suffixes if name.endswith(known))
    return max(known, key=len, default=Path(path).suffix)


def _writer(format: str) -> Writer:
    wanted = format.lower()
    for writer in WRITERS:
        if wanted == writer.name or wanted in writer.suffixes:
            return writer
    known = ", ".join(writer.name for writer in WRITERS)
    what = f"no page can be written as {format!r}" if format else "the name does not tell the format"
    raise UnknownFormat(what, todo=f"use one of {known}")
