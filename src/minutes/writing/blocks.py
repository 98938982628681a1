"""What a page can show: a closed list of plain records that know no format."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

_BARE = "{words}"


@dataclass(frozen=True, slots=True)
class Said:
    """A verbatim piece of the transcript, with where it stands."""

    reference: str
    """Who said it and where: "Amal, turn 13, 0:01:13"."""
    speaker: str
    quote: str
    """Empty where the page shows the reference alone."""
    marks: str = field(default=_BARE, compare=False)
    """The quotation marks of the page's language around `{words}`."""

    @property
    def quoted(self) -> str:
        """The words between quotation marks."""
        return self.marks.format(words=self.quote)


@dataclass(frozen=True, slots=True)
class Title:
    """The head of the page; there is one, and it comes first."""

    text: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that says how final the page is."""

    text: str
    adopted: bool = field(default=False, compare=False)
    """Whether it warns of nothing any more."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section (level 2) or of a part of one (3, 4)."""

    level: int
    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A piece of a fact: text, a link, or words with their credit."""

    text: str
    url: str | None = None
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it holds."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """A short list of labelled facts."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: text, or a link, then a note."""

    text: str
    note: str = ""
    url: str | None = None
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without an order."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    width: int
    """Its share of the table; the shares of a table make 100."""
    figures: bool = False
    """Whether it holds numbers, which stand at the end of their cell."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A share as a picture, beside its figure."""

    percent: int
    told: str
    """The same for those who do not see it: "18% of the talk"."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: text with its credit, or the words that the row rests on."""

    text: str = ""
    credit: str = ""
    said: tuple[Said, ...] = ()
    bar: Bar | None = field(default=None, compare=False)
    """Only shows what the text says."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words worth setting apart."""

    text: str
    credit: str = ""
    marks: str = field(default=_BARE, compare=False)
    """As those of `Said`."""

    @property
    def quoted(self) -> str:
        """The words between quotation marks."""
        return self.marks.format(words=self.text)


@dataclass(frozen=True, slots=True)
class Approval:
    """Room for whoever approves the minutes to sign and to date them by hand."""

    by: str
    """What stands in front of the name."""
    on: str
    """What stands in front of the day."""


Block = Title | Mark | Heading | Paragraph | Facts | Bullets | Table | Quote | Approval


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that a writer needs: the blocks in their order, and what a file says of itself."""

    title: str
    group: str
    day: date | None
    told_day: str
    """The day as the page tells it, or the first and the last day of a series; an empty text without either."""
    mark: str
    language: str
    """Of the page, with its country: "en-GB"."""
    labels: dict[str, str]
    """Fixed words of the page's own furniture: "page", "skip", "contents"."""
    blocks: tuple[Block, ...]
