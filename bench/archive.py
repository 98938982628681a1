"""A year of meetings through `minutes batch`, by one process and by two."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from calls import over
from children import run
from speed import MINUTES, tell

from minutes import Transcript
from minutes.writing.spoken import as_json


def fill(folder: Path, given: list[Transcript], count: int) -> None:
    """So many meetings as files: the calls, and those again with other people, figures and days."""
    folder.mkdir()
    for number, call in enumerate(islice(over(given), count), start=1):
        (folder / f"{number:04}.json").write_bytes(as_json(call))


def rates(folder: Path, count: int, pages: Path) -> dict[int, float]:
    """Meetings a minute on the clock, by the number of processes."""
    found = {}
    for processes in (1, 2):
        spent = run(MINUTES, "batch", folder, "-o", pages / f"{processes}", "--jobs", processes)
        found[processes] = count / spent.wall * 60
        tell(f"{count} meetings with --jobs {processes}: {spent.wall:.0f} s")
    return found
