"""What was talked about when: passages that people announce, helped by where the words change."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from minutes.finding.meeting import Meeting
from minutes.likeness import content, stem
from minutes.model import Topic

_LEAST = 4
"""Turns of the shortest part."""
TURNS = 9
"""Turns for each part that a meeting may at most have."""
_MOST = 14
"""Parts of the longest meeting."""
_BLOCK = 6
"""Turns on each side of a place whose words are compared."""
_ENOUGH = 3.2
"""What must speak for a new part: more than a change of words can, so that somebody must have announced it."""
_SHORT = 6
"""Words of an announcement that can be a title."""
_ROUND, _SEVERAL = "Introductions", 3
"""What a part is called in which several people say who they are, and how many must."""
_NO_TITLE = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+teenth|(?:twen|thir|for|fif|six|seven|eigh|nine)t(?:y|ieth)|hundred|"
    r"thousand|first|second|third|\w+day|january|february|march|april|june|july|august|september|october|november|december|dot|slash|com|org|"
    r"example|https?|www|anyway|actually|maybe|honestly|basically|bye|hello|lovely|brilliant|bless|christ|god|mate|love)$"
)
_TO_SOMEBODY = re.compile(r"\b(?:you|we|i|me|us|go on|go ahead)\b", re.I)
_WORD = re.compile(r"[^\W\d_]{3,}")
_ITEM = re.compile(
    r"^\W*(?:(?:right|okay|ok|so|now|well|then|and|first off)\b\W*)*"
    r"(?:(?:item|number|point) \w+\W+|(?:topic|agenda|agenda item)\s*:\s*|(?:moving|move) (?:on|along)(?: to)?\W*|"
    r"(?:next|lastly|finally)\b\W*(?:on \w+ \w+ is\W*|is\W*)?|last thing\W*)?",
    re.I,
)


def find(meeting: Meeting) -> list[Topic]:
    """The parts of a meeting in their order; none where nothing marks a change."""
    firsts = boundaries(meeting)
    if len(firsts) < 2:
        return []
    last = len(meeting.transcript.turns) - 1
    ends = [*(first - 1 for first in firsts[1:]), last]
    titles = _titles(meeting, list(zip(firsts, ends, strict=True)))
    return [_topic(meeting, title, *span) for title, *span in zip(titles, firsts, ends, strict=True)]


def boundaries(meeting: Meeting) -> list[int]:
    """The first turn of each part, beginning with 0: the likeliest places, not too close and not too many."""
    turns = sorted(meeting.talk.of_turn)
    words = {turn: Counter(content(meeting.transcript.turns[turn].text)) for turn in turns}
    rated = {turn: _change(meeting, turns, place, words) for place, turn in enumerate(turns) if place >= _LEAST}
    chosen: list[int] = []
    most = min(_MOST, max(2, round(len(turns) / TURNS))) - 1
    for turn in sorted(rated, key=lambda turn: (-rated[turn], turn)):
        if len(chosen) == most or rated[turn] < _ENOUGH:
            break
        if all(abs(turn - other) >= _LEAST for other in chosen) and turns[-1] - turn >= _LEAST - 1:
            chosen.append(turn)
    return [0, *sorted(chosen)] if turns else []


def _change(meeting: Meeting, turns: Sequence[int], place: int, words: Mapping[int, Counter[str]]) -> float:
    """How much speaks for a new matter in a turn: what is said of it, and how far its words are from those before."""
    talk, turn = meeting.talk, turns[place]
    said = max((talk.weight(n, "transition") for n in talk.of_turn[turn]), default=0.0)
    chair = talk.sentences[talk.of_turn[turn].start].speaker == meeting.scene.chair
    before = sum((words[other] for other in turns[max(0, place - _BLOCK) : place]), Counter[str]())
    after = sum((words[other] for other in turns[place : place + _BLOCK]), Counter[str]())
    return (
        said
        + 0.6 * chair * bool(said)
        + 2.0 * (1 - _cosine(before, after))
        + 0.4 * min(len(words[turn] - before), 5) / 5
    )


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    size = math.sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
    return sum(times * other[word] for word, times in one.items()) / size if size else 0.0


def _titles(meeting: Meeting, spans: Sequence[tuple[int, int]]) -> list[str]:
    """For each part a title: how it was announced, where that names it, else the words that set it apart."""
    said = [_said(meeting, first, last) for first, last in spans]
    spread = Counter(root for words in said for root in {stem(word) for word in words})
    titles = []
    for words, (first, last) in zip(said, spans, strict=True):
        opening = {stem(word) for word in _said(meeting, first, first)}
        weight = dict.fromkeys(words, 0.0)
        for word in words:
            root = stem(word)
            weight[word] += math.log(1 + len(spans) / spread[root]) * (1.5 if root in opening else 1.0)
        telling = {word: value for word, value in weight.items() if _telling(meeting, word)}
        introduced = sum(
            turn in range(first, last + 1) for person in meeting.talk.people.persons for turn in person.introduced[:1]
        )
        round_of = _ROUND if introduced >= _SEVERAL else None
        titles.append(_announced(meeting, first) or round_of or _from_words(words, telling) or _opening(meeting, first))
    return titles


def _telling(meeting: Meeting, word: str) -> bool:
    """Whether a word may stand in a title: no name, no figure, no verb of doing, no piece of a spoken link."""
    talk = meeting.talk
    return (
        bool(content(word)) and word not in talk.people.words and word not in talk.orders and not _NO_TITLE.match(word)
    )


def _opening(meeting: Meeting, turn: int) -> str:
    words = meeting.transcript.turns[turn].text.split()[:_SHORT]
    return " ".join(words).strip(" .,:;!?-—–") or "…"


def _said(meeting: Meeting, first: int, last: int) -> list[str]:
    turns = range(first, last + 1)
    return [
        word
        for turn in turns
        for n in meeting.talk.of_turn.get(turn, ())
        for word in _WORD.findall(meeting.talk.sentences[n].text.lower())
    ]


def _announced(meeting: Meeting, turn: int) -> str | None:
    """The words of a short sentence that opens a part by its name: `Treasurer's report.`, `Item four, letters.`"""
    for number in meeting.talk.of_turn.get(turn, ()):
        text = _ITEM.sub("", meeting.talk.sentences[number].text).strip(" .,:;!-—–")
        told = any(_telling(meeting, word) for word in _WORD.findall(text.lower())) and not _TO_SOMEBODY.search(text)
        short = len(text.split()) <= _SHORT and not meeting.talk.sentences[number].asked
        if "transition" in meeting.talk.acts[number] and told and short:
            return text[0].upper() + text[1:]
    return None


def _from_words(words: Sequence[str], weight: Mapping[str, float]) -> str:
    """The pair of words that most belong together, and the word that most sets the part apart."""
    pair = _pair(words, weight)
    single = [word for word in sorted(weight, key=lambda word: (-weight[word], word)) if word not in pair.split()]
    named = list(dict.fromkeys(stem(word) for word in single))
    heads = [next(word for word in single if stem(word) == root) for root in named][: 1 if pair else 2]
    title = ", ".join(filter(None, (pair, *heads)))
    return title[:1].upper() + title[1:]


def _pair(words: Sequence[str], weight: Mapping[str, float]) -> str:
    """Two words that stand together more often than chance would have it, or nothing."""
    again = (both for both, count in Counter(pairwise(words)).items() if count > 1)
    if not any(weight.keys() >= {*both} for both in again):
        return ""
    from nltk.collocations import BigramAssocMeasures, BigramCollocationFinder

    finder = BigramCollocationFinder.from_words(words)
    finder.apply_freq_filter(2)
    finder.apply_word_filter(lambda word: word not in weight)
    pairs = finder.score_ngrams(BigramAssocMeasures.likelihood_ratio)
    return " ".join(min(pairs, key=lambda pair: (-pair[1], pair[0]))[0])


def _topic(meeting: Meeting, title: str, first: int, last: int) -> Topic:
    turns = meeting.transcript.turns
    return Topic(title=title, first_turn=first, last_turn=last, start=turns[first].start, end=turns[last].end)
