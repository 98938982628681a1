"""An item that a person adds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from minutes.model import Evidence, Finding, Outcome, Recap, Resource, Status, Transcript
from minutes.model.recap import BY_HAND, identity
from minutes.revising.corrections.changing import fields
from minutes.revising.corrections.kinds import ADDED, KINDS, Kind
from minutes.revising.corrections.records import Add
from minutes.revising.corrections.spoken import everywhere, in_order
from minutes.revising.corrections.words import same


def added(recap: Recap, one: Add, transcript: Transcript) -> Recap | str:
    """The recap with the item at the place of its words, at the end where it has none; or why it cannot be added."""
    kind, evidence = KINDS[one.kind], rests(one, transcript)
    if evidence is None:
        return f"{one.said_by or 'nobody'} {'did not say' if one.said_by else 'said'} these words"
    said = fields(kind, one, evidence, transcript)
    if isinstance(said, str):
        return said
    item = _item(kind, one, said, evidence)
    items: tuple[Finding | Resource, ...] = getattr(recap, kind.items)
    if any(_told(item, other) for other in items):
        return "it stands there already"
    at = _place(items, item)
    return recap.model_copy(update={kind.items: (*items[:at], item, *items[at:])})


def rests(one: Add, transcript: Transcript) -> tuple[Evidence, ...] | None:
    """The words on which an item rests that a person adds, in the order of the talk; None where they were not said."""
    speakers, nth = (one.said_by,) if one.said_by else (), (one.which or 1) - 1
    pieces = [next(islice(everywhere(words, transcript, speakers), nth, None), None) for words in one.words or ()]
    return None if None in pieces else in_order(piece for piece in pieces if piece)


def needed(said: Mapping[str, Any]) -> dict[str, Any]:
    """Of what a person says of a new item, what would not be so anyway."""
    anyway = {
        "title": said.get("text"),
        "label": said.get("url"),
        "outcome": Outcome.CARRIED,
        "status": Status.PROPOSED,
    }
    return {name: value for name, value in said.items() if value not in ("", ()) and anyway.get(name) != value}


def _item(kind: Kind, one: Add, said: dict[str, Any], evidence: tuple[Evidence, ...]) -> Finding | Resource:
    own = one.url or one.text or ""
    if kind.name == "resource":
        said = {"label": own, "by_hand": tuple(kind.fields[name] for name in one.given), **said}
    else:
        said = {"rule": BY_HAND, **({"title": own} if kind.name == "proposal" else {}), **said}
    said = {"id": identity(kind.key, evidence, own), "evidence": evidence, **said}
    return ADDED[kind.name].model_validate(said)


def _told(item: Finding | Resource, other: Finding | Resource) -> bool:
    """Whether the recap has the item already: added before, or found by now."""
    return item.id == other.id or same(_own(item), _own(other))


def _own(item: Finding | Resource) -> str:
    return item.url if isinstance(item, Resource) else item.text


def _place(items: Sequence[Finding | Resource], item: Finding | Resource) -> int:
    """Before the first that rests on later words, or on none."""
    begins = [min(((piece.turn, piece.char_start) for piece in one.evidence), default=None) for one in (item, *items)]
    if begins[0] is None:
        return len(items)
    return next((at for at, begin in enumerate(begins[1:]) if begin is None or begin > begins[0]), len(items))
