"""From a recap to a page: Markdown, Word, HTML, JSON; its next steps for trackers; and what a notebook shows of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from minutes.errors import InputError, OutputError, UnknownFormat
from minutes.model import Recap, Series, Transcript, display
from minutes.writing import embedded, html, ical, json, markdown, spoken, spreadsheet, tasks, word
from minutes.writing.files import check, put
from minutes.writing.layout import FULL, QUOTES, USUAL, Layout, layout

__all__ = ["WRITERS", "Layout", "Writer", "format_of", "layout", "render", "suffix", "suit", "write"]
_Render = Callable[[Recap | Series, Layout], bytes]


class Writer(NamedTuple):
    """One format: a value, not a class, so that no writer needs to know its siblings."""

    name: str
    suffixes: tuple[str, ...]
    """Its own first. One that ends in another writer's is the stronger: `.tasks.md` is not Markdown's."""
    told: str
    """The format in a few words, for people."""
    render: _Render
    layout: tuple[str, ...] = ()
    """What of a layout makes any difference to it."""


def _as_it_is(render: Callable[[Recap | Series], bytes]) -> _Render:
    """A format that holds what it holds, however pages are laid out."""
    return lambda minutes, _: render(minutes)


_PAGE = ("style", "parts", "evidence")
WRITERS: tuple[Writer, ...] = (
    Writer("md", (".md", ".markdown"), "Markdown text", markdown.render, _PAGE),
    Writer("docx", (".docx",), "Word document", word.render, (*_PAGE, "paper", "template")),
    Writer("html", (".html", ".htm"), "web page, one file", html.render, (*_PAGE, "paper")),
    Writer("json", (".json",), "the recap as data", _as_it_is(json.render)),
    Writer("ics", (".ics",), "next steps for a calendar", _as_it_is(ical.render)),
    Writer("csv", (".csv",), "next steps for a spreadsheet", _as_it_is(spreadsheet.render)),
    Writer("tasks", (".tasks.md",), "next steps as a Markdown task list", _as_it_is(tasks.render)),
)

display.html.register(Recap, embedded.framed)
display.html.register(Series, embedded.framed)
display.html.register(Transcript, spoken.as_html)


def render(recap: Recap | Series, format: str, layout: Layout = USUAL) -> bytes:
    """The page as bytes; `format` is the name of a writer or one of its suffixes."""
    suit(layout, format)
    return _writer(format).render(recap, layout)


def suit(layout: Layout, format: str) -> None:
    """Nothing, if all that is wanted of a layout makes a difference in this format; else an InputError says what."""
    writer = _writer(format)
    for name in layout.asked:
        if name not in writer.layout:
            others = ", ".join(one.name for one in WRITERS if name in one.layout)
            raise InputError(f"{name} means nothing for {writer.name}", todo=f"leave it out, or write {others}")


def write(
    recap: Recap | Series,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    style: str = FULL,
    parts: str | Sequence[str] = (),
    evidence: str = QUOTES,
    paper: str | None = None,
    template: str | os.PathLike[str] | None = None,
) -> None:
    """The page stands in the file, whole, or nothing has changed. The suffix decides unless `format` does.

    How the page is laid out is told as to `minutes.writing.layout`, which raises the same errors.
    """
    check(path)
    if template is not None and _same(path, template):
        raise OutputError("this is an input, which is never changed", file=str(path), todo="choose another name")
    wanted = layout(style=style, parts=parts, evidence=evidence, paper=paper, template=template)
    chosen = format or _ending(path)
    try:
        suit(wanted, chosen)
    except (UnknownFormat, InputError) as error:
        raise error.at(str(path)) from None
    put(_writer(chosen).render(recap, wanted), path)


def _same(path: str | os.PathLike[str], other: str | os.PathLike[str]) -> bool:
    try:
        return os.path.samefile(path, other)
    except (OSError, ValueError):  # one of them is not there
        return False


def suffix(format: str) -> str:
    """The suffix of a file in this format, with its dot; `format` is as for `render`."""
    return _writer(format).suffixes[0]


def format_of(path: str | os.PathLike[str]) -> str:
    """The name of the format that the suffix of a file tells; UnknownFormat where it tells none."""
    try:
        return _writer(_ending(path)).name
    except UnknownFormat as error:
        raise error.at(str(path)) from None


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
