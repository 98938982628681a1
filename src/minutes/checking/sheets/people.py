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


def present(lines: Iterable[str]) -> frozenset[str]:
    """The names in the line of the head that says who was there; a short page has no table of participants."""
    told = (line.partition(": ") for line in lines)
    labels = fixed("facts", "present")
    return frozenset(name for label, _, names in told if label in labels for name in names.split(", "))
