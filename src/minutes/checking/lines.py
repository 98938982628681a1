"""One line of a page against the transcript, and against what the rules read in the words that it cites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutes.checking.data import hidden, records
from minutes.checking.entries import Entry, Part, Role, entries
from minutes.checking.matching import Lines
from minutes.checking.report import Failing
from minutes.checking.sheets import Extra, Sheet, parse
from minutes.checking.tracing import misquoted, untraced
from minutes.checking.witness import Witness
from minutes.model import Evidence, Recap, Series, Transcript
from minutes.writing import Layout, render
from minutes.writing.layout import USUAL
from minutes.writing.words import words

_OF_EDITING = frozenset(
    (
        *("application", "app version", "template", "total time", "revision", "company", "manager"),
        *("last modified by", "modified", "last printed", "pages", "words", "characters", "characters with spaces"),
        *("lines", "paragraphs", "doc security", "scale crop", "links up to date", "shared doc"),
        *("hyperlinks changed", "heading pairs", "titles of parts", "hyperlink base"),
        *("attribute ins", "attribute del", "attribute bookmarkStart", "part word/people.xml"),
    )
)
"""What word processors write of themselves and of whoever edits a page."""


_POINTING = Layout(parts=("decisions", "resources"))
"""What points to the numbers of proposals, and does not where they are left out of the page."""
_BEFORE = "it is of an earlier meeting, and not as the minutes that --previous names give it"
_ALONE = "the rules find nothing of the kind in the words it cites; what a person wrote is told by --corrections"


class Told(NamedTuple):
    """What is to be said of a line."""

    failing: tuple[Failing, ...]
    by_hand: bool
    """Whether it is as a person's corrections have it, and not as the rules do."""


class Checker:
    """What the lines of one page are held against."""

    def __init__(
        self, transcript: Transcript, found: Recap, corrected: Recap | None, format: str, layout: Layout = USUAL
    ) -> None:
        self._fixed = words(found.language)
        self._witness = Witness(transcript, self._fixed, placed=any(_placed(found)))
        self._transcript = transcript
        self._recaps = [recap for recap in (found, corrected) if recap]
        roster = [name for one in found.speakers for name in (one.name, *one.labels)]
        self._names = (*roster, *transcript.attendees)
        sheets = [_again(recap, format, layout) for recap in self._recaps]
        extracts = [_again(recap, format, _POINTING) for recap in self._recaps] if format != "json" else sheets
        self._found, self._corrected = (Lines(entries((*sheets[at].blocks, *extracts[at].blocks))) for at in (0, -1))
        self._around = {extra for sheet in sheets for extra in sheet.extras}
        self._written = [part.text for sheet in sheets for entry in entries(sheet.blocks) for part in entry.parts]

    def told(self, entry: Entry) -> Told:
        """Why a line does not stand, if it does not."""
        objections = [why for one in entry.said if (why := self._witness.objection(one))]
        found, corrected = self._found.like(entry), self._corrected.like(entry)
        by_hand = self._same(corrected, entry) and not self._same(found, entry)
        if entry.section == self._fixed.titles["earlier"] and (entry.item or not found):
            objections = list(self._compared(entry, found)) if found else [_BEFORE]
        elif not by_hand:
            cited = [text for one in entry.said for text in self._witness.texts(one)]
            objections += self._traced(entry, cited)
            objections += self._compared(entry, found) if found else [_ALONE]
        return Told(tuple(Failing(entry.place, " ".join(why.split())) for why in dict.fromkeys(objections)), by_hand)

    def around(self, extras: Sequence[Extra]) -> Iterator[Failing]:
        """What stands around the page, as in its header, and does not belong there."""
        for extra in extras:
            if not (extra in self._around or extra.place in _OF_EDITING or self._left(extra)):
                told = self._fixed.quoted(" ".join(extra.text.split()))
                yield Failing(extra.place, f"{told} does not belong there")

    def _left(self, extra: Extra) -> bool:
        """Whether it is what is left in the file of a line that a person took out."""
        return (extra.place == "comment" and self._witness.spoken(extra.text)) or (
            extra.place == "deleted text" and any(extra.text in text for text in self._written)
        )

    def hidden(self, page: Recap | Series | None) -> Iterator[Failing]:
        """What stands in a page that is data, and is shown on no other."""
        if isinstance(page, Recap):
            yield from hidden(page, self._transcript, self._recaps)

    def _same(self, one: Entry | None, other: Entry) -> bool:
        return one is not None and self._bare(one) == self._bare(other)

    def _bare(self, entry: Entry) -> list[tuple[str, str]]:
        """What a line says, a day in one form and without the remark that a person added it."""
        told = ((label, self._fixed.unmarked(text)) for label, text in entry.told())
        return [
            (label, self._fixed.short(day) if (day := self._fixed.day(text)) else text) for label, text in told if text
        ]

    def _traced(self, entry: Entry, cited: Sequence[str]) -> Iterator[str]:
        """What is not in the words that a line cites."""
        for part in entry.parts:
            if part.role is Role.QUOTE and not self._witness.verbatim(part.text):
                yield f"{self._fixed.quoted(part.text)} stands nowhere in the transcript"
            if part.role is Role.SENTENCE and entry.said:
                if missing := untraced(part.text, cited, self._names):
                    yield f"{', '.join(map(self._fixed.quoted, missing))} not said in the words it cites"
                for inner in misquoted(part.text, cited):
                    yield f"{self._fixed.quoted(inner)} is not what the cited words say"

    def _compared(self, entry: Entry, found: Entry) -> Iterator[str]:
        """Where a line says of the same words something else than the rules read in them, or less."""
        there = Counter(found.parts)
        for part in entry.parts:
            if there[part]:
                there[part] -= 1
                continue
            other = next((one for one in found.parts if one.label == part.label and there[one]), None)
            if other:
                there[other] -= 1
            yield _of(part, entry) + self._differs(part, other.text if other else "")
        for part in there.elements():
            yield f"{_of(part, entry)}{self._fixed.quoted(part.text)} is missing"
        whole = {(one.reference, quote) for one in found.said for quote in (one.quote, "")}
        for one in entry.said:
            if (one.reference, one.quote) not in whole:
                yield f"{self._fixed.quoted(one.quote)} is not the whole of what is cited there"

    def _differs(self, part: Part, other: str) -> str:
        wanted = f"the transcript gives {self._fixed.quoted(other)}" if other else "nothing in the transcript says so"
        return f"{self._fixed.quoted(part.text)} stands on the page, and {wanted}"


def _of(part: Part, entry: Entry) -> str:
    """Which part of a line is meant, where its place does not say so already."""
    return f"{part.label}: " if part.label and not entry.place.endswith(part.label) else ""


def _placed(found: Recap) -> Iterator[bool]:
    """Whether its citations tell turns and times; a page without citations might."""
    pieces = [piece for _, piece in records(found) if isinstance(piece, Evidence)]
    yield not pieces
    yield from (piece.placed for piece in pieces)


def _again(recap: Recap, format: str, layout: Layout) -> Sheet:
    """The page as the rules write it, read back, so that both pages went the same way."""
    return parse(render(recap, format, layout), f"page.{format}")
