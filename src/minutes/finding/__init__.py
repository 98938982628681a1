"""Transcript → Recap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from typing import overload

from minutes.errors import InputError
from minutes.finding import attendance, topics
from minutes.finding import withheld as withholding
from minutes.finding.acts import tasks
from minutes.finding.cues import Gate, standard_gate
from minutes.finding.exchanges import Rejected
from minutes.finding.explaining import Explanation, explained
from minutes.finding.joining import runs
from minutes.finding.kinds import (
    advice,
    challenge,
    closing,
    decision,
    introduction,
    next_step,
    proposal,
    question,
    report,
    resource,
)
from minutes.finding.meeting import Meeting
from minutes.finding.people import people
from minutes.finding.rules import Rulebook, standard
from minutes.finding.sentences import sentences
from minutes.finding.settling import settled
from minutes.finding.talk import Talk
from minutes.finding.withheld import Range, span
from minutes.finding.wording.overview import overview
from minutes.model import Recap, Series, Transcript, Withheld

__all__ = ["explain", "overview", "prepare", "recap"]


@overload
def recap(
    source: Transcript,
    *,
    date: str | Date | None = None,
    title: str | None = None,
    words: Rulebook | None = None,
    withhold: Sequence[str | Range] | None = (),
) -> Recap: ...


@overload
def recap(
    source: Sequence[Transcript | Recap],
    *,
    date: str | Date | None = None,
    title: str | None = None,
    words: Rulebook | None = None,
) -> Series: ...


def recap(
    source: Transcript | Sequence[Transcript | Recap],
    *,
    date: str | Date | None = None,
    title: str | None = None,
    words: Rulebook | None = None,
    withhold: Sequence[str | Range] | None = (),
) -> Recap | Series:
    """The recap of one transcript, or the series of several transcripts or recaps.

    `date` and `title` hold over what the transcript says of itself. The date (ISO, or a `datetime.date`) is the day
    against which "by Friday" is resolved; without one, days stay as they were said.

    What somebody in the meeting asked to keep out of the minutes is withheld. So is, of one transcript, what `withhold`
    names: "12:30-14:00" by the clock of the recording, or "turns 12-14", counted from one. With None nothing is: of a
    transcript from which it has been taken already.

    Raises:
        InputError: `date` is no ISO date, or `withhold` names nothing in the transcript.
        ModelMissing: the language model is not installed.
    """
    if isinstance(source, Transcript):
        return _one(source, _day(date), title, words, withhold)
    if withhold:
        todo = "make the recap of each transcript by itself"
        raise InputError("a range is of one transcript", place="withhold", todo=todo)
    return Series(recaps=tuple(one if isinstance(one, Recap) else _one(one, None, None, words) for one in source))


def _one(
    transcript: Transcript,
    date: Date | None,
    title: str | None,
    words: Rulebook | None,
    withhold: Sequence[str | Range] | None = (),
) -> Recap:
    meeting = prepare(transcript, date, words, withhold)
    return meeting.runs.restored(_found(meeting, title)[0])


def explain(
    transcript: Transcript,
    *,
    date: str | Date | None = None,
    title: str | None = None,
    words: Rulebook | None = None,
    withhold: Sequence[str | Range] | None = (),
) -> Explanation:
    """For each item of the recap the rule and the words that found it; and what was rejected, by name."""
    meeting = prepare(transcript, _day(date), words, withhold)
    return meeting.runs.restored(explained(meeting, *_found(meeting, title)))


def _day(date: str | Date | None) -> Date | None:
    try:
        return Date.fromisoformat(date) if isinstance(date, str) else date
    except ValueError as error:
        raise InputError(f"{date!r} is no date", todo='write it as "2024-02-11"') from error


def _found(meeting: Meeting, title: str | None) -> tuple[Recap, list[Rejected]]:
    transcript = meeting.transcript
    resources, unsaved = resource.find(meeting)
    steps, rejected = next_step.find(meeting)
    proposals, decisions = settled(proposal.find(meeting, resources), decision.find(meeting), transcript)
    attended = attendance.find(meeting)
    found = Recap(
        title=title or transcript.title or "Meeting",
        group=transcript.group,
        date=meeting.held,
        start=transcript.start,
        seconds=meeting.runs.whole.seconds,
        language=transcript.language,
        sources=transcript.sources,
        withheld=meeting.withheld,
        attendees=transcript.attendees,
        place=transcript.place,
        chair=next((one.person for one in attended if one.role == "chair"), meeting.scene.chair),
        attendance=attended,
        topics=tuple(topics.find(meeting)),
        speakers=tuple(introduction.find(meeting)),
        proposals=tuple(proposals),
        challenges=tuple(challenge.find(meeting)),
        advice=tuple(advice.find(meeting)),
        decisions=tuple(decisions),
        next_steps=tuple(steps),
        reports=tuple(report.find(meeting)),
        questions=tuple(question.find(meeting)),
        resources=tuple(resources),
        closing=closing.find(meeting),
        unsaved_links=tuple(unsaved),
    )
    return found.model_copy(update={"overview": overview(found)}), rejected


def prepare(
    transcript: Transcript,
    held: Date | None = None,
    words: Rulebook | None = None,
    withhold: Sequence[str | Range] | None = (),
) -> Meeting:
    """The transcript without what is withheld, with what its sentences do: what all kinds of findings are read from."""
    gate, book = (standard_gate(), standard()) if words is None else (Gate(words), words)
    left, withheld = transcript, Withheld()
    if withhold is not None:
        ranges = [span(one) if isinstance(one, str) else one for one in withhold]
        left, withheld = withholding.withhold(transcript, ranges, book)
    joined = runs(left)
    said = sentences(joined.spoken)
    talk = Talk(said, tuple(gate.spot(sentence) for sentence in said), people(joined.spoken, said), dict(book.lists))
    return Meeting(joined, talk, tasks(talk), held or transcript.date, book.weights, withheld)
