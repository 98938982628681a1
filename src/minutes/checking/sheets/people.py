"""Who a page says took part: in a veiled edition a reference is a name and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from minutes.checking.sheets.fixed import fixed


def people(tables: Iterable[Sequence[Sequence[str]]]) -> frozenset[str]:
    """The names in the tables of participants, as a reference may write them."""
    titles = fixed("columns", "name")
    rows = (row for table in tables if table and table[0] and table[0][0] in titles for row in table[1:] if row)
    return fixed("lines", "nobody_named").union(*(_names(row[0]) for row in rows))


def _names(cell: str) -> Iterator[str]:
    """ "Amal Haddad (Amal, AH)" is one of these, all of it or a part."""
    name, _, labels = cell.removesuffix(")").partition(" (")
    yield from filter(None, (cell, name, *labels.split(", ")))
