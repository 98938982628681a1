"""Which decisions are in force, and which a later one has taken the place of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes.following.matching import Matter, Near, Rarity
from minutes.following.meetings import Meetings, item, once
from minutes.inflection import words
from minutes.model import Decision, Outcome, Thread, ThreadItem

IN_FORCE, SUPERSEDED = "in force", "superseded"
_MOST = 0.6
"""The share of its words that a decision has in common with one of the same matter."""
_CHANGED = re.compile(
    r"\b(?:instead|no longer|rather than|any ?more|after all|from now on|chang\w+|mov\w+ (?:it|the)|revers\w+|"
    r"overturn\w*|replac\w+|undo|(?:had|have|we|'d) (?:said|agreed|decided|settled) (?:on|that|to|it))\b",
    re.I,
)
"""Words that tell of an earlier decision."""
_FIGURE = re.compile(
    r"\d[\d.:,]*\d|\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|"
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred)\b",
    re.I,
)
_NEXT = re.compile(r"\bnext (?:meeting|call|time|one)\b|\bmeet(?:s|ing)?\b", re.I)
"""What is settled anew each time, and takes the place of nothing."""
_DENIES = frozenset(("not", "no", "never", "against", "without", "stop"))


@dataclass
class _Strand:
    """A decision, said once or again, and the one that took its place."""

    said: list[tuple[int, Decision]]
    after: list[tuple[int, Decision]] = field(default_factory=list)

    @property
    def items(self) -> list[ThreadItem]:
        return [item(at, one) for at, one in (*self.said, *self.after)]


def threads(meetings: Meetings) -> Iterator[Thread]:
    """Every decision that was carried, with where it stands now."""
    for strand in _strands(meetings):
        told = meetings.judge.state(strand.items)
        yield Thread(
            kind="decision",
            title=strand.said[-1][1].text,
            state=told if told in (IN_FORCE, SUPERSEDED) else SUPERSEDED if strand.after else IN_FORCE,
            items=tuple(strand.items),
            evidence=meetings.evidence((*strand.said, *strand.after)),
        )


def _strands(meetings: Meetings) -> list[_Strand]:
    carried = [
        (at, one)
        for at, recap in enumerate(meetings.recaps)
        for one in once(recap.decisions)
        if one.outcome is Outcome.CARRIED
    ]
    matters = {item(at, one): meetings.matter(one.text, one) for at, one in carried}
    rarity = Rarity(list(matters.values()))
    near = Near(rarity)
    found: list[_Strand] = []
    for at, one in carried:
        matter = matters[item(at, one)]
        likely = range(len(found)) if meetings.judge.told else near.to(matter)
        earlier = [n for n in likely if not found[n].after and found[n].said[-1][0] < at]
        again = [n for n in earlier if _same(found[n], (at, one), matters, rarity, meetings)]
        over = [n for n in again if _differs(found[n].said[-1][1], one)]
        told = [n for n in over if meetings.known_after(at, found[n].said[-1][0])]
        if again and not over:
            found[again[0]].said.append((at, one))
            near.add(again[0], matter)
            continue
        for number in told:
            found[number].after.append((at, one))
        near.add(len(found), matter)
        found.append(_Strand([(at, one)]))
    return found


def _same(
    strand: _Strand,
    new: tuple[int, Decision],
    matters: dict[ThreadItem, Matter],
    rarity: Rarity,
    meetings: Meetings,
) -> bool:
    """Whether a decision is about the matter of an earlier one."""
    said = meetings.judge.says(item(*new), strand.items)
    if said is not None:
        return said
    shared = rarity.shared(matters[item(*strand.said[-1])], matters[item(*new)])
    alike = shared.rare > 1 and shared.part >= _MOST
    return alike or (shared.rare > 0 and shared.beside > 0 and _CHANGED.search(new[1].text) is not None)


def _differs(old: Decision, new: Decision) -> bool:
    """Whether a decision about the same matter settles something else."""
    if any(_CHANGED.search(text) for text in (new.text, *(piece.quote for piece in new.evidence))):
        return True
    if bool(_DENIES & frozenset(words(old.text))) != bool(_DENIES & frozenset(words(new.text))):
        return True
    before, after = (frozenset(map(str.lower, _FIGURE.findall(one.text))) for one in (old, new))
    return bool(before - after and after - before) and not _NEXT.search(new.text)
