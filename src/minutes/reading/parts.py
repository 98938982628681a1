"""One entry of a service's JSON: whose words, which words, when; whatever the service calls these.

All keys are folded: `startTime`, `start_time` and `StartTime` are `starttime`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from minutes.reading import clocks
from minutes.reading.clocks import seconds, span
from minutes.reading.markup import without_tags

Entry = Mapping[str, object]

_TEXTS = (
    "text", "body", "content", "sentence", "punctuatedword", "display", "transcript", "spokentext", "message",
    "payload", "rawcontent", "words", "word", "value", "elements", "segs", "utterance", "line", "caption",
    "nbest", "alternatives",
)  # fmt: skip
READINGS = ("nbest", "alternatives")
"""Lists of several readings of the same words, the best first."""
SPEAKERS = (
    "voice", "speaker", "speakername", "displayname", "participantname", "speakerlabel", "channellabel", "speakerid",
    "speakertag", "userprofile", "user", "username", "users", "author", "sendername", "from", "creator", "nick",
    "sender", "participant", "participantrole", "name", "source",
)  # fmt: skip
_NAMES = (
    "nickname", "realname", "displayname", "fullname", "name", "username", "user", "speakername", "label", "email",
    "id",
)  # fmt: skip
_STARTS = (
    "start", "starttime", "starttimestamp", "startms", "starttimems", "startoffset", "startseconds", "begin",
    "begintime", "beginoffsetmillis", "tstartms", "offset", "offsetinticks", "timestamp", "timestampms", "ts", "time",
    "t", "date", "createddatetime", "createddate", "createdat", "originserverts", "offsets", "instances", "elements",
)  # fmt: skip
_ENDS = (
    "end", "endtime", "endtimestamp", "endms", "endtimems", "endoffset", "endseconds", "endoffsetmillis", "endts",
    "offsets", "instances",
)  # fmt: skip
_LENGTHS = ("duration", "durationms", "ddurationms", "dur")
_MILLIS = ("ms", "millis")
_DIGITS = re.compile(r"^-?\d{1,16}(?:\.\d{1,12})?$")
_LABEL = {"microphone": "Me", "system": "Them"}
"""Who Granola means by the source of a sound."""


def text(entry: Entry) -> str:
    """The words of an entry, or nothing."""
    for key in _TEXTS:
        found = _words(entry.get(key), several=key in READINGS)
        if found:
            return found
    return ""


def _words(value: object, *, several: bool = False) -> str:
    """Words from a string, from a list of strings and marked pieces, or from the best of several readings."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        inner = value.get("body") or value.get("content")
        if not isinstance(inner, str):
            return ""
        return without_tags(inner) if value.get("contenttype") == "html" else inner.strip()
    if isinstance(value, list) and value:
        first = value[0]
        if several and isinstance(first, Mapping):
            return text(first)
        pieces = [piece if isinstance(piece, str) else _piece(piece) for piece in value]
        return "".join(pieces).strip() if any(_is_piece(piece) for piece in value) else ""
    return ""


def _is_piece(value: object) -> bool:
    return isinstance(value, Mapping) and (
        isinstance(value.get("value"), str) or "utf8" in value or {"type", "text"} <= value.keys()
    )


def _piece(value: object) -> str:
    """The words of one marked piece; a link behind words stands in brackets, as its address may matter."""
    if not isinstance(value, Mapping):
        return ""
    found = value.get("value") or value.get("text") or value.get("utf8")
    link = value.get("href")
    return f"{found} ({link})" if isinstance(link, str) and link else found if isinstance(found, str) else ""


def speaker(entry: Entry, names: Mapping[str, str]) -> str | None:
    """The label of an entry: a name, or `Speaker 1` for a number."""
    for key in SPEAKERS:
        found = _name(entry.get(key), names)
        if found:
            return found
    best = entry.get("alternatives")
    first = best[0] if isinstance(best, list) and best else None
    return _name(first.get("speaker"), names) if isinstance(first, Mapping) else None


def named(person: Entry) -> str | None:
    """The name in an entry of a list of people."""
    found = (person.get(key) for key in _NAMES[:-2])
    return next((name.strip() for name in found if isinstance(name, str) and name.strip()), None)


def _name(value: object, names: Mapping[str, str]) -> str | None:
    if isinstance(value, list):
        value = value[0] if value and isinstance(value[0], Mapping) else None
    if isinstance(value, Mapping):
        found = (_name(value.get(key), names) for key in _NAMES)
        return next((name for name in found if name), None)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    label = f"{value:g}" if isinstance(value, float) else str(value).strip()
    label = names.get(label, label)
    return f"Speaker {label}" if label.isdecimal() else _LABEL.get(label, label) or None


def start(entry: Entry) -> object:
    """The first thing in an entry that says when it began, as it stands or in seconds."""
    return _first(entry, _STARTS, ("from", "start", "ts", "relative"))


def end(entry: Entry) -> object:
    """The first thing in an entry that says when it ended, as it stands or in seconds."""
    return _first(entry, _ENDS, ("to", "end", "endts", "relative"))


def length(entry: Entry) -> object:
    """How long an entry lasted, as it stands or in seconds."""
    return _first(entry, _LENGTHS, ())


def _first(entry: Entry, keys: tuple[str, ...], inner: tuple[str, ...]) -> object:
    for key in keys:
        value = entry.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, Mapping) and inner:
            value = _within(value, inner)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and value != "":
            return _from_millis(value) if key.endswith(_MILLIS) else value
    return None


def _within(value: Entry, inner: tuple[str, ...]) -> object:
    """The time in an object, as `{"seconds": "12", "nanos": 500000000}` or `{"from": 3200}`."""
    if "seconds" in value or "nanos" in value:
        whole, rest = number(value.get("seconds") or 0), number(value.get("nanos") or 0)
        return None if whole is None or rest is None else round(whole + rest / 1e9, 3)
    return next((value[name] for name in inner if name in value), None)


def _from_millis(value: str | float) -> object:
    """Seconds of what a key calls milliseconds; moments of the world are known by their size and stay."""
    told = number(value)
    return value if told is None or told > 1e11 else told / 1000


def number(value: object) -> float | None:
    """A time as a number, in whatever unit the file has; readings of a clock and spans are seconds."""
    if isinstance(value, int | float):
        return float(value)
    if not isinstance(value, str):
        return None
    told = value.strip()
    if _DIGITS.match(told):
        return float(told)
    if told.endswith("s") and _DIGITS.match(told[:-1]):
        return float(told[:-1])
    return span(told) if told.startswith("PT") else seconds(told) if ":" in told and "T" not in told else None


def moment(value: object) -> datetime | None:
    """A time as a moment of the world, from ISO text, from words, or from seconds or milliseconds since 1970."""
    if isinstance(value, str) and not _DIGITS.match(value.strip()):
        try:
            return datetime.fromisoformat(value.strip())
        except ValueError:
            return clocks.moment(value)
    since = number(value)
    if since is None or not 1e8 < since < 1e14:
        return None
    return datetime.fromtimestamp(since / 1000 if since > 1e11 else since, UTC)


def since(first: datetime, later: datetime | None) -> float | None:
    """Seconds from one moment to another; None where only one has a time zone."""
    if later is None or (later.tzinfo is None) != (first.tzinfo is None):
        return None
    return round((later - first).total_seconds(), 3)
