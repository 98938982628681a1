"""Recaps held against annotated meetings: what was found, what was missed, what was made up.

An item rests on turns. One of the recap and one of the annotation are the same where they share a turn and at least
`SHARE` of the turns of the recap's item are the annotation's: pointing at a stretch of the meeting is no answer. Pairs
are one to one, as many as can be, the best overlap first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

ITEMS = ("next_steps", "decisions", "proposals", "challenges", "advice", "questions")
SHARE = 0.4
ALIKE = 0.5
"""How much of their words two backgrounds share that are the same."""
_LIGHT = frozenset(
    [
        *(
            "a",
            "an",
            "and",
            "are",
            "as",
            "at",
            "be",
            "by",
            "for",
            "from",
            "has",
            "have",
            "her",
            "his",
            "in",
            "is",
            "it",
        ),
        *("its", "of", "on", "or", "that", "the", "their", "this", "to", "was", "will", "with"),
    ]
)

Item = Mapping[str, Any]


@dataclass
class Count:
    """Items that were annotated, items that were found, and those that are both."""

    both: int = 0
    gold: int = 0
    found: int = 0

    def add(self, both: int, gold: int, found: int) -> None:
        """Counts some more."""
        self.both, self.gold, self.found = self.both + both, self.gold + gold, self.found + found

    @property
    def precision(self) -> float:
        """The share of what was found that was annotated."""
        return self.both / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was annotated that was found."""
        return self.both / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.both / (self.gold + self.found) if self.gold + self.found else 0.0


@dataclass
class Score:
    """What one or several meetings came to."""

    items: dict[str, Count] = field(default_factory=dict)
    turns: dict[str, Count] = field(default_factory=dict)
    right: dict[str, list[bool]] = field(default_factory=dict)
    """For each attribute, whether it is right, for each item that was found."""
    missed: list[tuple[str, Item]] = field(default_factory=list)
    """Category and annotation of what was not found."""
    extra: list[tuple[str, Item]] = field(default_factory=list)
    """Category and item of what was found and is not annotated."""

    def add(self, other: Score) -> None:
        """Counts another meeting."""
        for mine, more in ((self.items, other.items), (self.turns, other.turns)):
            for name, count in more.items():
                mine.setdefault(name, Count()).add(count.both, count.gold, count.found)
        for name, values in other.right.items():
            self.right.setdefault(name, []).extend(values)
        self.missed += other.missed
        self.extra += other.extra

    @property
    def macro(self) -> float:
        """The mean F1 of the categories of which there are annotations."""
        used = [count.f1 for count in self.items.values() if count.gold]
        return sum(used) / len(used) if used else 0.0

    @property
    def whole(self) -> Count:
        """All items that rest on turns, together."""
        total = Count()
        for name in ITEMS:
            if name in self.items:
                total.add(self.items[name].both, self.items[name].gold, self.items[name].found)
        return total

    def note(self, name: str, value: bool) -> None:
        """Keeps whether an attribute is right."""
        self.right.setdefault(name, []).append(value)


def score(gold: Mapping[str, Sequence[Item]], recap: Item, labels: Iterable[str]) -> Score:
    """One meeting's recap, as JSON, against its annotation; `labels` are those of its speakers."""
    people = People(gold.get("speakers") or [{"name": label} for label in labels])
    result = Score()
    for name in ITEMS:
        if name in gold:
            _items(result, name, gold[name], recap[name], people)
    if "speakers" in gold:
        result.items["backgrounds"] = _backgrounds(gold["speakers"], recap["speakers"], people)
    if "resources" in gold:
        mine, theirs = ({_bare(one["url"]) for one in side["resources"]} for side in (gold, recap))
        result.items["resources"] = Count(len(mine & theirs), len(mine), len(recap["resources"]))
    return result


