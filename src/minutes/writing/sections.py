"""The sections of the page of one meeting: what stands in each, and in which order they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from minutes.model import Evidence, Ownership, Proposal, Recap, Resource, State
from minutes.writing.blocks import (
    Approval,
    Block,
    Bullets,
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Item,
    Paragraph,
    Quote,
    Table,
    Value,
)
from minutes.writing.cells import (
    added,
    amounts,
    attending,
    background,
    by_hand,
    candidates,
    due,
    item,
    named,
    owners,
    share,
    span,
    standing,
    withheld,
)
from minutes.writing.plain import link
from minutes.writing.trace import clock, credit, reference, said
from minutes.writing.words import Words

Section = Callable[[Recap, Words], Iterator[Block]]
_UNDERSTOOD = "en"
"""The language in which things are found."""
_MOST = 100
"""People whom the page names; of a crowd, those who spoke most."""


def facts(recap: Recap, fixed: Words) -> Iterator[Block]:
    """When and where the meeting was, how long it took, who was there, and in which role."""
    known = {label for speaker in recap.speakers for label in (speaker.name, *speaker.labels)}
    silent = (name for name in recap.attendees if name not in known)
    yield from _facts(
        fixed,
        date=[fixed.long(recap.date) if recap.date else None],
        start=[recap.start],
        length=[None if recap.seconds is None else fixed.length(recap.seconds)],
        place=[recap.place],
        present=[_listed([*(speaker.name for speaker in recap.speakers), *silent], fixed)],
        apologies=attending(recap, "apologies", fixed),
        chair=attending(recap, "chair", fixed),
        note_taker=attending(recap, "note_taker", fixed),
    )


def _listed(names: list[str], fixed: Words) -> str:
    """The names in a row, of a crowd the first."""
    more = [fixed.lines["more"].format(count=f"{len(names) - _MOST:,}")] if len(names) > _MOST else []
    return ", ".join([*names[:_MOST], *more])


def foreign(recap: Recap, fixed: Words) -> Iterator[Block]:
    """That nothing could be found in another language, lest the page look like a meeting that settled nothing."""
    if not understood(recap):
        yield Paragraph(fixed.lines["foreign"])


def veiled(recap: Recap, fixed: Words) -> Iterator[Block]:
    """What an edition without names cannot promise."""
    if recap.veiled:
        yield Paragraph(fixed.lines["veiled"])


def understood(recap: Recap) -> bool:
    """Whether the meeting was held in a language in which things are found."""
    return (recap.language or "").split("-")[0].lower() == _UNDERSTOOD


def to_settle(recap: Recap, fixed: Words) -> Iterator[Block]:
    """The next steps of which nobody knows whose they are."""
    left = (step for step in recap.next_steps if step.ownership in (Ownership.NOBODY, Ownership.TO_SETTLE))
    items = [Item(step.text, candidates(step, fixed), said=said(step.evidence, fixed)) for step in left]
    yield from _list(fixed, "to_settle", items)


def earlier(recap: Recap, fixed: Words) -> Iterator[Block]:
    """What was open from last time, with what this meeting says of it, and the words on both sides."""
    if not recap.earlier:
        return
    yield Heading(2, fixed.titles["earlier"])
    rows = (
        (
            Cell(step.text),
            Cell(owners(step, fixed)),
            due(step, fixed),
            Cell(standing(step, fixed)),
            Cell(said=said((*step.evidence, *step.said), fixed, named=True)),
        )
        for step in recap.earlier
    )
    yield _table(fixed, "earlier", {"what": 34, "who": 14, "due": 15, "state": 15, "said": 22}, rows)


def overview(recap: Recap, fixed: Words) -> Iterator[Block]:
    """What the meeting did, in a few sentences."""
    if recap.overview:
        yield Heading(2, fixed.titles["overview"])
        yield Paragraph(" ".join(recap.overview))


def next_steps(recap: Recap, fixed: Words) -> Iterator[Block]:
    """Who does what by when, and where it was said."""
    yield Heading(2, fixed.titles["next_steps"])
    if not recap.next_steps:
        yield Paragraph(fixed.none["next_steps" if understood(recap) else "foreign"])
        return
    rows = (
        (
            Cell(step.text),
            Cell(owners(step, fixed)),
            due(step, fixed),
            Cell(said=said(step.evidence, fixed)) if step.evidence else Cell(added(step, fixed)),
        )
        for step in recap.next_steps
    )
    yield _table(fixed, "next_steps", {"what": 37, "who": 16, "due": 18, "said": 29}, rows)


def decisions(recap: Recap, fixed: Words) -> Iterator[Block]:
    """What the group settled."""
    yield Heading(2, fixed.titles["decisions"])
    if not recap.decisions:
        yield Paragraph(fixed.none["decisions" if understood(recap) else "foreign"])
        return
    number = {proposal.id: at for at, proposal in enumerate(recap.proposals, start=1)}
    items = []
    for found in recap.decisions:
        settles = fixed.lines["settles"].format(number=number[found.settles]) if found.settles in number else ""
        note = "; ".join(filter(None, (fixed.outcome[found.outcome], settles, added(found, fixed))))
        items.append(Item(found.text, note, said=said(found.evidence, fixed)))
    yield Bullets(tuple(items))


def proposals(recap: Recap, fixed: Words) -> Iterator[Block]:
    """The ideas, numbered, with all that was said for them."""
    if recap.proposals:
        yield Heading(2, fixed.titles["proposals"])
    for number, proposal in enumerate(recap.proposals, start=1):
        yield Heading(3, proposal.title.rstrip(".,;: "), f"{number}.")
        yield Paragraph(proposal.text, said(proposal.evidence, fixed))
        yield from _about(proposal, recap, fixed)
        if mark := added(proposal, fixed):
            yield Paragraph(mark)
        if proposal.quote:
            yield _quote(proposal.quote, proposal.evidence, fixed)


def challenges(recap: Recap, fixed: Words) -> Iterator[Block]:
    """What stands in the way, and who said so."""
    items = [item(found, found.raised_by, "raised_by", fixed) for found in recap.challenges]
    yield from _list(fixed, "challenges", items)


def advice(recap: Recap, fixed: Words) -> Iterator[Block]:
    """How to act, and who advised it."""
    items = [item(found, found.given_by, "given_by", fixed) for found in recap.advice]
    yield from _list(fixed, "advice", items)


def questions(recap: Recap, fixed: Words) -> Iterator[Block]:
    """What was left open."""
    items = [item(found, found.raised_by, "asked_by", fixed) for found in recap.questions]
    yield from _list(fixed, "questions", items)


def topics(recap: Recap, fixed: Words) -> Iterator[Block]:
    """What was talked about when; without a clock, in which turns."""
    if not recap.topics:
        return
    yield Heading(2, fixed.titles["topics"])
    timed = any(topic.start is not None for topic in recap.topics)
    rows = []
    for topic in recap.topics:
        row = (Cell(topic.title), Cell(span(topic.first_turn + 1, topic.last_turn + 1)))
        times = [clock(at) for at in (topic.start, topic.end) if at is not None]
        rows.append((Cell(span(*times)), *row) if timed else row)
    widths = {"time": 25, "topic": 59, "turns": 16} if timed else {"topic": 80, "turns": 20}
    yield _table(fixed, "topics", widths, rows)


def speakers(recap: Recap, fixed: Words) -> Iterator[Block]:
    """Who spoke, what they said of themselves, and how much they spoke."""
    if not recap.speakers:
        return
    yield Heading(2, fixed.titles["speakers"])
    spoken = amounts(recap.speakers)
    loudest = sorted(range(len(spoken)), key=lambda at: -spoken[at])[:_MOST]
    shown = ((recap.speakers[at], spoken[at]) for at in sorted(loudest))
    rows = (
        (
            Cell(named(speaker)),
            background(speaker, fixed),
            Cell(str(speaker.turns)),
            Cell(f"{speaker.words:,}"),
            share(amount, spoken, fixed),
        )
        for speaker, amount in shown
    )
    widths = {"name": 21, "background": 39, "turns": 9, "words": 10, "share": 21}
    yield _table(fixed, "speakers", widths, rows)
    if len(spoken) > _MOST:
        yield Paragraph(fixed.lines["more"].format(count=f"{len(spoken) - _MOST:,}").capitalize() + ".")


def closing(recap: Recap, fixed: Words) -> Iterator[Block]:
    """The mood at the end, only as somebody said it."""
    if recap.closing:
        yield Heading(2, fixed.titles["closing"])
    for piece in recap.closing:
        yield _quote(piece.quote, (piece,), fixed)


def resources(recap: Recap, fixed: Words) -> Iterator[Block]:
    """Each link once, with who shared it and what it is for."""
    items = []
    for found in recap.resources:
        url = link(found.url)
        where = reference(found.evidence[0], fixed)
        used = [str(at) for at, one in enumerate(recap.proposals, start=1) if found.id in one.resources]
        note = (
            found.url if not url and found.label != found.url else "",
            fixed.lines["shared_by"].format(name=_sharer(found, where)) if found.shared_by else where,
            fixed.lines["for_proposal"].format(numbers=", ".join(used)) if used else "",
        )
        items.append(Item(found.label, "; ".join(filter(None, note)), url))
    yield from _list(fixed, "resources", items)


def _sharer(found: Resource, where: str) -> str:
    """Who shared a link and where; of somebody else than the one who spoke, the name."""
    return where if found.shared_by == found.evidence[0].speaker else found.shared_by or ""


def unsaved_links(recap: Recap, fixed: Words) -> Iterator[Block]:
    """What looked like a link and is none, as it stands."""
    if recap.unsaved_links:
        yield Heading(2, fixed.titles["unsaved_links"])
        yield Paragraph(fixed.lines["unsaved"])
        yield Bullets(tuple(Item(text) for text in recap.unsaved_links))


def approval(recap: Recap, fixed: Words) -> Iterator[Block]:
    """Room to sign, as long as the group has not adopted the minutes."""
    if recap.state is not State.ADOPTED:
        yield Approval(fixed.lines["approved_by"], fixed.lines["approved_on"])


def making(recap: Recap, fixed: Words) -> Iterator[Block]:
    """From which files, how, and what was left out."""
    yield Heading(2, fixed.titles["making"])
    yield from _facts(
        fixed,
        method=[_method(recap, fixed)],
        by_hand=[by_hand(recap, fixed)],
        file=[source.name for source in recap.sources],
        sha256=[source.sha256 for source in recap.sources],
        withheld=[withheld(recap.withheld, fixed)],
    )


def _method(recap: Recap, fixed: Words) -> str:
    made = "method_by_hand" if by_hand(recap, fixed) else "method"
    return f"{fixed.lines[made]} {fixed.lines['named_veiled' if recap.veiled else 'named']}"


NOTES: tuple[Section, ...] = (foreign, veiled)
"""What every page tells of itself first."""
SECTIONS: tuple[tuple[str, Section], ...] = (
    ("earlier", earlier),
    ("overview", overview),
    ("next_steps", next_steps),
    ("next_steps", to_settle),
    ("decisions", decisions),
    ("proposals", proposals),
    ("challenges", challenges),
    ("advice", advice),
    ("questions", questions),
    ("closing", closing),
    ("topics", topics),
    ("speakers", speakers),
    ("resources", resources),
    ("unsaved_links", unsaved_links),
)
"""The page from top to bottom, each section with the field of the recap that it shows."""


def _about(proposal: Proposal, recap: Recap, fixed: Words) -> Iterator[Block]:
    """The facts of a proposal; lessons and outcomes stay in the words of those who told them."""
    shared = {found.id: found for found in recap.resources}
    links = [shared[id_] for id_ in proposal.resources if id_ in shared]

    def told(texts: Iterable[str | None]) -> list[Value]:
        return [Value(fixed.quoted(text), credit=credit(text, proposal.evidence, fixed)) for text in texts if text]

    yield from _facts(
        fixed,
        proposers=[", ".join(proposal.proposers)],
        status=[fixed.status[proposal.status]],
        aim=[proposal.aim],
        channels=[", ".join(proposal.channels)],
        outcomes=told(proposal.outcomes),
        takeaway=told([proposal.takeaway]),
        resources=[Value(found.label, link(found.url)) for found in links],
    )


def _quote(text: str, evidence: tuple[Evidence, ...], fixed: Words) -> Quote:
    return Quote(text, credit(text, evidence, fixed), fixed.lines["quoted"])


def _facts(fixed: Words, **given: Iterable[Value | str | None]) -> Iterator[Facts]:
    """Labelled facts, without those that hold nothing."""
    kept = []
    for key, values in given.items():
        held = tuple(Value(value) if isinstance(value, str) else value for value in values if value)
        if held:
            kept.append(Fact(fixed.facts[key], held))
    if kept:
        yield Facts(tuple(kept))


def _table(fixed: Words, title: str, widths: dict[str, int], rows: Iterable[tuple[Cell, ...]]) -> Table:
    figures = ("turns", "words", "share")
    columns = tuple(Column(fixed.columns[key], width, key in figures) for key, width in widths.items())
    return Table(fixed.titles[title], columns, tuple(rows))


def _list(fixed: Words, title: str, items: list[Item]) -> Iterator[Block]:
    if items:
        yield Heading(2, fixed.titles[title])
        yield Bullets(tuple(items))
