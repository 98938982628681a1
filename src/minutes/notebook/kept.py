"""A text file that a person may change: written where there is none, shown, and left as it is from then on."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from minutes.errors import InputError, NotFound
from minutes.writing.embedded import box, paragraph
from minutes.writing.files import put
from minutes.writing.markup import Markup, joined, tag
from minutes.writing.plain import plain

_LINES = (
    "margin: 0; padding: 0.6em 0.8em; white-space: pre-wrap; background: none; color: inherit; "
    "font-family: var(--jp-code-font-family, monospace)"
)


def kept(file: str | os.PathLike[str], text: Callable[[], str]) -> Markup:
    """What stands in the file, and whether it was there already.

    Raises:
        OutputError: there is none, and it cannot be written.
        NotFound: it cannot be read.
        InputError: it is no text.
    """
    path = Path(file)
    new = not path.exists()
    if new:
        put(text().encode(), path)
    told = f"{path.name} was written." if new else f"{path.name} was there already; it is used as it is."
    return joined(paragraph(told), box(path.name, tag("pre", "\n".join(_lines(path)), style=_LINES)))


def _lines(path: Path) -> list[str]:
    """The lines of the file, each fit for a page."""
    try:
        return [plain(line) for line in path.read_text("utf-8-sig").splitlines()]
    except OSError as error:
        why = (error.strerror or "cannot be read").lower()
        raise NotFound(why, file=path.name, todo="name another file") from None
    except UnicodeDecodeError:
        raise InputError("not UTF-8 text", file=path.name, todo="save it as UTF-8") from None
