"""How far back a request reaches that means what was said before: to the start of what is meant."""

from __future__ import annotations

import re

from minutes.finding.speeches import SUBSTANCE, Speeches

REQUESTS = ("aside", "confide", "strike", "strike-last")
"""What a sentence does that asks to keep something out that is said with it or before it."""
MORE = 4
"""Words beside those of a request that are something of their own."""
_TOLD = 12
"""Words back to which a request reaches that stands alone."""
_BACK = 4
"""Turns over which it reaches, those that say next to nothing not counted."""
_SAID_BY = re.compile(r"\bwhat (\w{3,})(?: has| had|'s)?(?: just)? (?:said|told)\b")


def back(speeches: Speeches, number: int, hidden: bytearray, far: bool = False) -> int:
    """The first sentence of what is meant: of the same speech; where that says little, or `far`, of some before it.

    `hidden` tells of each sentence whether it is withheld already: what follows on such a one adds nothing to it.
    """
    first, before = speeches.first(number), 0 if far else told(speeches, number)
    if before >= SUBSTANCE or (first and hidden[first - 1]):
        return first
    asking, words = speeches.turn_of[number], _TOLD if before >= MORE else 0
    return speeches.since(_reach(speeches, first, asking, words), number)


def _reach(speeches: Speeches, first: int, asking: int, words: int) -> int:
    """Back to where enough was told, the teller was given the floor, or the one who asks said something himself."""
    counted = 0
    for turn in range(speeches.turn_of[first] - 1, -1, -1):
        if words and speeches.closes(turn):
            break
        if words > MORE and speeches.hands_over(turn):
            return min(first, speeches.turns[turn].stop - 1)
        own = speeches.same(turn, asking) and speeches.words[turn] >= SUBSTANCE
        if words < _TOLD or own:
            first = min(first, speeches.turns[speeches.begins(turn)].start)
        words += speeches.words[turn]
        counted += not speeches.brief(turn)
        if counted == _BACK:
            break
    return first


def told(speeches: Speeches, number: int) -> int:
    """Words of the one who asks in the same speech before the request."""
    hit = speeches.hit(number, *REQUESTS)
    inside = speeches.said[number].text[: hit.start].split() if hit else ()
    return speeches.own(speeches.first(number), number - 1, number) + len(inside)


def told_by_another(speeches: Speeches, number: int) -> range | None:
    """Of `leave out what Dele said` the sentences of what Dele last said."""
    named = _SAID_BY.search(speeches.said[number].lower)
    return speeches.told_by(named[1], number) if named else None


def reasons(speeches: Speeches, number: int) -> int:
    """The last of the sentences behind a request that give its reasons: `My visa depends on it`."""
    last = number
    while speeches.does(last + 1, "off-reason") and speeches.said[last + 1].turn == speeches.said[number].turn:
        last += 1
    return last
