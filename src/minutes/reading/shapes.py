"""Where the speech is in a service's JSON: the longest list of entries with words, best with speakers and times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date as Date
from datetime import datetime
from typing import NamedTuple

from minutes.errors import NotATranscript
from minutes.reading import clocks, headers, parts, times
from minutes.reading.base import Draft, Said, counted
from minutes.reading.parts import Entry
from minutes.reading.words import listed

_TITLES = ("title", "meeting_title", "meetingTitle", "doc_title", "topic", "subject", "meeting_name")
_DAYS = (
    "date", "start_time", "start_datetime", "startTime", "started_at", "start_at", "meeting_date",
    "recording_start_time", "scheduled_start_time", "created_at", "dateString",
)  # fmt: skip
_PEOPLE = ("participants", "attendees", "speakers", "users", "calendar_invitees", "agents")
_DEEPEST = 12
_NOT_SPEECH = listed("""
    channel_join, channel_leave, channel_topic, channel_purpose, bot_message, service, call, channelnamechange, title
    usersjoined, guildmemberjoin, channelpinnedmessage, recipientadd, recipientremove, linebreak, recorder
""")
_CLOSED_UP = frozenset(".,?!:;%)]}…。，？！")


class _Place(NamedTuple):
    """A list of entries in a file, and how good it looks."""

    rank: tuple[bool, bool, bool, int]
    entries: list[Entry]
    odd: int
    """How many entries are no objects."""


def draft(value: object) -> Draft:
    """The speech in a JSON value; raises NotATranscript where no list looks like speech."""
    _join_labels(value)
    places = [place for found in _lists(value, 0) if (place := _ranked(found))]
    if not places:
        raise NotATranscript("no transcript in this JSON", todo="export the transcript itself")
    best = max(places, key=lambda place: place.rank)
    names = _names(value)
    kept = [entry for entry in best.entries if _kind(entry) not in _NOT_SPEECH and parts.text(entry)]
    said = [_piece(entry, names) for entry in kept]
    about, began = _about(value), _began(value)
    said, unit, first = times.read(kept, said, began)
    if _word_by_word(said):
        said = list(_phrases(said))
    lost = len(best.entries) + best.odd - len(kept)
    remarks = (*filter(None, (unit,)), *counted(lost, "item", "without words were left out."))
    start = about.start or (f"{first:%H:%M}" if first else None)
    day = about.date or (first.date() if first else None)
    return Draft(tuple(said), about.title, day, start, about.attendees, remarks, glue="\n" if first else " ")


def _piece(entry: Entry, names: Mapping[str, str]) -> Said:
    """The piece of an entry; a label that the words repeat in front is taken off, as in `Mr. POE. Mr. President`."""
    label, words = parts.speaker(entry, names), parts.text(entry)
    rest = words.removeprefix(label) if label else words
    return Said(label, rest[1:].strip() if rest != words and rest[:1] in (".", ":") else words)


def _kind(entry: Entry) -> str:
    for key in ("subtype", "kind", "type"):
        found = entry.get(key)
        if isinstance(found, str) and found.lower() in _NOT_SPEECH:
            return found.lower()
    return ""


def _lists(value: object, depth: int) -> Iterator[list[object]]:
    """All lists of objects in a value."""
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _lists(inner, depth + 1)
    elif isinstance(value, list):
        if any(isinstance(entry, Mapping) for entry in value):
            yield value
        for inner in value:
            if isinstance(inner, Mapping | list):
                yield from _lists(inner, depth + 1)


def _ranked(found: list[object]) -> _Place | None:
    """The list with its rank: with speakers, with times, more than words alone, many letters."""
    entries = [entry for entry in found if isinstance(entry, Mapping)]
    spoken = [entry for entry in entries if parts.text(entry)]
    if not spoken or (len(spoken) == 1 and not _timed(spoken[0]) and parts.speaker(spoken[0], {}) is None):
        return None
    half = len(spoken) / 2
    voiced = sum(parts.speaker(entry, {}) is not None for entry in spoken) >= half
    timed = sum(_timed(entry) for entry in spoken) >= half
    if not voiced and not timed:
        return None
    letters = sum(len(parts.text(entry)) for entry in spoken)
    return _Place((voiced, timed, letters > 8 * len(spoken), letters), entries, len(found) - len(entries))


def _timed(entry: Entry) -> bool:
    return parts.start(entry) is not None


def _names(value: object) -> dict[str, str]:
    """Names by id, where the file lists its speakers apart."""
    found: dict[str, str] = {}
    for key in _PEOPLE:
        for people in _under(value, key, 0):
            for person in people if isinstance(people, list) else ():
                name = person.get("name") or person.get("display_name") if isinstance(person, Mapping) else None
                if isinstance(name, str) and "id" in person:
                    found[str(person["id"])] = name
    return found


def _under(value: object, key: str, depth: int) -> Iterator[object]:
    """What stands under a key anywhere near the top of a value."""
    if isinstance(value, list) and len(value) <= 3 and depth < 4:
        for inner in value:
            yield from _under(inner, key, depth)
    if isinstance(value, Mapping) and depth < 4:
        if key in value:
            yield value[key]
        for inner in value.values():
            yield from _under(inner, key, depth + 1)


def _word_by_word(said: list[Said]) -> bool:
    return len(said) > 2 and sum(" " in piece.text for piece in said) * 4 < len(said)


def _phrases(said: list[Said]) -> Iterator[Said]:
    """Words of one speaker as sentences; a mark of punctuation without a speaker belongs to the word before it."""
    run: Said | None = None
    for word in said:
        mark = set(word.text) <= _CLOSED_UP
        if run and (mark or (word.speaker == run.speaker and not run.text.endswith((".", "?", "!")))):
            run = run._replace(text=run.text + ("" if mark else " ") + word.text, end=word.end or run.end)
        else:
            if run:
                yield run
            run = word
    if run:
        yield run


def _join_labels(value: object) -> None:
    """Writes the speaker into each word where Amazon keeps labels in a list of their own."""
    results = value.get("results") if isinstance(value, Mapping) else None
    if not isinstance(results, Mapping):
        return
    labels: dict[object, object] = {}
    for segment in _under(results, "segments", 2):
        for item in segment if isinstance(segment, list) else ():
            for word in item.get("items") or () if isinstance(item, Mapping) else ():
                if isinstance(word, Mapping) and "start_time" in word:
                    labels[word["start_time"]] = word.get("speaker_label")
    for channels in _under(results, "channels", 2):
        for channel in channels if isinstance(channels, list) else ():
            for word in channel.get("items") or () if isinstance(channel, Mapping) else ():
                if isinstance(word, Mapping) and "start_time" in word:
                    labels[word["start_time"]] = channel.get("channel_label")
    items = results.get("items")
    for word in items if labels and isinstance(items, list) else ():
        if isinstance(word, dict) and word.get("start_time", "") in labels:
            word.setdefault("speaker_label", labels[word["start_time"]])


def _began(value: object) -> datetime | None:
    """The moment at which the meeting began, where the file says it near the top."""
    told = (found for key in _DAYS if key != "created_at" for found in _under(value, key, 1))
    return next((moment for found in told if (moment := parts.moment(found))), None)


def _about(value: object) -> headers.About:
    """Title, day and people near the top of a value."""
    title = next((found for key in _TITLES for found in _under(value, key, 1) if isinstance(found, str)), None)
    days = [found for key in _DAYS for found in _under(value, key, 1)]
    day = next((day for found in days if (day := _day(found))), None)
    began = _began(value)
    start = f"{began:%H:%M}" if began and (began.hour or began.minute) else None
    people = [name for key in _PEOPLE[:3] for found in _under(value, key, 1) for name in _listed(found)]
    return headers.About(headers.titled(title) if title else None, day, start, tuple(dict.fromkeys(people)))


def _day(value: object) -> Date | None:
    moment = parts.moment(value)
    return moment.date() if moment else clocks.day(value) if isinstance(value, str) else None


def _listed(value: object) -> Iterator[str]:
    """The names in a list of people; addresses are not names."""
    for person in value if isinstance(value, list) else ():
        name = person.get("name") or person.get("display_name") if isinstance(person, Mapping) else person
        if isinstance(name, str) and name.strip() and "@" not in name:
            yield name.strip()
