"""Files that are written whole or not at all, and those of a person that a page is made of or read from."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minutes.errors import NotFound, OutputError


def check(path: str | os.PathLike[str]) -> None:
    """Nothing, if a file may be written there as far as can be told; else an `OutputError` says why not."""
    with _told(path):
        target = Path(path).resolve()
        if target.is_dir():
            raise OutputError("a folder, not a file", file=str(path), todo="name a file in it")
        if target.exists() and not (target.is_file() and os.access(target, os.W_OK)):
            raise OutputError("may not be replaced", file=str(path), todo="choose another file")
        if not target.parent.is_dir():
            raise OutputError("its folder does not exist", file=str(path), todo="make the folder first")


def get(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file that somebody named, or a `NotFound` that says why there are none."""
    name = Path(path).name or str(path)
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise NotFound("no such file", file=name, todo="check the path") from None
    except IsADirectoryError:
        raise NotFound("a folder, not a file", file=name, todo="name a file in it") from None
    except PermissionError:
        raise NotFound("permission denied", file=name, todo="allow yourself to read it") from None
    except OSError as error:
        told = (error.strerror or "cannot be read").lower()
        raise NotFound(told, file=name[:80], todo="check the path") from None
    except ValueError:  # a zero character in the path
        raise NotFound("no file can have this name", file=name[:80], todo="check the path") from None


def put(data: bytes, path: str | os.PathLike[str]) -> None:
    """The bytes stand in the file, or the file is as it was and an `OutputError` says why."""
    with _told(path):
        target = Path(path).resolve()
        # A new file beside the old one takes its place at once; it has the rights of any new file.
        draft = target.with_name(f".minutes-{secrets.token_hex(8)}.part")
        try:
            with open(draft, "xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(draft, target)
        finally:
            draft.unlink(missing_ok=True)


@contextmanager
def _told(path: str | os.PathLike[str]) -> Iterator[None]:
    """What the system refuses, told in a plain line."""
    try:
        yield
    except PermissionError as error:
        raise OutputError("no permission to write here", file=str(path), todo="choose another folder") from error
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        raise OutputError(f"cannot be written ({reason})", file=str(path), todo="choose another place") from error
    except ValueError as error:  # a name with a zero character in it
        raise OutputError("is not a name for a file", file=str(path), todo="choose another name") from error
