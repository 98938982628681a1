"""How things stand by now: what later meetings of the same group made of a finding."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from hashlib import sha256

from minutes.archiving.lines import IN_FORCE
from minutes.following import follow
from minutes.model import Outcome, Recap

_OF_GROUP = "SELECT {} FROM meeting WHERE of_group IS ? AND taken"


def identity(recap: Recap) -> str:
    """What two recaps of one meeting share: the hashes of its files; of a recap without them, all that it says."""
    hashes = sorted(source.sha256 for source in recap.sources)
    return " ".join(hashes) if all(hashes) and hashes else sha256(recap.model_dump_json().encode()).hexdigest()


def settle(store: sqlite3.Connection, group: str | None, recaps: Callable[[str], tuple[Recap, ...]]) -> None:
    """Writes the states that the findings of a group have come to; `recaps` gives those of a file.

    What no thread speaks of stands as it was found, and so does what a decision left open.
    """
    rows = store.execute(
        _OF_GROUP.format("id, file, place") + " ORDER BY day IS NULL, day, start, file, place", (group,)
    )
    meetings, found = dict[str, int](), list[Recap]()
    for meeting, file, place in rows.fetchall():
        for recap in recaps(file)[place : place + 1]:
            meetings[identity(recap)] = meeting
            found.append(recap)
    store.execute(f"UPDATE line SET state = found WHERE meeting IN ({_OF_GROUP.format('id')})", (group,))
    series = follow(found).series
    places = [meetings[identity(recap)] for recap in series.recaps]
    # what is superseded names what took its place too, which is in force by its own thread
    threads = sorted(series.threads, key=lambda thread: thread.state == IN_FORCE)
    store.executemany(
        "UPDATE line SET state = ? WHERE meeting = ? AND kind = ? AND item = ? AND found != ?",
        [
            (thread.state, places[item.recap], thread.kind, item.id, Outcome.LEFT_OPEN.value)
            for thread in threads
            for item in thread.items
        ],
    )
