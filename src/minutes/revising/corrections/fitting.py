"""Which item of a recap a correction means: the one that rests on its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutes.model import Evidence, Finding, Recap, Resource, Speaker, Topic, Transcript
from minutes.revising.corrections.kinds import ADDED, KINDS, Kind
from minutes.revising.corrections.records import Keyed
from minutes.revising.corrections.spoken import spoken
from minutes.revising.corrections.words import letters, same, within


class Place(NamedTuple):
    """An item: of which kind, and where among those of its kind."""

    kind: Kind
    at: int


class Spoken(NamedTuple):
    """Words that an item rests on, and whose they are."""

    speaker: str | None
    text: str


def fitting(recap: Recap, one: Keyed, words: Sequence[str], transcript: Transcript) -> Place | str:
    """The one item that rests on all these words, or why there is none; `one` says its kind and who said them.

    What rests on just these words goes before what rests on more, and whole pieces go before parts of them.
    """
    kinds = [KINDS[name] for name in ([one.kind] if one.kind else ADDED)]
    found: dict[int, list[Place]] = {}
    for kind in kinds:
        for at, item in enumerate(getattr(recap, kind.items)):
            rank = _rank(words, list(_rests(item, transcript)), one.said_by)
            found.setdefault(rank, []).append(Place(kind, at))
    best = next((found[rank] for rank in (3, 2, 1) if rank in found), [])
    if len(best) > 1:
        return f"{len(best)} items rest on these words; give {'' if one.kind else 'the kind, '}more of them, or said_by"
    return best[0] if best else _nowhere(words, one.kind, transcript)


def _rests(item: object, transcript: Transcript) -> Iterator[Spoken]:
    """The words that an item rests on; of what was made from no one's words, its own."""
    match item:
        case Finding(evidence=evidence):
            yield from (Spoken(piece.speaker, piece.quote) for piece in evidence)
        case Resource(evidence=evidence, url=url):
            yield from (Spoken(piece.speaker, piece.quote) for piece in evidence)
            yield Spoken(None, url)
        case Speaker(evidence=evidence, name=name, labels=labels):
            yield from (Spoken(piece.speaker, piece.quote) for piece in evidence)
            yield from (Spoken(None, label) for label in dict.fromkeys((name, *labels)))
        case Topic(title=title, first_turn=first, last_turn=last):
            yield Spoken(None, title)
            yield from (Spoken(turn.speaker, turn.text) for turn in transcript.turns[first : last + 1])
        case Evidence(speaker=speaker, quote=quote):
            yield Spoken(speaker, quote)
        case str():
            yield Spoken(None, item)


def _rank(words: Sequence[str], rests: Sequence[Spoken], said_by: str | None) -> int:
    """3: it rests on just these words; 2: on these and others; 1: on these as parts of longer pieces; 0: not at all."""
    said = [each.text for each in rests if said_by is None or within(said_by, each.speaker or "")]
    if not all(any(within(part, text) for text in said) for part in words):
        return 0
    if {letters(part) for part in words} == {letters(each.text) for each in rests}:
        return 3
    return 2 if all(any(same(part, text) for text in said) for part in words) else 1


def _nowhere(words: Sequence[str], kind: str | None, transcript: Transcript) -> str:
    said = all(spoken(part, transcript) for part in words)
    return f"no {kind or 'item'} rests on these words" if said else "nobody said these words"
