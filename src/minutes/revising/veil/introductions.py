"""What people say of themselves is left out, wherever else it is quoted too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from minutes.likeness import content
from minutes.model import Earlier, Evidence, Finding, Recap, Report, Resource, Series, Thread
from minutes.revising.veil.edits import apart, edited
from minutes.revising.veil.matching import INTRODUCTION
from minutes.revising.veil.walking import AS_IT_IS, PEOPLE

M = TypeVar("M", Recap, Series)
F = TypeVar("F", Finding, Resource, Report, Earlier)

_KINDS = ("proposals", "challenges", "advice", "decisions", "next_steps", "reports", "questions", "resources")


class Cut(NamedTuple):
    """A piece of evidence without what the speaker says of himself, and what that was."""

    evidence: Evidence
    left_out: str


def without_introductions(minutes: M) -> M:
    """The minutes without the backgrounds of their speakers, and without any piece of them in a quote or a sentence."""
    if isinstance(minutes, Recap):
        return _recap(minutes)
    told = [piece for recap in minutes.recaps for piece in backgrounds(recap)]
    threads = tuple(_thread(thread, told) for thread in minutes.threads)
    return minutes.model_copy(update={"recaps": tuple(map(_recap, minutes.recaps)), "threads": threads})


def backgrounds(recap: Recap) -> list[Evidence]:
    """What people say of themselves, where they say it."""
    return [piece for speaker in recap.speakers for piece in speaker.evidence]


def _recap(recap: Recap) -> Recap:
    told = backgrounds(recap)
    known = content(" ".join(name for speaker in recap.speakers for name in (speaker.name, *speaker.labels)))
    found = {kind: tuple(_found(one, told, known) for one in getattr(recap, kind)) for kind in _KINDS}
    gone = [one.title for one, new in zip(recap.proposals, found["proposals"], strict=True) if one.title != new.title]
    speakers = tuple(
        speaker.model_copy(update={"background": INTRODUCTION if speaker.background else None, "evidence": ()})
        for speaker in recap.speakers
    )
    update: dict[str, Any] = {
        **found,
        "earlier": tuple(_earlier(_found(one, told, known), told) for one in recap.earlier),
        "speakers": speakers,
        "closing": tuple(_cut(piece, told).evidence for piece in recap.closing),
        "overview": tuple(_without(sentence, gone) for sentence in recap.overview),
    }
    return recap.model_copy(update=update)


def _found(found: F, told: Sequence[Evidence], known: frozenset[str]) -> F:
    """A finding whose quotes are cut; a sentence of it that tells what only they told is left out."""
    cut = [_cut(piece, told) for piece in found.evidence]
    left_out = content(" ".join(one.left_out for one in cut))
    if not any(one.left_out for one in cut):
        return found
    details = left_out - content(" ".join(one.evidence.quote for one in cut).replace(INTRODUCTION, " ")) - known
    update: dict[str, Any] = {"evidence": tuple(one.evidence for one in cut)}
    for field in type(found).model_fields:
        value = getattr(found, field)
        if field in AS_IT_IS or field in PEOPLE or field in ("rule", "url", "resources"):
            continue
        if type(value) is str and content(value) & details:
            update[field] = INTRODUCTION
        elif isinstance(value, tuple) and all(isinstance(one, str) for one in value):
            update[field] = tuple(one for one in value if not content(one) & details)
    return found.model_copy(update=update)


def _earlier(step: Earlier, told: Sequence[Evidence]) -> Earlier:
    return step.model_copy(update={"said": tuple(_cut(piece, told).evidence for piece in step.said)})


def _cut(piece: Evidence, told: Iterable[Evidence]) -> Cut:
    """The evidence without those of its characters that belong to a background."""
    spans = apart(span for other in told if (span := _common(piece, other)))
    if not spans:
        return Cut(piece, "")
    quote = edited(piece.quote, [(start, end, INTRODUCTION) for start, end in spans])
    return Cut(piece.model_copy(update={"quote": quote}), " ".join(piece.quote[start:end] for start, end in spans))


def _common(piece: Evidence, other: Evidence) -> tuple[int, int] | None:
    """Which characters of a quote stand in another quote of the same turn; in a series, of the same words too."""
    start, end = max(piece.char_start, other.char_start), min(piece.char_end, other.char_end)
    if piece.turn != other.turn or start >= end:
        return None
    here = piece.quote[start - piece.char_start : end - piece.char_start]
    there = other.quote[start - other.char_start : end - other.char_start]
    return (start - piece.char_start, end - piece.char_start) if here == there else None


def _thread(thread: Thread, told: Sequence[Evidence]) -> Thread:
    cut = [_cut(piece, told) for piece in thread.evidence]
    details = content(" ".join(one.left_out for one in cut))
    details -= content(" ".join(one.evidence.quote for one in cut).replace(INTRODUCTION, " "))
    title = INTRODUCTION if content(thread.title) & details else thread.title
    return thread.model_copy(update={"title": title, "evidence": tuple(one.evidence for one in cut)})


def _without(sentence: str, titles: Iterable[str]) -> str:
    for title in titles:
        sentence = sentence.replace(title, INTRODUCTION)
    return sentence
