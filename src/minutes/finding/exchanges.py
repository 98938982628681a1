"""Acts of several turns that are one matter: a request and its "sure", a promise and its "actually, no"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date as Date
from typing import NamedTuple

from minutes.finding.acts import Task
from minutes.finding.candidates import Candidate, Scene
from minutes.finding.dates import Dated
from minutes.finding.talk import Talk

_ANAPHORS = frozenset(["it", "them", "that", "this", "one", "those", "him", "her", "there"])
_EMPTY = frozenset(["do", "take", "have", "try", "be", "get", "go", "start", "make", "put", "handle", "manage"])


_EXACT = re.compile(r"\d|(?:first|second|third|\w+th)\b", re.I)
"""A day of the month: more than its weekday."""
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|do|does|did|can|could|I|we)\b|'(?:s|m|re|ll|d|ve)\b", re.I)
_SHARED = 2
"""Words in common by which a task is known again."""
_FIRM = 0.9
"""Strength of a promise that can say what somebody takes on."""


class Due(NamedTuple):
    """A date that was said: where, its words, and its day where that is known."""

    sentence: int
    said: str
    day: Date | None


@dataclass(frozen=True)
class Commitment:
    """Something that somebody, or the group, is to do after the meeting."""

    task: Task | None
    owners: tuple[str, ...]
    rests: tuple[int, ...]
    """The sentences it rests on, the one with the task first."""
    rule: str
    group: bool = False
    either: bool = False
    """Whether it falls to one of the owners, and nobody said to which."""
    due: Due | None = None


class Rejected(NamedTuple):
    """What looked like a next step and is none, by name."""

    sentence: int
    rule: str
    why: str


_WHY = ("retracted", "reported", "supposed", "past", "proposing", "habit", "hedged", "question")


def commitments(scene: Scene, weights: Mapping[str, float]) -> tuple[list[Commitment], list[Rejected]]:
    """What was taken on, given and accepted, or agreed for the group; and what was turned down, by name."""
    found: list[Commitment] = []
    rejected: list[Rejected] = []
    used: set[int] = set()
    for candidate in scene.candidates():
        score = sum(weights.get(name, 0.0) * value for name, value in candidate.features.items())
        if candidate.sentence in used and candidate.kind in ("claim", "ask", "call"):
            continue
        if candidate.barred or (score <= 0 and not candidate.certain):
            rejected.append(Rejected(candidate.sentence, _rule(candidate), _why(candidate)))
        elif not (candidate.sentence in used and _echoes(scene.talk, candidate, found)):
            one = _commitment(scene, candidate)
            used.update(one.rests)
            found.append(one)
    return [_dated(scene, one) for one in _merged(scene, found)], rejected


def _rule(candidate: Candidate) -> str:
    return candidate.task.rule if candidate.task else candidate.kind


def _why(candidate: Candidate) -> str:
    return candidate.barred or next(
        (name for name in _WHY if candidate.features.get(name, 0) > 0), "too little speaks for it"
    )


def _echoes(talk: Talk, candidate: Candidate, found: Iterable[Commitment]) -> bool:
    """Whether a promise in a reply only says again what was asked for."""
    task = candidate.task
    return (
        task is None
        or task.verb in _EMPTY
        or any(
            candidate.sentence in one.rests
            and one.task is not None
            and (one.task.verb == task.verb or one.task.sentence == task.sentence)
            for one in found
        )
        or _pronominal(talk, task)
    )


def _pronominal(talk: Talk, task: Task) -> bool:
    """Whether the words name what is done by no more than a pronoun: `send it`."""
    words = talk.sentences[task.sentence].text[task.start : task.end].lower().split()
    return len(words) <= 4 and bool(_ANAPHORS & set(words))


def _commitment(scene: Scene, candidate: Candidate) -> Commitment:
    task, rests = candidate.task, [candidate.sentence]
    if candidate.reply:
        rests.append(candidate.reply.sentence)
        task = task if task and task.verb not in _EMPTY else _told(scene, candidate.reply.sentence) or task
    elif candidate.answers is not None and (task is None or task.verb in _EMPTY or _pronominal(scene.talk, task)):
        asked = scene.tasks.get(candidate.answers, ())
        rests.append(candidate.answers)
        task = next((other for other in asked if other.kind == "ask"), task)
    either = candidate.task is not None and candidate.task.either and candidate.who == candidate.task.who
    return Commitment(task, candidate.who, tuple(rests), _rule(candidate), candidate.kind == "group", either)


def _told(scene: Scene, number: int) -> Task | None:
    """The fullest promise in the turn of a reply."""
    turn = scene.talk.of_turn[scene.talk.sentences[number].turn]
    promises = [
        task
        for n in turn
        for task in scene.tasks.get(n, ())
        if task.kind == "promise" and task.verb not in _EMPTY and task.strength >= _FIRM
    ]
    return max(promises, key=lambda task: task.end - task.start, default=None)


def _merged(scene: Scene, found: Iterable[Commitment]) -> list[Commitment]:
    """One commitment where the same owner says one thing in several sentences, or somebody says it again for him."""
    kept: list[Commitment] = []
    for one in found:
        near = range(len(kept) - 1, max(-1, len(kept) - 6), -1)
        twin = next((n for n in near if _same(scene.talk, kept[n], one)), None)
        if twin is not None:
            first = kept[twin]
            rests = tuple(dict.fromkeys((*first.rests, *one.rests)))
            kept[twin] = replace(first, task=_fuller(first.task, one.task), rests=rests)
            continue
        again = next((n for n in range(len(kept) - 1, -1, -1) if _repeats(scene, kept[n], one)), None)
        if again is None:
            kept.append(one)
        elif not any(scene.dates(n) for n in kept[again].rests) and any(scene.dates(n) for n in one.rests):
            kept[again] = replace(kept[again], rests=(*kept[again].rests, *one.rests))
    return kept


def _repeats(scene: Scene, first: Commitment, one: Commitment) -> bool:
    """Whether somebody only says again what another has taken on, as a chair does at the end."""
    if first.task is None or one.task is None or not one.rule.startswith(("assign", "ask", "group")):
        return False
    if first.owners != one.owners and not (first.group and one.group):
        return False
    here, there = _content(scene.talk, one.task), _content(scene.talk, first.task)
    return len(here & there) >= min(_SHARED, len(here), len(there)) > 0


def _fuller(task: Task | None, other: Task | None) -> Task | None:
    if task is None or (other is not None and task.verb in _EMPTY and other.verb not in _EMPTY):
        return other
    return task


def _same(talk: Talk, one: Commitment, other: Commitment) -> bool:
    if one.owners != other.owners or one.group != other.group:
        return False
    if min(abs(talk.runs[a] - talk.runs[b]) for a in one.rests for b in other.rests) > 2:
        return False
    if set(one.rests) & set(other.rests) and (
        one.task is None or other.task is None or one.task.sentence == other.task.sentence
    ):
        return True
    if other.task is None or one.task is None or _pronominal(talk, other.task) or _pronominal(talk, one.task):
        return True
    return one.task.verb == other.task.verb or bool(_content(talk, one.task) & _content(talk, other.task))


_LIGHT = frozenset(
    [
        *(
            "the",
            "a",
            "an",
            "and",
            "or",
            "to",
            "of",
            "in",
            "on",
            "at",
            "for",
            "with",
            "by",
            "from",
            "it",
            "them",
            "that",
        ),
        *("this", "you", "your", "my", "our", "we", "i", "me", "us", "is", "are", "be", "will", "can", "then", "so"),
        *("up", "out", "about", "just"),
    ]
)


def _content(talk: Talk, task: Task) -> set[str]:
    words = (
        talk.sentences[task.sentence].text[task.start : task.end].lower().replace(",", " ").replace(".", " ").split()
    )
    return {word.rstrip("s") for word in words} - _LIGHT - _EMPTY


def _dated(scene: Scene, one: Commitment) -> Commitment:
    """The commitment with its date: the first certain day in the places where it may stand, else the first words."""
    said = [(number, dated) for number in _places(scene, one) for dated in _likeliest(scene, number, one)]
    if not said:
        return one
    number, dated = next(((n, d) for n, d in said if d.day), said[0])
    text = scene.talk.sentences[number].text[dated.start : dated.end]
    rests = one.rests if number in one.rests else (*one.rests, number)
    return replace(one, due=Due(number, text, dated.day), rests=rests)


def _likeliest(scene: Scene, number: int, one: Commitment) -> list[Dated]:
    """The date of one sentence: in the task's own clause, an exact day before its weekday, a deadline before others."""
    back = scene.talk.hit(number, "retract")
    said = [dated for dated in scene.dates(number) if back is None or dated.start >= back.end]
    tasks = [task for task in scene.tasks.get(number, ()) if task.kind != "group"]
    own = one.task if one.task and one.task.sentence == number else None
    if own:
        others = [task for task in tasks if task.start != own.start and task.verb not in _EMPTY]
        inside = [dated for dated in said if own.begin <= dated.start < own.end]
        said = inside or [d for d in said if not any(task.begin <= d.start < task.end for task in others)]
    text = scene.talk.sentences[number].text
    exact = {dated.day for dated in said if _EXACT.search(text[dated.start : dated.end])}
    if exact and any(d.day and d.day not in exact and _same_weekday(d, exact) for d in said):
        said = [dated for dated in said if dated.day in exact]
    return sorted(said, key=lambda dated: (not (dated.due and dated.day), not dated.day, dated.start))[:1]


