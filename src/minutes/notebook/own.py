"""A group's own words: whether their examples hold, and what they change in the minutes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from minutes import telling
from minutes.finding import rules
from minutes.finding.proving import prove
from minutes.finding.rules import Cue, Rulebook
from minutes.model import Finding, Recap
from minutes.notebook.kept import kept
from minutes.revising.corrections.kinds import KINDS, MERGED
from minutes.writing.blocks import Cell, Column, Table
from minutes.writing.embedded import paragraph, table
from minutes.writing.markup import Markup, joined
from minutes.writing.trace import said
from minutes.writing.words import words

_FIXED = words("en")


def rulebook(file: str | os.PathLike[str]) -> Rulebook:
    """The rules that come with the library together with those of a file; raises as `rules.load` does."""
    return rules.standard().plus(rules.load(Path(file)))


def begun(file: str | os.PathLike[str], text: str) -> Markup:
    """The file of rules, written with the text where there is none; raises as `kept` does."""
    return kept(file, lambda: text.strip("\n") + "\n")


def examples(file: str | os.PathLike[str]) -> Markup:
    """Each example sentence of a file of rules, and whether its rule finds or leaves it as it should.

    Raises:
        NotFound: the file is not there.
        RulesError: a mistake in it.
    """
    own, name = rules.load(Path(file)), Path(file).name
    failures = prove(own, rules.standard())
    wrong = {(one.number, one.field, one.sentence) for one in failures}
    rows = tuple(row for number, cue in enumerate(own.cue, 1) for row in _examples(number, cue, wrong))
    columns = (Column("Rule", 20), Column("Sentence", 45), Column("What the rule does", 35))
    told = [str(error) for error in telling.failed(failures, name)] or [f"{telling.proved(own.cue, name)}."]
    return joined(*([table(Table("Examples", columns, rows))] if rows else []), *map(paragraph, told))


def _examples(number: int, cue: Cue, wrong: set[tuple[int, str, str]]) -> Iterator[tuple[Cell, ...]]:
    for field, right, failed in (
        ("hits", "finds it, as it should", "does not find it, and should"),
        ("misses", "leaves it, as it should", "finds it, and should leave it"),
    ):
        for sentence in getattr(cue, field):
            done = failed if (number, field, sentence) in wrong else right
            yield Cell(cue.id), Cell(_FIXED.quoted(sentence)), Cell(done)


def difference(before: Recap, after: Recap) -> Markup:
    """The items that stand in one recap of a meeting and not in the other, each with the rule that found it."""
    rows = (*_only(after, before, "new"), *_only(before, after, "no longer there"))
    if not rows:
        return paragraph("Both find the same.")
    widths = {"Change": 12, "Part": 18, "What": 36, "Found by the rule": 16, "Said": 18}
    return table(Table("What is different", tuple(Column(*one) for one in widths.items()), rows))


def _only(one: Recap, other: Recap, note: str) -> Iterator[tuple[Cell, ...]]:
    """The items of one recap alone, in the order of the page."""
    for name in MERGED:
        field = KINDS[name].items
        known = {_words(item) for item in getattr(other, field)}
        for item in getattr(one, field):
            if _words(item) not in known:
                evidence = said(item.evidence, _FIXED)
                yield Cell(note), Cell(_FIXED.titles[field]), Cell(item.text), Cell(item.rule), Cell(said=evidence)


def _words(item: Finding) -> tuple[str, ...]:
    """What an item says and rests on; its id changes with each word of its evidence."""
    return item.text, *(piece.quote for piece in item.evidence)
