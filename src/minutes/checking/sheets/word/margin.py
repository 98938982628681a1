"""Comments of a Word file: the words that a line rests on, beside the reference that names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutes.checking.sheets.quoting import unquoted
from minutes.checking.sheets.references import named
from minutes.checking.sheets.runs import Run, joined
from minutes.checking.sheets.sheet import Extra
from minutes.checking.sheets.traces import answered
from minutes.checking.sheets.word.package import Package, W
from minutes.checking.sheets.word.paragraphs import Paragraphs
from minutes.writing.blocks import Said


class Comment(NamedTuple):
    """A comment as it was signed."""

    author: str
    initials: str
    date: str
    text: str


class Margin:
    """The comments by their numbers, and which of them stand beside a reference."""

    def __init__(self, package: Package, paragraphs: Paragraphs) -> None:
        self._comments = {
            str(one.get(f"{W}id")): Comment(
                str(one.get(f"{W}author", "")),
                str(one.get(f"{W}initials", "")),
                str(one.get(f"{W}date", "")),
                " ".join(joined(paragraphs.runs(line)) for line in one.iter(f"{W}p")),
            )
            for tree in package.parts("word/comments.xml")
            for one in tree.iter(f"{W}comment")
        }
        self._used: set[str] = set()

    def beside(self, runs: Sequence[Run]) -> frozenset[str]:
        """The pieces of a line that are references by their comments: those signed by the person that they name."""
        covered = ((self._covered(number, runs), self._comments[number].author) for number in self._numbers(runs))
        return frozenset(text for text, author in covered if text and named(text) == author)

    def said(self, references: Sequence[str], runs: Sequence[Run]) -> tuple[Said, ...]:
        """Each reference of a line with the words in the margin beside it."""
        heard = [(number, self._heard(number, runs)) for number in self._numbers(runs)]
        said, left = answered(references, (one for _, one in heard))
        self._used |= {number for number, one in heard if not any(one is other for other in left)}
        return said

    def extras(self) -> Iterator[Extra]:
        """Comments that stand beside no reference, and what is odd about how and when the others were signed."""
        for number, one in self._comments.items():
            if number not in self._used:
                yield Extra("comment", f"{one.author}: {one.text}")
            if one.initials != "".join(name[0] for name in one.author.split())[:3]:
                yield Extra("initials of a comment", one.initials)
            yield Extra("date of a comment", one.date)

    def _heard(self, number: str, runs: Sequence[Run]) -> Said:
        comment = self._comments[number]
        return Said(self._covered(number, runs), comment.author, unquoted(comment.text))

    def _covered(self, number: str, runs: Sequence[Run]) -> str:
        """The text that a comment stands beside; some programs keep only the place where it ends."""
        return joined(run for run in runs if number in run.comments)

    def _numbers(self, runs: Sequence[Run]) -> list[str]:
        """The comments of a line in their order."""
        numbers = dict.fromkeys(number for run in runs for number in sorted(run.comments))
        return [number for number in numbers if number in self._comments]
