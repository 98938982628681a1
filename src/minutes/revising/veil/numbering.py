"""Numbers in place of the ids of findings: an id is made from what was said, and a short sentence can be guessed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias, TypeVar

from minutes.model import Recap, Series

M = TypeVar("M", Recap, Series)
Ids: TypeAlias = Mapping[str, Mapping[str, str]]
"""For each kind, the new id of each old one."""

_KINDS = {
    "proposals": "proposal",
    "challenges": "challenge",
    "advice": "advice",
    "decisions": "decision",
    "earlier": "earlier",
    "next_steps": "next_step",
    "reports": "report",
    "questions": "question",
    "resources": "resource",
}


def renumbered(minutes: M) -> M:
    """The minutes with `proposal-1` for the id of the first proposal, in every place that names it."""
    if isinstance(minutes, Recap):
        return _recap(minutes, _ids(minutes))
    ids = [_ids(recap) for recap in minutes.recaps]
    recaps = tuple(_recap(recap, known) for recap, known in zip(minutes.recaps, ids, strict=True))
    everywhere = [{old: new for kind in known.values() for old, new in kind.items()} for known in ids]
    threads = tuple(
        thread.model_copy(
            update={
                "items": tuple(
                    item.model_copy(update={"id": everywhere[item.recap].get(item.id, f"{thread.kind}-0")})
                    for item in thread.items
                )
            }
        )
        for thread in minutes.threads
    )
    return minutes.model_copy(update={"recaps": recaps, "threads": threads})


def _ids(recap: Recap) -> Ids:
    return {
        name: {found.id: f"{name}-{number}" for number, found in enumerate(getattr(recap, kind), start=1)}
        for kind, name in _KINDS.items()
    }


def _recap(recap: Recap, ids: Ids) -> Recap:
    update: dict[str, Any] = {}
    for kind, name in _KINDS.items():
        found = getattr(recap, kind)
        update[kind] = tuple(one.model_copy(update={"id": f"{name}-{at}"}) for at, one in enumerate(found, start=1))
    update["decisions"] = tuple(
        one.model_copy(update={"settles": ids["proposal"].get(one.settles) if one.settles else None})
        for one in update["decisions"]
    )
    update["proposals"] = tuple(
        one.model_copy(update={"resources": tuple(new for id_ in one.resources if (new := ids["resource"].get(id_)))})
        for one in update["proposals"]
    )
    return recap.model_copy(update=update)
