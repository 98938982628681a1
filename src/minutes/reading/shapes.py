"""The speech in a service's JSON, whatever its shape, and what the file says of the meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date as Date
from datetime import datetime
from itertools import pairwise

from minutes.reading import clocks, headers, joins, parts, places, slack, times
from minutes.reading.base import Draft, Page, Said, counted
from minutes.reading.parts import Entry
from minutes.reading.words import listed

_TITLES = ("title", "meetingtitle", "doctitle", "topic", "subject", "meetingname")
_DAYS = (
    "date", "starttime", "startdatetime", "startedat", "startat", "meetingdate", "recordingstarttime",
    "scheduledstarttime", "starttimems", "createdat", "datestring",
)  # fmt: skip
_NOT_SPEECH = listed("""
    channel_join, channel_leave, channel_topic, channel_purpose, bot_message, service, call, channelnamechange, title
    usersjoined, guildmemberjoin, channelpinnedmessage, recipientadd, recipientremove, linebreak, recorder
    m.room.member, systemeventmessage
""")
_CLOSED_UP = frozenset(".,?!:;%)]}…。，？！")


def draft(value: object, page: Page) -> Draft | None:
    """The speech in a JSON value; None where no list looks like speech."""
    joins.join(value)
    best = places.best(value)
    if best is None:
        return None
    names = joins.names(value)
    kept = [entry for entry in best.entries if _kind(entry) not in _NOT_SPEECH and parts.text(entry)]
    if slack.is_chat(kept):
        names |= slack.names(kept, page.folder, page.limits)
        said = [piece._replace(text=slack.plain(piece.text, names)) for piece in _pieces(kept, names)]
    else:
        said = _pieces(kept, names)
    top = joins.near(value, 1)
    about, began = _about(top), _began(top)
    said, unit, first = times.read(kept, said, began)
    said = _in_order(said)
    if _word_by_word(said):
        said = list(_phrases(said))
    lost = len(best.entries) + best.odd - len(kept)
    remarks = (*filter(None, (unit,)), *counted(lost, "item", "without words were left out."))
    start = about.start or (f"{first:%H:%M}" if first else None)
    day = about.date or (first.date() if first else None)
    return Draft(tuple(said), about.title, day, start, about.attendees, remarks=remarks, glue="\n" if first else " ")


def _pieces(entries: list[Entry], names: Mapping[str, str]) -> list[Said]:
    """The pieces of the entries; where nobody is named but several channels are, these are the speakers."""
    said = [_piece(entry, names) for entry in entries]
    channels = [entry.get("channel") for entry in entries]
    if any(piece.speaker for piece in said) or len({str(one) for one in channels}) < 2:
        return said
    return [piece._replace(speaker=f"Channel {one}") for piece, one in zip(said, channels, strict=True)]


def _piece(entry: Entry, names: Mapping[str, str]) -> Said:
    """The piece of an entry; a label that the words repeat in front is taken off, as in `Mr. POE. Mr. President`."""
    label, words = parts.speaker(entry, names), parts.text(entry)
    rest = words.removeprefix(label) if label else words
    return Said(label, rest[1:].strip() if rest != words and rest[:1] in (".", ":") else words)


def _kind(entry: Entry) -> str:
    for key in ("subtype", "kind", "type", "messagetype"):
        found = entry.get(key)
        if isinstance(found, str) and found.lower() in _NOT_SPEECH:
            return found.lower()
    return ""


def _in_order(said: list[Said]) -> list[Said]:
    """The pieces as they were said, where a chat has the newest first, or channels stand one after the other."""
    clocks_of = [piece.start for piece in said]
    known = [clock for clock in clocks_of if clock is not None]
    if len(known) < len(said) or known == sorted(known):
        return said
    back = sum(after < before for before, after in pairwise(known))
    if back * 2 >= len(known) - 1 or any(piece.speaker and piece.speaker.startswith("Channel ") for piece in said):
        return sorted(said, key=lambda piece: piece.start or 0)
    return said


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


def _began(top: Mapping[str, list[object]]) -> datetime | None:
    """The moment at which the meeting began, where the file says it near the top."""
    told = (found for key in _DAYS if key != "createdat" for found in top.get(key, ()))
    return next((moment for found in told if (moment := parts.moment(found))), None)


def _about(top: Mapping[str, list[object]]) -> headers.About:
    """Title, day and people near the top of a value."""
    title = next((found for key in _TITLES for found in top.get(key, ()) if isinstance(found, str)), None)
    days = (found for key in _DAYS for found in top.get(key, ()))
    day = next((day for found in days if (day := _day(found))), None)
    began = _began(top)
    start = f"{began:%H:%M}" if began and (began.hour or began.minute) else None
    people = [name for key in joins.PEOPLE[:3] for found in top.get(key, ()) for name in _listed(found)]
    return headers.About(headers.titled(title) if title else None, day, start, tuple(dict.fromkeys(people)))


def _day(value: object) -> Date | None:
    moment = parts.moment(value)
    return moment.date() if moment else clocks.day(value) if isinstance(value, str) else None


def _listed(value: object) -> Iterator[str]:
    """The names in a list of people; addresses are not names."""
    for person in value if isinstance(value, list) else ():
        name = parts.named(person) if isinstance(person, Mapping) else person
        if isinstance(name, str) and name.strip() and "@" not in name:
            yield name.strip()
