"""Proposals: `My idea is a stall at the market.` and what somebody already runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from minutes.finding.meeting import Meeting, identity
from minutes.finding.results import channels, outcomes
from minutes.finding.sayings import Sayings, aim, announced, sayings
from minutes.finding.wording.proposals import Idea as Put
from minutes.finding.wording.proposals import Paragraph, Saying, paragraphs
from minutes.finding.wording.titles import cased, titles
from minutes.inflection import used
from minutes.likeness import alike, content
from minutes.model import Evidence, Proposal, Resource, Status

_REACH = 4
"""Turns within which one speaker's further talk of an idea belongs to it."""
_FAR = 8
"""Turns within which it still does where it shares its words."""
_ROUND_UP = 40
"""Turns within which somebody else may say an idea again."""
_LIKE, _SHARED = 0.5, 3
"""How much of its content, and how many words, a repetition has in common with the idea."""
_PUT = 3.0
"""The weight of words that put something new."""
_NEAR = 2
"""Turns around an idea in which its speaker gives the links that belong to it."""
_TALKED_OF = 8
"""Turns behind an idea in which it is talked of."""
_FINISHED = re.compile(
    r"\b(?:is|'s|are|was) (?:now )?(?:finished|over|complete|completed|done with)\b|"
    r"\bwe(?:'ve| have)? (?:finished|wound (?:it )?up|completed)\b|"
    r"\b(?:it|they|we|sale|fair|collection|concert|evening|campaign|appeal) (?:made|raised|brought in|took in) ",
    re.I,
)
_UNREAL = re.compile(r"\b(?:would|could|should|might|what if|why don't|let's|imagine|suppose)\b|'d\b", re.I)
_HABIT = re.compile(r"\b(?:every|each|once a|twice a|since|now|already|so far)\b", re.I)
_SAME = re.compile(r"\b(?:these|this|that) same\b|\b(?:like|love) (?:to )?do (?:it|that|this)\b", re.I)
"""How somebody else goes on with an idea: `I'd like to do it across the district`."""
_REPORTED = re.compile(
    r"\b(?:idea|suggestion|proposal|letter|message|e-?mail|request)s?\b[^.?!]{0,40}?\b(?:from|by) "
    r"(?P<who>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)"
    r"|\b(?P<owner>[A-Z][\w'’-]*)['’]s (?:idea|suggestion|proposal)\b"
    r"|\b(?P<says>[A-Z][\w'’-]*) (?:suggested|proposes|proposed|wrote to suggest|asked me to (?:say|raise|propose))\b"
)
"""Whose idea it is, where somebody tells of another's."""
_TOGETHER = re.compile(
    r"\b(?P<who>[^\W\d_][\w'’-]*) and (?:I|me|myself)\b|\b(?:me|myself|I) and (?P<other>[^\W\d_][\w'’-]*)\b", re.I
)


@dataclass
class Idea:
    """The turns in which one idea is put."""

    speaker: str | None
    turns: list[int]


class Draft(NamedTuple):
    """What is found of an idea before it is worded."""

    idea: Idea
    own: list[int]
    """Its sentences."""
    status: Status
    results: Sequence[Evidence]
    said: Sayings
    aim: Evidence | None


def find(meeting: Meeting, resources: Sequence[Resource] = ()) -> list[Proposal]:
    """Turns that put an idea to the group or present what runs, with what is said of its success."""
    drafts = [_draft(meeting, idea) for idea in _ideas(meeting)]
    names = titles([_named(meeting, draft.own) for draft in drafts], [_heard(meeting, draft.idea) for draft in drafts])
    worded = paragraphs([_put(meeting, draft, name) for draft, name in zip(drafts, names, strict=True)])
    return [_proposal(meeting, *draft, resources) for draft in zip(drafts, names, worded, strict=True)]


def _ideas(meeting: Meeting) -> list[Idea]:
    """One idea for each matter: what its speaker goes on to say belongs to it, what others repeat of it is dropped."""
    ideas: list[Idea] = []
    for turns in _stretches(meeting):
        speaker = meeting.transcript.turns[turns[0]].speaker
        last = next((idea for idea in reversed(ideas) if idea.speaker == speaker), None)
        if last and turns[0] - last.turns[-1] <= _FAR and _goes_on(meeting, last, turns):
            last.turns += turns
        elif not _introduces(meeting, speaker, turns) and not any(
            _repeats(meeting, idea, speaker, turns) for idea in ideas
        ):
            ideas.append(Idea(speaker, turns))
    return ideas


def _stretches(meeting: Meeting) -> Iterator[list[int]]:
    """Turns of one speaker close to each other; cut where somebody who told of what runs puts something new."""
    for turns in meeting.stretches(meeting.likely("proposal"), _REACH):
        cut = next((n for n in range(1, len(turns)) if _turns_to(meeting, turns[:n], turns[n])), len(turns))
        yield turns[:cut]
        if turns[cut:]:
            yield turns[cut:]


