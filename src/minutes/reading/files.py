"""From a path, bytes or an open file to bytes and a name; what can be no transcript is refused unparsed."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import IO, Any

from minutes.errors import InputError, NotATranscript, NotFound
from minutes.reading.limits import USUAL, Limits, refuse_over

Source = str | os.PathLike[str] | bytes | IO[Any]

_TRANSCRIBE = "transcribe it first, then read the transcript"
_EXPORT = "export the transcript as .vtt, .txt or .docx"
_MAGIC: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image", _EXPORT),
    (0, b"\xff\xd8\xff", "a JPEG image", _EXPORT),
    (0, b"GIF8", "a GIF image", _EXPORT),
    (4, b"ftyp", "an MP4 video or audio recording", _TRANSCRIBE),
    (0, b"\x1a\x45\xdf\xa3", "a Matroska or WebM video", _TRANSCRIBE),
    (0, b"ID3", "an MP3 recording", _TRANSCRIBE),
    (0, b"\xff\xfb", "an MP3 recording", _TRANSCRIBE),
    (0, b"OggS", "an Ogg recording", _TRANSCRIBE),
    (0, b"fLaC", "a FLAC recording", _TRANSCRIBE),
    (8, b"WAVE", "a WAV recording", _TRANSCRIBE),
    (0, b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (0, b"Rar!", "a RAR archive", "unpack it first"),
    (0, b"SQLite format 3\x00", "an SQLite database", _EXPORT),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def take(source: Source, name: str | None = None, limits: Limits = USUAL) -> tuple[bytes, str]:
    """The bytes of a source and the name to call it by; raises NotFound or NotATranscript."""
    if isinstance(source, bytes | bytearray | memoryview):
        data, name = bytes(source), name or "input"
    elif isinstance(source, str | os.PathLike):
        if not os.fspath(source):
            raise NotFound("no file was named", todo="give the path of a transcript")
        path = Path(source)
        name = name or path.name or str(path)
        data = _open(path, name, limits)
    else:
        found = getattr(source, "name", None)
        name = name or (os.path.basename(found) if isinstance(found, str) and not found.startswith("<") else "input")
        data = _drain(source, name, limits)
    _weigh(len(data), name, limits)
    _refuse(data, name)
    return data, name


def _open(path: Path, name: str, limits: Limits) -> bytes:
    """The bytes of a regular file."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise NotFound("a folder, not a file", file=name, todo="name a transcript in it")
        if not stat.S_ISREG(found.st_mode):
            raise NotFound("not a regular file", file=name, todo="copy its content into a file")
        _weigh(found.st_size, name, limits)
        return path.read_bytes()
    except PermissionError:
        raise NotFound("permission denied", file=name, todo="allow yourself to read it") from None
    except FileNotFoundError:
        raise NotFound("no such file", file=name, todo="check the path") from None
    except OSError as error:
        why = "the name is too long" if error.errno == errno.ENAMETOOLONG else (error.strerror or "cannot be read")
        raise NotFound(why[:1].lower() + why[1:], file=name[:80], todo="check the path") from None
    except ValueError:  # a zero byte in the path
        raise NotFound("no file can have this name", file=name[:80], todo="check the path") from None


def _drain(source: IO[Any], name: str, limits: Limits) -> bytes:
    """All that an open file still holds, up to one byte over the limit."""
    try:
        found = source.read(limits.size + 1)
    except UnicodeDecodeError:
        raise InputError("not text in the encoding it was opened with", file=name, todo="open it as bytes") from None
    if isinstance(found, str):
        return found.encode("utf-8", "surrogatepass").replace(b"\x00", b"")
    return bytes(found)


def _weigh(size: int, name: str, limits: Limits) -> None:
    """Raises where a file is larger than what is read."""
    try:
        refuse_over("size", size, limits)
    except NotATranscript as error:
        raise error.at(name) from None


def _refuse(data: bytes, name: str) -> None:
    """Raises for an empty file and for those that say in their first bytes that they are something else."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xfe\xff"):
        raise NotATranscript("empty", file=name, todo="save or export the transcript again")
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise NotATranscript("password protected", file=name, todo="save it without a password")
        raise NotATranscript("an old Word, Excel or Outlook file", file=name, todo="save it as .docx or .txt")
    for at, magic, what, todo in _MAGIC:
        if data.startswith(magic, at):
            raise NotATranscript(f"looks like {what}, not a transcript", file=name, todo=todo)
