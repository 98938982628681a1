"""From the folder to the store: what is new is read, what is gone is forgotten, what is as it was is left alone."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from minutes.archiving.lines import BREAK, Line, lines
from minutes.archiving.settling import identity, settle
from minutes.errors import MinutesError, NotFound
from minutes.following import saved
from minutes.model import Recap, State
from minutes.revising.veil.folding import same

_FIRMNESS = (State.DRAFT, State.CORRECTED, State.ADOPTED)
Stamps = Mapping[str, tuple[int, int]]
"""Each file of the folder with what tells, without reading it, whether it has changed: bytes and nanoseconds."""


class Filled(NamedTuple):
    """What an archive holds, and how many of its meetings were new to the store."""

    meetings: int
    new: int
    changed: int
    removed: int
    unchanged: int
    lines: int
    refused: tuple[str, ...]
    """Files that are no minutes, each with what is wrong."""
    twice: tuple[str, ...]
    """Meetings that are there more than once, each with the file that counts."""
    notes: tuple[str, ...] = ()
    """What befell the store."""


class Taken(NamedTuple):
    """A meeting that counts, as the store holds it."""

    row: int
    """Another one whenever its lines were written anew, and their states with them."""
    group: str | None
    sha256: str


def listed(archive: Path) -> Stamps:
    """The JSON files of the folder, not of its subfolders, without hidden ones; raises NotFound."""
    try:
        with os.scandir(archive) as entries:
            found = [one for one in entries if one.name.lower().endswith(".json") and not one.name.startswith(".")]
            stamps = {one.name: one.stat() for one in found if one.is_file()}
    except NotADirectoryError:
        raise NotFound("a file, not a folder", file=str(archive), todo="name a folder of recaps") from None
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or "not a usable name").lower()
        raise NotFound(why, file=str(archive), todo="name a folder of recaps") from None
    return {name: (stamp.st_size, stamp.st_mtime_ns) for name, stamp in sorted(stamps.items())}


def fill(store: sqlite3.Connection, archive: Path, files: Stamps) -> Filled:
    """Brings the store up to date in one step: whatever stops it in the middle, the store is as it was."""
    before, unread = _taken(store), tuple[str, ...]()
    if _known(store) != files:
        with store:
            store.execute("BEGIN IMMEDIATE")
            before = _taken(store)
            fresh, unread = _read(store, archive, files)
            _choose(store)
            _wipe(store)
            moved = {one.group for _, one in before.items() ^ _taken(store).items()}
            for group in sorted(moved, key=lambda group: (group is not None, group)):
                settle(store, group, lambda name: fresh[name] if name in fresh else _again(archive / name))
    return _counted(store, before, unread)


def _known(store: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    return {name: (size, modified) for name, size, modified in store.execute("SELECT name, size, modified FROM file")}


def _taken(store: sqlite3.Connection) -> dict[str, Taken]:
    rows = store.execute("SELECT identity, id, of_group, sha256 FROM meeting WHERE taken")
    return {name: Taken(*rest) for name, *rest in rows}


def _read(
    store: sqlite3.Connection, archive: Path, files: Stamps
) -> tuple[dict[str, tuple[Recap, ...]], tuple[str, ...]]:
    """The recaps of the files that are not as they were, now in the store, and why other files cannot be read."""
    known, digests = _known(store), dict(store.execute("SELECT name, sha256 FROM file"))
    fresh, unread = dict[str, tuple[Recap, ...]](), list[str]()
    store.executemany("DELETE FROM file WHERE name = ?", [(name,) for name in known.keys() - files.keys()])
    for name, stamp in files.items():
        if known.get(name) == stamp:
            continue
        try:
            name.encode()
            data = (archive / name).read_bytes()
        except (OSError, ValueError) as error:
            unread.append(_unread(name, error))
            store.executemany("DELETE FROM file WHERE name = ?", [(name,)] if name in known else [])
            continue
        digest = sha256(data).hexdigest()
        if digest == digests.get(name):
            store.execute("UPDATE file SET size = ?, modified = ? WHERE name = ?", (*stamp, name))
        else:
            fresh[name] = _put(store, name, stamp, digest, data)
    return fresh, tuple(unread)


def _unread(name: str, error: Exception) -> str:
    why = (getattr(error, "strerror", None) or "its name is not text").lower()
    return str(NotFound(why, file=name, todo="allow yourself to read it, or rename it"))


def _put(store: sqlite3.Connection, name: str, stamp: tuple[int, int], digest: str, data: bytes) -> tuple[Recap, ...]:
    """The recaps of a file, which take the place of those that the store had of it."""
    recaps, trouble = tuple[Recap, ...](), None
    try:
        recaps = saved.recaps(data)
    except MinutesError as error:
        trouble = str(error.at(name))
    store.execute("DELETE FROM file WHERE name = ?", (name,))
    store.execute("INSERT INTO file VALUES (?, ?, ?, ?, ?)", (name, *stamp, digest, trouble))
    for place, recap in enumerate(recaps):
        _put_meeting(store, name, place, recap)
    return recaps


def _put_meeting(store: sqlite3.Connection, name: str, place: int, recap: Recap) -> None:
    digest = sha256(recap.model_dump_json().encode()).hexdigest()
    day = recap.date.isoformat() if recap.date else None
    row = (name, place, recap.title, day, recap.start, recap.group, digest, identity(recap))
    meeting = store.execute(
        "INSERT INTO meeting (file, place, title, day, start, of_group, sha256, identity, firmness)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, _FIRMNESS.index(recap.state)),
    ).lastrowid
    for at, line in enumerate(lines(recap)):
        _put_line(store, (meeting, at), line)


def _put_line(store: sqlite3.Connection, at: tuple[int | None, int], line: Line) -> None:
    due = line.due.isoformat() if line.due else None
    evidence = line.evidence[0].model_dump_json() if line.evidence else None
    words = (line.text, BREAK.join(line.said), BREAK.join((*line.beside, *line.owners)), json.dumps(line.owners))
    row = store.execute(
        "INSERT INTO line (meeting, place, kind, item, text, said, beside, owners, found, state, due, evidence)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*at, line.kind, line.item, *words, line.state, line.state, due, evidence),
    ).lastrowid
    store.executemany("INSERT INTO owner VALUES (?, ?)", [(row, f" {same(name)} ") for name in line.owners])


def _choose(store: sqlite3.Connection) -> None:
    """Of a meeting that is there several times one counts: the most settled, and of these the first by name."""
    store.execute(
        "UPDATE meeting SET taken = id = (SELECT one.id FROM meeting AS one WHERE one.identity = meeting.identity"
        " ORDER BY one.firmness DESC, one.file, one.place LIMIT 1)"
    )


def _wipe(store: sqlite3.Connection) -> None:
    """Lets no word of what is gone stay behind in the indexes, which only mark it as gone."""
    for index in ("stemmed", "spelt"):
        store.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")


def _again(path: Path) -> tuple[Recap, ...]:
    """The recaps of a file that was read before; none where it has gone bad since, which the next look will tell."""
    try:
        return saved.recaps(path.read_bytes())
    except (OSError, MinutesError):
        return ()


def _counted(store: sqlite3.Connection, before: Mapping[str, Taken], unread: tuple[str, ...]) -> Filled:
    after = _taken(store)
    changed = sum(name in before and before[name].sha256 != one.sha256 for name, one in after.items())
    new = len(after.keys() - before.keys())
    (found,) = store.execute("SELECT count(*) FROM line JOIN meeting ON meeting.id = meeting WHERE taken").fetchone()
    refused = [trouble for (trouble,) in store.execute("SELECT trouble FROM file WHERE trouble IS NOT NULL")]
    twice = store.execute(
        "SELECT left_out.file, meeting.file FROM meeting AS left_out JOIN meeting USING (identity)"
        " WHERE meeting.taken AND NOT left_out.taken ORDER BY left_out.file, left_out.place"
    )
    return Filled(
        meetings=len(after),
        new=new,
        changed=changed,
        removed=len(before.keys() - after.keys()),
        unchanged=len(after) - new - changed,
        lines=found,
        refused=tuple(sorted((*refused, *unread))),
        twice=tuple(_twin(*pair) for pair in twice),
    )


def _twin(left_out: str, taken: str) -> str:
    if left_out == taken:
        return f"{left_out}: a meeting that is in it twice is taken once"
    return f"{left_out}: the same meeting as in {taken}, which is taken"
