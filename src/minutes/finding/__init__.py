"""Transcript → Recap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date

from minutes.finding.acts import Talk, tasks
from minutes.finding.cues import Gate, standard_gate
from minutes.finding.kinds import advice, challenge, decision, introduction, next_step, proposal, question, resource
from minutes.finding.meeting import Meeting
from minutes.finding.people import people
from minutes.finding.rules import Rulebook, standard
from minutes.finding.sentences import sentences
from minutes.model import Recap, Series, Transcript


def recap(
    source: Transcript | Sequence[Transcript | Recap],
    *,
    date: str | Date | None = None,
    title: str | None = None,
    words: Rulebook | None = None,
) -> Recap | Series:
    """The recap of one transcript, or the series of several transcripts or recaps.

    `date` and `title` hold over what the transcript says of itself. The date (ISO, or a `datetime.date`) is the day against
    which "by Friday" is resolved; without one, days stay as they were said.
    """
    if isinstance(source, Transcript):
        return _one(source, Date.fromisoformat(date) if isinstance(date, str) else date, title, words)
    return Series(recaps=tuple(one if isinstance(one, Recap) else _one(one, None, None, words) for one in source))


def _one(transcript: Transcript, date: Date | None, title: str | None, words: Rulebook | None) -> Recap:
    held = date or transcript.date
    meeting = prepare(transcript, held, words)
    resources, unsaved = resource.find(meeting)
    steps, _ = next_step.find(meeting)
    return Recap(
        title=title or transcript.title or "Meeting",
        group=transcript.group,
        date=held,
        start=transcript.start,
        seconds=transcript.seconds,
        language=transcript.language,
        sources=transcript.sources,
        attendees=transcript.attendees,
        speakers=tuple(introduction.find(meeting)),
        proposals=tuple(proposal.find(meeting)),
        challenges=tuple(challenge.find(meeting)),
        advice=tuple(advice.find(meeting)),
        decisions=tuple(decision.find(meeting)),
        next_steps=tuple(steps),
        questions=tuple(question.find(meeting)),
        resources=tuple(resources),
        unsaved_links=tuple(unsaved),
    )


def prepare(transcript: Transcript, held: Date | None = None, words: Rulebook | None = None) -> Meeting:
    """The transcript with what its sentences do: what all kinds of findings are read from."""
    gate, book = (standard_gate(), standard()) if words is None else (Gate(words), words)
    said = sentences(transcript)
    talk = Talk(said, tuple(gate.spot(sentence) for sentence in said), people(transcript, said), dict(book.lists))
    return Meeting(transcript, talk, tasks(talk), held or transcript.date, book.weights)
