"""Turns → sentences, each with a clean reading of its words and the way back to the words as they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import eq

from minutes.model import Evidence, Transcript, Turn

_STOP = re.compile(
    r"""(?<![.?!…])[.?!…]++["'”’)\]]*+(?=\s|$)|[。？！]|"""
    r"""\n(?=[ \t]{0,8}(?:\#[a-z]+\b|[A-Z]{2,}(?:\ [A-Z]+)?\b\s*[:@]|"""
    r"""(?:Topic|Action|Decision|Resolution|Resolved|Agreed|Idea|Proposal|Question)\s*:))"""
)
"""Where a sentence ends: at a stop, and before a line that a scribe marks (`ACTION:`, `#agreed`)."""
_ENDING = re.compile(r"""(?<![.?!…—])([.?!…—]++)["')\]]*+$""")
_DASHED = re.compile(r"([—–-])\s*$")
_GOES_ON = re.compile(r"\s*[^\W\d_A-Z]")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:(?:[A-HJ-Z]|Mr|Mrs|Ms|Dr|St|Prof|Rev|Hon|Sr|Jr|vs|e\.g|i\.e|etc|approx|a\.m|p\.m)\.|[Nn]os?\.(?=\s*\d))"
)
"""Words whose stop ends no sentence; `No.` is one only before a figure."""
_LONG = 24
"""Words without a stop after which a turn is taken for speech recognition without punctuation."""
_MOST = re.compile(r"(?:\W*+\w\S{0,400}+\s*+){250}+")
"""More words than that are no sentence: they are cut, so that a run without a stop costs no more than its length."""
_RESTART = re.compile(
    r"\s(?=(?:so|okay|ok|but|and then|and (?:i|we|he|she|they|you|it)|then (?:i|we)|because|i'll|i will|i'm|i've|i can|"
    r"i think|i was|we've|we need|we should|we'll|let's|it's|there's|that's|what if|what about|can you|could you|"
    r"would you|who|please|thank you|thanks)\b)",
    re.IGNORECASE,
)

_ARTEFACT = re.compile(
    r"\[[^\]\n]{0,40}\]|\{[^}\n]{0,40}\}|\((?:laughs|laughter|crosstalk|inaudible|applause)[^)\n]{0,20}\)", re.I
)
_ADDRESS = re.compile(r"(?:^|(?<!\s)\s++)\S*?(?:https?://|www\.)\S*|<a\b(?:\s++\S*?(?:https?://|www\.)\S*)?")
_FILLER = re.compile(r"(?:,\s*)?(?<![\w'-])(?:u+h*m+|u+h+|e+rm+|er|ehm+|hm+|m+hm+|mm+)(?![\w'-])(?:\s*,)?", re.I)
_ASIDE = re.compile(
    r"(?:^|,)\s*(?:you know|i mean|sort of|kind of|like|let's say|say|how do you say|how to say|what do you say|well|"
    r"honestly|actually|basically|literally|to be honest)\s*"
    r"(?:,(?!\s*(?:i|we|you|he|she|they|it|there|that|this|and|but|so|or|because|who|which|if|when)\b)|(?=,))",
    re.I,
)
"""What is said in between; the comma behind it stays where another clause begins."""
_AGAIN = re.compile(r"(?<![\w'-])(\w[\w']*(?:\s+\w[\w']*){0,3})(?:\s*[,—–-]+\s*|\s+)\1(?![\w'-])", re.I)
_CUT = re.compile(r"(?<!\S)[A-Za-z']{1,12}[-—–]{1,2}(?=\s+\w)")
_SPACE = re.compile(r"\s+(?=[\s,.;?!])|^[\s,;]+")
_PART = re.compile(r"\w[\w']*")


def repeats(text: str) -> bool:
    """Whether a word comes back within five words, as in every stammer."""
    said: list[str] = _PART.findall(text.lower())
    return any(any(map(eq, said, said[away:])) for away in range(1, 6))


_NOISES: tuple[tuple[re.Pattern[str], Callable[[str], object]], ...] = (
    (_ARTEFACT, re.compile(r"[\[{(]").search),
    (_ADDRESS, re.compile(r"://|www\.|<a", re.I).search),
    (_FILLER, re.compile(r"[uU][hHmM]|[hHmM][mM]|[eE][rRhH]").search),
    (_ASIDE, re.compile(",").search),
    (_CUT, re.compile("[-—–]").search),
    (_AGAIN, repeats),
    (_SPACE, re.compile(r"\s[\s,.;?!]|^[\s,;]").search),
)
"""What is dropped, each with a sign of it that is quicker to look for."""
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_CURLY = str.maketrans("’‘“”", "''\"\"")
_TWICE = frozenset(
    [
        "very",
        "really",
        "no",
        "yes",
        "bye",
        "ha",
        "that",
        "had",
        "so",
        "many",
        "much",
        "more",
        "long",
        "far",
        "never",
        "blah",
        "knock",
        "thank",
        "five",
        "twenty",
    ]
)

