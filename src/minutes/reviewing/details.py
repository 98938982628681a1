"""What a card shows of an item, whatever its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from minutes.model import (
    Advice,
    Challenge,
    Decision,
    Evidence,
    Finding,
    NextStep,
    Proposal,
    Question,
    Resource,
    Speaker,
    Topic,
)
from minutes.revising.corrections.kinds import Item
from minutes.writing.cells import due, owners, span
from minutes.writing.words import Words

Shown = Item | Evidence | str
"""What a card can be of."""


def line(item: Shown) -> str:
    """What an item says, in one line."""
    match item:
        case Proposal(title=line) | Finding(text=line) | Resource(label=line) | Topic(title=line):
            return line
        case Speaker(name=line) | Evidence(quote=line):
            return line
        case _:
            return item


def detail(item: Shown, fixed: Words) -> str:
    """Who and when, and what else there is to an item."""
    told = _DETAILS.get(type(item))
    return told(item, fixed) if told else ""


def said(item: Shown) -> tuple[Evidence, ...]:
    """The words that it rests on."""
    match item:
        case Finding() | Resource() | Speaker():
            return item.evidence
        case Evidence():
            return (item,)
        case _:
            return ()


def joined(*parts: str | None) -> str:
    """The parts that say something, with a dot between them."""
    return " · ".join(filter(None, parts))


def _step(step: NextStep, fixed: Words) -> str:
    day = due(step, fixed)
    return joined(owners(step, fixed), day.text, day.credit)


def _proposal(one: Proposal, fixed: Words) -> str:
    return joined(one.text, ", ".join(one.proposers), fixed.status[one.status])


def _topic(topic: Topic, fixed: Words) -> str:
    return fixed.lines["turn"].format(number=span(topic.first_turn + 1, topic.last_turn + 1))


_DETAILS: Mapping[type, Callable[[Any, Words], str]] = {
    NextStep: _step,
    Proposal: _proposal,
    Topic: _topic,
    Decision: lambda one, fixed: fixed.outcome[one.outcome],
    Challenge: lambda one, fixed: one.raised_by or "",
    Advice: lambda one, fixed: one.given_by or "",
    Question: lambda one, fixed: one.raised_by or "",
    Resource: lambda one, fixed: joined(one.url, one.shared_by),
    Speaker: lambda one, fixed: fixed.quoted(one.background) if one.background else "",
}
