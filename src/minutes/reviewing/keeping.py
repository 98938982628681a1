"""The file in which decisions are kept: written at each of them, and never over what somebody else wrote there."""

from __future__ import annotations

from pathlib import Path

from minutes.errors import InputError
from minutes.revising.corrections import Corrections, dump
from minutes.revising.corrections.file import load
from minutes.writing.files import check, put


class Kept:
    """A corrections file, as it was when it was last read or written here."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._bytes = _held(path)
        self.corrections = Corrections() if self._bytes is None else load(path)
        check(path)

    def write(self, corrections: Corrections) -> None:
        """The file holds the corrections; one that a person wrote in another form is set aside first.

        Raises:
            InputError: somebody else has changed the file.
            OutputError: it cannot be written.
        """
        found = _held(self.path)
        if found not in (None, self._bytes):
            what = "something else has changed this file since it was read here"
            raise InputError(what, file=self.path.name, todo="run the cell again to see what stands in it now")
        if found is not None and found != dump(self.corrections).encode():
            put(found, free(self.path.with_name(f"{self.path.stem} (before){self.path.suffix}")))
        text = dump(corrections).encode()
        put(text, self.path)
        self._bytes, self.corrections = text, corrections


def free(path: Path) -> Path:
    """The path, or with a number the first after it at which nothing stands."""
    number, wanted = 1, path
    while path.exists():
        number += 1
        path = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
    return path


def _held(path: Path) -> bytes | None:
    """What stands in a file, or None where there is none; raises as `load` does where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        load(path)
        raise
