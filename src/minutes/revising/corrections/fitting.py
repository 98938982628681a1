"""Which item of a recap a correction means: the one that rests on its words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
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


def fitting(
    recap: Recap, one: Keyed, words: Sequence[str], transcript: Transcript, gone: Collection[Place] = ()
) -> Place | str:
    """The one item that rests on all these words, or why there is none; `one` says its kind and who said them.

    What rests on just these words goes before what rests on more, and whole pieces go before parts of them. What is
    gone is passed over, but `which` counts it.
    """
    best = _best(recap, one, words, transcript)
    if one.which and len(best) > 1:
        best = best[one.which - 1 : one.which]
    left = [place for place in best if place not in gone]
    if len(left) > 1:
        kind = "" if one.kind else "the kind, "
        return f"{len(left)} items rest on these words; give {kind}more of them, said_by, or which"
    return left[0] if left else _nowhere(words, one.kind, transcript)


def keyed(recap: Recap, place: Place, transcript: Transcript) -> Keyed:
    """What a correction says so that it means this item: the fewest words, and `which` where several rest on them."""
    kind = place.kind.name
    item = getattr(recap, place.kind.items)[place.at]
    quotes = tuple(dict.fromkeys(piece.quote for piece in getattr(item, "evidence", ()))) or _own(item)
    for words in [*((quote,) for quote in quotes), quotes]:
        one = Keyed(kind=kind, words=words)
        if _best(recap, one, words, transcript) == [place]:
            return one
    every = _best(recap, Keyed(kind=kind, words=quotes), quotes, transcript)
    return Keyed(kind=kind, words=quotes, which=every.index(place) + 1)


def _own(item: object) -> tuple[str, ...]:
    """What an item without evidence is known by."""
    if isinstance(item, str):
        return (item,)
    return next((value,) for name in ("quote", "title", "name") if (value := getattr(item, name, None)))


def _best(recap: Recap, one: Keyed, words: Sequence[str], transcript: Transcript) -> list[Place]:
    """The items that rest on the words, of the highest rank that any has."""
    found: dict[int, list[Place]] = {}
    for kind in [KINDS[name] for name in ([one.kind] if one.kind else ADDED)]:
        for at, item in enumerate(getattr(recap, kind.items)):
            rank = _rank(words, list(_rests(item, transcript)), one.said_by)
            found.setdefault(rank, []).append(Place(kind, at))
    return next((found[rank] for rank in (3, 2, 1) if rank in found), [])


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