def _same_weekday(dated: Dated, days: Iterable[Date | None]) -> bool:
    return any(day and dated.day and day.weekday() == dated.day.weekday() for day in days)


def _places(scene: Scene, one: Commitment) -> Iterator[int]:
    """Where its date may have been said, the likeliest first."""
    talk = scene.talk
    last = max(one.rests)
    own = [n for n in range(last + 1, min(last + 6, talk.stretches[last].stop)) if not _busy(scene, n)]
    yield from (n for n in reversed(own) if _only_date(scene, n))
    yield from sorted(one.rests, key=lambda n: (n != one.rests[0], n))
    yield from own
    if last - 1 in talk.stretches[last] and not _busy(scene, last - 1):
        yield last - 1
    yield from _later(scene, one, last)
    if one.rests[0] != last:
        yield from _later(scene, one, one.rests[0])


def _later(scene: Scene, one: Commitment, number: int) -> Iterator[int]:
    """What is said of the date in the next runs of others."""
    talk = scene.talk
    first = talk.stretches[number].stop
    for _ in range(3):
        if first >= len(talk.sentences):
            return
        run = talk.stretches[first]
        yield from (n for n in run[:3] if _settles_date(scene, n, one))
        first = run.stop


def _only_date(scene: Scene, number: int) -> bool:
    """Whether a sentence is hardly more than a day, said after a promise: `No. Sunday, after Mass.`"""
    sentence = scene.talk.sentences[number]
    said = [dated for dated in scene.dates(number) if dated.day]
    return bool(said) and len(sentence.words) <= 6 and _FINITE.search(sentence.text) is None


def _settles_date(scene: Scene, number: int, one: Commitment) -> bool:
    """Whether a later sentence is about the date: hardly more than the date, or a word of the owner on his promise."""
    talk, words = scene.talk, len(scene.talk.sentences[number].words)
    if "claim" in talk.acts[number] or not scene.dates(number):
        return "claim" in talk.acts[number] and talk.sentences[number].speaker == talk.sentences[one.rests[0]].speaker
    dated = sum(found.end - found.start for found in scene.dates(number))
    mine = talk.sentences[number].speaker in one.owners
    return not _busy(scene, number) and words <= 10 and dated * (4 if mine else 2.5) >= len(talk.sentences[number].text)


def _busy(scene: Scene, number: int) -> bool:
    """Whether a sentence has something else to do of its own."""
    return any(
        task.kind != "group" and task.verb not in _EMPTY and not _pronominal(scene.talk, task)
        for task in scene.tasks.get(number, ())
    )
