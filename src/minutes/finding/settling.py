"""Which decision settles which proposal."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.likeness import content
from minutes.model import Decision, Outcome, Proposal, Status, Transcript

_CLOSE = 12
"""Turns behind a proposal in which one word in common is enough to tell that a decision is about it."""
_SURE = 3
"""Words in common that are enough at any distance."""
_NEXT = 6
"""Turns behind a proposal in which a vote that names no matter is about it."""


def settled(
    proposals: Sequence[Proposal], decisions: Sequence[Decision], transcript: Transcript
) -> tuple[list[Proposal], list[Decision]]:
    """The decisions with the proposal that each settles, and the proposals turned down by one of them as rejected."""
    about = {proposal.id: content(_text(proposal, transcript)) for proposal in proposals}
    linked = [decision.model_copy(update={"settles": _settles(decision, proposals, about)}) for decision in decisions]
    lost = {decision.settles for decision in linked if decision.outcome is Outcome.REJECTED}
    kept = {decision.settles for decision in linked if decision.outcome is Outcome.CARRIED}
    return [
        proposal.model_copy(update={"status": Status.REJECTED})
        if proposal.id in lost - kept and proposal.status is Status.PROPOSED
        else proposal
        for proposal in proposals
    ], linked


def _text(proposal: Proposal, transcript: Transcript) -> str:
    turns = sorted({piece.turn for piece in proposal.evidence})
    return " ".join([proposal.title, *(transcript.turns[turn].text for turn in turns)])


def _settles(decision: Decision, proposals: Sequence[Proposal], about: dict[str, frozenset[str]]) -> str | None:
    """The earlier proposal with which a decision shares most words; of equals the nearest."""
    here = min(piece.turn for piece in decision.evidence)
    said = content(" ".join([decision.text, *(piece.quote for piece in decision.evidence)]))
    rated = []
    for proposal in proposals:
        after = here - max(piece.turn for piece in proposal.evidence)
        shared = len(said & about[proposal.id])
        first = min(piece.turn for piece in proposal.evidence)
        if first <= here and (shared >= _SURE or (shared and after <= _CLOSE)):
            rated.append((shared, -after, proposal.id))
    if rated:
        return max(rated)[2]
    before = [(here - max(piece.turn for piece in proposal.evidence), proposal.id) for proposal in proposals]
    near = [(after, id_) for after, id_ in before if 0 < after <= _NEXT]
    return min(near)[1] if near and decision.outcome is Outcome.REJECTED else None
