"""The pages that are written from the desk, beside the file of decisions and over nothing that stands there."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from minutes.checking.leaks import leaks
from minutes.errors import InputError
from minutes.reviewing.desk import Desk
from minutes.reviewing.keeping import free
from minutes.revising import veil
from minutes.writing import render
from minutes.writing.files import put

_ROUND = "round.docx"
"""An edition for handing round; a name made from that of the transcript may hold what the edition hides."""


def export(page: bytes, target: Path, ours: Collection[bytes]) -> Path:
    """Writes a page over one of ours that nobody has changed since, else beside what stands there, and says where."""
    if target.exists() and not (target.is_file() and target.read_bytes() in ours):
        target = free(target)
    put(page, target)
    return target


def veiled(desk: Desk, file: Path) -> str:
    """Writes the edition with stand-ins, and says where; without a veil file, one is drawn up to be read first."""
    names = file.with_suffix(".veil.toml")
    if not names.exists():
        put(veil.draft(desk.recap, (desk.transcript,)).encode(), names)
        return f"Drew up {names.name} with a stand-in for everybody. Read it, mend it, and press again for the edition."
    key = veil.load(names)
    page, target = render(veil.veil(desk.recap, key), "docx"), free(file.with_name(_ROUND))
    found = leaks(page, target.name, key)
    if found.leaks:
        first = found.leaks[0]
        raise InputError(f"{first.found!r} is left in {first.place}", file=target.name, todo=f"add it to {names.name}")
    put(page, target)
    look = f" Look at these, which still stand: {', '.join(found.standing)}." if found.standing else ""
    return f"Written to {target.name}; no name that {names.name} hides is left.{look} Read it before you send it."
