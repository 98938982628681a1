"""Items that are merged, dropped, changed and kept: what comes of the recap, or why a correction does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from minutes.model import Finding, Recap, Transcript
from minutes.revising.corrections import changing
from minutes.revising.corrections.fitting import Place, fitting
from minutes.revising.corrections.kinds import Item
from minutes.revising.corrections.linking import linked
from minutes.revising.corrections.merging import joined
from minutes.revising.corrections.records import Change, Corrections, Merge


class Which(NamedTuple):
    """A correction: its table, and its number in it from 1."""

    table: str
    number: int


def places(recap: Recap, corrections: Corrections, transcript: Transcript) -> dict[Which, Place | str]:
    """The item that each drop, change and keep is of, or why there is none."""
    found: dict[Which, Place | str] = {}
    gone: list[Place] = []
    for table in ("drop", "change", "keep"):
        for number, one in enumerate(getattr(corrections, table), 1):
            place = fitting(recap, one, one.words, transcript, gone)
            found[Which(table, number)] = place
            if table == "drop" and isinstance(place, Place):
                gone.append(place)
    return found


def edited(recap: Recap, corrections: Corrections, transcript: Transcript) -> tuple[Recap, dict[Which, str]]:
    """The recap with what is changed, without what is dropped, and the corrections that do not fit, with why."""
    found = places(recap, corrections, transcript)
    unfit = {which: why for which, why in found.items() if isinstance(why, str)}
    for number, one in enumerate(corrections.change, 1):
        place = found[Which("change", number)]
        if isinstance(place, Place):
            done = _changed(recap, place, one, transcript)
            if isinstance(done, str):
                unfit[Which("change", number)] = done
            else:
                recap = done
    gone = [place for which, place in found.items() if which.table == "drop" and isinstance(place, Place)]
    return (linked(_without(recap, gone)) if gone else recap), unfit


def _changed(recap: Recap, place: Place, one: Change, transcript: Transcript) -> Recap | str:
    """With the item as the person has it."""
    item = changing.changed(_item(recap, place), place.kind, one, transcript)
    return item if isinstance(item, str) else _with(recap, place, item)


def merged(recap: Recap, one: Merge, transcript: Transcript) -> Recap | str:
    """With one item in place of several; what linked to the others links to it."""
    found: list[Place] = []
    for words in one.words:
        place = fitting(recap, one, [words], transcript)
        if isinstance(place, str):
            return f"“{words}”: {place}"
        if place not in found:
            found.append(place)
    first, *others = found
    if not others:
        return "it is one item already"
    items = [each for place in found if isinstance(each := _item(recap, place), Finding)]
    if len(items) < len(found) or len({type(each) for each in items}) > 1:
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


def _without(recap: Recap, gone: Sequence[Place]) -> Recap:
    """The recap without these items."""
    left: dict[str, set[int]] = {}
    for place in gone:
        left.setdefault(place.kind.items, set()).add(place.at)
    kept = {
        name: tuple(item for at, item in enumerate(getattr(recap, name)) if at not in ats) for name, ats in left.items()
    }
    return recap.model_copy(update=kept)
