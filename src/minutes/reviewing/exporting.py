"""The pages that are written from the desk, beside the file of decisions and over nothing that stands there."""

from __future__ import annotations

from pathlib import Path

from minutes.checking.leaks import leaks
from minutes.errors import InputError
from minutes.reviewing.desk import Desk
from minutes.reviewing.keeping import free
from minutes.revising import veil
from minutes.writing import render
from minutes.writing.files import put

VEILED = "veiled"
_ROUND = "round.docx"
"""An edition for handing round; a name made from that of the transcript may hold what the edition hides."""


def export(desk: Desk, file: Path, form: str) -> str:
    """Writes the page in the form that is wanted, and says where; raises as `Review.export` does."""
    if form == VEILED:
        return _veiled(desk, file)
    target = free(file.with_suffix(f".{form}"))
    put(render(desk.recap, form), target)
    return f"Written to {target.name}."


def _veiled(desk: Desk, file: Path) -> str:
    """The edition with stand-ins; without a veil file, one is drawn up for a person to read first."""
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
