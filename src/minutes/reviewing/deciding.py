"""What a person decides of an item, as the corrections that come of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from minutes.errors import InputError
from minutes.model import Speaker
from minutes.reviewing.cards import ADDED, HEAD, MEETING, answers, head
from minutes.reviewing.desk import Desk
from minutes.reviewing.forms import read, shown
from minutes.reviewing.naming import named, unnamed
from minutes.reviewing.quoting import Marked, tied
from minutes.revising.corrections import Add, Change, Corrections, Drop, Keep
from minutes.revising.corrections.adding import needed
from minutes.revising.corrections.attending import GIVEN
from minutes.revising.corrections.changing import changed, news
from minutes.revising.corrections.editing import Which
from minutes.revising.corrections.fitting import Place, keyed
from minutes.revising.corrections.kinds import KINDS, Item

_TABLES = ("drop", "change", "keep")


def keep(desk: Desk, key: str) -> Corrections:
    """The item stands as the rules found it."""
    return _with(_cleared(desk, key), keep=Keep(**_keyed(desk, key)))


def drop(desk: Desk, key: str) -> Corrections:
    """The item is off the page; one that a person added is forgotten."""
    left = _cleared(desk, key)
    return left if _own(key) else _with(left, drop=Drop(**_keyed(desk, key)))


def forget(desk: Desk, key: str) -> Corrections:
    """Nothing is decided of the item; a participant has the name of the transcript again."""
    known = desk.corrections
    if key == MEETING:
        return known.model_copy(update={"meeting": known.meeting.model_copy(update=dict.fromkeys(HEAD))})
    left, item = _cleared(desk, key), None if _own(key) else _item(desk, key)
    return unnamed(left, item.labels) if isinstance(item, Speaker) else left


def _cleared(desk: Desk, key: str) -> Corrections:
    """All that was decided but of this item."""
    known = desk.corrections
    if _own(key):
        _at(key, known.add)
        return known.model_copy(update={"add": _but(known.add, _number(key))})
    mine = _decided(desk, key)
    left = {
        table: tuple(one for number, one in enumerate(getattr(known, table), 1) if (table, number) not in mine)
        for table in _TABLES
    }
    return known.model_copy(update=left)


def _decided(desk: Desk, key: str) -> tuple[Which, ...]:
    place = _place(desk, key)
    return answers(desk.base, desk.corrections, desk.transcript).get((place.kind.name, place.at), ())


def change(desk: Desk, key: str, sent: Mapping[str, str]) -> Corrections:
    """The item says what a person wrote into its form; with nothing new in it, it stands."""
    if key == MEETING:
        return _headed(desk, sent)
    return _rewritten(desk, key, sent) if _own(key) else _changed(desk, key, sent)


def add(desk: Desk, kind: str, sent: Mapping[str, str], words: Iterable[Marked]) -> Corrections:
    """There is a new item, which rests on these words."""
    return _with(desk.corrections, add=_new(kind, sent, desk, **tied(words, desk.transcript)))


def _new(kind: str, sent: Mapping[str, str], desk: Desk, **more: object) -> Add:
    said = needed(read(sent, {}, desk.fixed))
    _unclear(said, desk)
    if not said.get("url" if kind == "resource" else "text"):
        raise InputError("nothing says what it is", todo="fill in its address" if kind == "resource" else "word it")
    if kind == "resource" and not more.get("words"):
        raise InputError("a link rests on what somebody said or wrote", todo="mark these words in the transcript")
    return Add.model_validate({"kind": kind, **more, **said})


def _rewritten(desk: Desk, key: str, sent: Mapping[str, str]) -> Corrections:
    """What a person added, in other words."""
    known = desk.corrections.add
    was, at = _at(key, known), _number(key)
    kept = {name: getattr(was, name) for name in ("words", "said_by", "which", "why", "due_said")}
    one = _new(was.kind, sent, desk, **kept)
    return desk.corrections.model_copy(update={"add": (*known[:at], one, *known[at + 1 :])})


def _changed(desk: Desk, key: str, sent: Mapping[str, str]) -> Corrections:
    place, item, left = _place(desk, key), _item(desk, key), _cleared(desk, key)
    if not isinstance(item, Item):
        raise InputError("this cannot be changed", todo="reject it, or let it stand")
    said = read(sent, shown(item, place.kind, desk.fixed), desk.fixed)
    _unclear(said, desk)
    tied, name = _keyed(desk, key), str(said.pop("name", ""))
    if isinstance(item, Speaker) and name not in ("", item.name):
        left = named(left, item, name)
        tied["words"] = tuple(name if words in (item.name, *item.labels) else words for words in tied["words"])
    new = news(item, place.kind, said)
    if not new:
        return _with(left, keep=Keep(**tied))
    one = Change.model_validate({**tied, **_beside(desk, key, new), **new})
    done = changed(item, place.kind, one, desk.transcript)
    if isinstance(done, str):
        raise InputError(done, todo="write words that stand in the transcript")
    return _with(left, change=one)


def _beside(desk: Desk, key: str, new: Mapping[str, object]) -> dict[str, object]:
    """What was said of an item before that no form shows: why, and the words for the day while it is the same."""
    changes = [desk.corrections.change[number - 1] for table, number in _decided(desk, key) if table == "change"]
    if not changes:
        return {}
    (was, *_) = changes
    return {"why": was.why, **({"due_said": was.due_said} if was.due == new.get("due") else {})}


def _unclear(said: Mapping[str, Any], desk: Desk) -> None:
    """Raises where a name is that of several who were there."""
    people = [speaker.name for speaker in desk.base.speakers]
    for name in (*said.get("owner", ()), *said.get("who", ())):
        meant = [one for one in people if name.casefold() in one.casefold().split()]
        if len(meant) > 1 and name not in people:
            raise InputError(f"{name} may be {' or '.join(meant)}", todo="write the whole name")


def _headed(desk: Desk, sent: Mapping[str, str]) -> Corrections:
    """The head of the page as a person wrote it; what is left empty is as the transcript has it."""
    base, known = desk.base, desk.corrections.meeting
    before = {name: str(value or "") for name, value in head(base, known).items()}
    said = {name: value or None for name, value in read(sent, before, desk.fixed).items()}
    said |= {name: said[name] or "" for name in ("group", *GIVEN) if name in said}
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
