"""The veiled edition: every text a reader could see or find, with stand-ins for names."""

from __future__ import annotations

from typing import TypeVar

from minutes.model import Evidence, Recap, Series, Source, Speaker
from minutes.model.records import Record
from minutes.revising.veil.covering import completed
from minutes.revising.veil.introductions import without_introductions
from minutes.revising.veil.key import Veil
from minutes.revising.veil.labels import labels
from minutes.revising.veil.matching import matcher
from minutes.revising.veil.numbering import renumbered
from minutes.revising.veil.walking import PEOPLE, rebuilt

M = TypeVar("M", Recap, Series)


def veil(minutes: M, key: Veil, *, places: bool = False) -> M:
    """The minutes for handing round; times and turn numbers stay with `places`, or where the veil says so.

    What people said of themselves, the hashes of files and the ids of findings do not stay. Veiling twice is the same
    as veiling once.

    Raises:
        RulesError: the veil leaves out somebody who speaks or is named.
    """
    recaps = (minutes,) if isinstance(minutes, Recap) else minutes.recaps
    whole = completed(key, recaps)
    shown = places or key.places
    plain = renumbered(without_introductions(minutes))
    return rebuilt(plain, lambda text, field: _told(whole, text, field), lambda record: _record(record, shown))


def veiled_text(text: str, key: Veil) -> str:
    """The text with stand-ins for all that the veil covers."""
    return matcher(key).veiled(text)


def _told(key: Veil, text: str, field: str) -> str:
    return labels(key).told(text) if field in PEOPLE else matcher(key).veiled(text)


def _record(record: Record, shown: bool) -> Record:
    """The record without what tells of the recording: hashes always, places unless they are shown."""
    update: dict[str, object] = {}
    match record:
        case Source():
            update = {"sha256": ""}
        case Evidence() if shown and record.placed:
            # the length of a quote in its turn would tell how long a name is
            update = {"char_start": 0, "char_end": len(record.quote)}
        case Evidence():
            update = {"placed": False, "turn": 0, "start": None, "char_start": 0, "char_end": 0}
        case Speaker() if not shown:
            update = {"seconds": None}
        case Recap():
            update = {"veiled": True} if shown else {"veiled": True, "topics": (), "start": None}
    return record.model_copy(update=update) if update else record
