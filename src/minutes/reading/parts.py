"""One entry of a service's JSON: whose words, which words, when; whatever the service calls these."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from minutes.reading.clocks import seconds, span

Entry = Mapping[str, object]

_TEXTS = (
    "text", "body", "content", "sentence", "punctuated_word", "display", "Display", "transcript", "message",
    "payload", "raw_content", "words", "word", "value", "elements", "utterance", "line", "caption",
    "nBest", "NBest", "alternatives",
)  # fmt: skip
_READINGS = ("nBest", "NBest", "alternatives")
"""Lists of several readings of the same words, the best first."""
_SPEAKERS = (
    "speaker", "speaker_name", "speakerName", "display_name", "participant_name", "speaker_label", "speakerLabel",
    "channel_label", "speakerId", "speaker_id", "SpeakerId", "speakerTag", "user_profile", "user", "user_name",
    "username", "author", "from", "name", "nick", "sender", "participant", "source",
)  # fmt: skip
_NAMES = ("nickname", "display_name", "displayName", "real_name", "full_name", "name", "label", "email", "id")
_STARTS = (
    "start", "startTime", "start_time", "start_timestamp", "start_ms", "startMs", "begin", "begin_time",
    "offset", "Offset", "timestamp", "ts", "time", "t", "date", "origin_server_ts", "offsets", "instances", "elements",
)  # fmt: skip
_ENDS = ("end", "endTime", "end_time", "end_timestamp", "end_ms", "endMs", "end_ts", "offsets", "instances")
_LENGTHS = ("duration", "Duration", "dur")
_DIGITS = re.compile(r"^-?\d{1,16}(?:\.\d{1,12})?$")
_LABEL = {"microphone": "Me", "system": "Them"}
"""Who Granola means by the source of a sound."""


def text(entry: Entry) -> str:
    """The words of an entry, or nothing."""
    for key in _TEXTS:
        found = _words(entry.get(key), several=key in _READINGS)
        if found:
            return found
    return ""


def _words(value: object, *, several: bool = False) -> str:
    """Words from a string, from a list of strings and marked pieces, or from the best of several readings."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        return _words(value.get("body"))
    if isinstance(value, list) and value:
        first = value[0]
        if several and isinstance(first, Mapping):
            return text(first)
        pieces = [piece if isinstance(piece, str) else _piece(piece) for piece in value]
        return "".join(pieces).strip() if any(_is_piece(piece) for piece in value) else ""
    return ""


def _is_piece(value: object) -> bool:
    return isinstance(value, Mapping) and (isinstance(value.get("value"), str) or {"type", "text"} <= value.keys())


def _piece(value: object) -> str:
    found = (value.get("value") or value.get("text")) if isinstance(value, Mapping) else None
    return found if isinstance(found, str) else ""


def speaker(entry: Entry, names: Mapping[str, str]) -> str | None:
    """The label of an entry: a name, or `Speaker 1` for a number."""
    for key in _SPEAKERS:
        found = _name(entry.get(key), names)
        if found:
            return found
    best = entry.get("alternatives")
    first = best[0] if isinstance(best, list) and best else None
    return _name(first.get("speaker"), names) if isinstance(first, Mapping) else None


def _name(value: object, names: Mapping[str, str]) -> str | None:
    if isinstance(value, Mapping):
        found = (_name(value.get(key), names) for key in _NAMES)
        return next((name for name in found if name), None)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    label = f"{value:g}" if isinstance(value, float) else str(value).strip()
    label = names.get(label, label)
    return f"Speaker {label}" if label.isdecimal() else _LABEL.get(label, label) or None


def start(entry: Entry) -> object:
    """The first thing in an entry that says when it began, as it stands."""
    return _first(entry, _STARTS, ("from", "start", "ts"))


def end(entry: Entry) -> object:
    """The first thing in an entry that says when it ended, as it stands."""
    return _first(entry, _ENDS, ("to", "end", "end_ts"))


def length(entry: Entry) -> object:
    """How long an entry lasted, as it stands."""
    return _first(entry, _LENGTHS, ())


def _first(entry: Entry, keys: tuple[str, ...], inner: tuple[str, ...]) -> object:
    for key in keys:
        value = entry.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, Mapping) and inner:
            value = value.get("seconds", next((value[name] for name in inner if name in value), None))
        if isinstance(value, str | int | float) and not isinstance(value, bool) and value != "":
            return value
    return None


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
    """A time as a moment of the world, from ISO text or from seconds or milliseconds since 1970."""
    if isinstance(value, str) and not _DIGITS.match(value.strip()):
        try:
            return datetime.fromisoformat(value.strip())
        except ValueError:
            return None
    since = number(value)
    if since is None or not 1e8 < since < 1e14:
        return None
    return datetime.fromtimestamp(since / 1000 if since > 1e11 else since, UTC)
