"""What was said well: the lesson somebody draws, and words worth quoting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from minutes.finding.meeting import Meeting
from minutes.likeness import stem
from minutes.model import Evidence

_LONGEST, _SHORTEST = 24, 5
"""Words of a saying."""
_GOOD, _LASTING = 1.9, 2.3
"""What must speak for a sentence to be quoted, and to be taken for a lesson that nobody announced."""
_FOLLOWED = 22
"""Words of the sentences that make up a lesson which is only announced: `What I found out is.`"""
_LEARNED = (
    r"(?:learn(?:ed|t)|found(?: out)?|take|took|taken|reali[sz]ed|discovered|saw|seen?|come to see|noticed|understood)"
)
_LESSON = re.compile(
    "|".join(
        [
            rf"(?:what|(?:some|one|the) ?thing)(?: (?:that|it|which))?(?: I| we)?(?:'ve| have)?"
            rf"(?: (?:kind|sort) of| really| now)? {_LEARNED}(?: \w+){{0,4}}?(?:,? which)? (?:is|was|:)"
            r"(?: that| like)?[,:]?",
            rf"what (?:I|we)(?:'ve| have)?(?: (?:kind|sort) of| really)? {_LEARNED}(?: \w+){{0,5}}[,:]",
            r"what it (?:taught|learned|learnt|showed) me(?: is| was)(?: that)?",
            r"(?:the|my|our|one) (?:\w+ )?(?:lesson|conclusion|takeaway|take-away|moral|trick|secret|pattern)"
            r"(?: (?:for me|here|in it|I(?:'ve| have) noticed))? (?:is|was)(?: that| a bit \w+)?[,:]?",
            r"if (?:I|you) have to say it in one \w+:?",
            r"for me this is the lesson[,:]?",
            r"that's the (?:whole )?(?:trick|lesson|secret|difference|point)[,:]?",
            r"it turn(?:s|ed) out(?: that)?,?",
            r"(?:which|that|it|this) (?:tells|taught|shows|showed) (?:me|us)(?: that| is)?,?",
            r"(?:I|we)(?:'ve| have)? (?:learned|learnt|reali[sz]ed)(?: something)?(?:, which is)?(?: that)?[,:]?",
            rf"I'll say what (?:I|we) {_LEARNED}(?: \w+){{0,2}}",
        ]
    ),
    re.I,
)
"""Words that announce a lesson."""
_OPENING = re.compile(
    r"(?:\W|\b(?:and|so|but|because|well|that|um|uh|er|em|like|right|look|listen|yes|no|i mean|you know|"
    r"i think)\b(?!')){0,6}",
    re.I,
)
_COPULA = re.compile(r"\s*(?:is|was)(?: that)?\b(?=\s+\w)", re.I)
_GENERAL = re.compile(
    r"^(?:nobody|no one|people|everybody|everyone|you|who|whoever|if|when|children|they|a|an|the|one|don't|never|"
    r"always)\b",
    re.I,
)
"""How a sentence begins that is true of more than today."""
_TURNED = re.compile(
    r"\bnot\b.*\b(?:but|it's|they're)\b"
    r"|(?:n't|\bnot|\bnever|\bno)\b.*[,;:.] ?(?:but |it's |it |they |you |we |he |she |everybody |because |only )"
    r"|\b(?:but|rather)\b.*\b(?:everybody|than|not)\b|^not\b"
    r"|,? not (?:the|a|an|from|with|for|to|at|us|in|ours|yours|theirs)\b"
    r"|\bmore than\b|\binstead of\b|\bisn't\b.*\bit's\b",
    re.I,
)
"""One thing set against another: `not the girls, the mothers`."""
_DENIED = re.compile(r"\b(?:no|not|nobody|nothing|never|none)\b|n't\b", re.I)
_MINE = re.compile(r"\b(?:I|me|my)\b(?!')|\bI'(?:ve|ll|d)\b")
_PAST = re.compile(r"\b(?:was|were|had|did|said|told|went|came|got|asked|wrote|[a-z]{3,}ed)\b", re.I)
_UNREAL = re.compile(
    r"\b(?:would(?! rather)|could|should|might|maybe|let's|want|idea|think|going to)\b|'(?:d|ll)\b", re.I
)
_POINTING = re.compile(r"^(?:that's|that is|this|it's|it is|there's|there are|here's|these|those)\b", re.I)
_ELSEWHERE = re.compile(r"^(?:they|those|these|he|she|them)\b|\b(?:in|on|over|up|out) there\b", re.I)
"""What is understood only by those who heard what came before."""
_FIGURE = re.compile(
    r"\b(?:\d+|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.I,
)
_NO_SAYING = re.compile(r"\b(?:aim|goal|point|purpose) is to\b|https?:|www\.|\bdot (?:com|org|net|example)\b|@", re.I)
_AIM = re.compile(
    r"(?:\b(?:the|our|my) (?:aim|goal|point|purpose|hope) (?:is|of it is|here is|would be) (?=to )"
    r"|\b(?=so that (?!'s\b|was\b|is\b)))(?P<aim>[^.?!;]{8,120}(?!\w))",
    re.I,
)


class Sayings(NamedTuple):
    """The lesson and the quotation of an idea, exact pieces of turns."""

    takeaway: Evidence | None
    quote: Evidence | None


def sayings(meeting: Meeting, numbers: Sequence[int], *, runs: bool) -> Sayings:
    """The best that was said in some sentences; where the idea runs already, what is general in it is its lesson."""
    takeaway = next((lesson for number in numbers if (lesson := _lesson(meeting, number))), None)
    pairs = [(n, n + 1) for n in numbers if n + 1 in numbers and _answered(meeting, n)]
    rated = sorted(
        ((_rate(meeting, said), [-n for n in said]) for said in [*((n,) for n in numbers), *pairs]), reverse=True
    )
    good = [(rate, meeting.evidence([-n for n in said])[0]) for rate, said in rated if rate >= _GOOD]
    if takeaway is None and runs and good and good[0][0] >= _LASTING:
        takeaway = good.pop(0)[1]
    quote = next((one for _, one in good if takeaway is None or not _overlap(one, takeaway)), None)
    return Sayings(takeaway, quote)


def aim(meeting: Meeting, numbers: Iterable[int]) -> Evidence | None:
    """What it is for, in the words that say so: `so that nobody walks alone`, `to break the echo chambers`."""
    for number in numbers:
        sentence = meeting.talk.sentences[number]
        match = _AIM.search(sentence.text)
        if match and not sentence.asked:
            start, said = match.start("aim"), match["aim"].rstrip(" ,;:—–-")
            return sentence.evidence(meeting.transcript, start, start + len(said))
    return None


def announced(text: str) -> bool:
    """Whether the words announce a lesson: `what I learned is`."""
    return _LESSON.search(text) is not None


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.turn == other.turn and one.char_start < other.char_end and other.char_start < one.char_end


def _lesson(meeting: Meeting, number: int) -> Evidence | None:
    """What stands behind the words that announce a lesson; where they stand alone, the sentences that follow."""
    talk, sentence = meeting.talk, meeting.talk.sentences[number]
    match = next(reversed(list(_LESSON.finditer(sentence.text))), None)
    if match is None or sentence.asked:
        return None
    copula = _COPULA.match(sentence.text, match.end())
    opening = _OPENING.match(sentence.text, copula.end() if copula else match.end())
    start = opening.end() if opening else match.end()
    if len(sentence.text[start:].split()) >= _SHORTEST - 1:
        piece = sentence.evidence(meeting.transcript, start, len(sentence.text))
        if number + 1 in talk.of_turn[sentence.turn] and _answered(meeting, number):
            return meeting.transcript.evidence(sentence.turn, piece.char_start, talk.sentences[number + 1].end)
        return piece
    words, kept = 0, list[int]()
    for later in talk.of_turn[sentence.turn]:
        words += len(talk.sentences[later].words) if later > number else 0
        if later > number and (words <= _FOLLOWED or not kept):
            kept.append(later)
    return meeting.evidence(kept)[0] if kept and words else None


def _answered(meeting: Meeting, number: int) -> bool:
    """Whether a sentence denies something and the next, in the same turn, says what is so: `We don't… We…`."""
    one, other = meeting.talk.sentences[number : number + 2]
    if one.turn != other.turn or other.asked or not _DENIED.search(one.text):
        return False
    stems = [{stem(word) for word in sentence.words if len(word) > 1} for sentence in (one, other)]
    return len(one.words) + len(other.words) <= _LONGEST and len(stems[0] & stems[1]) > 1


def _rate(meeting: Meeting, numbers: Sequence[int]) -> float:
    """How quotable one or two sentences are: general, turned, short, and about more than the day's business."""
    talk = meeting.talk
    said = [talk.sentences[number] for number in numbers]
    text = " ".join(sentence.text for sentence in said)
    opening = _OPENING.match(text)
    text = text[opening.end() :] if opening else text
    count = len(text.split())
    if (
        not _SHORTEST <= count <= _LONGEST
        or said[-1].asked
        or _NO_SAYING.search(text)
        or any(meeting.tasks.get(n) for n in numbers)
    ):
        return 0.0
    acts = frozenset[str]().union(*(talk.acts[number] for number in numbers))
    return _sound(text) + (
        0.4 * (count <= 14)
        + 0.4 * (numbers[-1] == talk.of_turn[said[-1].turn][-1])
        + 0.6 * talk.order(numbers[0])
        + 0.8 * ("lesson" in acts)
        + 1.0 * (len(numbers) > 1)
        - 1.0 * bool(acts & {"outcome", "propose", "present", "thanks", "call", "settle", "accept"})
        - 0.5 * ("problem" in acts)
    )


def _sound(text: str) -> float:
    """How much the words themselves speak for it."""
    return (
        1.6 * bool(_TURNED.search(text))
        + 1.2 * _echoes(text)
        + 1.0 * bool(_GENERAL.match(text))
        + 0.5 * bool(_DENIED.search(text))
        - 1.2 * bool(_MINE.search(text))
        - 0.8 * bool(_PAST.search(text))
        - 1.0 * bool(_UNREAL.search(text))
        - 0.8 * bool(_POINTING.match(text))
        - 0.8 * bool(_FIGURE.search(text))
        - 1.0 * bool(_ELSEWHERE.search(text))
    )


def _echoes(text: str) -> bool:
    """Whether a weighty word comes twice: `nobody forwards a statistic, but everybody forwards a person`."""
    words = Counter(stem(word) for word in re.findall(r"[^\W\d_]{4,}", text.lower()))
    return any(
        times > 1
        for word, times in words.items()
        if word not in ("that", "they", "them", "then", "this", "with", "your", "have", "when", "what", "like")
    )
