"""Sentences that may be next steps, each with what speaks for it and against it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date as Date
from typing import NamedTuple

from minutes.finding import dates
from minutes.finding.acts import Task, doubtful, in_quotes
from minutes.finding.forms import DELIVERY, SUBORDINATE, TYPED
from minutes.finding.talk import Talk

_REACH = 4
"""Changes of speaker after a request in which its answer is looked for."""
_BACK = 3
"""Changes of speaker before a promise in which what it answers is looked for."""
_HABIT = re.compile(
    r"\b(?:always|usually|often|sometimes|never|normally|every|each|generally|mostly|still|since)\b", re.I
)
_DEFINITE = re.compile(r"\b(?:the|a|an|that|this|those|these|you|your|them|it|him|her|\d+)\b", re.I)
_HEDGE = re.compile(
    r"\b(?:maybe|perhaps|possibly|probably|might|I (?:think|guess|suppose|don't know)|or something|(?:kind|sort) of)\b",
    re.I,
)
_AT_ONCE = re.compile(
    r"\b(?:right now|now|straight away|while (?:we|you|she|he|they|I)|(?:hang|hold) on|"
    r"(?:one|a) (?:second|sec|moment|minute)|quickly|here|for the record|again)\b",
    re.I,
)
_OR_ELSE = re.compile(
    r"\bor (?:I|we|he|she|they|else)\b|\bbefore I'd\b|\bsooner\b|\bdead body\b|\bif I have to\b", re.I
)
_SAID_BEFORE = re.compile(r"\b(?:I|we)(?: had|'d)? (?:said|promised|swore)\b[^.?!;]{0,40}\b(?:that|and)?\W*$", re.I)
"""What one only tells that one once promised: `we said in January that | we'd write`."""
_LAUGHTER = re.compile(r"^\W*(?:(?:a?ha)+(?:\W*ha)*|he(?:he)+|lol|lmao|very funny)\b", re.I)
_ELLIPSIS = 12
"""Words of a request without a verb."""
_NO_VERB = re.compile(
    r"^\W*(?:(?:and|so|now|then|right|okay|ok)\b\W*)*(?:\w+, )?(?:the|your|our|that|some)\b"
    r"(?!.*\b(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|what|who|how|why|when|where)\b|.*'(?:s|re|ll|d)\b)",
    re.I,
)
_TOLD = re.compile(r"\b(?:we|you) (?:can see|have|had|see|know|were|are|want)\b", re.I)


_BARE = 2
"""Words of a claim that says nothing unless somebody has asked: `That's mine.`"""


_DONE_HERE = frozenset(
    [
        "tell",
        "show",
        "read",
        "see",
        "look",
        "speak",
        "talk",
        "share",
        "introduce",
        "present",
        "report",
        "open",
        "hang",
        "keep",
        "try",
    ]
)
"""Verbs of work that is often done in the meeting itself."""


_ALREADY = re.compile(
    r"\W*(?:(?:yes|yeah|all|already)\W+)*(?:done|sorted|finished|sent|booked|ordered|paid|posted)\b", re.I
)
_AT_PRESENT = ("promise.doing", "promise.now")
"""Rules for what somebody does now, or as a rule."""


class Reply(NamedTuple):
    """How a request was answered."""

    how: str
    """accepted, taken, refused."""
    sentence: int
    label: str


class Candidate(NamedTuple):
    """One sentence that may be a next step."""

    sentence: int
    kind: str
    """promise, claim, assign, group, ask, call, typed."""
    task: Task | None
    who: tuple[str, ...]
    """The labels of those who would do it, as far as is known."""
    reply: Reply | None
    answers: int | None
    """The sentence of somebody else that it answers."""
    features: Mapping[str, float]
    certain: bool = False
    """Whether it is a next step whatever speaks against it: typed, or asked of somebody by name and granted."""
    barred: str | None = None
    """Why it is none whatever speaks for it."""


class Scene:
    """The talk of a meeting, asked for what stands around a sentence."""

    def __init__(self, talk: Talk, tasks: Mapping[int, Sequence[Task]], held: Date | None, chair: str | None) -> None:
        self.talk, self.tasks, self.held, self.chair = talk, tasks, held, chair
        self.introductions = {turn for person in talk.people.persons for turn in person.introduced}
        self._dates: dict[int, tuple[dates.Dated, ...]] = {}

    def dates(self, number: int) -> tuple[dates.Dated, ...]:
        """The days that a sentence names."""
        if number not in self._dates:
            self._dates[number] = dates.find(self.talk.sentences[number].text, self.held)
        return self._dates[number]

    def candidates(self) -> list[Candidate]:
        """All sentences that may be next steps, in their order; at most one of each kind in a sentence."""
        found = []
        for number in range(len(self.talk.sentences)):
            found += self._of(number)
        return found

    def _of(self, number: int) -> list[Candidate]:
        acts, here = self.talk.acts[number], list(self.tasks.get(number, ()))
        if "typed-action" in acts:
            return [self._typed(number)]
        found: list[Candidate] = []
        asks = [task for task in here if task.kind == "ask"]
        if "call" in acts or asks or self._elliptic(number):
            found.append(
                self._asked(
                    number,
                    asks[0] if asks else None,
                    "call" if "call" in acts and not (asks and asks[0].who) else "ask",
                )
            )
        found += [self._said(number, task) for task in here if task.kind != "ask"]
        promised = any(task.kind == "promise" and task.strength >= 2 for task in here)
        if not promised and (self._claims(number) or self._delivers(number)):
            found.append(self._claimed(number))
        return found

    def _typed(self, number: int) -> Candidate:
        """What a scribe typed as a task, for the one whom he names."""
        sentence = self.talk.sentences[number]
        match = TYPED.match(sentence.text)
        name = match["who"] if match else None
        label = self.talk.people.named(name) if name else None
        handed = (
            match is not None
            and name is not None
            and (label is not None or sentence.text[match.start("who") - 1] == "@")
        )
        start = (
            match.end() if match and handed else match.start("who") if match and name else match.end() if match else 0
        )
        task = Task(number, "typed", 2.0, (), start, len(sentence.text), "", "typed", 0)
        who = (label or name,) if handed and name else ()
        return Candidate(number, "typed", task, who, None, None, {}, certain=True)

    def _claims(self, number: int) -> bool:
        """Whether somebody takes on what was asked, and does not only quote who did: `people say "I'll do it"`."""
        hit = self.talk.hit(number, "claim")
        return hit is not None and not in_quotes(self.talk.sentences[number].text[: hit.start])

    def _delivers(self, number: int) -> bool:
        """Whether something is said to be where it should by a day: `it'll be at your gate Saturday`."""
        sentence = self.talk.sentences[number]
        return not sentence.asked and DELIVERY.search(sentence.text) is not None and bool(self.dates(number))

    def _elliptic(self, number: int) -> bool:
        """Whether somebody is asked by name for a thing without a verb: `And the soup, Omar, same as last month?`"""
        sentence = self.talk.sentences[number]
        short = sentence.asked and len(sentence.words) <= _ELLIPSIS and not self.tasks.get(number)
        return short and _NO_VERB.match(sentence.text) is not None and bool(self.talk.addressed(number))

    def _asked(self, number: int, task: Task | None, kind: str) -> Candidate:
        meant = (task.who if task else ()) or self.talk.addressed(number)
        reply = self._reply(number, meant)
        who = (reply.label,) if reply and reply.how != "refused" else meant
        granted = reply is not None and reply.how != "refused" and reply.label in meant
        features = (
            self._features(number, task)
            | {
                kind: 1.0,
                "named": float(bool(meant)),
                "accepted": float(reply is not None and reply.how == "accepted"),
                "taken": float(reply is not None and reply.how == "taken"),
                "refused": float(reply is not None and reply.how == "refused"),
                "granted": float(granted and (task is None or task.verb in self.talk.tasks)),
            }
            | ({task.rule: 1.0} if task else {})
        )
        everybody = any(hit.cue.id == "request.all" for hit in self.talk.hits[number]) and not meant
        barred = "refused" if reply and reply.how == "refused" else None
        if everybody and (reply is None or reply.how == "accepted"):
            barred = "for everybody"
        if task is None and kind == "ask" and any(self._done(n) for n in self._after(number)[:2]):
            barred = "done already"
        later = task is None or (task.verb in self.talk.tasks and task.verb not in _DONE_HERE)
        certain = granted and later and (task is not None or self._elliptic(number))
        return Candidate(number, kind, task, who, reply, None, features, certain, barred)

    def _done(self, number: int) -> bool:
        """Whether somebody says that a thing is done: to `The mill?` "done" says so, to `Ring the mill?` it agrees."""
        return "done" in self.talk.acts[number] or _ALREADY.match(self.talk.sentences[number].text) is not None

    def _said(self, number: int, task: Task) -> Candidate:
        sentence = self.talk.sentences[number]
        own = task.who
        if task.kind == "promise" and sentence.speaker and not own:
            own = (self.talk.people.main(sentence.speaker),)
        answers = self._answers(number) if task.kind == "promise" else None
        features = self._features(number, task) | self._answering(answers) | {task.rule: 1.0}
        return Candidate(number, task.kind, task, own, None, answers, features, barred=self._barred(number, task))

    def _claimed(self, number: int) -> Candidate:
        sentence = self.talk.sentences[number]
        answers = self._answers(number)
        how = "claim" if "claim" in self.talk.acts[number] else "delivery"
        features = self._features(number, None) | self._answering(answers) | {how: 1.0}
        who = (self.talk.people.main(sentence.speaker),) if sentence.speaker else ()
        barred = self._barred(number, None)
        if answers is None and len(sentence.words) <= _BARE:
            barred = "asked by nobody"
        return Candidate(number, "claim", None, who, None, answers, features, barred=barred)

    def _features(self, number: int, task: Task | None) -> dict[str, float]:
        talk, sentence = self.talk, self.talk.sentences[number]
        text = sentence.text
        after = self._after(number)
        rest = text[task.start : task.end] if task else text
        doubt = doubtful(sentence)
        said = sum(len(talk.sentences[n].words) for n in talk.stretches[number])
        return {
            "bias": 1.0,
            "state": float(task is not None and task.verb in ("be", "have", "see", "go", "come", "get")),
            "work": float(task is not None and task.verb in talk.tasks),
            "dated": float(bool(self.dates(number))),
            "dated-soon": float(any(self.dates(n) for n in after if len(talk.sentences[n].words) <= 10)),
            "question": float(sentence.asked),
            "thanked": float(any(talk.acts[n] & {"thanks"} for n in after)),
            "laughed-at": float(any(_LAUGHTER.search(talk.sentences[n].text) for n in after[:3])),
            "agreed": float(any(talk.acts[n] & {"accept", "like"} for n in after[:2])),
            "declined": float(any(talk.acts[n] & {"refuse"} for n in after[:1])),
            "retracted": float(any("retract" in talk.acts[n] for n in (number, *self._own_after(number)))),
            "claimed": float(any("claim" in talk.acts[n] for n in self._own_after(number))),
            "reported": float(doubt == "reported"),
            "supposed": float(doubt == "supposed"),
            "past": float(doubt == "past"),
            "introducing": float(sentence.turn in self.introductions),
            "habit": float(_HABIT.search(text) is not None),
            "hedged": float(_HEDGE.search(text) is not None),
            "to-you": float(re.search(r"\byou\b", rest) is not None),
            "short": float(len(rest.split()) <= 2),
            "named-thing": float(_DEFINITE.search(rest) is not None),
            "told": float(_TOLD.search(text) is not None),
            "at-once": float(_AT_ONCE.search(text) is not None),
            "or-else": float(_OR_ELSE.search(text) is not None),
            "bodily": float(task is not None and task.verb in talk.lists["bodily"]),
            "opens": float(task is not None and text[: task.start].count(" ") <= 4),
            "subordinate": float(task is not None and SUBORDINATE.search(text[: task.begin]) is not None),
            "long-turn": min(said, 120) / 60,
            "proposing": min(talk.weight(number, "propose", "present", "wish"), 3),
            "settling": min(talk.weight(number, "settle"), 3),
            "advising": min(talk.weight(number, "advise", "preface"), 3),
            "chair": float(sentence.speaker == self.chair),
        }

    def _barred(self, number: int, task: Task | None) -> str | None:
        if self._withdrawn(number):
            return "withdrawn"
        if task is not None and _SAID_BEFORE.search(self.talk.sentences[number].text[: task.begin]):
            return "reported"
        if task is not None and task.rule in _AT_PRESENT and self._refuses(number, task.begin):
            return "refused"
        joking = task is not None and task.kind == "promise" and task.verb in self.talk.lists["absurd"]
        return "joking" if joking and not self.dates(number) else None

    def _refuses(self, number: int, before: int) -> bool:
        """Whether what one is doing is why one can't: `I can't, I'm washing cups`."""
        return any(hit.cue.act == "refuse" and hit.end <= before for hit in self.talk.hits[number])

    def _withdrawn(self, number: int) -> bool:
        """Whether it is taken back in the same breath, and not only its day: `I can ring, ah no, I'm away`."""
        soon = [n for n in (number, number + 1) if n in self.talk.stretches[number]]
        backs = [(n, hit.end) for n in soon for hit in self.talk.hits[n] if hit.cue.act == "retract"]
        return any(not any(dated.start >= end for dated in self.dates(n)) for n, end in backs[:1])

    def _answering(self, answers: int | None) -> dict[str, float]:
        if answers is None:
            return {}
        call = "call" in self.talk.acts[answers]
        return {
            "answers-call": float(call),
            "answers-ask": float(not call and bool(self.tasks.get(answers))),
            "answers-question": float(not call and not self.tasks.get(answers)),
        }

    def _after(self, number: int) -> list[int]:
        """The next sentences by others."""
        talk = self.talk
        first = talk.stretches[number].stop
        soon = range(first, min(first + 10, len(talk.sentences)))
        return [n for n in soon if talk.sentences[n].speaker != talk.sentences[number].speaker][:5]

    def _own_after(self, number: int) -> list[int]:
        """What the same speaker goes on to say, at once or after a word of another."""
        talk = self.talk
        return [
            n
            for n in range(number + 1, min(number + 8, len(talk.sentences)))
            if talk.sentences[n].speaker == talk.sentences[number].speaker
        ][:3]

    def _answers(self, number: int) -> int | None:
        """The question or request, shortly before and by another, that a sentence answers."""
        talk, sentence = self.talk, self.talk.sentences[number]
        earlier, runs = number - 1, 0
        while earlier >= 0 and number - earlier < 14 and runs < _BACK:
            run = range(talk.stretches[earlier].start, earlier + 1)
            if talk.sentences[earlier].speaker != sentence.speaker:
                asked = self._last_asked(run, near=runs == 0)
                if asked is not None:
                    return asked
                runs += 1
            earlier = run.start - 1
        return None

    def _last_asked(self, run: range, *, near: bool) -> int | None:
        """The last request in a run of sentences; where it is the run just before, any question will do."""
        talk = self.talk
        for number in reversed(run[-6:]):
            asked = "call" in talk.acts[number] or any(task.kind == "ask" for task in self.tasks.get(number, ()))
            if asked or (near and talk.sentences[number].asked):
                return number
        return None

    def _reply(self, number: int, meant: tuple[str, ...]) -> Reply | None:
        """The first turn, soon after, that takes what is asked for; else the first that refuses it."""
        talk = self.talk
        asker, refused = talk.sentences[number].speaker, None
        first, runs = talk.stretches[number].stop, 0
        while first < len(talk.sentences) and runs < _REACH:
            numbers, runs = talk.stretches[first], runs + 1
            first, label = numbers.stop, talk.sentences[numbers.start].speaker
            if label is None or label == asker:
                continue
            how, sentence = self._answer(numbers, 0.5 if runs == 1 else 1)
            main = talk.people.main(label)
            if how == "taken" or (how == "accepted" and (main in meant or (not meant and runs == 1))):
                return Reply(how, sentence, main)
            if how == "refused" and refused is None and (not meant or main in meant):
                refused = Reply(how, sentence, main)
        return refused

    def _answer(self, numbers: range, firmness: float) -> tuple[str | None, int]:
        """How a run of sentences answers a request, and the sentence that does."""
        talk = self.talk
        numbers = numbers[:8]
        firm = [
            n
            for n in numbers
            if "claim" in talk.acts[n]
            or any(t.kind == "promise" and t.strength >= firmness for t in self.tasks.get(n, ()))
        ]
        strong = [
            n
            for n in firm
            if "claim" in talk.acts[n] or any(t.kind == "promise" and t.strength >= 2 for t in self.tasks.get(n, ()))
        ]
        if not strong and any(talk.acts[n] & {"refuse", "retract"} for n in numbers[:2]):
            return "refused", numbers[0]
        if firm:
            return "taken", (strong or firm)[0]
        if "accept" in talk.acts[numbers[0]] and not talk.sentences[numbers[0]].asked:
            return "accepted", numbers[0]
        return None, numbers[0]
