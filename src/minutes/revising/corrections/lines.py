"""On which line of a TOML text something stands; `tomllib` does not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""|'
    r"'''.*?'''|"
    r'"(?:\\.|[^"\\\n])*"|'
    r"'[^'\n]*'|"
    r"#[^\n]*",
    re.DOTALL,
)
"""Text, in which a line may look like a heading, and comments, in which a quotation mark may stand."""
_HEADING = re.compile(r"\s*\[\[?\s*(?P<name>[\w\s.\"'-]+?)\s*\]\]?\s*$")


def line(text: str, table: str, number: int = 0, key: str | None = None) -> int | None:
    """The line, from 1, of a key in the table of this name, or of the table itself; None if neither can be told.

    `number` is its place among the tables of one name, from 0.
    """
    lines = _TOKEN.sub(_shortened, text).split("\n")
    headings = [at for at, each in enumerate(lines) if _HEADING.match(each)]
    named = [at for at in headings if _name(lines[at]) == table]
    if number >= len(named):
        return _key(lines, range(len(lines)), table)
    start = named[number]
    end = next((at for at in headings if at > start), len(lines))
    return (None if key is None else _key(lines, range(start + 1, end), key)) or start + 1


def _shortened(token: re.Match[str]) -> str:
    """A token without what could be taken for a heading: text over several lines as empty ones, and no comment."""
    if token[0][0] == "#":
        return ""
    return token[0] if "\n" not in token[0] else '""' + "\n" * token[0].count("\n")


def _name(heading: str) -> str:
    found = _HEADING.match(heading)
    return found["name"].strip("\"'") if found else ""


def _key(lines: Sequence[str], within: range, key: str) -> int | None:
    """The line that sets a key, bare or in quotation marks."""
    sets = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[.=]")
    return next((at + 1 for at in within if sets.match(lines[at])), None)
