"""Who chaired, who took the notes and who sent apologies: only where the file's head or somebody outright says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from minutes.finding.meeting import Meeting
from minutes.finding.names import NOT_NAMES, plain
from minutes.finding.sentences import Sentence
from minutes.model import Attendance, Role

_DOES = r"(?: (?:be|just|only|also|going to|gonna|happily|kindly))*"
_I = re.compile(rf"\bI(?:'m|'ll| am| will){_DOES} ?$")
_SOMEBODY = re.compile(rf"(?:'s|'ll| is| are| will| has agreed to| has offered to| has kindly agreed to){_DOES} ?$")
"""What stands between a name and what its bearer does: `Jo's`, `Jo is`, `Jo and Sam will be`."""
_THANKS = re.compile(r"\b(?:thanks|thank you|cheers)\b(?P<whom>[^.?!]{0,60})$", re.I)
_CALLED = re.compile(r"\W*(?P<whom>[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*)?)?\W*")
_OPEN = re.compile(r"\b(?:who|somebody|someone|anybody|anyone|a volunteer)\b", re.I)
_ASKED = re.compile(r"\b(?:can|could|would|will) you\b|\bare you\b|\bdo you mind\b", re.I)
_YES = r"^\W*(?:(?:oh|yeah|yes|yep|sure|okay|ok|well|go on|fine|of course|no problem)\b\W*)*"
_DO_IT = r"(?: (?:do|take|write))?(?: (?:it|that|them|this|(?:the |some )?(?:notes|minutes)))?"
_WILL = re.compile(
    rf"{_YES}(?:I'll|I will|I'm happy to|I am happy to|happy to|I don't mind){_DO_IT}"
    r"(?: (?:again|tonight|today|then|this time))?\W*(?:$|[,;–—]| and\b)",
    re.I,
)
_CAN = re.compile(rf"{_YES}I (?:can|could){_DO_IT}\W*(?:$|[,;–—])", re.I)
"""What is no promise before somebody gives thanks for it."""
_SOON = 3
"""Turns in which a question is answered."""
_TOKEN = re.compile(r"[\w'’.-]*\w|[&,]|[^\s\w]")
_AND = frozenset((",", "&", "and", "plus"))
_GO_ON = _AND | frozenset(("who", "whose", "as", "because", "but", "tonight", "today", "this", "both", "for", "from"))
_FURTHER = re.compile(r"\b(?:and|also|,) (?:also )?from\b")
_LONGEST = 4
"""Words of a name."""
_LETTERS = 4
"""Capital letters that are a name and no abbreviation, as `MC` is."""


class _Told(NamedTuple):
    """That somebody has a role, and the sentences that say so."""

    role: Role
    person: str
    numbers: tuple[int, ...]


def find(meeting: Meeting) -> tuple[Attendance, ...]:
    """What the head of the file says first; what is said aloud only of roles that the head leaves open."""
    head, said = meeting.runs.whole, list(_Listener(meeting).told())
    known = meeting.talk.people
    typed: list[tuple[Role, str]] = [
        *(("chair", one) for one in [head.chair] if one),
        *(("note_taker", one) for one in [head.note_taker] if one),
        *(("apologies", one) for one in head.apologies),
    ]
    found = [Attendance(role=role, person=known.named(person) or person) for role, person in typed]
    for role in ("chair", "note_taker"):
        people = dict.fromkeys(one.person for one in said if one.role == role)
        # Of two who are named it may be either, so it is nobody.
        if len(people) == 1 and not any(one.role == role for one in found):
            found.append(_attended(meeting, next(one for one in said if one.role == role)))
    for one in said:
        if one.role == "apologies" and plain(one.person) not in {plain(each.person) for each in found}:
            found.append(_attended(meeting, one))
    order = ("chair", "note_taker", "apologies")
    return tuple(sorted(found, key=lambda one: order.index(one.role)))


def _attended(meeting: Meeting, told: _Told) -> Attendance:
    return Attendance(role=told.role, person=told.person, evidence=meeting.evidence(told.numbers))


class _Listener:
    """What is said of roles in one meeting."""

    def __init__(self, meeting: Meeting) -> None:
        self._meeting, self._talk = meeting, meeting.talk

    def told(self) -> Iterator[_Told]:
        """Each role that somebody has, in the order of the talk."""
        for number, hits in enumerate(self._talk.hits):
            for hit in hits:
                span = hit.start, hit.end
                match hit.cue.act:
                    case "apologies":
                        yield from (_Told("apologies", name, (number,)) for name in self._away(number, *span))
                    case "chairs":
                        yield from self._doing("chair", number, *span)
                    case "takes-notes" if self._talk.sentences[number].asked:
                        yield from self._answered("note_taker", number)
                    case "takes-notes":
                        yield from self._doing("note_taker", number, *span)

    def _away(self, number: int, start: int, end: int) -> Iterator[str]:
        """The names behind "from", else those before; nobody who speaks here is away."""
        sentence = self._talk.sentences[number]
        if sentence.asked:
            return
        behind = sentence.text[start:end].lower().endswith("from")
        names = self._behind(sentence, end) if behind else self._before(sentence, start)
        yield from (name for name in names if not self._talk.people.candidates(name))

    def _doing(self, role: Role, number: int, start: int, end: int) -> Iterator[_Told]:
        """Whoever says it of himself, is said to do it, or is thanked for it."""
        sentence = self._talk.sentences[number]
        before, after = sentence.text[:start], sentence.text[end:]
        if sentence.asked:
            return
        if sentence.lower[start:end].startswith("for "):
            names = self._thanked(number, before, after)
        elif _I.search(before):
            names = [sentence.speaker] if sentence.speaker else []
        else:
            names = [label for name in self._doers(sentence, before) if (label := self._here(name))]
        if len(names) == 1:
            yield _Told(role, names[0], (number,))

    def _thanked(self, number: int, before: str, after: str) -> list[str]:
        """Who is named between thanks and what they are for, or behind it; else who is spoken to."""
        thanks, called = _THANKS.search(before), _CALLED.fullmatch(after)
        if not thanks or not called:
            return []
        given = (self._here((named or "").strip(" ,")) for named in (thanks["whom"], called["whom"]))
        return [label for label in given if label] or list(self._talk.addressed(number))

    def _answered(self, role: Role, number: int) -> Iterator[_Told]:
        """Whoever takes on what was asked of all, or of one by name."""
        asked = self._talk.sentences[number]
        named = self._talk.addressed(number) if _ASKED.search(asked.text) else ()
        if not named and not _OPEN.search(asked.text):
            return
        for turn in range(asked.turn + 1, asked.turn + _SOON):
            answer = self._talk.of_turn.get(turn, range(0))
            one = self._talk.sentences[answer[0]] if answer else asked
            if one.speaker and one.speaker != asked.speaker and self._takes(answer, bool(named)):
                if not named or one.speaker in named:
                    yield _Told(role, one.speaker, (number, answer[0]))
                return

    def _takes(self, answer: range, named: bool) -> bool:
        """Whether an answer begins with a yes, which of one who only can takes thanks."""
        first = self._talk.sentences[answer[0]]
        if first.asked:
            return False
        if _WILL.search(first.text) or (named and "accept" in self._talk.acts[answer[0]]):
            return True
        reply = self._talk.of_turn.get(first.turn + 1, range(0))
        return bool(_CAN.search(first.text)) and any("thanks" in self._talk.acts[n] for n in reply[:2])

    def _doers(self, sentence: Sentence, before: str) -> list[str]:
        """The names before a verb that is theirs; without a verb, those that stand at the beginning alone."""
        does = _SOMEBODY.search(before)
        if does:
            return self._before(sentence, does.start())
        alone = all(self._named(token) for token in _TOKEN.finditer(before))
        return self._before(sentence, len(before)) if alone else []

    def _here(self, name: str) -> str | None:
        """The label of somebody who speaks, or the name of somebody whom the file lists as present."""
        listed = (one for one in self._meeting.transcript.attendees if plain(one) == plain(name))
        return self._talk.people.named(name) or next(listed, None)

    def _behind(self, sentence: Sentence, at: int) -> Iterator[str]:
        """The names that stand right behind a place, and those behind each further "from"."""
        starts = [at, *(found.end() for found in _FURTHER.finditer(sentence.text, at))]
        for start in starts:
            yield from self._row(list(_TOKEN.finditer(sentence.text, start)))

    def _before(self, sentence: Sentence, at: int) -> list[str]:
        """The names that stand right before a place."""
        tokens = list(_TOKEN.finditer(sentence.text, 0, at))
        first = len(tokens)
        while first and (tokens[first - 1][0].lower() in _AND or self._named(tokens[first - 1])):
            first -= 1
        return list(self._row(tokens[first:]))

    def _row(self, tokens: Iterable[re.Match[str]]) -> Iterator[str]:
        """The names of a row, up to the first word that is none: `Pete, Nadia Karim and Canon Ellis`.

        A later one that goes on without a stop begins a clause of its own: `Pete, Leeds is far`.
        """
        name: list[str] = []
        later = False
        for word in [*(token[0] if self._named(token) else token[0].lower() for token in tokens), "."]:
            if word[0].isupper():
                name.append(word)
                continue
            if name and len(name) <= _LONGEST and not (later and word[0].isalpha() and word not in _GO_ON):
                yield " ".join(name)
            if word not in _AND:
                return
            name, later = [], later or bool(name)

    def _named(self, token: re.Match[str]) -> bool:
        """Whether a word is one of a name: written so, and at the beginning of a sentence nowhere else small."""
        word = token[0]
        if not word[0].isupper() or (word.isupper() and len(word) < _LETTERS) or word.lower() in self._no_names:
            return False
        return "'" not in word and (token.start() > 0 or word.lower() not in self._small)

    @cached_property
    def _no_names(self) -> frozenset[str]:
        return NOT_NAMES.union(self._talk.lists.get("nobody_by_name", ()))

    @cached_property
    def _small(self) -> frozenset[str]:
        """The words that somewhere stand in small letters."""
        return frozenset(word for sentence in self._talk.sentences for word in sentence.text.split() if word.islower())
