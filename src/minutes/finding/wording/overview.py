"""What the meeting did, in three to six sentences made of its findings alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date

from minutes.finding.dates.days import spoken
from minutes.finding.wording.pointing import pointing
from minutes.model import Decision, NextStep, Outcome, Ownership, Proposal, Question, Recap, Speaker, Status

_PEOPLE = 6
"""People whom a sentence names; of more it gives the number."""
_PROPOSALS, _DECISIONS, _OWNERS = 4, 3, 4
"""How many of each are told in full; of more the first `_SOME`, and how many there are."""
_SOME, _STEPS, _QUESTIONS = 3, 2, 2
_LONGEST, _SHORTEST = 25, 3
"""Words of what can be told in passing."""
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_HOW = {Outcome.CARRIED: "settled", Outcome.REJECTED: "turned down", Outcome.LEFT_OPEN: "left undecided"}
_OPENS = frozenset(
    ["The", "A", "An", "No", "Nobody", "Nothing", "Everyone", "Everybody", "Each", "Every", "All", "From"]
)
"""Words with which a sentence begins that can go on inside another."""
_NO_OWNER = (Ownership.NOBODY, Ownership.TO_SETTLE)


def overview(recap: Recap) -> tuple[str, ...]:
    """Who met, what was proposed, settled, promised and left open; a sentence without content is left out."""
    led_by = next((one.name for one in recap.speakers if recap.chair in one.labels), None)
    found = (
        _met(recap.speakers, led_by),
        _proposed(recap.proposals),
        _settled(recap.decisions),
        _promised(recap.next_steps, recap.date),
        _left(recap.next_steps),
        _open(recap.questions),
    )
    return tuple(_capital(sentence) + "." * (not sentence.endswith("?”")) for sentence in found if sentence)


def _met(speakers: Sequence[Speaker], chair: str | None) -> str:
    if len(speakers) < 2:
        return f"{speakers[0].name} spoke alone" if speakers else ""
    names = [one.name for one in speakers]
    who = _listed(names) if len(names) <= _PEOPLE else f"{_number(len(names))} people"
    return f"{who} spoke{f', and {chair} led the meeting' if chair else ''}"


def _proposed(proposals: Sequence[Proposal]) -> str:
    new = [one for one in proposals if one.status in (Status.PROPOSED, Status.REJECTED)]
    running = [one for one in proposals if one.status in (Status.RUNNING, Status.DONE)]
    parts = []
    if new:
        parts.append(f"{_count(len(new), 'proposal')} {_was(len(new))} put forward{_titles(new)}")
    if running:
        under_way = _count(len(running), "activity", "activities")
        parts.append(f"{under_way} {_was(len(running))} presented{_titles(running)}")
    return "; ".join(parts) or "no proposal was put forward"


def _titles(proposals: Sequence[Proposal]) -> str:
    told = [f"“{one.title}”{f' ({_listed(one.proposers)})' if one.proposers else ''}" for one in proposals]
    return _some(told, len(told), _PROPOSALS)


def _settled(decisions: Sequence[Decision]) -> str:
    if not decisions:
        return "nothing was settled"
    parts = [_outcome([one for one in decisions if one.outcome is outcome], outcome) for outcome in Outcome]
    return "; ".join(part for part in parts if part)


def _outcome(decisions: Sequence[Decision], outcome: Outcome) -> str:
    """How many were settled in this way, and those that say what was settled, first those of a proposal."""
    if not decisions:
        return ""
    ranked = sorted(decisions, key=lambda one: one.settles is None)
    told = [_inside(one.text) for one in ranked if one.text.partition(" ")[0] in _OPENS and _passing(one.text)]
    matters = f"{_count(len(decisions), 'matter')} {_was(len(decisions))} {_HOW[outcome]}"
    return matters + _some(told, len(decisions), _DECISIONS)


def _promised(steps: Sequence[NextStep], held: Date | None) -> str:
    own = [step for step in steps if step.ownership is Ownership.NAMED]
    if not own:
        return "" if steps else "no next step was agreed"
    if len(own) == 1 and _clear(own[0]):
        return _task(own[0], held)
    owners = list(dict.fromkeys(owner for step in own for owner in step.owners))
    who = _listed(owners) if len(owners) <= _OWNERS else f"{_number(len(owners))} people"
    dated = [step for step in own if step.due is not None]
    with_date = _of(len(dated), len(own), "with a date")
    return f"{who} took on {_count(len(own), 'next step')}{with_date}{_first_due(dated, held)}"


def _first_due(dated: Sequence[NextStep], held: Date | None) -> str:
    """What comes first: `; first, Ines is to send round the theme by Friday, 16 February`."""
    first = sorted(filter(_clear, dated), key=lambda step: str(step.due))[:_STEPS]
    return f"; first, {', and '.join(_task(step, held) for step in first)}" if first else ""


def _clear(step: NextStep) -> bool:
    """Whether a step can be told in passing, as what somebody is to do."""
    return bool(step.owners) and _passing(step.text)


def _task(step: NextStep, held: Date | None) -> str:
    is_to = "is" if len(step.owners) == 1 else "are"
    by = f" by {spoken(step.due, held)}" if step.due else ""
    return f"{_listed(step.owners)} {is_to} to {step.text[:1].lower()}{step.text[1:].rstrip('.')}{by}"


def _left(steps: Sequence[NextStep]) -> str:
    group = sum(step.ownership is Ownership.GROUP for step in steps)
    nobody = sum(step.ownership in _NO_OWNER for step in steps)
    parts = []
    if group:
        parts.append(f"{_count(group, 'next step')} {'is' if group == 1 else 'are'} for the whole group")
    if nobody:
        steps_left = _number(nobody) if group else _count(nobody, "next step")
        parts.append(f"{steps_left} {'has' if nobody == 1 else 'have'} no owner yet")
    return " and ".join(parts)


def _open(questions: Sequence[Question]) -> str:
    if not questions:
        return ""
    told = [f"“{one.text}”" for one in questions if _passing(one.text)]
    stay = "stays" if len(questions) == 1 else "stay"
    return f"{_count(len(questions), 'question')} {stay} open{_some(told, len(questions), _QUESTIONS)}"


def _passing(text: str) -> bool:
    """Whether a text can be told in passing: short, without words of others, and understood by itself."""
    return _SHORTEST <= len(text.split()) <= _LONGEST and "“" not in text and not pointing(text, strictly=True)


def _some(told: Sequence[str], count: int, most: int) -> str:
    """Those that are told of so many, behind how many there are: `: this and that`, `, among them: this`."""
    if not told:
        return ""
    few = told if len(told) <= most else told[: min(most, _SOME)]
    listed = "; ".join(few) if any("," in one for one in few) else _listed(few)
    return f"{': ' if len(few) == count else ', among them: '}{listed}"


def _inside(text: str) -> str:
    """A sentence as it goes on inside another: `The group will move.` → `the group will move`."""
    return text[:1].lower() + text[1:].rstrip(".")


def _of(some: int, count: int, what: str) -> str:
    """How many of them: `, all with a date`."""
    if not some:
        return ""
    return f", {what}" if count == 1 else f", {'all' if some == count else _number(some)} {what}"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{_number(number)} {one if number == 1 else many or one + 's'}"


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
