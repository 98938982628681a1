"""The Word file as a package: the empty paper it starts from, and a zip that is the same each time."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/fontTable.xml",
    "word/footer1.xml",
    "word/header1.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/styles.xml",
)
_UNIX = 3


def blank() -> bytes:
    """An A4 page with the styles of the house and nothing on it, from the files in `paper/`."""
    paper = files("minutes.writing").joinpath("paper")
    return _zipped((name, paper.joinpath(name).read_bytes()) for name in _PARTS)


def packed(data: bytes) -> bytes:
    """The same package with its parts in the order of their names, and without the clock of this machine."""
    with ZipFile(BytesIO(data)) as old:
        return _zipped((name, old.read(name)) for name in sorted(old.namelist()))


def _zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name, data in parts:
            about = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            about.compress_type = ZIP_DEFLATED
            about.create_system = _UNIX
            new.writestr(about, data)
    return file.getvalue()
