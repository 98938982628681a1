"""Acts of several turns that are one matter: a request and its "sure", a promise and its "actually, no"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from typing import NamedTuple

from minutes.finding import dates
from minutes.finding.acts import Talk, Task, doubtful, vocative

_REACH = 4
"""Turns after a request in which its answer is looked for."""
_ENOUGH = 2.1
_GROUP_ENOUGH = 2.9


class Due(NamedTuple):
    """A date that was said: where, its words, and its day where that is known."""

    sentence: int
    said: str
    day: Date | None


@dataclass(frozen=True)
class Commitment:
    """Something that somebody, or the group, is to do after the meeting."""

    task: Task | None
    owners: tuple[str, ...]
    rests: tuple[int, ...]
    """The sentences it rests on, the one with the task first."""
    rule: str
    group: bool = False
    due: Due | None = None


class Rejected(NamedTuple):
    """What looked like a next step and is none, by name."""

    sentence: int
    rule: str
    why: str


@dataclass
class _Scan:
    talk: Talk
    tasks: Mapping[int, Sequence[Task]]
    held: Date | None
    used: set[int]
    found: list[Commitment]
    rejected: list[Rejected]


def commitments(talk: Talk, tasks: Mapping[int, Sequence[Task]], held: Date | None) -> tuple[list[Commitment], list[Rejected]]:
    """What was taken on, given and accepted, or agreed for the group; and what was turned down, by name."""
    scan = _Scan(talk, tasks, held, set(), [], [])
    for number in range(len(talk.sentences)):
        if number not in scan.used:
            _look(scan, number)
    return [_dated(scan, one) for one in scan.found], scan.rejected


def _look(scan: _Scan, number: int) -> None:
    if "typed-action" in scan.talk.acts[number]:
        _typed(scan, number)
        return
    asks = [task for task in scan.tasks.get(number, ()) if task.kind == "ask"]
    if (asks and _requests(scan, number)) or "call" in scan.talk.acts[number]:
        _request(scan, number, asks[0] if asks else None)
        if number in scan.used:
            return
    own = [task for task in scan.tasks.get(number, ()) if task.kind != "ask"]
    if own:
        _own(scan, number, own)
    elif "claim" in scan.talk.acts[number]:
        _claim(scan, number)


def _typed(scan: _Scan, number: int) -> None:
    own = [task for task in scan.tasks.get(number, ()) if task.who]
    named = own[0].who if own else vocative(scan.talk, number)
    scan.used.add(number)
    scan.found.append(Commitment(own[0] if own else None, named, (number,), "typed.action"))


def _requests(scan: _Scan, number: int) -> bool:
    """Whether the sentence asks somebody to do something: a question, an order with a name, or a please."""
    sentence = scan.talk.sentences[number]
    return sentence.asked or bool(vocative(scan.talk, number)) or "please" in sentence.words or sentence.ending in ("—", "…", "–", "-")


def _request(scan: _Scan, number: int, ask: Task | None) -> None:
    """Follow a request to its answer."""
    talk = scan.talk
    asker = talk.sentences[number].speaker
    meant = (ask.who if ask else ()) or vocative(talk, number)
    refused = False
    for turn in _following(talk, number):
        label = talk.sentences[turn[0]].speaker
        if label is None or label == asker or any(n in scan.used for n in turn):
            continue
        answer = _answer(scan, turn)
        if answer == "no":
            refused = True
            scan.used.update(turn)
        elif answer and (not meant or talk.people.main(label) in meant or answer == "claim"):
            _accepted(scan, number, ask, turn, label)
            return
        elif answer is None and not meant and not ask:
            continue
    if refused:
        scan.rejected.append(Rejected(number, "ask", "refused"))
    elif ask and meant and ask.rule == "ask.imperative" and (_soon(scan, number) or ask.verb in talk.tasks):
        scan.used.add(number)
        scan.found.append(Commitment(ask, meant, (number,), "request.given"))


def _soon(scan: _Scan, number: int) -> bool:
    return bool(dates.find(scan.talk.sentences[number].text, scan.held))


def _following(talk: Talk, number: int) -> Iterator[range]:
    """The sentences of the turns after a sentence's own, as far as an answer may lie."""
    turn = talk.sentences[number].turn
    for later in range(turn + 1, turn + 1 + _REACH):
        if later in talk.of_turn:
            yield talk.of_turn[later]


def _answer(scan: _Scan, turn: range) -> str | None:
    """"yes", "claim", "no", or None where a turn answers nothing."""
    talk = scan.talk
    takes = [n for n in turn if "claim" in talk.acts[n] or any(t.kind == "promise" and t.strength >= 1 for t in scan.tasks.get(n, ()))]
    first = turn[0]
    if any("refuse" in talk.acts[n] or "retract" in talk.acts[n] for n in (first, turn[-1])) and not any(_firm(scan, n) for n in turn):
        return "no"
    if takes:
        return "claim"
    if "accept" in talk.acts[first] and not talk.sentences[first].asked:
        return "yes"
    return None


def _firm(scan: _Scan, number: int) -> bool:
    return any(task.kind == "promise" and task.strength >= 2 for task in scan.tasks.get(number, ())) or "claim" in scan.talk.acts[number]


