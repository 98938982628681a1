"""What a person decides of an item, as the corrections that come of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from minutes.errors import InputError
from minutes.model import Speaker
from minutes.reviewing.cards import ADDED, HEAD, MEETING, answers, head
from minutes.reviewing.desk import Desk
from minutes.reviewing.forms import read, shown
from minutes.reviewing.quoting import marked
from minutes.revising.corrections import Add, Change, Corrections, Drop, Keep
from minutes.revising.corrections.adding import needed
from minutes.revising.corrections.changing import changed, news
from minutes.revising.corrections.fitting import Place, keyed
from minutes.revising.corrections.kinds import KINDS, Item

_TABLES = ("drop", "change", "keep")


def keep(desk: Desk, key: str) -> Corrections:
    """The item stands as the rules found it."""
    return _with(forget(desk, key), keep=Keep(**_keyed(desk, key)))


def drop(desk: Desk, key: str) -> Corrections:
    """The item is off the page; one that a person added is forgotten."""
    left = forget(desk, key)
    return left if _own(key) else _with(left, drop=Drop(**_keyed(desk, key)))


def forget(desk: Desk, key: str) -> Corrections:
    """Nothing is decided of the item."""
    known = desk.corrections
    if key == MEETING:
        return known.model_copy(update={"meeting": known.meeting.model_copy(update=dict.fromkeys(HEAD))})
    if _own(key):
        _at(key, known.add)
        return known.model_copy(update={"add": _but(known.add, _number(key))})
    place, item = _place(desk, key), _item(desk, key)
    mine = answers(desk.base, known, desk.transcript).get((place.kind.name, place.at), ())
    left: dict[str, Any] = {
        table: tuple(one for number, one in enumerate(getattr(known, table), 1) if (table, number) not in mine)
        for table in _TABLES
    }
    if isinstance(item, Speaker):
        left["names"] = {label: name for label, name in known.names.items() if name not in item.labels}
    return known.model_copy(update=left)


def change(desk: Desk, key: str, sent: Mapping[str, str]) -> Corrections:
    """The item says what a person wrote into its form; with nothing new in it, it stands."""
    if key == MEETING:
        return _headed(desk, sent)
    return _rewritten(desk, key, sent) if _own(key) else _changed(desk, key, sent)


def add(desk: Desk, kind: str, sent: Mapping[str, str], words: Iterable[tuple[int, str]]) -> Corrections:
    """There is a new item, which rests on words of these turns, counted from 0."""
    return _with(desk.corrections, add=_new(kind, sent, desk, **marked(words, desk.transcript)))


def _new(kind: str, sent: Mapping[str, str], desk: Desk, **more: object) -> Add:
    said = needed(read(sent, {}, desk.fixed))
    if not said.get("url" if kind == "resource" else "text"):
        raise InputError("nothing says what it is", todo="fill in its address" if kind == "resource" else "word it")
    return Add.model_validate({"kind": kind, **more, **said})


def _rewritten(desk: Desk, key: str, sent: Mapping[str, str]) -> Corrections:
    """What a person added, in other words."""
    known = desk.corrections.add
    was, at = _at(key, known), _number(key)
    one = _new(was.kind, sent, desk, words=was.words, said_by=was.said_by, why=was.why, due_said=was.due_said)
    return desk.corrections.model_copy(update={"add": (*known[:at], one, *known[at + 1 :])})


def _changed(desk: Desk, key: str, sent: Mapping[str, str]) -> Corrections:
    place, item, left = _place(desk, key), _item(desk, key), forget(desk, key)
    if not isinstance(item, Item):
        raise InputError("this cannot be changed", todo="reject it, or let it stand")
    said = read(sent, shown(item, place.kind, desk.fixed), desk.fixed)
    name = said.pop("name", None)
    if isinstance(item, Speaker) and name and name != item.name:
        labels = [label for label, known in desk.corrections.names.items() if known in item.labels]
        left = left.model_copy(update={"names": {**left.names, **dict.fromkeys(labels or item.labels[:1], name)}})
    new = news(item, place.kind, said)
    if not new:
        return left if name else _with(left, keep=Keep(**_keyed(desk, key)))
    one = Change.model_validate({**_keyed(desk, key), **_beside(desk, place, new), **new})
    done = changed(item, place.kind, one, desk.transcript)
    if isinstance(done, str):
        raise InputError(done, todo="write words that stand in the transcript")
    return _with(left, change=one)


def _beside(desk: Desk, place: Place, new: Mapping[str, object]) -> dict[str, object]:
    """What was said of an item before that no form shows: why, and the words for the day while it is the same."""
    found = answers(desk.base, desk.corrections, desk.transcript).get((place.kind.name, place.at), ())
    was = next((desk.corrections.change[number - 1] for table, number in found if table == "change"), None)
    if was is None:
        return {}
    return {"why": was.why, **({"due_said": was.due_said} if was.due == new.get("due") else {})}


def _headed(desk: Desk, sent: Mapping[str, str]) -> Corrections:
    """The head of the page as a person wrote it; what is left empty is as the transcript has it."""
    base, known = desk.base, desk.corrections.meeting
    before = {name: str(value or "") for name, value in head(base, known).items()}
    said = {name: value or None for name, value in read(sent, before, desk.fixed).items()}
    if "group" in said:
        said["group"] = said["group"] or ""
    meeting = type(known).model_validate({**known.model_dump(), **said})
    return desk.corrections.model_copy(update={"meeting": meeting})


def _with(corrections: Corrections, **one: Drop | Change | Keep | Add) -> Corrections:
    return corrections.model_copy(update={table: (*getattr(corrections, table), new) for table, new in one.items()})


def _keyed(desk: Desk, key: str) -> dict[str, Any]:
    return keyed(desk.base, _place(desk, key), desk.transcript).model_dump(exclude_none=True)


def _own(key: str) -> bool:
    """Whether a person added the item."""
    return key.startswith(f"{ADDED}-")


def _number(key: str) -> int:
    number = key.rpartition("-")[2]
    return int(number) if number.isdecimal() else -1


def _at(key: str, known: tuple[Add, ...]) -> Add:
    at = _number(key)
    if not 0 <= at < len(known):
        raise _nothing()
    return known[at]


def _but(known: tuple[Add, ...], at: int) -> tuple[Add, ...]:
    return (*known[:at], *known[at + 1 :])


def _place(desk: Desk, key: str) -> Place:
    kind = next((kind for kind in KINDS.values() if kind.key == key.rpartition("-")[0]), None)
    at = _number(key)
    if kind is None or not 0 <= at < len(getattr(desk.base, kind.items)):
        raise _nothing()
    return Place(kind, at)


def _item(desk: Desk, key: str) -> object:
    place = _place(desk, key)
    return getattr(desk.base, place.kind.items)[place.at]


def _nothing() -> InputError:
    return InputError("no such item is on the page", todo="run the cell again")
