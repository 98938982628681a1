"""JSON without the style of its keys, `startTime`, `start_time` and `StartTime` as one, and without odd numbers."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any


def load(text: str | bytes) -> object:
    """The value of a JSON text; of two equal keys the last wins."""
    value: object = json.loads(
        text, parse_int=_whole, parse_float=_number, parse_constant=lambda _: None, object_pairs_hook=_folded
    )
    return value


@lru_cache(maxsize=4096)
def _fold(key: str) -> str:
    """The key in small letters, without what parts its words."""
    return key.replace("_", "").replace("-", "").replace(" ", "").lower()


def _folded(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {_fold(key): value for key, value in pairs}


def _whole(digits: str) -> int | None:
    """A whole number, or None where it is too long to be anything of a transcript."""
    return int(digits) if len(digits) <= 20 else None


def _number(digits: str) -> float | None:
    """A number, or None where it is too large to be anything of a transcript."""
    if len(digits) > 40:
        return None
    value = float(digits)
    return value if abs(value) < 1e300 else None
