"""What stands in the single cells and lines of a page."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.model import (
    BY_HAND,
    Earlier,
    Finding,
    NextStep,
    Ownership,
    Recap,
    Role,
    Speaker,
    Standing,
    Thread,
    Withheld,
)
from minutes.writing.blocks import Bar, Cell, Item, Value
from minutes.writing.trace import credit, reference, said
from minutes.writing.words import Words

_FOUND = ("next_steps", "decisions", "proposals", "challenges", "advice", "questions")


def owners(step: NextStep | Earlier, fixed: Words) -> str:
    """Who is to do it, or that nobody was named."""
    match step.ownership:
        case Ownership.NAMED:
            return ", ".join(step.owners)
        case Ownership.GROUP:
            return fixed.ownership["group"]
        case Ownership.NOBODY:
            return fixed.ownership["nobody"]
        case Ownership.TO_SETTLE:
            return fixed.ownership["to_settle"].format(names=candidates(step, fixed))


def candidates(step: NextStep | Earlier, fixed: Words) -> str:
    """Who may be to do it, where the group still has to say."""
    return fixed.ownership["or"].join(step.owners) or fixed.ownership["nobody"]


def due(step: NextStep | Earlier, fixed: Words) -> Cell:
    """The day with the words that name it; the words alone where they name no day."""
    spoken = fixed.quoted(step.due_said) if step.due_said else ""
    return Cell(fixed.short(step.due), spoken) if step.due else Cell(spoken)


def standing(step: Thread | Earlier, fixed: Words) -> str:
    """Whether it is done; of what is open, through how many meetings, and whether its owner was silent about it."""
    told = [fixed.states.get(step.state, step.state)]
    if step.state == Standing.OPEN and step.carried > 1:
        told.append(fixed.lines["carried"].format(count=step.carried))
    return "; ".join([*told, fixed.lines["silent"]] if step.silent else told)


def background(speaker: Speaker, fixed: Words) -> Cell:
    """What somebody said of themselves, in their words."""
    text = speaker.background
    return Cell(fixed.quoted(text), credit(text, speaker.evidence, fixed)) if text else Cell()


def named(speaker: Speaker) -> str:
    """The name, with the label of the transcript where that is another one."""
    others = [label for label in speaker.labels if label != speaker.name]
    return f"{speaker.name} ({', '.join(others)})" if others else speaker.name


def known_as(recap: Recap, person: str) -> str:
    """The name in the table of participants of whoever speaks under a label; else the name itself."""
    return next((speaker.name for speaker in recap.speakers if person in speaker.labels), person)


def attending(recap: Recap, role: Role, fixed: Words) -> Iterator[Value]:
    """Those in a role, as the table of participants names them, each with who said so and where."""
    told: dict[str, list[str]] = {}
    for one in recap.attendance:
        if one.role == role:
            # In a veiled edition a reference is a bare name, which nobody could tell from the name before it.
            last = next((piece for piece in reversed(one.evidence) if piece.placed), None)
            told.setdefault(reference(last, fixed) if last else "", []).append(known_as(recap, one.person))
    yield from (Value(", ".join(dict.fromkeys(people)), credit=credit) for credit, people in told.items())


def share(amount: float, all_: list[float], fixed: Words) -> Cell:
    """How much of the talk was somebody's; where more than one spoke, with a bar."""
    whole = sum(all_)
    if not whole:
        return Cell()
    percent = round(100 * amount / whole)
    told = f"{percent}%"
    several = sum(map(bool, all_)) > 1
    return Cell(told, bar=Bar(percent, fixed.lines["share"].format(share=told)) if several else None)


def amounts(speakers: tuple[Speaker, ...]) -> list[float]:
    """How much each spoke: in seconds where the clock is known for all, else in words."""
    seconds = [speaker.seconds for speaker in speakers if speaker.seconds is not None]
    return seconds if len(seconds) == len(speakers) else [float(speaker.words) for speaker in speakers]


def item(found: Finding, who: str | None, role: str, fixed: Words) -> Item:
    """A finding, with the part that somebody had in it."""
    part = fixed.lines[role].format(name=who) if who else ""
    return Item(found.text, "; ".join(filter(None, (part, added(found, fixed)))), said=said(found.evidence, fixed))


def added(found: Finding, fixed: Words) -> str:
    """That a person added it."""
    return fixed.lines["added"] if found.rule == BY_HAND else ""


def by_hand(recap: Recap, fixed: Words) -> str:
    """What a person changed or added, by its place on the page: "Next steps 2, 5; Decisions 1"."""
    told = []
    for name in _FOUND:
        numbers = [
            str(at) for at, one in enumerate(getattr(recap, name), start=1) if one.by_hand or one.rule == BY_HAND
        ]
        told += [f"{fixed.titles[name]} {', '.join(numbers)}"] if numbers else []
    return "; ".join(told)


def withheld(left: Withheld, fixed: Words) -> str | None:
    """How much was left out on request, or None where nothing was."""
    if not left.turns:
        return None
    length = fixed.lines["withheld_length"].format(length=fixed.length(left.seconds)) if left.seconds else ""
    return fixed.lines["withheld_one" if left.turns == 1 else "withheld"].format(count=left.turns) + length


def span(first: object = "", last: object = "") -> str:
    """From the first to the last, or the one that there is: "1–9"."""
    return f"{first}" if last in ("", first) else f"{first}–{last}"
