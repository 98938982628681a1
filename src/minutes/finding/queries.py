"""Questions that may be left open, each with what speaks for it in its words and in what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from minutes.finding.candidates import Scene
from minutes.finding.sentences import Sentence

_REACH = 6
"""Turns after a question in which it is answered or left."""
_SHORTEST = 4
"""Words of a question that can stand by itself."""
_UNSURE = re.compile(
    r"(?:\b(?:not|never|nobody|no one|none|no|cannot|nor)\b|\w+n't\b)(?:\W+\w+){0,4}?\W+"
    r"(?:know|sure|say|tell|told|answer|answers|tested|settle|settled|clear|decide|decided|idea|certain|seems|written|"
    r"found|got to the bottom|promise|swear|guess)\b",
    re.I,
)
"""A doubt without naming it: `I couldn't say`, `it was never tested`."""
_BOUND = re.compile(
    r"\b(?:allowed|legal|legally|law|lawful|permit|permitted|licen[cs]e|rules?|count|counts|whose|owns?|belongs?|pays?|paid|"
    r"liable|insurance|insured|cover|covers|covered|responsible|entitled|rights?|obliged|contract|tax|valid|binding)\b",
    re.I,
)
"""What cannot be settled by those present: law, money, ownership."""
_WONDERED = re.compile(
    r"\b(?:question|wonder(?:ing|ed)?|ask(?:s|ed|ing)? me|don't know|not sure|unclear|anyone know|anybody know|we know|"
    r"nobody(?:'s)? ever|tell me)\b",
    re.I,
)
_TO_SOMEBODY = re.compile(r"\b(?:you|your|yours|yourself)\b", re.I)
_US = re.compile(r"\b(?:we|us|our|they|it|somebody|someone|anyone|a)\b", re.I)
_WITHIN = re.compile(
    r"\b(?:whose|(?:who|what|where|when|how)(?:'s| is| are| does| do| did| will| would| can| pays| owns| decides)"
    r"|(?:is|are|am|was|can|could|may|does|do|did|will|would|has|have|should)(?:n't)? "
    r"(?:we|it|that|this|i|they|there|he|she|the|a|our|somebody|anyone|anybody|somebody))\b",
    re.I,
)
"""A question in speech without stops."""


_SO_DID_I = re.compile(
    r"\W*(?:and )?(?:so|neither|nor) (?:am|are|can|could|did|do|had|have|was|were|will|would) (?:i|we)\b", re.I
)
"""What looks like a question and agrees: `so did I years ago`."""


class Query(NamedTuple):
    """A question, and the sentences that leave it open."""

    sentence: int
    left: tuple[int, ...]
    features: Mapping[str, float]


def queries(scene: Scene) -> Iterator[Query]:
    """Every question that is more than a request or a call, in the order of the talk."""
    for number, sentence in enumerate(scene.talk.sentences):
        whole = len(sentence.words) >= _SHORTEST or _BOUND.search(sentence.text) is not None
        plain = whole and not scene.tasks.get(number) and "call" not in scene.talk.acts[number]
        if plain and (sentence.asked or _unstopped(sentence)) and not _SO_DID_I.match(sentence.text):
            left = tuple(_left(scene, number))
            yield Query(number, left, _features(scene, number, left))


def _unstopped(sentence: Sentence) -> bool:
    return not sentence.ending and _WITHIN.search(sentence.text) is not None


def _left(scene: Scene, number: int) -> Iterator[int]:
    """What leaves it open, in its own turn or soon after, up to the next question that is left."""
    talk = scene.talk
    for later in range(number, len(talk.sentences)):
        if talk.sentences[later].turn - talk.sentences[number].turn > _REACH:
            return
        if talk.acts[later] & {"leave-open", "unknown"} or (
            later > number and _UNSURE.search(talk.sentences[later].text)
        ):
            yield later


def _features(scene: Scene, number: int, left: tuple[int, ...]) -> dict[str, float]:
    talk, sentence = scene.talk, scene.talk.sentences[number]
    here = " ".join(talk.sentences[n].text for n in talk.of_turn[sentence.turn])
    others = [n for n in left if talk.sentences[n].speaker != sentence.speaker]
    open_ = [n for n in left if "leave-open" in talk.acts[n]]
    unknown = [n for n in left if "unknown" in talk.acts[n]]
    near = [n for n in left if talk.sentences[n].turn - sentence.turn <= 2]
    first = next(iter(left), None)
    between = [] if first is None else [n for n in range(number + 1, first) if talk.sentences[n].asked]
    return {
        "bias": 1.0,
        "left-open": float(bool(open_)),
        "left-at-once": float(any(talk.sentences[n].turn - sentence.turn <= 1 for n in open_)),
        "unknown": min(len(unknown), 3),
        "unsure": min(len(left) - len({*open_, *unknown}), 3),
        "near": float(bool(near)),
        "by-chair": float(any(talk.sentences[n].speaker == scene.chair for n in left)),
        "by-others": min(len({talk.sentences[n].speaker for n in others}), 3),
        "asked-between": min(len(between), 3),
        "bound": float(_BOUND.search(here) is not None),
        "wondered": float(_WONDERED.search(here) is not None),
        "to-you": float(_TO_SOMEBODY.search(sentence.text) is not None),
        "of-us": float(_US.search(sentence.text) is not None),
        "addressed": float(bool(talk.addressed(number))),
        "by-asker-chair": float(sentence.speaker == scene.chair),
        "long": min(len(sentence.words), 24) / 8,
        "marked": float(sentence.asked),
        "last": float(number + 1 not in talk.of_turn[sentence.turn]),
        "proposing": float(bool(talk.acts[number] & {"propose", "present", "settle", "wish"})),
        "problem": float("problem" in talk.acts[number]),
        "typed": float("typed-question" in talk.acts[number]),
    }
