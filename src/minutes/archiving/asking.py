"""From a question to the lines of the store that answer it."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Date
from typing import Literal, cast, get_args

from minutes.archiving.lines import BREAK, IN_FORCE
from minutes.model import Evidence
from minutes.model.records import Record
from minutes.revising.veil.folding import same
from minutes.writing.plain import plain

Kind = Literal["proposal", "challenge", "advice", "decision", "next_step", "question", "resource", "speaker", "closing"]
State = Literal["open", "done"]
KINDS: tuple[Kind, ...] = get_args(Kind)
STATES: Mapping[State, tuple[str, ...]] = {
    "open": ("open", "left open", "proposed", "running", IN_FORCE),
    "done": ("done", "dropped", "rejected", "superseded"),
}
"""What counts as open, and as done with."""
_PHRASE = re.compile(r'"([^"]*)(?:"(\*?)|$)|([^\s"]+)')
_SNIPPET = 16
"""Words of a quote that a hit shows around what was asked for."""


class Question(Record):
    """What is looked for: all of the words, in any form, and all that the other fields ask."""

    words: str = ""
    """Words, "phrases in quotation marks", and beginnings such as organis*; with none, all lines fit."""
    kind: tuple[Kind, ...] = ()
    """Any of them; with none, all."""
    owner: str | None = None
    """A name or part of one, in whole words."""
    state: State | None = None
    since: Date | None = None
    """The first day of a meeting; meetings without a day are left out."""
    until: Date | None = None
    """The last day."""


class Hit(Record):
    """A line of the archive, with the meeting and the turn."""

    text: str
    kind: Kind
    owners: tuple[str, ...]
    """Whose it is: who does it, proposed it, raised it, gave or shared it, or said it."""
    state: str | None
    due: Date | None
    title: str
    """Of the meeting."""
    date: Date | None
    """Of the meeting."""
    file: str
    id: str | None
    """Of the finding in its recap; None where it has none."""
    evidence: Evidence | None
    """The first piece on which it rests; None where a person added it without one."""
    said: str | None
    """Words that were asked for, where they stand in what was said, with some around them."""


def hits(store: sqlite3.Connection, question: Question) -> list[Hit]:
    """The lines that answer, the best first; of equal ones the latest meeting first."""
    stems, beginnings = _phrases(question.words)
    searched = "stemmed" if stems else "spelt" if beginnings else None
    tests = [*_tests(question)]
    if stems and beginnings:
        tests.append(("line.id IN (SELECT rowid FROM spelt WHERE spelt MATCH ?)", (beginnings,)))
    if searched:
        tests.append((f"{searched} MATCH ?", (stems or beginnings,)))
    # CROSS JOIN keeps SQLite from asking the words anew for every line
    rows = store.execute(
        f"SELECT line.text, kind, line.owners, state, due, title, day, file, item, evidence, {_snippets(searched)}"
        f" FROM {f'{searched} CROSS JOIN line ON line.id = {searched}.rowid' if searched else 'line'}"
        f" CROSS JOIN meeting ON meeting.id = meeting"
        f" WHERE {' AND '.join(['taken', *(test for test, _ in tests)])}"
        f" ORDER BY {f'bm25({searched}), ' if searched else ''}day DESC, file, meeting.place, line.place",
        [value for _, values in tests for value in values],
    )
    return [_hit(row) for row in rows]


def _phrases(words: str) -> tuple[str, str]:
    """What must be there in any form, and what as a beginning, in the language of FTS5; each word a string of it."""
    found = [
        (word.rstrip("*"), word.endswith("*")) if word else (phrase, bool(star))
        for phrase, star, word in _PHRASE.findall(plain(words))
    ]
    told = [one for one in found if any(map(str.isalnum, one[0]))] or [one for one in found if one[0].strip()]
    stems = " ".join(f'"{phrase}"' for phrase, beginning in told if not beginning)
    return stems, " ".join(f'"{phrase}"*' for phrase, beginning in told if beginning)


def _tests(question: Question) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a line must fulfil beside its words: conditions, each with its values."""
    if question.kind:
        yield f"kind IN ({_marks(question.kind)})", question.kind
    if question.owner is not None:
        found = "EXISTS (SELECT 1 FROM owner WHERE owner.line = line.id AND instr(name, ?))"
        yield found, (f" {same(question.owner)} ",)
    if question.state:
        yield f"state IN ({_marks(STATES[question.state])})", STATES[question.state]
    if question.since:
        yield "day >= ?", (question.since.isoformat(),)
    if question.until:
        yield "day <= ?", (question.until.isoformat(),)


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _snippets(searched: str | None) -> str:
    """What was said around the words, and the same with a mark at each of them, which only a match there sets."""
    if searched is None:
        return "NULL, NULL"
    return ", ".join(f"snippet({searched}, 1, '{mark}', '', '…', {_SNIPPET})" for mark in ("", "*"))


def _hit(row: tuple[str, ...]) -> Hit:
    text, kind, owners, state, due, title, day, file, item, evidence, said, marked = row
    return Hit(
        text=text,
        kind=cast(Kind, kind),
        owners=tuple(json.loads(owners)),
        state=state,
        due=Date.fromisoformat(due) if due else None,
        title=title,
        date=Date.fromisoformat(day) if day else None,
        file=file,
        id=item or None,
        evidence=Evidence.model_validate_json(evidence) if evidence else None,
        said=said.replace(BREAK, " … ") if said != marked else None,
    )
