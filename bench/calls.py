"""Where the words come from: real calls or our own samples, put together to meetings of any length.

What has been used up comes again with other people and other figures. Nothing that is said in five words or more is
said again in the same words, so that nobody gains by remembering a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import count, pairwise
from pathlib import Path
from typing import NamedTuple

from minutes import MinutesError, Transcript, read
from minutes.model import Turn

SAMPLES = Path(__file__).parent.parent / "sample_transcripts"
DAY = date(2024, 2, 11)
_PACE = 2.5
"""Words a second, for the clock of a meeting that was put together."""
_SLACK = 0.005
_SYLLABLES = [consonant + vowel for consonant in "bdfghjklmnprstvz" for vowel in "aeiou"]
_FAR = 7919
"""A prime, so that names which follow one another are not alike."""
_NAME = re.compile(r"[^\W\d_]{3,}")
_FIGURE = re.compile(r"\d+")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_SHORT = 5
"""Words below which a sentence is one of those that everybody says all day: "Thank you very much.\""""


class People(NamedTuple):
    """The names that labels are made of, each with the one that takes its place."""

    named: dict[str, str]
    somebody: str
    """Who is spoken to where nobody is known."""

    def renamed(self, text: str) -> str:
        """The text with the other names."""
        return _NAME.sub(lambda found: self.named.get(found[0], found[0]), text)

    def called(self, label: str | None) -> str:
        """How a speaker is spoken to."""
        return next((self.named[name] for name in _NAME.findall(label or "") if name in self.named), self.somebody)


def calls(folder: Path | None) -> list[Transcript]:
    """The transcripts of a folder that can be read, in the order of their names; without a folder, our samples."""
    found = []
    for path in sorted((folder or SAMPLES).iterdir()):
        try:
            found.append(read(path))
        except MinutesError:
            continue
    return found


def over(given: list[Transcript]) -> Iterator[Transcript]:
    """The calls as they are, then again and again with other people and figures."""
    yield from given
    for times in count(1):
        yield from (again(call, times, place, len(given)) for place, call in enumerate(given))


def again(call: Transcript, times: int, place: int = 0, among: int = 1) -> Transcript:
    """The call as others might hold it; `times`, and its place among the calls, make names that nobody else has."""
    names = dict.fromkeys(name for label in call.speakers for name in _NAME.findall(label) if name[0].isupper())
    first = (times * among + place) * 1000
    people = People({name: _name(first + number) for number, name in enumerate(names, start=1)}, _name(first))
    turns = [_turn(turn, before, people, times) for before, turn in pairwise([None, *call.turns]) if turn]
    day = (call.date or DAY) + timedelta(weeks=times)
    return call.model_copy(update={"turns": tuple(turns), "date": day})


def _turn(turn: Turn, before: Turn | None, people: People, times: int) -> Turn:
    told = people.called(before.speaker if before else None)
    text = " ".join(_sentence(sentence, told, people, times) for sentence in _SENTENCE.split(turn.text))
    return Turn(speaker=people.renamed(turn.speaker) if turn.speaker else None, text=text)


def _sentence(sentence: str, told: str, people: People, times: int) -> str:
    """The sentence with other names and figures; where it names nobody, whoever spoke before is spoken to."""
    text = people.renamed(sentence)
    if text == sentence and len(sentence.split()) >= _SHORT:
        body = sentence.rstrip(".?!")
        text = f"{body}, {told}{sentence[len(body) :]}"
    return _FIGURE.sub(lambda found: str(int(found[0]) + times), text)


def _name(number: int) -> str:
    """A name of its own for each number, of four syllables."""
    spelt, number = "", number * _FAR
    for _ in range(4):
        number, at = divmod(number, len(_SYLLABLES))
        spelt += _SYLLABLES[at]
    return spelt.capitalize()


def pieces(given: list[Transcript], words: int) -> Iterator[tuple[Turn, ...]]:
    """Whole turns of one call after another, so many words a piece; a turn too long for the rest is left out."""
    piece: list[Turn] = []
    held = 0
    for turn in (turn for call in over(given) for turn in call.turns):
        long = len(turn.text.split())
        if held + long > words * (1 + _SLACK):
            continue
        piece.append(turn)
        held += long
        if held >= words * (1 - _SLACK):
            yield tuple(piece)
            piece, held = [], 0


def meeting(turns: Iterable[Turn]) -> Transcript:
    """One meeting of these turns, with a clock."""
    clocked, spoken = [], 0
    for turn in turns:
        begun, spoken = spoken, spoken + len(turn.text.split())
        clocked.append(Turn(speaker=turn.speaker, text=turn.text, start=begun / _PACE, end=spoken / _PACE))
    return Transcript(title="Meeting", date=DAY, turns=tuple(clocked))
