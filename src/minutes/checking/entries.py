"""The blocks of a page as entries: each line, row or proposal with its parts and the words it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import assert_never

from minutes.checking.sheets.quoting import bare, quoted
from minutes.writing.blocks import (
    Approval,
    Block,
    Bullets,
    Fact,
    Facts,
    Heading,
    Item,
    Mark,
    Paragraph,
    Quote,
    Said,
    Table,
    Title,
)


class Role(Enum):
    """What a part of an entry is."""

    SENTENCE = "sentence"
    """Minuted: its words may be told in another form."""
    QUOTE = "quote"
    """Set apart as somebody's words."""
    FACT = "fact"
    """A name, a day, a figure, a link, a fixed word."""


@dataclass(frozen=True)
class Part:
    """One thing that an entry says."""

    label: str
    """What it is called on the page: "Who", "Status"; empty for its sentence."""
    text: str
    role: Role = Role.FACT


@dataclass(frozen=True)
class Entry:
    """A line of the page that stands or falls by itself."""

    section: str
    place: str
    """Where a reader finds it: "Next steps, line 3"."""
    parts: tuple[Part, ...]
    said: tuple[Said, ...] = ()
    item: bool = False
    """Whether it is one finding, speaker, topic or link, and not a piece of the page around them."""

    def told(self) -> tuple[tuple[str, str], ...]:
        """All that it says."""
        return tuple((part.label, part.text) for part in self.parts)


@dataclass
class _Section:
    title: str = ""
    entries: list[Entry] = field(default_factory=list)

    def add(self, parts: Iterable[Part], said: tuple[Said, ...] = (), place: str = "", *, item: bool = False) -> None:
        kept = tuple(part for part in parts if part.text)
        if kept or said:
            at = place or f"{self.title or 'the head'}, line {len(self.entries) + 1}"
            self.entries.append(Entry(self.title, at, kept, said, item))


def entries(blocks: Iterable[Block]) -> Iterator[Entry]:
    """Every entry of a page in its order; each heading of a section is one too."""
    section = _Section()
    for block, more in _matters(blocks):
        if isinstance(block, Heading) and block.level <= 2:
            yield from section.entries
            section = _Section(block.text)
            yield Entry(
                block.text, f"the heading {block.text}", (Part("heading", f"{block.number} {block.text}".strip()),)
            )
        elif isinstance(block, Heading):
            _matter(section, block, more)
        else:
            _plain(section, block)
    yield from section.entries


def _matters(blocks: Iterable[Block]) -> Iterator[tuple[Block, list[Block]]]:
    """Each block; one under a heading of a lower level comes with that heading."""
    held: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            if held:
                yield held[0], held[1:]
            held = [block] if block.level > 2 else []
            if block.level <= 2:
                yield block, []
        elif held:
            held.append(block)
        else:
            yield block, []
    if held:
        yield held[0], held[1:]


def _matter(section: _Section, heading: Heading, blocks: list[Block]) -> None:
    """A proposal with all that stands under its heading."""
    parts = [Part("number", heading.number), Part("title", heading.text, Role.SENTENCE)]
    said: tuple[Said, ...] = ()
    for block in blocks:
        match block:
            case Paragraph():
                parts.append(Part("", block.text, Role.SENTENCE))
                said += block.said
            case Facts():
                parts += _facts(block.facts)
                said += _credited((value.text, value.credit) for fact in block.facts for value in fact.values)
            case Quote():
                parts += _quote(block)
                said += _credited([(block.text, block.credit)])
            case _:
                _plain(section, block)
    section.add(parts, said, f"{section.title}, {heading.number} {heading.text}", item=True)


def _plain(section: _Section, block: Block) -> None:
    match block:
        case Title():
            section.add([Part("title", block.text), Part("group", block.group)], place="the title")
        case Mark():
            section.add([Part("mark", block.text)], place="the mark under the title")
        case Heading():
            section.add([Part("heading", block.text)])
        case Paragraph():
            section.add([Part("", block.text, Role.SENTENCE)], block.said)
        case Facts():
            for fact in block.facts:
                section.add(_facts([fact]), place=f"{section.title or 'the head'}, {fact.label}")
        case Bullets():
            for item in block.items:
                section.add(_item(item), item.said, item=True)
        case Table():
            _table(section, block)
        case Quote():
            section.add(_quote(block), _credited([(block.text, block.credit)]), item=True)
        case Approval():
            pass  # who signed it, and when, no transcript can tell
        case _:
            assert_never(block)


def _item(item: Item) -> list[Part]:
    return [Part("", item.text, Role.SENTENCE), Part("note", item.note), Part("link", item.url or "")]


def _quote(quote: Quote) -> list[Part]:
    return [Part("quote", quote.text, Role.QUOTE), Part("credit", quote.credit)]


def _facts(facts: Iterable[Fact]) -> Iterator[Part]:
    for fact in facts:
        for value in fact.values:
            yield Part(fact.label, value.text)
            yield Part(f"{fact.label}, the link", value.url or "")
            yield Part(f"{fact.label}, the place", value.credit)


def _table(section: _Section, table: Table) -> None:
    section.add(
        [Part("column", column.title) for column in table.columns], place=f"{section.title}, the head of the table"
    )
    for number, row in enumerate(table.rows, start=1):
        parts = []
        for at, cell in enumerate(row):
            title = table.columns[at].title if at < len(table.columns) else f"cell {at + 1}"
            parts.append(Part(title, cell.text, Role.FACT if at else Role.SENTENCE))
            parts.append(Part(f"{title}, the words", cell.credit))
        said = _credited((cell.text, cell.credit) for cell in row)
        said += tuple(one for cell in row for one in cell.said)
        section.add(parts, said, f"{section.title}, row {number}", item=True)


def _credited(given: Iterable[tuple[str, str]]) -> tuple[Said, ...]:
    """Quotes that carry the place where they stand: "“…” (Amal, turn 13)"; not a day with the words that name it."""
    return tuple(Said(credit, "", bare(text)) for text, credit in given if credit and not quoted(credit))
