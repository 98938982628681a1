"""A season: the meetings of one group from their files, one after another in the order of their days."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from warnings import warn

from pydantic import Field
from tqdm.auto import tqdm

import minutes
from minutes.batch import fault
from minutes.drafting import Drafted, Wishes, draw_up
from minutes.errors import InputError, MinutesError, MinutesWarning, NotFound
from minutes.following import follow
from minutes.model import Series, Transcript
from minutes.revising import corrections

File = str | os.PathLike[str]


class Season(Series):
    """A series that knows what was said; no page and no JSON holds more of it than of any series."""

    transcripts: tuple[Transcript, ...] = Field(default=(), exclude=True, repr=False)
    """For each recap what was said, without what is withheld, and under the names that corrections give."""


def season(files: File | Sequence[File]) -> Season:
    """The minutes of several meetings of one group, in the order of their days.

    Beside a transcript `call.vtt` its file of corrections `call.toml` is used, if there is one. What cannot be read is
    left out and told as a warning; so is a meeting that is there twice, and one whose day nobody knows, which comes
    last.

    Args:
        files: transcripts, or a folder of them.

    Raises:
        NotFound: no such folder.
        InputError: not one of the files could be read.
    """
    notes: list[str] = []
    drafted = list(_once(tqdm(_listed(files), desc="Reading", unit="meeting", leave=False), notes))
    for note in notes:
        warn(_printable(note), MinutesWarning, stacklevel=2)  # of the cell, so that it is told again when it runs again
    if not drafted:
        raise InputError("not one meeting could be read", todo="name transcripts, or a folder of them")
    drafted.sort(key=lambda one: (one.recap.date is None, one.recap.date, one.recap.start or ""))
    series = follow([one.recap for one in drafted]).series  # what it would tell of the meetings is told already
    transcripts = tuple(one.transcript for one in drafted)
    return Season(recaps=series.recaps, threads=series.threads, transcripts=transcripts)


def _listed(files: File | Sequence[File]) -> list[Path]:
    """The files that may be transcripts, those of a folder by their names."""
    if not isinstance(files, str | os.PathLike):
        return [Path(file) for file in files]
    folder = Path(files)
    if folder.is_file():
        return [folder]
    try:
        found = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        why = (error.strerror or "cannot be read").lower()
        raise NotFound(why, file=str(folder), todo="name a folder of transcripts") from None
    return [path for path in found if path.suffix.lower() != ".toml"]


def _once(files: Iterable[Path], notes: list[str]) -> Iterator[Drafted]:
    """The meetings that can be read, each once; what is to be told is put to the notes."""
    known: dict[tuple[str, ...], str] = {}
    for file in files:
        try:
            transcript = minutes.read(file)
            content = tuple(source.sha256 for source in transcript.sources)
            if content in known:
                notes.append(f"{file.name}: the same meeting as {known[content]}, and taken once.")
                continue
            drafted = _drafted(transcript, file, notes)
        except MinutesError as error:
            notes.append(f"{error.at(file.name)}. {file.name} is left out.")
        except Exception as bug:  # one file must not stop the rest
            notes.append(f"{fault(bug).at(file.name)}. {file.name} is left out.")
        else:
            known[content] = file.name
            yield drafted


def _drafted(transcript: Transcript, file: Path, notes: list[str]) -> Drafted:
    """The minutes of one file with what a person set right in the file beside it."""
    beside = file.with_suffix(".toml")
    wishes = Wishes(corrections=corrections.load(beside)) if beside.exists() else Wishes()
    drafted = draw_up(transcript, wishes)
    notes.extend(f"{beside.name}, {stale}" for stale in drafted.stale)
    if drafted.recap.date is None:
        notes.append(f"{file.name}: nothing says on which day it was, so it comes last; write the day into its name.")
    return drafted


def _printable(sentence: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in sentence)
