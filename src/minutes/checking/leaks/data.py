"""JSON: every text with the way to it, and the names of the fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import get_args

from minutes.checking.leaks.pieces import Piece
from minutes.errors import BrokenFile
from minutes.model import Role, Series
from minutes.reading import READERS

_UNSEEN = frozenset(("schema", "id", "rule", "format", "language", "settles", "kind", "sha256"))
"""Fields that no page shows."""
_OWN = {"format": frozenset(reader.name for reader in READERS), "role": frozenset(get_args(Role))}
"""What fields hold that is nobody's name: "md" is a format, and short for one."""


class _Fields(list[tuple[str, object]]):
    """The fields of an object, two of one name as well."""


def pieces(data: bytes) -> tuple[list[Piece], list[str]]:
    """The pieces of a JSON file; all of it is looked into."""
    try:
        value = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_Fields)
    except (ValueError, RecursionError):
        raise BrokenFile("not valid JSON", todo="write the page again") from None
    return list(_pieces(value, "", shown=True)), []


@cache
def _names() -> frozenset[str]:
    """The names of the fields of all records."""
    kinds = Series.model_json_schema(mode="serialization")["$defs"].values()
    return frozenset(name for kind in kinds for name in kind.get("properties", ())) | {"threads", "recaps"}


def _pieces(value: object, place: str, *, shown: bool) -> Iterator[Piece]:
    match value:
        case str():
            yield Piece(place or "the whole", value, shown)
        case _Fields():
            for name, one in value:
                inside = f"{place}.{name}" if place else name
                if name not in _names():
                    yield Piece(f"the name of the field {inside}", name, False)
                if not (isinstance(one, str) and one in _OWN.get(name, ())):
                    yield from _pieces(one, inside, shown=shown and name not in _UNSEEN)
        case list():
            for number, one in enumerate(value):
                yield from _pieces(one, f"{place}[{number}]", shown=shown)
