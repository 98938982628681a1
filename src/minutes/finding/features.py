"""What a turn is like, in a few numbers: the ground on which the kinds of findings are weighed against each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice

from minutes.finding.acts import Task
from minutes.finding.talk import Talk

_FIGURE = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundred|thousand|million|half|third|per cent|percent|dozen)\b",
    re.I,
)
_OTHERS = re.compile(r"\b(?:they|he|she|people|them|somebody|someone|nobody)\b", re.I)
_PAST = re.compile(r"\b(?:was|were|had|did|said|came|went|got|told|asked|wrote|took|lost|[a-z]+ed)\b", re.I)
_DENIED = re.compile(r"\b(?:no|not|never|nobody|nothing|without|none|cannot|\w+n't)\b", re.I)
_YOU = re.compile(r"\b(?:you|your|yourself)\b", re.I)
_WE = re.compile(r"\b(?:we|our|us)\b", re.I)
_I = re.compile(r"\b(?:I|my|me)\b")
_WHEN = re.compile(
    r"\b(?:if|when|whenever|unless|before|until|once|instead of|rather than|whoever|whatever|wherever)\b", re.I
)
_MARK = r"[,;:—–]\s+(?:(?:and|then|or|just|first|only|so)\s+)*(?:(?:don't|never|always)\s+)?"
_THING = (
    r"(?=\s+(?:the|a|an|your|it|them|that|this|those|these|up|out|off|down|on|in|at|to|for|with|no|nothing|every|all"
    r"|back)\b)"
)
_YOU_DO = r"\b(?:you|ye|one)\s+(?:(?:don't|never|always|just|only|simply|first|then|also)\s+)*"
_ASKING = r"(?<!do )(?<!did )(?<!can )(?<!could )(?<!will )(?<!would )(?<!should )(?<!that )(?<!what )(?<!if )"
_OF_MIND = frozenset(["know", "think", "have", "be", "want", "like", "mind", "remember", "understand", "believe", "go"])
_ALL = re.compile(
    r"\b(?:any(?:one|body|thing)|(?:does|do|is|has|will|would|are) any|some(?:one|body)|every(?:one|body)|all|nobody|"
    r"no one|both)\b",
    re.I,
)
"""Whom a chair asks before something is settled: `Does that sit right with everyone?`"""
_SILENT = re.compile(
    r"\b(?:nobody|no one|none of (?:you|us))(?:'s| is| has| wants)\b|\bI(?:'m)? (?:hear|see|hearing|seeing) "
    r"(?:no|nobody|none|nothing|silence|all|only|thumbs|nods|hands|heads|mostly|a lot)\b"
    r"|\bI (?:don't|can't) (?:hear|see) (?:any|anybody|anyone|a)\b|\bI(?:'ll)? take (?:it|that)\b",
    re.I,
)
"""How a chair tells that nobody is against it."""
_SO = re.compile(
    r"^\W*(?:(?:okay|ok|right|good|well|and|yes|no|fine|lovely|grand|great)\b\W*)*(?:then|so)\b"
    r"(?!\W+(?:I|you|what|who|how|why|when|where|which|do|does|did|can|could|are|is|if|he|she|they|was|were|there|far)\b)"
    r"|\b(?:then|it is|so)\W*$|^\W*(?:the|a|an|no|\w+day)?\W*\w+(?: \w+)? then\b",
    re.I,
)
"""How a conclusion is drawn: `Then it's Wednesday`, `the library it is`, `zebra then`."""
_HENCE = re.compile(
    r"\b(?:from|as (?:of|from)|starting) (?:now on|now|today|tonight|tomorrow|this|next|the (?:next|first)|"
    r"here on|then on|\w+day|january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.I,
)
_CLOSED = 4
"""Words of a sentence that closes a matter: `Good.`, `No. Two.`"""
_REPLY = 6
"""Turns after a turn in which the talk about it is counted."""


class Features:
    """The features of the turns of one meeting, each computed once."""

    def __init__(self, talk: Talk, tasks: Mapping[int, Sequence[Task]]) -> None:
        self._talk, self._tasks = talk, tasks

    @cached_property
    def chair(self) -> str | None:
        """Who leads: the speaker who most calls on others, asks, and settles."""
        talk = self._talk
        led: Counter[str] = Counter()
        for number, sentence in enumerate(talk.sentences):
            if sentence.speaker and (talk.addressed(number) or talk.acts[number] & {"call", "settle"}):
                led[sentence.speaker] += 1
        return min(led, key=lambda label: (-led[label], label)) if led else None

    @cached_property
    def _introductions(self) -> frozenset[int]:
        return frozenset(turn for person in self._talk.people.persons for turn in person.introduced)

    def of(self, turn: int) -> dict[str, float]:
        """Feature name → value, capped so that a long turn does not outweigh all."""
        talk, numbers = self._talk, self._talk.of_turn[turn]
        text = " ".join(talk.sentences[n].text for n in numbers)
        words = sum(len(talk.sentences[n].words) for n in numbers)
        return {
            "bias": 1.0,
            "long": min(words, 60) / 20,
            "short": float(words < 12),
            "chair": float(talk.sentences[numbers[0]].speaker == self.chair),
            "called-on": self._called_on(turn),
            "introducing": float(turn in self._introductions),
            "asked": sum(talk.sentences[n].asked for n in numbers) / len(numbers),
            "promise": float(
                any(t.kind == "promise" and t.strength >= 2 for n in numbers for t in self._tasks.get(n, ()))
            ),
            "request": float(any(t.kind == "ask" for n in numbers for t in self._tasks.get(n, ()))),
            "orders": min(sum(talk.order(n) for n in numbers), 4),
            "told-inside": min(self._count(self._inside, numbers), 4),
            "told-you": min(self._count(self._generic, numbers), 4),
            **self._settling(numbers),
            **self._acts(numbers),
            **_words(text),
            **self._echo(turn),
        }

    @cached_property
    def _verbs(self) -> str:
        return "|".join(sorted(self._talk.orders - _OF_MIND))

    @cached_property
    def _inside(self) -> re.Pattern[str]:
        """An order within a sentence: `whatever is in it, photograph the date`."""
        return re.compile(rf"{_MARK}(?:{self._verbs})\b{_THING}", re.I)

    @cached_property
    def _generic(self) -> re.Pattern[str]:
        """What anybody is to do: `you never say the price`."""
        return re.compile(rf"{_ASKING}{_YOU_DO}(?:{self._verbs})\b", re.I)

    def _count(self, pattern: re.Pattern[str], numbers: range) -> int:
        sentences = [self._talk.sentences[n] for n in numbers if not self._tasks.get(n)]
        return sum(1 for one in sentences if not one.asked for _ in pattern.finditer(one.text))

    def _settling(self, numbers: range) -> dict[str, float]:
        """How a chair settles something without a vote: asks all, hears nothing against it, concludes."""
        said = [self._talk.sentences[n] for n in numbers]
        asked = next((place for place, one in enumerate(said) if one.asked and _ALL.search(one.text)), len(said))
        closed = any(len(one.words) <= _CLOSED and not one.asked for one in said[asked + 1 :])
        return {
            "asks-all": float(asked < len(said)),
            "asks-and-closes": float(closed),
            "nobody-against": float(any(_SILENT.search(one.text) for one in said)),
            "concludes": float(any(not one.asked and _SO.search(one.text) for one in said)),
            "henceforth": float(any(_HENCE.search(one.text) for one in said)),
        }

    def _acts(self, numbers: range) -> dict[str, float]:
        def weight(cap: float, *acts: str) -> float:
            return min(sum(self._talk.weight(n, *acts) for n in numbers), cap)

        return {
            "problem": weight(6, "problem"),
            "themes": len({hit.cue.id for n in numbers for hit in self._talk.hits[n] if hit.cue.act == "problem"}),
            "raise": weight(2, "raise"),
            "advise": weight(5, "advise"),
            "preface": weight(4, "preface"),
            "propose": weight(5, "propose"),
            "present": weight(5, "present"),
            "outcome": weight(3, "outcome"),
            "lesson": weight(3, "lesson"),
            "settle": weight(5, "settle"),
            "open": weight(2, "leave-open", "unknown"),
            "call": weight(1, "call"),
            "wish": weight(1, "wish"),
            "thanks": weight(1, "thanks"),
        }

    def _called_on(self, turn: int) -> float:
        """Whether somebody else has just given the floor to this speaker by name."""
        talk = self._talk
        before = talk.of_turn.get(turn - 1)
        speaker = talk.sentences[talk.of_turn[turn][0]].speaker
        if before is None or speaker is None:
            return 0.0
        names = talk.people.names(speaker)
        said = {word for n in before[-3:] for word in talk.sentences[n].words}
        return float(bool(names & said) and talk.sentences[before[0]].speaker != speaker)

    def _echo(self, turn: int) -> dict[str, float]:
        """What the next turns make of it."""
        talk = self._talk
        speaker = talk.sentences[talk.of_turn[turn][0]].speaker
        later = [n for t in range(turn + 1, turn + 1 + _REPLY) for n in talk.of_turn.get(t, ())]
        others = {talk.sentences[n].speaker for n in later} - {speaker}
        soon = [n for n in later if talk.sentences[n].turn <= turn + 2]
        return {
            "sympathy": float(any("sympathy" in talk.acts[n] for n in soon)),
            "liked": min(sum("like" in talk.acts[n] for n in later), 3),
            "debated": min(
                sum(
                    "doubt" in talk.acts[n] or (talk.sentences[n].asked and talk.sentences[n].speaker != speaker)
                    for n in later
                ),
                4,
            ),
            "taken-up": min(len(others), 4),
            "settled": float(any(talk.weight(n, "settle") >= 1.5 for n in later)),
        }


def _words(text: str) -> dict[str, float]:
    def count(pattern: re.Pattern[str], cap: int) -> float:
        return sum(1 for _ in islice(pattern.finditer(text), cap))

    return {
        "figures": count(_FIGURE, 3),
        "others": count(_OTHERS, 4),
        "past": count(_PAST, 5),
        "denied": count(_DENIED, 4),
        "you": count(_YOU, 4),
        "we": count(_WE, 4),
        "i": count(_I, 4),
        "when": count(_WHEN, 2),
    }
