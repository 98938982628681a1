"""The words that addresses are told by, from `words.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def vocabulary(name: str) -> frozenset[str]:
    """The words listed under this name."""
    return frozenset(_lists()[name].split())


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