_QUESTION = re.compile(
    r"^(?:(?:so|and|but|okay|or|well|also)[, ]+)*"
    r"(?:who|what|when|where|why|how|which|whose|can|could|would|will|shall|should|do|does|did|is|are|has|have|may)\s+(?:you|we|i|they|he|she|it|there|that|this|somebody|someone|anyone|anybody|the|is|are|'s|do|"
    r"does|can|could|will|would)\b",
    re.I,
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of one turn: `transcript.turns[turn].text[start:end]`, and how it reads without noise."""

    turn: int
    start: int
    end: int
    speaker: str | None
    text: str
    """The words without fillers, false starts and repetitions, with straight quotes."""
    back: Sequence[int] = field(repr=False)
    """For each character of `text`, its place in the turn."""
    ending: str = ""
    """The stop as it stands: ".", "?", "!", "…", "—" or nothing."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The clean words in lower case."""
        return tuple(words(self.text))

    @cached_property
    def lower(self) -> str:
        """The clean text in lower case, each character in its place."""
        low = self.text.lower()
        return low if len(low) == len(self.text) else "".join(c.lower()[:1] for c in self.text)

    @property
    def asked(self) -> bool:
        """Whether it is a question: by its mark, or by its opening words where there are no stops."""
        return self.ending.startswith("?") or (not self.ending and _QUESTION.match(self.text) is not None)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the turn of the clean characters `start <= c < end`."""
        return self.back[start], self.back[end - 1] + 1

    def evidence(self, transcript: Transcript, start: int | None = None, end: int | None = None) -> Evidence:
        """The sentence, or a clean span of it, as evidence."""
        if start is None or end is None or start >= end:
            return transcript.evidence(self.turn, self.start, self.end)
        return transcript.evidence(self.turn, *self.span(start, end))


def words(text: str) -> list[str]:
    """The words of a text in lower case, with straight apostrophes."""
    found: list[str] = _WORD.findall(text.translate(_CURLY).lower())
    return found


def sentences(transcript: Transcript) -> tuple[Sentence, ...]:
    """All sentences of a transcript in their order; those without a word are left out."""
    found = (
        cleaned(number, turn, start, end)
        for number, turn in enumerate(transcript.turns)
        for start, end in split(turn.text)
    )
    return tuple(sentence for sentence in found if sentence.words)


def split(text: str) -> Iterator[tuple[int, int]]:
    """Half-open spans of the sentences of a turn; long stretches without a stop are cut where speech starts anew."""
    start = 0
    for stop in _STOP.finditer(text):
        if _abbreviated(text, start, stop) or (stop[0][0] == "…" and _GOES_ON.match(text, stop.end())):
            continue
        yield from _stretch(text, start, stop.end())
        start = stop.end()
    if text[start:].strip():
        yield from _stretch(text, start, len(text))


def _abbreviated(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a stop belongs to the word before it."""
    near = text[max(start, stop.end() - 8) : stop.end() + 8]
    last = stop.end() - max(start, stop.end() - 8)
    return any(found.end() == last for found in _ABBREVIATION.finditer(near))


def _stretch(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for begin, stop in _restarts(text, start, end):
        while most := _MOST.match(text, begin, stop):
            yield most.span()
            begin = most.end()
        if begin < stop:
            yield begin, stop


def _restarts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if text.count(" ", start, end) <= _LONG or text.count(",", start, end) * 12 > text.count(" ", start, end):
        yield start, end
        return
    begin = start
    for restart in _RESTART.finditer(text, start, end):
        if text.count(" ", begin, restart.start()) >= 6:
            yield begin, restart.end()
            begin = restart.end()
    yield begin, end


def cleaned(number: int, turn: Turn, start: int, end: int) -> Sentence:
    """The sentence in the half-open characters of a turn, which has this number."""
    text = turn.text
    while start < end and text[start].isspace():
        start += 1
    clean, back = _clean(text[start:end], start)
    stop = _ENDING.search(clean) or _DASHED.search(text[start:end])
    return Sentence(number, start, end, turn.speaker, clean, back, stop[1] if stop else "")


def _clean(raw: str, start: int) -> tuple[str, Sequence[int]]:
    text = raw.replace("\n", " ").translate(_CURLY)
    back: Sequence[int] = range(start, start + len(text))
    for noise, shows in _NOISES:
        if shows(text):
            text, back = _drop(noise, text, back)
    return text, back


def _drop(noise: re.Pattern[str], text: str, back: Sequence[int]) -> tuple[str, Sequence[int]]:
    spans = [span for match in noise.finditer(text) if (span := _dropped(match))]
    if not spans:
        return text, back
    kept, places, at = [], list[int](), 0
    for span in spans:
        kept.append(text[at : span[0]])
        places.extend(back[at : span[0]])
        at = span[1]
    return "".join([*kept, text[at:]]), [*places, *back[at:]]


def _dropped(match: re.Match[str]) -> tuple[int, int] | None:
    """The span to drop: of a repetition the first saying, unless people do say the word twice."""
    if match.re is not _AGAIN:
        return match.span()
    if match[1].lower().split()[0] in _TWICE or match[1].isdigit():
        return None
    return match.start(), match.end() - len(match[1])
