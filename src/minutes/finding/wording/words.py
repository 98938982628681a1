"""The words and set phrases that wording knows, from `words.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def vocabulary(name: str) -> frozenset[str]:
    """The words listed under this name."""
    listed = _lists()[name]
    return frozenset(listed.split()) if isinstance(listed, str) else frozenset()


def phrases(name: str) -> list[str]:
    """The phrases listed under this name, as regular expressions, in their order."""
    listed = _lists()[name]
    return [] if isinstance(listed, str) else listed


def either(name: str) -> str:
    """One regular expression for any of the phrases listed under this name."""
    return f"(?:{'|'.join(phrases(name))})"


@cache
def _lists() -> dict[str, str | list[str]]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
