"""Where the meeting was, who chaired, who took the notes and who sent apologies, as a person says it."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.model import Attendance, Recap, Role
from minutes.revising.corrections.records import Meeting

GIVEN = ("place", "chair", "note_taker", "apologies")
"""The fields of a file that are about this."""


def attended(recap: Recap, meeting: Meeting) -> Recap:
    """The recap with what the file says in place of what was found; where it says the same, the words for it stay."""
    if all(getattr(meeting, name) is None for name in GIVEN):
        return recap
    attendance = (*_those(recap, meeting, "chair"), *_those(recap, meeting, "note_taker"))
    attendance += tuple(_those(recap, meeting, "apologies"))
    chair = next((one.person for one in attendance if one.role == "chair"), None)
    return recap.model_copy(
        update={
            "place": recap.place if meeting.place is None else meeting.place or None,
            "chair": recap.chair if meeting.chair is None else chair,
            "attendance": attendance,
        }
    )


def _those(recap: Recap, meeting: Meeting, role: Role) -> Iterator[Attendance]:
    """Those in a role: as the file has it, else as they were found."""
    found = {one.person: one for one in recap.attendance if one.role == role}
    given = getattr(meeting, role)
    if given is None:
        yield from found.values()
        return
    labels = {speaker.name: speaker.labels[0] for speaker in recap.speakers if speaker.labels}
    for name in filter(None, (given,) if isinstance(given, str) else given):
        label = labels.get(name, name)
        yield found.get(label) or Attendance(role=role, person=label)
