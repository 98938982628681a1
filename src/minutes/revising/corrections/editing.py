"""Items that are dropped, changed and merged: each gives the recap that comes of it, or why it does not fit."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.model import Finding, Recap, Transcript
from minutes.revising.corrections import changing
from minutes.revising.corrections.fitting import Place, fitting
from minutes.revising.corrections.kinds import Item
from minutes.revising.corrections.linking import linked
from minutes.revising.corrections.merging import joined
from minutes.revising.corrections.records import Change, Drop, Merge


def dropped(recap: Recap, one: Drop, transcript: Transcript) -> Recap | str:
    """Without the item, and without links to it."""
    place = fitting(recap, one, one.words, transcript)
    return place if isinstance(place, str) else linked(_without(recap, [place]))


def changed(recap: Recap, one: Change, transcript: Transcript) -> Recap | str:
    """With the item as the person has it."""
    place = fitting(recap, one, one.words, transcript)
    if isinstance(place, str):
        return place
    item = changing.changed(_item(recap, place), place.kind, one, transcript)
    return item if isinstance(item, str) else _with(recap, place, item)


def merged(recap: Recap, one: Merge, transcript: Transcript) -> Recap | str:
    """With one item in place of several; what linked to the others links to it."""
    places: list[Place] = []
    for words in one.words:
        place = fitting(recap, one, [words], transcript)
        if isinstance(place, str):
            return f"“{words}”: {place}"
        if place not in places:
            places.append(place)
    first, *others = places
    if not others:
        return "it is one item already"
    items = [each for place in places if isinstance(each := _item(recap, place), Finding)]
    if len(items) < len(places) or len({type(each) for each in items}) > 1:
        return "these are no items of one kind that can be merged"
    item = changing.changed(joined(items), first.kind, one, transcript)
    if isinstance(item, str):
        return item
    became = {other.id: items[0].id for other in items[1:]}
    return linked(_without(_with(recap, first, item), others), became)


def _item(recap: Recap, place: Place) -> Item:
    items: tuple[Item, ...] = getattr(recap, place.kind.items)
    return items[place.at]


def _with(recap: Recap, place: Place, item: Item) -> Recap:
    items = getattr(recap, place.kind.items)
    return recap.model_copy(update={place.kind.items: (*items[: place.at], item, *items[place.at + 1 :])})


def _without(recap: Recap, places: Sequence[Place]) -> Recap:
    """The recap without these items, which are of one kind."""
    name, gone = places[0].kind.items, {place.at for place in places}
    kept = (item for at, item in enumerate(getattr(recap, name)) if at not in gone)
    return recap.model_copy(update={name: tuple(kept)})
