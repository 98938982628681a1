"""The Word file as a package: the empty paper it starts from, a zip that is the same each time, one of strangers."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from minutes.errors import BrokenFile

_PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/fontTable.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/styles.xml",
)
_UNIX = 3
_UNPACKED = 200_000_000
"""Bytes that a file may unpack to."""
AGAIN = "save it again in a word processor"


def blank() -> bytes:
    """An A4 page with the styles of the house and nothing on it, from the files in `paper/`."""
    paper = files("minutes.writing").joinpath("paper")
    return _zipped((name, paper.joinpath(name).read_bytes()) for name in _PARTS)


def packed(data: bytes) -> bytes:
    """The same package with its parts in the order of their names, and without the clock of this machine."""
    with ZipFile(BytesIO(data)) as old:
        return _zipped((name, old.read(name)) for name in sorted(old.namelist()))


@contextmanager
def archive(data: bytes) -> Iterator[ZipFile]:
    """The package of somebody else; BrokenFile where it is damaged, or packed as no word processor does."""
    try:
        with ZipFile(BytesIO(data)) as found:
            _refuse([part for part in found.infolist() if not part.is_dir()])
            yield found
    except (BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, RuntimeError, EOFError):
        raise BrokenFile("a damaged or locked Word file", todo=AGAIN) from None


def _refuse(parts: list[ZipInfo]) -> None:
    if len({part.filename for part in parts}) < len(parts):
        raise BrokenFile("a part that stands there twice", todo=AGAIN)
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise BrokenFile("packed as no word processor does", todo=AGAIN)
    if sum(part.file_size for part in parts) > _UNPACKED:
        raise BrokenFile("unpacks to more than any page needs", todo=AGAIN)


def _zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name, data in parts:
            about = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            about.compress_type = ZIP_DEFLATED
            about.create_system = _UNIX
            new.writestr(about, data)
    return file.getvalue()
