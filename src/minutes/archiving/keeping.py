"""An archive with its store: opened where it is sound, made anew from the recaps where it is not."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date as Date
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar
from warnings import warn

from pydantic import ValidationError

from minutes.archiving.asking import Hit, Question, hits
from minutes.archiving.filling import Filled, fill, listed
from minutes.archiving.store import NAME, Unfit, made, opened
from minutes.errors import InputError, MinutesWarning, OutputError
from minutes.writing.files import put

T = TypeVar("T")
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class Answer(NamedTuple):
    """What was found, and what is to be told of the archive."""

    hits: list[Hit]
    filled: Filled


def bring_up(archive: str | os.PathLike[str]) -> Filled:
    """The store of the archive is up to date with the recaps in its folder; a broken or missing one is made anew.

    Raises:
        NotFound: the folder is not there.
    """
    return _on(Path(archive), lambda _, filled: filled)


def ask(archive: str | os.PathLike[str], question: Question) -> Answer:
    """The lines of the archive that answer the question, as its recaps are now; raises as `bring_up` does."""
    return _on(Path(archive), lambda store, filled: Answer(hits(store, question), filled))


def find(
    archive: str | os.PathLike[str],
    words: str = "",
    *,
    kind: Iterable[str] = (),
    owner: str | None = None,
    state: Literal["open", "done"] | None = None,
    since: str | Date | None = None,
    until: str | Date | None = None,
) -> list[Hit]:
    """The lines of an archive that have all the words, the best first. What is left out of it is told as a warning.

    Args:
        archive: a folder of saved recaps, as JSON.
        words: in any form; "phrases in quotation marks" stand so, organis* is a beginning. With none, all lines fit.
        kind: "next_step", "decision" …, any of them.
        owner: whose it is, as a name or some words of it.
        state: "open", or "done" with.
        since: the first day of a meeting, as "2024-02-11" or a `datetime.date`.
        until: the last day.

    Raises:
        InputError: there is no such kind, state or day.
        NotFound: the folder is not there.
    """
    try:
        question = Question.model_validate(
            {
                "words": words,
                "kind": [kind] if isinstance(kind, str) else list(kind),
                "owner": owner,
                "state": state,
                "since": since,
                "until": until,
            }
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise InputError(f"{first['input']!r} cannot be asked for", place=str(first["loc"][0])) from None
    answer = ask(archive, question)
    for told in (*answer.filled.notes, *answer.filled.refused, *answer.filled.twice):
        warn(told, MinutesWarning, stacklevel=2)
    return answer.hits


def _on(archive: Path, job: Callable[[sqlite3.Connection, Filled], T]) -> T:
    """What the job reads from the store, which is up to date."""
    path, files = archive / NAME, listed(archive)
    why: Exception | None = None
    if path.exists():
        try:
            with closing(opened(path)) as store:
                return job(store, fill(store, archive, files))
        except (Unfit, sqlite3.DatabaseError) as error:
            why = error
        except ValueError:  # text that is none, a record that is none
            why = Unfit("damaged")
    with closing(made()) as store:
        filled = fill(store, archive, files)
        notes = _kept(store, path, why) if files else ()
        return job(store, filled._replace(notes=notes))


def _kept(store: sqlite3.Connection, path: Path, why: Exception | None) -> tuple[str, ...]:
    """Puts a store that was made anew into its file, and says what was wrong; nothing where there was none."""
    if getattr(why, "sqlite_errorcode", 0) & 0xFF in _BUSY:  # the rest of the number tells busy with what
        return (f"{path}: somebody else is writing to it; the recaps were read without it",)
    try:
        # the journal of a damaged store would be played into the new one
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
        put(store.serialize(), path)
    except (OutputError, OSError) as error:
        return (f"{path}: cannot be kept here ({_reason(error)}); the recaps were read without it",)
    return (f"{path}: {why}; made anew from the recaps",) if why else ()


def _reason(error: OutputError | OSError) -> str:
    return error.what if isinstance(error, OutputError) else (error.strerror or "no reason given").lower()
