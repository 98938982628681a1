"""Several items that become one."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.model import Finding, Ownership
from minutes.revising.corrections.spoken import in_order

_EMPTY = (None, (), Ownership.NOBODY)
_TOGETHER = (
    ("ownership", "owners"),
    ("due", "due_said"),
    *((name,) for name in ("raised_by", "given_by", "settles", "proposers", "aim", "channels", "outcomes")),
    *((name,) for name in ("quote", "takeaway", "resources")),
)
"""Fields of findings that go together, the one that matters most first."""


def joined(items: Sequence[Finding]) -> Finding:
    """The first item, resting on the evidence of all; what it lacks is taken from the next that has it."""
    first = items[0]
    found: dict[str, object] = {"evidence": in_order(piece for item in items for piece in item.evidence)}
    for names in _TOGETHER:
        if names[0] in type(first).model_fields:
            source = next((item for name in names for item in items if getattr(item, name) not in _EMPTY), first)
            found |= {name: getattr(source, name) for name in names}
    by_hand = dict.fromkeys((*first.by_hand, "evidence"))
    return first.model_copy(update={**found, "by_hand": tuple(by_hand)})
