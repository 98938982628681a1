"""What a sentence does: promises, asks, accepts, refuses, proposes, settles, warns, advises…

Open-class words come from the rules (`cues`); what follows from modals and pronouns is grammar and stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from minutes.finding import syntax
from minutes.finding.cues import Hit
from minutes.finding.parse import parse
from minutes.finding.people import People
from minutes.finding.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ADVERBS = r"(?:just|also|then|still|probably|definitely|certainly|happily|gladly|quickly|personally|simply|try and|try to|maybe|always|only|happy to|go and|sit down and|come and|run and|see if I can|get to|make sure to|be sure to|be able to)"
_WILL = rf"(?:'ll| will| shall|'m going to| am going to|'m gonna|'m about to| promise to| undertake to| commit to| gonna|'m planning to| plan to| intend to| shall)(?: {_ADVERBS})*"
_CAN = rf"(?: can| could|'d be happy to|'d be glad to|'m happy to|'m glad to|'m willing to|'d like to|'d love to| want to| might|'d| would| may)(?: {_ADVERBS})*"
_MUST = rf"(?: have to|'ve got to|'ve to| need to| must| should| ought to|'d better| got to)(?: {_ADVERBS})*"
_PROMISE = re.compile(
    rf"\b(?P<who>I|we|(?:me|myself) and [\w']+|[\w']+ and (?:I|me|myself))(?:(?P<will>{_WILL})|(?P<can>{_CAN})|(?P<must>{_MUST})|(?P<now>)(?=\s(?!am\b|was\b|')))\s+(?=[a-z])",
    re.I,
)
_LET_ME = re.compile(rf"\b(?:let me|allow me to|leave me to)(?: {_ADVERBS})*\s+(?=[a-z])", re.I)
_ELIDED = re.compile(
    r"^\W*(?:(?:okay|ok|yeah|yes|right|so|and|well)\W+)*(?:will|'ll|gonna|happy to|glad to)\s+(?=[a-z])(?!you|we|they|he|she|it|there|that|this|the|anyone|someone|somebody)",
    re.I,
)
_DOING = re.compile(r"\b(?:I'm|I am)(?: (?:just|also|then|already))*\s+(?=[a-z]+ing\b(?! to\b))", re.I)
_LETS = re.compile(r"\b(?:let's|let us)(?: all| just| also)*\s+(?=[a-z])", re.I)
_ALL = re.compile(
    r"\b(?:we all|everyone|everybody|every one of us|each of (?:us|you)|all of (?:us|you))(?: who \w+(?: \w+)?)?"
    r"(?: please| just)*(?:'ll| will| should| has to| needs to| have to| need to| can| must)?(?: please| just| also)*\s+(?=[a-z])",
    re.I,
)
_KINDLY = r"(?:\s+(?:please|maybe|perhaps|just|possibly|also|then|be (?:able|willing|happy) to|take care of))*"
_ASKED = re.compile(
    rf"\b(?:(?P<can>(?:can|could|will|would|won't|couldn't|may)\s+(?:you|I ask you to|I get you to|the (?:two|three) of you){_KINDLY}"
    r"|would you (?:mind|like to)|do you (?:want to|mind|think you could|think you can)|are you (?:able|happy|willing|okay|ok|free) to)"
    r"|(?P<like>I(?:'d| would) (?:like|love) you to|I need you to|I want you to|I(?:'ll| will) (?:ask|get|let) you(?: to)?)"
    r"|(?P<will>you(?:'ll have to| will have to|'ll| will|'re going to|'re gonna| are going to| are gonna| were going to| said you(?:'d| would))(?:\s+(?:please|just|also|then|be))*)"
    r"|(?P<might>you(?: could| can| should| might| need to| have to)(?:\s+(?:please|maybe|just|also|then))*)"
    r"|(?P<please>please))\s+(?=[a-z])",
    re.I,
)
_HOW = (
    r"(?P<how>'ll have to| will have to|'ll| will| is going to|'s going to|'s gonna| is gonna| are going to| are gonna| to| can| could| should| has to| needs to| need to|"
    r",? you(?:'ll|'re going to|'re gonna| will| are going to| are gonna)(?: be)?|,?)"
)
_REPORTED = re.compile(
    r"\b(?:he|she|they|somebody|someone|people|which|that|it|my \w+)\s+(?:said|says|told|asked|promised|thinks?|thought|wrote|mentioned|wants?|wanted)\b",
    re.I,
)
_SUPPOSED = re.compile(
    r"\b(?:if (?:I|we|you|he|she|they|it|the|there|that|somebody|someone|anyone|nobody)|would have|could have|should have|might have|used to|unless|imagine|suppose|whenever)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:yesterday|last (?:week|month|year|time|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|ago|already|back then|at the time|when I was|at first|in the past)\b",
    re.I,
)
_BEFORE_ORDERS = frozenset("so and but then please just also first now always never".split())
_NO_ORDER = frozenset("you we they I know worry".lower().split())


@dataclass(frozen=True)
class Talk:
    """A meeting ready for finding: sentences with the cues that fired in them."""

    sentences: Sequence[Sentence]
    hits: Sequence[tuple[Hit, ...]]
    people: People
    lists: dict[str, tuple[str, ...]] = field(repr=False)
    held: object = None

    @cached_property
    def acts(self) -> tuple[frozenset[str], ...]:
        """For each sentence the names of its acts."""
        return tuple(frozenset(hit.cue.act for hit in hits) for hits in self.hits)

    @cached_property
    def of_turn(self) -> dict[int, range]:
        """The sentences of each turn."""
        spans: dict[int, range] = {}
        for number, sentence in enumerate(self.sentences):
            first = spans[sentence.turn].start if sentence.turn in spans else number
            spans[sentence.turn] = range(first, number + 1)
        return spans

    @cached_property
    def business(self) -> re.Pattern[str]:
        """What is done in the meeting itself."""
        return _starts(self.lists.get("business", ()))

    @cached_property
    def given(self) -> re.Pattern[str]:
        """A name of somebody here, or two, with the words that give them something to do."""
        words = sorted((name for name in self.people.words if len(name) > 1), key=lambda name: (-len(name), name))
        name = "(?:the )?(?:" + "|".join(map(re.escape, words)) + ")" if words else "(?!)"
        return re.compile(
            rf"(?<![\w'])(?P<names>{name}(?:,? (?:and|&) (?:{name}|I|me|myself))?){_HOW}\s+(?=[a-z])", re.I
        )

    @cached_property
    def tasks(self) -> frozenset[str]:
        """Verbs for what is done after a meeting."""
        return frozenset(self.lists.get("task", ()))

    @cached_property
    def orders(self) -> frozenset[str]:
        """Verbs with which an order may begin."""
        return self.tasks | frozenset(self.lists.get("order", ()))

    @cached_property
    def stretches(self) -> tuple[range, ...]:
        """For each sentence the run of sentences around it by the same speaker, over turns that follow each other."""
        runs: list[range] = []
        for number, sentence in enumerate(self.sentences):
            begun = number > 0 and sentence.speaker == self.sentences[number - 1].speaker
            runs.append(range(runs[-1].start if begun else number, number + 1))
        for number in range(len(runs) - 2, -1, -1):
            if runs[number].start == runs[number + 1].start:
                runs[number] = runs[number + 1]
        return tuple(runs)

    @cached_property
    def runs(self) -> tuple[int, ...]:
        """For each sentence how many changes of speaker came before it."""
        starts = [run.start == number for number, run in enumerate(self.stretches)]
        return tuple(accumulate(starts))

    def weight(self, number: int, *acts: str) -> float:
        """How strongly a sentence does any of these acts."""
        return sum(hit.cue.weight for hit in self.hits[number] if hit.cue.act in acts)

    def hit(self, number: int, *acts: str) -> Hit | None:
        """The strongest cue of these acts in a sentence."""
        return max(
            (hit for hit in self.hits[number] if hit.cue.act in acts), key=lambda hit: hit.cue.weight, default=None
        )

    def order(self, number: int) -> bool:
        """Whether a sentence begins like an order to nobody in particular: `keep everything`, `don't go alone`."""
        sentence = self.sentences[number]
        words = [word for word in sentence.words[:6] if word not in _BEFORE_ORDERS]
        if len(words) < 2 or sentence.asked:
            return False
        plain = words[0] in self.orders or (words[0] == "don't" and words[1] not in _NO_ORDER)
        return plain and not vocative(self, number)

    def last_of_turn(self, number: int) -> int:
        """The last sentence of the turn that holds a sentence."""
        return self.of_turn[self.sentences[number].turn].stop - 1


def _starts(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"\s*(?:" + "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True)) + r")\b", re.I)


class Task(NamedTuple):
    """Something to do, as one sentence has it."""

    sentence: int
    kind: str
    """promise, group, ask, assign."""
    strength: float
    who: tuple[str, ...]
    """Labels or names: the doers, as far as this sentence says."""
    start: int
    end: int
    """Clean characters of the words that say what."""
    verb: str
    """Lemma of the verb, or empty where the words are not a clause."""
    rule: str
    begin: int
    """The clean character at which the words begin that lead to it: the `I'll` of `I'll send it`."""


class Slot(NamedTuple):
    """A place in a sentence where a task may stand, before the parser has seen it."""

    sentence: int
    kind: str
    strength: float
    who: tuple[str, ...]
    begin: int
    at: int
    rule: str


def tasks(talk: Talk) -> dict[int, list[Task]]:
    """By sentence: what somebody takes on, asks for or is given. Sentences are parsed only where a slot is."""
    slots = [slot for slot in _slots(talk) if not _at_once(talk, slot)]
    wanted = sorted({slot.sentence for slot in slots})
    docs = dict(zip(wanted, parse(talk.sentences[number].text for number in wanted), strict=True))
    found: dict[int, list[Task]] = {}
    for slot in slots:
        task = _task(talk, slot, docs[slot.sentence])
        if task and not any(other.start == task.start for other in found.get(slot.sentence, ())):
            found.setdefault(slot.sentence, []).append(task)
    return found


def business(talk: Talk) -> list[Slot]:
    """Where somebody says what is done at once, in the meeting itself: `let me share my screen`."""
    return [slot for slot in _slots(talk) if _at_once(talk, slot)]


def _at_once(talk: Talk, slot: Slot) -> bool:
    return talk.business.match(talk.sentences[slot.sentence].text, slot.at) is not None


def _slots(talk: Talk) -> Iterator[Slot]:
    for number, sentence in enumerate(talk.sentences):
        yield from _promises(sentence, number)
        yield from _asks(talk, sentence, number)
        yield from _given(talk, sentence, number)


def _promises(sentence: Sentence, number: int) -> list[Slot]:
    slots = []
    for match in _PROMISE.finditer(sentence.text):
        kind = "group" if match["who"].lower() == "we" else "promise"
        name = next(name for name in ("will", "can", "must", "now") if match[name] is not None)
        if kind == "group" and name == "now":
            continue
        strength = {"will": 2.0, "can": 1.0, "must": 1.1, "now": 0.6}[name]
        said = (match["can"] or "").lower()
        if any(word in said for word in ("'d", "would", "might", "want", "like", "love")) and "happy" not in said:
            strength = 0.5
        slots.append(Slot(number, kind, strength, (), match.start(), match.end(), f"{kind}.{name}"))
    for pattern, kind, strength, rule in (
        (_LETS, "group", 1.0, "group.lets"),
        (_ALL, "group", 1.5, "group.all"),
        (_LET_ME, "promise", 0.9, "promise.let-me"),
        (_ELIDED, "promise", 1.5, "promise.elided"),
        (_DOING, "promise", 0.8, "promise.doing"),
    ):
        slots += [
            Slot(number, kind, strength, (), match.start(), match.end(), rule)
            for match in pattern.finditer(sentence.text)
        ]
    return slots


def _asks(talk: Talk, sentence: Sentence, number: int) -> list[Slot]:
    called = vocative(talk, number)
    slots = [
        Slot(number, "ask", 2.0 if called else 1.4, called, match.start(), match.end(), f"ask.{match.lastgroup}")
        for match in _ASKED.finditer(sentence.text)
    ]
    if called and not slots:
        after = _after_name(talk, sentence)
        if after is not None:
            slots.append(Slot(number, "ask", 1.2, called, 0, after, "ask.imperative"))
    return slots


def _after_name(talk: Talk, sentence: Sentence) -> int | None:
    """Where an order goes on after the name it opens with: `Elif, | ask your teacher`."""
    match = re.match(
        r"\W*(?:(?:so|and|okay|then|well|right|now|but)\b\W*)*([^\W\d_][\w'’.-]*)(?:\s+[^\W\d_a-z][\w'’.-]*)?\s*,?\s+(?:then\s+|you\s+|please\s+|could you\s+)*(?=[a-z])",
        sentence.text,
        re.I,
    )
    if match and talk.people.candidates(match[1].strip(".")):
        return match.end()
    return None


def vocative(talk: Talk, number: int) -> tuple[str, ...]:
    """Who is spoken to: a name set off at the sentence's beginning or end, or alone in the sentence before or after."""
    sentence = talk.sentences[number]
    spoken = (sentence, *(talk.sentences[n] for n in _beside(talk, number) if len(talk.sentences[n].words) <= 3))
    for place, near in enumerate(spoken):
        for name in _called(near.text, whole=place > 0):
            labels = tuple(label for label in talk.people.candidates(name) if label != sentence.speaker)
            if len(labels) == 1:
                return labels
    return ()


