"""Which pages are to be made of a folder, and whether each may be written."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from minutes.errors import NotFound, OutputError
from minutes.writing import suffix


class Job(NamedTuple):
    """One transcript and the page to make of it."""

    source: Path
    target: Path
    format: str


def plan(folder: Path, out: Path, format: str) -> tuple[Job, ...]:
    """A job for every file of the folder, in the order of their names; raises where either folder is none.

    Hidden files and subfolders are left out. `out` is made where there is none.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except NotADirectoryError:
        raise NotFound("a file, not a folder", file=str(folder), todo="use `minutes recap` for one file") from None
    except OSError as error:
        raise NotFound(why(error), file=str(folder), todo="name a folder of transcripts") from None
    if not files:
        raise NotFound("no files in this folder", file=str(folder), todo="name a folder of transcripts")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError("a file, not a folder", file=str(out), todo="name a folder after -o") from None
    except OSError as error:
        raise OutputError(why(error), file=str(out), todo="name a folder you may write to") from None
    return tuple(Job(file, out / f"{name}{suffix(format)}", format) for file, name in _names(files).items())


def _names(files: Iterable[Path]) -> dict[Path, str]:
    """Each file's name without its suffix, which those keep that would land on one page."""
    names = {file: file.stem for file in files}
    while True:
        count = Counter(name.casefold() for name in names.values())  # Call.vtt and call.srt are one page on a Mac
        clashing = [file for file, name in names.items() if count[name.casefold()] > 1 and name != file.name]
        if not clashing:
            return names
        names.update((file, file.name) for file in clashing)


def guard(target: Path, inputs: Iterable[Path]) -> OutputError | None:
    """Why a page must not be written here: a folder, no folder around it, or one of the inputs. None where it may."""
    return barred(target, marks(inputs))


def marks(files: Iterable[Path]) -> frozenset[tuple[int, int]]:
    """What tells the files apart whatever they are called; those that are not there have none."""
    return frozenset(found for file in files if (found := _mark(file)))


def _mark(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except (OSError, ValueError):  # reading it will say what is wrong
        return None
    return found.st_dev, found.st_ino


def barred(target: Path, inputs: frozenset[tuple[int, int]]) -> OutputError | None:
    """As `guard`, for many pages beside the same inputs."""
    try:
        if target.is_dir():
            return OutputError("a folder, not a file", file=str(target), todo="name a file in it")
        if not target.parent.is_dir():
            return OutputError("its folder does not exist", file=str(target), todo="make the folder first")
        if not os.access(target.parent, os.W_OK):  # better said now than after the work
            return OutputError("no permission to write here", file=str(target), todo="choose another folder")
        if marks([target]) & inputs:
            return OutputError("this is an input, which is never changed", file=str(target), todo="choose another name")
    except (OSError, ValueError) as error:
        return OutputError(why(error), file=str(target)[:80], todo="choose another name")
    return None


def why(error: Exception) -> str:
    """The system's reason in lower case, such as `no such file or directory`."""
    return (getattr(error, "strerror", None) or "not a usable name").lower()
