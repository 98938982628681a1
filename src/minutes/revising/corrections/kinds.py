"""The kinds of items that can be corrected, and what of each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from minutes.model import (
    Advice,
    Challenge,
    Decision,
    Finding,
    NextStep,
    Proposal,
    Question,
    Resource,
    Speaker,
    Topic,
)

Item = Finding | Resource | Speaker | Topic
"""What can be changed."""


class Kind(NamedTuple):
    """What a corrections file calls a kind of item, and how a recap holds it."""

    name: str
    items: str
    """The field of a recap."""
    fields: Mapping[str, str] = MappingProxyType({})
    """What can be changed: its name in the file, and the field that holds it."""

    @property
    def key(self) -> str:
        """The name in one word: `next_step`."""
        return self.name.replace(" ", "_")

    @property
    def one(self) -> str:
        """One of them, in words: `an unsaved link`."""
        article = {"advice": "", "unsaved link": "an "}.get(self.name, "a ")
        return article + self.name


_PROPOSAL = {name: name for name in ("title", "text", "status", "aim", "channels", "outcomes", "quote", "takeaway")}

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind(
                "next step",
                "next_steps",
                {"text": "text", "owner": "owners", "due": "due", "due_said": "due_said"},
            ),
            Kind("decision", "decisions", {"text": "text", "outcome": "outcome"}),
            Kind("proposal", "proposals", {**_PROPOSAL, "who": "proposers"}),
            Kind("challenge", "challenges", {"text": "text", "who": "raised_by"}),
            Kind("advice", "advice", {"text": "text", "who": "given_by"}),
            Kind("question", "questions", {"text": "text", "who": "raised_by"}),
            Kind("resource", "resources", {"label": "label", "url": "url", "who": "shared_by"}),
            Kind("topic", "topics", {"title": "title"}),
            Kind("speaker", "speakers", {"background": "background"}),
            Kind("closing", "closing"),
            Kind("unsaved link", "unsaved_links"),
        )
    }
)

ADDED: Mapping[str, type[Finding | Resource]] = MappingProxyType(
    {
        "next step": NextStep,
        "decision": Decision,
        "proposal": Proposal,
        "challenge": Challenge,
        "advice": Advice,
        "question": Question,
        "resource": Resource,
    }
)
"""The kinds of which one can be added, and what it becomes."""
CHANGED = tuple(kind.name for kind in KINDS.values() if kind.fields)
"""The kinds of which one can be changed."""
MERGED = tuple(name for name in ADDED if name != "resource")
"""The kinds of which several can become one."""