def _beside(talk: Talk, number: int) -> list[int]:
    return [n for n in (number - 1, number + 1) if n in talk.stretches[number]]


def _called(text: str, *, whole: bool) -> list[str]:
    bare = re.findall(r"[^\W\d_][\w'’-]*\.?(?: [^\W\d_a-z][\w'’-]*\.?)?", text)
    if whole:
        return [" ".join(text.strip(" ?.!,").split()[-2:]), *bare]
    opening = re.match(
        r"\W*(?:(?:so|and|okay|ok|then|well|right|now|but|yes|no|great|thanks|thank you|hey|oh|or|sorry)\b\W*)*([^\W\d_][\w'’-]*\.?(?: [^\W\d_a-z][\w'’-]*\.?)?)(?:,| (?=(?:you|can|could|would|will|do|are|please)\b))",
        text,
        re.I,
    )
    closing = re.search(
        r",\s*([^\W\d_][\w'’-]*(?: [^\W\d_a-z][\w'’-]*)?)\W*$|\b(?:you|please|thanks|thank you)\s+([^\W\d_][\w'’-]*)\W*$",
        text,
    )
    middle = re.findall(r",\s*([^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*)?),", text)
    return [name for name in (opening and opening[1], closing and (closing[1] or closing[2]), *middle) if name]


