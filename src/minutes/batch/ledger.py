"""Which pages stand, written down page by page, so that a batch that was stopped can go on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple

import minutes
from minutes.batch.planning import Job, why
from minutes.errors import OutputError
from minutes.finding.rules import Rulebook
from minutes.writing.files import put
from minutes.writing.layout import USUAL, Layout

_NAME = ".minutes-batch.jsonl"
_DRAFTS = ".minutes-*.part"
"""What `writing.files` leaves behind where it is killed in the middle."""


class Entry(NamedTuple):
    """A page as it was written."""

    source: str
    source_sha256: str
    page: str
    page_sha256: str
    settings: str


class Standing(NamedTuple):
    """The jobs of a batch, by what an earlier run left of them."""

    kept: tuple[Job, ...]
    """Their pages are as they would be made again."""
    changed: tuple[Job, ...]
    """Somebody has changed their pages since."""
    left: tuple[Job, ...]
    """Still to be done."""


def settings(format: str, words: Rulebook | None, layout: Layout = USUAL) -> str:
    """All that a page depends on beside its transcript."""
    rules = sha256(words.model_dump_json().encode()).hexdigest() if words else "ours"
    return f"minutes {minutes.__version__}, {format}, rules {rules}, {layout}"


class Ledger:
    """A hidden file beside the pages, a line for each that stands; in the end none, or those changed by hand."""

    def __init__(self, out: Path, settings: str) -> None:
        self._path, self._out, self._settings = out / _NAME, out, settings
        self._by_hand: set[str] = set()
        self._entries = {entry.page: entry for entry in _entries(self._path)}

    def standing(self, jobs: Sequence[Job]) -> Standing:
        """What an earlier run that was stopped has left of these jobs."""
        found: dict[str, list[Job]] = {"kept": [], "changed": [], "left": []}
        for job in jobs:
            found[self._state(job)].append(job)
        self._by_hand = {job.target.name for job in found["changed"]}
        return Standing(*(tuple(found[state]) for state in Standing._fields))

    def begin(self, left: Sequence[Job]) -> None:
        """The file holds whole lines alone, and none of what is to be made; drafts of an earlier run are gone."""
        for job in left:
            self._entries.pop(job.target.name, None)
        for draft in self._out.glob(_DRAFTS) if self._path.exists() else ():
            draft.unlink(missing_ok=True)
        put("".join(map(_line, self._entries.values())).encode(), self._path)

    def add(self, job: Job, source_sha256: str, page_sha256: str) -> None:
        """A page stands."""
        line = _line(Entry(job.source.name, source_sha256, job.target.name, page_sha256, self._settings))
        try:
            with self._path.open("a", encoding="ascii") as file:
                file.write(line)
        except OSError as error:
            todo = "mend that, and run the same command again to go on"
            raise OutputError(why(error), file=str(self._path), todo=todo) from None

    def end(self) -> None:
        """The batch has come to its end; it is remembered which pages somebody has changed, so that they stay."""
        kept = [entry for page, entry in self._entries.items() if page in self._by_hand]
        if kept:
            put("".join(map(_line, kept)).encode(), self._path)
        else:
            self._path.unlink(missing_ok=True)

    def _state(self, job: Job) -> str:
        entry = self._entries.get(job.target.name)
        if not entry or not job.target.is_file():
            return "left"
        if _digest(job.target) != entry.page_sha256:
            return "changed"
        same = (entry.source, entry.settings) == (job.source.name, self._settings)
        return "kept" if same and _digest(job.source) == entry.source_sha256 else "left"


def _entries(path: Path) -> Iterator[Entry]:
    """The lines that are whole; whoever was killed while writing leaves a torn one."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        try:
            entry = Entry(**json.loads(line))
        except (ValueError, TypeError):
            continue
        if all(isinstance(field, str) for field in entry):
            yield entry


def _line(entry: Entry) -> str:
    return f"{json.dumps(entry._asdict())}\n"


def _digest(path: Path) -> str | None:
    """The SHA-256 of a file; None where it cannot be read, which is told when it is."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