def _turns_to(meeting: Meeting, before: list[int], turn: int) -> bool:
    put = [sum(meeting.talk.weight(n, "propose") for n in meeting.talk.of_turn[one]) for one in (*before, turn)]
    shared = content(_text(meeting, before)) & content(_text(meeting, [turn]))
    return put[-1] >= _PUT > max(put[:-1]) and len(shared) < _SHARED


def _introduces(meeting: Meeting, speaker: str | None, turns: list[int]) -> bool:
    """Whether somebody only says who he is and what he does."""
    person = meeting.talk.people.by_label(speaker)
    put = any(meeting.talk.acts[n] & {"propose", "outcome"} for turn in turns for n in meeting.talk.of_turn[turn])
    return person is not None and not put and set(turns) <= set(person.introduced)


def _text(meeting: Meeting, turns: Sequence[int]) -> str:
    return " ".join(meeting.transcript.turns[turn].text for turn in turns)


def _goes_on(meeting: Meeting, idea: Idea, turns: list[int]) -> bool:
    """Whether a speaker still speaks of the same idea: draws its lesson, in its words, or without putting another."""
    fresh = any("propose" in meeting.talk.acts[n] for turn in turns for n in meeting.talk.of_turn[turn])
    lesson = any("lesson" in meeting.talk.acts[n] for turn in turns for n in meeting.talk.of_turn[turn])
    if lesson and not fresh:
        return True
    shared = content(_text(meeting, idea.turns)) & content(_text(meeting, turns))
    return len(shared) >= (_SHARED if fresh else 1)


def _repeats(meeting: Meeting, idea: Idea, speaker: str | None, turns: list[int]) -> bool:
    """Whether somebody else only says an idea again, as a chair does before the vote."""
    after = turns[0] - idea.turns[-1]
    if speaker == idea.speaker or not 0 < after <= _ROUND_UP:
        return False
    here, there = _text(meeting, turns), _text(meeting, idea.turns)
    if after <= _FAR and _SAME.search(here) and content(here) & content(there):
        return True
    puts = any(meeting.talk.acts[n] & {"propose", "present"} for turn in turns for n in meeting.talk.of_turn[turn])
    if puts and speaker != meeting.scene.chair:
        return False
    return alike(here, there) >= _LIKE and len(content(here) & content(there)) >= _SHARED


def _own(meeting: Meeting, idea: Idea) -> list[int]:
    """The sentences of the idea's turns, and of those beside them in which its speaker tells an outcome or a lesson."""
    talk = meeting.talk
    numbers: list[int] = []
    for turn in _around(meeting, idea):
        here = talk.of_turn[turn]
        if turn in idea.turns or any(
            talk.acts[n] & {"outcome", "lesson"} or announced(talk.sentences[n].text) for n in here
        ):
            numbers += here
    return numbers


def _around(meeting: Meeting, idea: Idea) -> list[int]:
    """The turns of the idea's speaker from its first turn to a few behind its last."""
    span = range(idea.turns[0], idea.turns[-1] + 1 + _REACH)
    return [n for n in span if n in meeting.talk.of_turn and meeting.transcript.turns[n].speaker == idea.speaker]


def _telling(meeting: Meeting, numbers: Sequence[int]) -> int:
    talk = meeting.talk
    return max(numbers, key=lambda n: (talk.weight(n, "propose", "present"), len(talk.sentences[n].words), -n))


def _named(meeting: Meeting, own: Sequence[int]) -> list[str]:
    """The sentences in which a title is looked for, the telling one first."""
    telling = _telling(meeting, own)
    return [meeting.talk.sentences[n].text for n in (telling, *(n for n in own if n != telling))]


def _heard(meeting: Meeting, idea: Idea) -> list[str]:
    """What others say before the idea, and in the talk about it."""
    talk, first = meeting.talk, idea.turns[0]
    around = [*range(first - _NEAR, first), *range(first + 1, idea.turns[-1] + 1 + _TALKED_OF)]
    return [talk.sentences[n].text for turn in around if turn not in idea.turns for n in talk.of_turn.get(turn, ())]


def _draft(meeting: Meeting, idea: Idea) -> Draft:
    """What is found of an idea before it is worded."""
    talk, own = meeting.talk, _own(meeting, idea)
    results = outcomes(meeting, own)
    status = _status(meeting, own, results)
    if status is Status.PROPOSED:
        results = [
            piece for piece in results if any(talk.weight(n, "outcome") > 1 and _holds(meeting, n, piece) for n in own)
        ]
    around = [n for turn in _around(meeting, idea) for n in talk.of_turn[turn]]
    said = sayings(meeting, around, runs=status is not Status.PROPOSED)
    return Draft(idea, own, status, results, said, aim(meeting, own))