def _given(talk: Talk, sentence: Sentence, number: int) -> list[Slot]:
    """`Kambiz will send it`, `Pete to book the hall`, `Nasrin asks the theatre`, `Omar and I will draft it`."""
    slots = []
    for match in talk.given.finditer(sentence.text):
        who = _named(talk, match["names"], sentence.speaker)
        how = match["how"].strip(" ,")
        if not who:
            continue
        if how:
            strength = 0.9 if how in ("can", "could", "should") else 1.6
            slots.append(Slot(number, "assign", strength, who, match.start(), match.end(), "assign.will"))
        elif (verb := re.match(r"([a-z]+)s\b", sentence.text[match.end() :])) and verb[1] in talk.tasks:
            slots.append(Slot(number, "assign", 0.9, who, match.start(), match.end(), "assign.does"))
    return slots


def _named(talk: Talk, names: str, speaker: str | None) -> tuple[str, ...]:
    who: list[str] = []
    for name in re.split(r",? (?:and|&) ", names):
        name = re.sub(r"^the\s+", "", name, flags=re.I)
        if name.lower() in ("i", "me", "myself"):
            who += [speaker] if speaker else []
        elif label := talk.people.named(name):
            who.append(label)
        else:
            return ()
    return tuple(who)


_FORMS: dict[str, tuple[str, ...]] = {
    "promise.now": (),
    "promise.doing": ("VBG",),
    "assign.does": ("VBZ", "NNS"),
    "group.all": ("VBZ", "NNS"),
}
"""Rules whose verb shows no modal, with the tags it may bear beside the base form."""
_MENTAL = frozenset(
    "think know hope guess mean believe love like need want agree say feel remember understand suggest propose recommend "
    "argue admit imagine assume wonder miss bet abstain".split()
)


def _task(talk: Talk, slot: Slot, doc: Doc) -> Task | None:
    verb = syntax.verb_from(doc, slot.at, tags=_FORMS.get(slot.rule, ()))
    if verb is None or syntax.negated(verb):
        return None
    lemma = verb.lemma_.lower()
    if lemma in _MENTAL or (slot.rule in _FORMS and lemma not in talk.tasks and slot.rule != "group.all"):
        return None
    end = syntax.clause_end(verb)
    return Task(slot.sentence, slot.kind, slot.strength, slot.who, verb.idx, end, lemma, slot.rule, slot.begin)


def doubtful(sentence: Sentence) -> str | None:
    """Why a task in this sentence is none: told of others, supposed, or past; None where it stands."""
    for name, pattern in (("reported", _REPORTED), ("supposed", _SUPPOSED), ("past", _PAST)):
        if pattern.search(sentence.text):
            return name
    return None
