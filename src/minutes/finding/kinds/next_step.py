"""Next steps: `Kambiz will send the sheet to Salman by Friday.`"""

from __future__ import annotations

from minutes.finding.exchanges import Commitment, Rejected, commitments
from minutes.finding.meeting import Meeting, identity
from minutes.finding.wording.sentence import opened
from minutes.finding.wording.steps import step
from minutes.model import NextStep, Ownership


def find(meeting: Meeting) -> tuple[list[NextStep], list[Rejected]]:
    """What somebody, or the group, is to do after the meeting, and what only looked so."""
    found, rejected = commitments(meeting.scene, meeting.weights["next-step"])
    return [_step(meeting, one) for one in found], rejected


def _step(meeting: Meeting, one: Commitment) -> NextStep:
    evidence = meeting.evidence(one.rests)
    return NextStep(
        id=identity("next_step", evidence),
        text=_text(meeting, one),
        rule=f"next-step.{one.rule}",
        evidence=evidence,
        owners=() if one.group else one.owners,
        ownership=Ownership.GROUP if one.group else Ownership.NAMED if one.owners else Ownership.NOBODY,
        due=one.due.day if one.due else None,
        due_said=one.due.said if one.due else None,
    )


def _text(meeting: Meeting, one: Commitment) -> str:
    talk = meeting.talk
    if one.task is None:
        return opened(talk.sentences[one.rests[0]].text).rstrip(".")
    sentence = talk.sentences[one.task.sentence]
    speaker = talk.people.main(sentence.speaker) if sentence.speaker else None
    return step(sentence.text[one.task.start : one.task.end], one.owners, speaker, one.owners if one.task.kind == "ask" else ())
