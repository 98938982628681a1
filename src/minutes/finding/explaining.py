"""Why each item of a recap was found, and what only looked like one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minutes.finding.acts import Task, business
from minutes.finding.exchanges import Rejected
from minutes.finding.meeting import Meeting
from minutes.model import Evidence, Finding, Recap
from minutes.model.records import Record

_ACTS = {
    "proposal": ("propose", "present", "wish", "outcome", "lesson"),
    "challenge": ("problem", "raise"),
    "advice": ("advise", "preface"),
    "decision": ("settle",),
    "next_step": ("claim", "call", "accept", "typed-action"),
    "question": ("leave-open", "unknown", "typed-question"),
}
"""What sentences do of which each kind is made."""
_WEIGHED = ("proposal", "challenge", "advice", "decision")
"""The kinds for which whole turns are weighed."""
_SHOWN = 3
"""Features told for each item."""
_WHY = {
    "withdrawn": "taken back",
    "joking": "not meant",
    "for everybody": "asked of everybody, taken on by nobody",
    "done already": "asked after, and done",
    "retracted": "taken back",
    "business": "done in the meeting",
    "proposing": "an idea put to the group",
    "habit": "a habit",
    "hedged": "only perhaps",
    "question": "only asked",
}
"""Reasons in plain words, where the name of the feature is none."""
_VERB = re.compile(r"[\w'’-]*")


class Share(Record):
    """How much one feature of a turn spoke for an item."""

    feature: str
    weight: float


class Explained(Record):
    """One item of the recap: what found it, and where."""

    kind: str
    id: str | None
    text: str
    rule: str
    words: tuple[Evidence, ...]
    """The words that made the rule fire, as they stand; empty where the whole turn spoke for it."""
    evidence: tuple[Evidence, ...]
    shares: tuple[Share, ...] = ()
    """What spoke most for it, where turns are weighed; the strongest first."""


class Dropped(Record):
    """What looked like an item and is none."""

    kind: str
    why: str
    """`refused`, `taken back`, `reported`, `past`, `supposed`, `done in the meeting`, `too little speaks for it`…"""
    rule: str
    evidence: Evidence


class Explanation(Record):
    """The items of a recap in its order, and what was rejected in the order of the talk."""

    items: tuple[Explained, ...]
    rejected: tuple[Dropped, ...]


def explained(meeting: Meeting, recap: Recap, rejected: Iterable[Rejected]) -> Explanation:
    """Why a recap of this meeting holds what it holds."""
    return Explanation(items=tuple(_items(meeting, recap)), rejected=tuple(_dropped(meeting, recap, rejected)))


def _items(meeting: Meeting, recap: Recap) -> Iterator[Explained]:
    sums = {kind: meeting.likely(kind) for kind in _WEIGHED}
    for kind, found in _kinds(recap):
        for item in found:
            shares = _shares(meeting, kind, item.evidence, sums[kind]) if kind in sums else ()
            yield Explained(
                kind=kind, id=item.id, text=item.text, rule=item.rule, evidence=item.evidence, shares=shares,
                words=tuple(_words(meeting, kind, item)),
            )  # fmt: skip
    for speaker in recap.speakers:
        if speaker.evidence:
            yield _plain("introduction", None, speaker.name, speaker.evidence)
    for resource in recap.resources:
        yield _plain("resource", resource.id, resource.url, resource.evidence)


def _kinds(recap: Recap) -> Iterator[tuple[str, Iterable[Finding]]]:
    yield "next_step", recap.next_steps
    yield "decision", recap.decisions
    yield "proposal", recap.proposals
    yield "challenge", recap.challenges
    yield "advice", recap.advice
    yield "question", recap.questions


def _plain(kind: str, id: str | None, text: str, evidence: tuple[Evidence, ...]) -> Explained:
    """What is found as it stands: the evidence is the words."""
    return Explained(kind=kind, id=id, text=text, rule=kind, words=evidence, evidence=evidence)


def _words(meeting: Meeting, kind: str, item: Finding) -> Iterator[Evidence]:
    """The words of the cues and of the tasks in the sentences that an item rests on, in the order of the talk."""
    talk = meeting.talk
    for number in _rests(meeting, item.evidence):
        hits = (hit for hit in talk.hits[number] if hit.cue.id == item.rule or hit.cue.act in _ACTS[kind])
        tasks = meeting.tasks.get(number, ()) if kind == "next_step" else ()
        spans = [*((hit.start, hit.end) for hit in hits), *(_lead(meeting, task) for task in tasks)]
        for begin, end in _joined(spans):
            yield talk.sentences[number].evidence(meeting.transcript, begin, end)


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in their order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if joined and begin < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((begin, end))
    return joined


def _lead(meeting: Meeting, task: Task) -> tuple[int, int]:
    """The clean characters of the words that lead to a task, with its verb: `I'll send`."""
    verb = _VERB.match(meeting.talk.sentences[task.sentence].text, task.start)
    return task.begin, verb.end() if verb else task.start


def _rests(meeting: Meeting, evidence: Iterable[Evidence]) -> list[int]:
    """The sentences that pieces of evidence touch."""
    talk = meeting.talk
    touched = {
        number
        for piece in evidence
        for number in talk.of_turn.get(piece.turn, ())
        if talk.sentences[number].start < piece.char_end and piece.char_start < talk.sentences[number].end
    }
    return sorted(touched)


def _shares(meeting: Meeting, kind: str, evidence: Iterable[Evidence], sums: dict[int, float]) -> tuple[Share, ...]:
    """What spoke most for the strongest of the turns that an item rests on."""
    turns = [piece.turn for piece in evidence if piece.turn in sums]
    if not turns:
        return ()
    found = meeting.features[max(turns, key=lambda turn: (sums[turn], -turn))]
    spoke = {name: weight * found[name] for name, weight in meeting.weights[kind].items() if name != "bias"}
    best = sorted((name for name in spoke if spoke[name] > 0), key=lambda name: (-spoke[name], name))
    return tuple(Share(feature=name, weight=round(spoke[name], 2)) for name in best[:_SHOWN])


def _dropped(meeting: Meeting, recap: Recap, rejected: Iterable[Rejected]) -> Iterator[Dropped]:
    """Next steps that were none, and turns with words of a kind for which too little else spoke."""
    at_once = (Rejected(slot.sentence, slot.rule, "business") for slot in business(meeting.talk))
    taken = {number for step in recap.next_steps for number in _rests(meeting, step.evidence)}
    loose = (one for one in rejected if one.sentence not in taken)
    steps = {(one.sentence, _WHY.get(one.why, one.why)): one for one in (*loose, *at_once)}
    dropped = [(n, _drop(meeting, n, "next_step", why, f"next-step.{one.rule}")) for (n, why), one in steps.items()]
    dropped += [
        (n, _drop(meeting, n, kind, "too little speaks for it", rule)) for n, kind, rule in _weak(meeting, recap)
    ]
    return (one for _, one in sorted(dropped, key=lambda pair: pair[0]))


def _weak(meeting: Meeting, recap: Recap) -> Iterator[tuple[int, str, str]]:
    """The strongest sentence of each turn that has words of a weighed kind and is in no item of it."""
    for kind, items in _kinds(recap):
        if kind in _WEIGHED:
            taken = {piece.turn for item in items for piece in item.evidence} | set(meeting.likely(kind))
            for turn, numbers in meeting.talk.of_turn.items():
                strong = max(numbers, key=lambda n: (meeting.talk.weight(n, *_ACTS[kind][:2]), -n))
                hit = meeting.talk.hit(strong, *_ACTS[kind][:2])
                if hit and turn not in taken:
                    yield strong, kind, hit.cue.id


def _drop(meeting: Meeting, number: int, kind: str, why: str, rule: str) -> Dropped:
    return Dropped(kind=kind, why=why, rule=rule, evidence=meeting.talk.sentences[number].evidence(meeting.transcript))