def _accepted(scan: _Scan, number: int, ask: Task | None, turn: range, label: str) -> None:
    talk = scan.talk
    promises = [task for n in turn for task in scan.tasks.get(n, ()) if task.kind == "promise" and task.strength >= 1]
    claims = [n for n in turn if "claim" in talk.acts[n]]
    told = next((task for task in promises if task.verb in talk.tasks and task.verb not in ("do", "take", "try")), None)
    task = ask or told
    reply = promises[0].sentence if promises else claims[0] if claims else turn[0]
    scan.used.update((number, reply))
    owners = (talk.people.main(label),)
    scan.found.append(Commitment(task, owners, (number, reply), "request.accepted"))
    for more in promises[1:] if ask is None else [p for p in promises if p.sentence != reply]:
        if more.strength >= 2 and more.verb in talk.tasks and more.sentence not in scan.used and more is not task:
            _own(scan, more.sentence, [more])


def _own(scan: _Scan, number: int, own: Sequence[Task]) -> None:
    talk, sentence = scan.talk, scan.talk.sentences[number]
    taken: list[Task] = []
    for task in own:
        worth = task.strength + _worth(scan, number, task)
        why = _why_not(scan, number, task)
        if why:
            scan.rejected.append(Rejected(number, task.rule, why))
        elif worth >= (_GROUP_ENOUGH if task.kind == "group" else _ENOUGH):
            taken.append(task)
    for task in taken:
        owners = task.who or ((talk.people.main(sentence.speaker),) if task.kind == "promise" and sentence.speaker else ())
        context = _context(scan, number) if task.kind == "promise" and task.verb in ("do", "take", "have", "try", "be") else None
        rests = (number,) if context is None else (number, context)
        scan.used.update(rests)
        scan.found.append(Commitment(task, owners, rests, task.rule, group=task.kind == "group"))


def _worth(scan: _Scan, number: int, task: Task) -> float:
    """What speaks for a task beyond its verb: a known kind of work, a date, a question before it, thanks after it."""
    talk, sentence = scan.talk, scan.talk.sentences[number]
    worth = 0.4 if task.verb in talk.tasks else -0.6
    worth += 0.7 if _soon(scan, number) else 0
    worth += 0.3 if task.kind == "group" and talk.weight(number, "settle") else 0
    after = next(_following(talk, number), range(0))
    if any(talk.acts[n] & {"thanks", "accept"} for n in after[:1]):
        worth += 0.5
    if _context(scan, number) is not None:
        worth += 0.6
    return worth - (0.6 if sentence.asked and not any("accept" in talk.acts[n] for n in after[:1]) else 0) - (0.5 if "propose" in talk.acts[number] else 0)


def _context(scan: _Scan, number: int) -> int | None:
    """The question or request, shortly before and by another, that a sentence answers."""
    talk, sentence = scan.talk, scan.talk.sentences[number]
    for earlier in range(number - 1, max(-1, number - 9), -1):
        other = talk.sentences[earlier]
        if other.speaker == sentence.speaker or sentence.turn - other.turn > 3:
            continue
        if "call" in talk.acts[earlier] or any(task.kind == "ask" for task in scan.tasks.get(earlier, ())):
            return earlier
    return None


def _why_not(scan: _Scan, number: int, task: Task) -> str | None:
    talk, sentence = scan.talk, scan.talk.sentences[number]
    why = doubtful(sentence)
    if why and not (why == "supposed" and task.strength >= 2) and not (why == "past" and task.strength >= 2):
        return why
    later = [n for n in range(number + 1, number + 4) if n < len(talk.sentences) and talk.sentences[n].speaker == sentence.speaker and talk.sentences[n].turn - sentence.turn <= 2]
    if any("retract" in talk.acts[n] for n in later) or "retract" in talk.acts[number]:
        return "taken back"
    return None


def _claim(scan: _Scan, number: int) -> None:
    """`That's on me`, said to what was asked for shortly before."""
    talk, sentence = scan.talk, scan.talk.sentences[number]
    before = _context(scan, number)
    if sentence.asked or sentence.speaker is None or (before is None and not _soon(scan, number)):
        return
    asked = next((task for task in scan.tasks.get(before, ()) if task.kind == "ask"), None) if before is not None else None
    rests = (number,) if before is None else (number, before)
    scan.used.update(rests)
    scan.found.append(Commitment(asked, (talk.people.main(sentence.speaker),), rests, "claim"))


def _dated(scan: _Scan, one: Commitment) -> Commitment:
    """The commitment with the date said in its own sentences, else in a short word about it soon after."""
    talk = scan.talk
    last = max(one.rests)
    near = [*one.rests]
    same = [n for n in (last + 1, last - 1, last + 2) if 0 <= n < len(talk.sentences) and talk.sentences[n].turn == talk.sentences[last].turn and not scan.tasks.get(n)]
    soon = [n for turn in list(_following(talk, last))[:2] for n in turn if len(talk.sentences[n].words) <= 9 and n not in scan.used]
    for number in [*near, *same, *soon]:
        said = [found for found in dates.find(talk.sentences[number].text, scan.held) if found.day is None or scan.held is None or found.day >= scan.held]
        if said:
            best = next((found for found in said if found.due), said[0])
            text = talk.sentences[number].text[best.start : best.end]
            rests = one.rests if number in one.rests else (*one.rests, number)
            return replace(one, due=Due(number, text, best.day), rests=rests)
    return one