def _items(result: Score, name: str, gold: Sequence[Item], found: Sequence[Item], people: People) -> None:
    gold = [one for one in gold if one["turns"]]
    turns = [set(one["turns"]) for one in gold], [{piece["turn"] for piece in one["evidence"]} for one in found]
    pairs = matched(*turns)
    result.items[name] = Count(len(pairs), len(gold), len(found))
    whole = [set[int]().union(*side) for side in turns]
    result.turns[name] = Count(len(whole[0] & whole[1]), len(whole[0]), len(whole[1]))
    result.missed += [(name, one) for number, one in enumerate(gold) if number not in pairs]
    result.extra += [(name, one) for number, one in enumerate(found) if number not in pairs.values()]
    for number, one in enumerate(gold):
        _attributes(result, name, one, found[pairs[number]] if number in pairs else None, people)


def _attributes(result: Score, name: str, gold: Item, found: Item | None, people: People) -> None:
    if name == "next_steps" and "owners" in gold and "due" in gold:
        owners = found is not None and people.same(gold["owners"], found["owners"])
        due = found is not None and gold["due"] == found["due"]
        result.note("next steps found whole", owners and due)
        if found:
            result.note("owners", owners)
            result.note("due dates", due)
        if found and gold["due"]:
            result.note("due dates where one was said", due)
    if found and name == "proposals" and "proposers" in gold:
        result.note("proposers", people.same(gold["proposers"], found["proposers"]))
    for key in ("raised_by", "given_by"):
        if found and gold.get(key):
            result.note(f"{name}: {key.replace('_', ' ')}", people.same([gold[key]], [found[key] or ""]))


def matched(gold: Sequence[set[int]], found: Sequence[set[int]]) -> dict[int, int]:
    """Annotation → item found, as many pairs as can be."""
    near = {
        number: sorted(
            (-len(turns & one) / len(turns | one), -place)
            for place, one in enumerate(gold)
            if turns & one and len(turns & one) >= SHARE * len(turns)
        )
        for number, turns in enumerate(found)
    }
    holder: dict[int, int] = {}

    def seat(number: int, asked: set[int]) -> bool:
        """Seats an item, moving others where they have another place."""
        for place in (-place for _, place in near[number]):
            if place not in asked:
                asked.add(place)
                if place not in holder or seat(holder[place], asked):
                    holder[place] = number
                    return True
        return False

    for number in sorted((number for number in near if near[number]), key=lambda number: near[number][0][0]):
        seat(number, set())
    return holder


class People:
    """The people of a meeting by all their names: "Amal", "Amal Haddad" and "amal h" are one."""

    def __init__(self, speakers: Iterable[Item]) -> None:
        self._names = [{_plain(name) for name in (one["name"], *(one.get("labels") or ()))} for one in speakers]

    def who(self, name: str) -> int | str:
        """The number of the one person meant, or the name itself where it is nobody's or may be two people's."""
        plain = _plain(name)
        for number, names in enumerate(self._names):
            if plain in names:
                return number
        parts = set(plain.split())
        near = [
            number
            for number, names in enumerate(self._names)
            if parts and any(parts <= set(one.split()) or set(one.split()) <= parts for one in names)
        ]
        return near[0] if len(near) == 1 else plain

    def same(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether two lists name the same people."""
        return {self.who(name) for name in one} == {self.who(name) for name in other}


def _backgrounds(gold: Sequence[Item], found: Sequence[Item], people: People) -> Count:
    told = [one for one in gold if one.get("background")]
    claimed = [one for one in found if one.get("background")]
    both = sum(
        any(
            people.same([one["name"]], [(other["labels"] or [other["name"]])[0]])
            and alike(one["background"], other["background"]) >= ALIKE
            for other in claimed
        )
        for one in told
    )
    return Count(both, len(told), len(claimed))


def alike(one: str, other: str) -> float:
    """How much of their words two texts share, from 0 to 1."""
    mine, theirs = (set(_plain(text).split()) - _LIGHT for text in (one, other))
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _bare(url: str) -> str:
    """The address without its scheme, the www and the last slash."""
    return re.sub(r"^(?:mailto:|https?://)", "", url.strip().casefold()).removeprefix("www.").rstrip("/")
