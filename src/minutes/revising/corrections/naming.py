"""What people know of a meeting before anything is found in it."""

from __future__ import annotations

from typing import Any

from minutes.model import Transcript
from minutes.revising.corrections.clashes import folded
from minutes.revising.corrections.records import Corrections, Meeting


def informed(transcript: Transcript, corrections: Corrections) -> Transcript:
    """The transcript with right names for labels, and with its title, group and day where they are given.

    Finding takes it in place of the transcript as it was read: names tell who is meant, the day what "by Friday" is.
    """
    names = {folded(label): right for label, right in corrections.names.items()}
    known = facts(corrections.meeting)
    if not names and not known:
        return transcript
    turns = tuple(
        turn.model_copy(update={"speaker": names.get(folded(turn.speaker or ""), turn.speaker)})
        for turn in transcript.turns
    )

    def called(person: str) -> str:
        return names.get(folded(person), person)

    people = {
        "attendees": tuple(dict.fromkeys(map(called, transcript.attendees))),
        "apologies": tuple(dict.fromkeys(map(called, transcript.apologies))),
        "chair": transcript.chair and called(transcript.chair),
        "note_taker": transcript.note_taker and called(transcript.note_taker),
    }
    return transcript.model_copy(update={**known, "turns": turns, **people})


def facts(meeting: Meeting) -> dict[str, Any]:
    """The title, group and day of the meeting, where they are given."""
    given = {name: getattr(meeting, name) for name in ("title", "group", "date")}
    return {name: value or None for name, value in given.items() if value is not None}


def labels(transcript: Transcript) -> frozenset[str]:
    """The labels that can be given a name, as they are compared."""
    return frozenset(map(folded, (*transcript.speakers, *transcript.attendees)))