def _put(meeting: Meeting, draft: Draft, name: str) -> Put:
    """What the paragraph is made of: the idea's own sentences."""
    return Put(
        speaker=meeting.who(draft.own[0]),
        title=name,
        runs=draft.status in (Status.RUNNING, Status.DONE),
        sayings=[_saying(meeting, draft, n) for n in draft.own],
    )


def _saying(meeting: Meeting, draft: Draft, number: int) -> Saying:
    text = meeting.talk.sentences[number].text
    weight = meeting.talk.weight(number, "propose", "present")
    return Saying(text, weight, any(_holds(meeting, number, piece) for piece in draft.results))


def _proposal(
    meeting: Meeting, draft: Draft, name: str, paragraph: Paragraph, resources: Sequence[Resource]
) -> Proposal:
    talk, idea, own, said = meeting.talk, draft.idea, draft.own, draft.said
    telling = _telling(meeting, own)
    again = meeting.evidence([n for n in own if n != telling and talk.weight(n, "propose") >= 2][:1])
    worded = meeting.evidence([own[place] for place in paragraph.places])
    pieces = [*again, *worded, *draft.results, *filter(None, (said.takeaway, draft.aim, said.quote))]
    spoken = [talk.sentences[telling].text, *(piece.quote for piece in pieces)]
    naming = meeting.evidence(used(name, spoken, {n: talk.sentences[n].text for n in own}))
    evidence = _rests(meeting, telling, [*pieces, *naming])
    hit = talk.hit(telling, "propose", "present")
    return Proposal(
        id=identity("proposal", evidence),
        title=cased(name),
        text=paragraph.text,
        rule=hit.cue.id if hit else "proposal",
        evidence=evidence,
        proposers=_proposers(meeting, idea, own),
        status=draft.status,
        aim=draft.aim.quote if draft.aim else None,
        channels=channels(meeting, own),
        outcomes=tuple(piece.quote for piece in draft.results),
        quote=said.quote.quote if said.quote else None,
        takeaway=said.takeaway.quote if said.takeaway else None,
        resources=_links(meeting, idea, resources),
    )


def _rests(meeting: Meeting, telling: int, pieces: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The telling sentence and the pieces beside it, in the order of the talk."""
    first = meeting.evidence([telling])
    others = [piece for piece in pieces if not any(_within(piece, one) for one in first)]
    return tuple(sorted({*first, *others}, key=lambda piece: (piece.turn, piece.char_start, piece.char_end)))


def _holds(meeting: Meeting, number: int, piece: Evidence) -> bool:
    sentence = meeting.talk.sentences[number]
    return sentence.turn == piece.turn and sentence.start <= piece.char_start < sentence.end


def _within(piece: Evidence, other: Evidence) -> bool:
    return piece.turn == other.turn and other.char_start <= piece.char_start and piece.char_end <= other.char_end


def _status(meeting: Meeting, own: Sequence[int], results: Sequence[Evidence]) -> Status:
    """How far it has come, by what is told of it against what is only supposed."""
    talk = meeting.talk
    texts = [talk.sentences[n].text for n in own]
    runs = sum(talk.weight(n, "present") for n in own) + 1.5 * len(results)
    runs += 0.4 * sum(bool(_HABIT.search(text)) for text in texts)
    put = sum(talk.weight(n, "propose") for n in own) + 0.7 * sum(bool(_UNREAL.search(text)) for text in texts)
    if results and any(_FINISHED.search(text) for text in texts) and put <= runs:
        return Status.DONE
    return Status.RUNNING if runs > put and runs > 1 else Status.PROPOSED


def _proposers(meeting: Meeting, idea: Idea, own: Sequence[int]) -> tuple[str, ...]:
    """Whose idea it is: the speaker's, with whoever is named beside him; or of somebody whom he reports."""
    people = meeting.talk.people
    speaker = people.main(idea.speaker) if idea.speaker else None
    texts = [meeting.talk.sentences[n].text for n in own]
    for text in texts:
        match = _REPORTED.search(text)
        name = (match["who"] or match["owner"] or match["says"]) if match else None
        if name and people.named(name) != speaker and name.lower() not in ("i", "we"):
            return (people.named(name) or name,)
    beside = [people.named(match["who"] or match["other"]) for text in texts for match in _TOGETHER.finditer(text)]
    return tuple(dict.fromkeys(label for label in (speaker, *beside) if label))


def _links(meeting: Meeting, idea: Idea, resources: Sequence[Resource]) -> tuple[str, ...]:
    """The ids of the links given in its turns, or close to them by its speaker."""
    near = range(idea.turns[0] - _NEAR, idea.turns[-1] + _NEAR + 1)
    return tuple(
        resource.id
        for resource in resources
        if any(
            piece.turn in idea.turns
            or (piece.turn in near and meeting.transcript.turns[piece.turn].speaker == idea.speaker)
            for piece in resource.evidence
        )
    )
