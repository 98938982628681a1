"""What the meeting did, in three to six sentences made of its findings alone."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.model import Decision, NextStep, Outcome, Ownership, Proposal, Question, Recap, Speaker, Status

_NAMED = 4
"""Titles or names that one sentence lists; of more it gives the number."""
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def overview(recap: Recap) -> tuple[str, ...]:
    """Who met, what was proposed, settled, promised and left open; a sentence without content is left out."""
    led_by = next((one.name for one in recap.speakers if recap.chair in one.labels), None)
    found = (
        _met(recap.speakers, led_by),
        _proposed(recap.proposals),
        _settled(recap.decisions),
        _promised(recap.next_steps),
        _left(recap.next_steps),
        _open(recap.questions),
    )
    return tuple(sentence for sentence in found if sentence)


def _met(speakers: Sequence[Speaker], chair: str | None) -> str:
    if not speakers:
        return ""
    if len(speakers) == 1:
        return f"{speakers[0].name} spoke alone."
    led = f", and {chair} led the meeting" if chair else ""
    return f"{_capital(_number(len(speakers)))} people spoke{led}."


def _proposed(proposals: Sequence[Proposal]) -> str:
    new = [one for one in proposals if one.status in (Status.PROPOSED, Status.REJECTED)]
    running = [one for one in proposals if one.status in (Status.RUNNING, Status.DONE)]
    parts = []
    if new:
        parts.append(f"{_count(len(new), 'proposal')} {'was' if len(new) == 1 else 'were'} put forward{_titles(new)}")
    if running:
        under_way = _count(len(running), "activity", "activities")
        parts.append(f"{under_way} under way {'was' if len(running) == 1 else 'were'} presented{_titles(running)}")
    return _sentence("; ".join(parts)) if parts else "No proposal was put forward."


def _titles(proposals: Sequence[Proposal]) -> str:
    if len(proposals) > _NAMED:
        return ""
    return ": " + _listed([f"“{one.title}”" for one in proposals])


def _settled(decisions: Sequence[Decision]) -> str:
    if not decisions:
        return "Nothing was settled."
    count = {outcome: sum(one.outcome is outcome for one in decisions) for outcome in Outcome}
    parts = []
    if count[Outcome.CARRIED]:
        parts.append(f"settled {_count(count[Outcome.CARRIED], 'matter')}")
    if count[Outcome.REJECTED]:
        parts.append(f"turned down {_number(count[Outcome.REJECTED])}")
    if count[Outcome.LEFT_OPEN]:
        parts.append(f"left {_number(count[Outcome.LEFT_OPEN])} undecided")
    return _sentence("The group " + _listed(parts))


def _promised(steps: Sequence[NextStep]) -> str:
    if not steps:
        return "No next step was agreed."
    owners = list(dict.fromkeys(owner for step in steps if step.ownership is Ownership.NAMED for owner in step.owners))
    own = sum(step.ownership is Ownership.NAMED for step in steps)
    if not own:
        return ""
    who = f"{_listed(owners)} took on" if len(owners) <= _NAMED else f"{_capital(_number(len(owners)))} people took on"
    dated = sum(step.due is not None for step in steps if step.ownership is Ownership.NAMED)
    date = (
        ""
        if not dated
        else ", with a date"
        if own == 1
        else f", {'all' if dated == own else _number(dated)} with a date"
    )
    return _sentence(f"{who} {_count(own, 'next step')}{date}")


def _left(steps: Sequence[NextStep]) -> str:
    group = sum(step.ownership is Ownership.GROUP for step in steps)
    nobody = sum(step.ownership in (Ownership.NOBODY, Ownership.TO_SETTLE) for step in steps)
    parts = []
    if group:
        parts.append(f"{_count(group, 'next step')} {'is' if group == 1 else 'are'} for the whole group")
    if nobody:
        steps_left = _number(nobody) if group else _count(nobody, "next step")
        parts.append(f"{steps_left} {'has' if nobody == 1 else 'have'} no owner yet")
    return _sentence(" and ".join(parts)) if parts else ""


def _open(questions: Sequence[Question]) -> str:
    if not questions:
        return ""
    return _sentence(f"{_count(len(questions), 'question')} {'stays' if len(questions) == 1 else 'stay'} open")


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{_number(number)} {one if number == 1 else many or one + 's'}"


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    return _capital(text) + "."
