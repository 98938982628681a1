"""The draft of a veil file: everybody in the minutes with a number, and words to look at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from minutes.model import Recap, Series, Transcript
from minutes.revising.veil.key import Stand, Veil
from minutes.revising.veil.matching import Matcher, matcher
from minutes.revising.veil.patterns import masked
from minutes.revising.veil.roll import Roll, roll
from minutes.revising.veil.standing import standing
from minutes.revising.veil.walking import texts

_HEAD = """\
# Who stands in for whom in an edition of the minutes for handing round.
#
# Lines that begin with # are for you; the program does not read them. On the left stands a name as it is in the
# minutes, on the right what readers see. On the right you may write anything, but for each person something else.
# Keep this file: with it, people have the same stand-ins next month. Keep it to yourselves: it tells who is who.

# With places = true, times and turn numbers stay on the page, and whoever has the recording finds the voice.
places = false

# People who want to stay under their own name, and addresses of the group that may be read.
"""
_PEOPLE = """
# Everybody who speaks or is named, in the order of their first word. Nicknames, initials and handles that the program
# cannot guess belong into also, like this: "Amal Haddad" = { as = "Member 1", also = ["Amo", "@amal_h"] }
# First names, surnames, initials, and "Amal's", "amal", "AMAL" need no line. A name that is an English word too, such
# as Will or May, is replaced where it has a capital letter; written small in also, it is replaced everywhere.
[people]
"""
_WORDS = """
# Places, employers and groups, here from what people say of themselves. Take away what everybody may read.
[words]
"""
_MORE = """
# These too have a capital letter in the minutes. Take away the # before each that a reader should not see.
"""
_STAND_INS = ("Member", "Person", "Participant", "Somebody", "X")
_OF_SELF = re.compile(
    r"[^.?!]*\b(?:I['’]?m|I am|I was|my name|I (?:work|live|come|teach|run)|from|based)\b[^.?!]*[.?!]?"
)
_WORD = re.compile(r"\b[^\W\d_]+\b")
_FIRST = 3
"""Turns of a speaker in which he may introduce himself."""


def draft(minutes: Transcript | Recap | Series, transcripts: Sequence[Transcript] = ()) -> str:
    """The text of a veil file to start from: a stand-in for everybody, and comments for people who don't program.

    Args:
        minutes: who speaks, attends or is named in them has a line.
        transcripts: what the minutes were made from, where people say what they are called.
    """
    meetings = minutes.recaps if isinstance(minutes, Series) else (minutes,)
    found = roll(meetings, transcripts or [one for one in meetings if isinstance(one, Transcript)])
    key = _key(found)
    own = _places(matcher(key), meetings)
    more = [] if isinstance(minutes, Transcript) else _standing(matcher(key), _said(meetings))
    rest = [phrase for phrase in more if phrase not in own]
    return "".join(
        (
            f"{_HEAD}keep = [{', '.join(map(_quoted, found.others))}]\n",
            f"{_PEOPLE}{''.join(map(_line, key.people))}",
            _WORDS,
            *(f'{_quoted(phrase)} = "[place or group {number}]"\n' for number, phrase in enumerate(own, start=1)),
            *((_MORE,) if rest else ()),
            *(f'# {_quoted(phrase)} = "[a name or a place]"\n' for phrase in rest),
        )
    )


def _key(found: Roll) -> Veil:
    """Everybody with a number, and in front of it the first word that is nobody's name."""
    for word in _STAND_INS:
        people = tuple(
            Stand(entry.names[0], f"{word} {number}", tuple(entry.names[1:]))
            for number, entry in enumerate(found.people, start=1)
        )
        key = Veil(people, keep=tuple(found.others))
        bare = Matcher(key, protected=())
        if not any(bare.pieces(one.stand_in) for one in people):
            return key
    return key


def _line(one: Stand) -> str:
    if not one.also:
        return f"{_quoted(one.name)} = {_quoted(one.stand_in)}\n"
    also = ", ".join(map(_quoted, one.also))
    return f"{_quoted(one.name)} = {{ as = {_quoted(one.stand_in)}, also = [{also}] }}\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _places(known: Matcher, meetings: Sequence[Transcript | Recap]) -> list[str]:
    """The capitalised words of introductions that are not said in small letters as well."""
    small = {word for text in _said(meetings) for word in _WORD.findall(text) if word.islower()}
    told = (text for meeting in meetings for text in _introductions(meeting))
    return [phrase for phrase in _standing(known, told) if phrase.lower() not in small]


def _introductions(meeting: Transcript | Recap) -> Iterator[str]:
    """What people say of themselves; in a transcript, what sounds like it in their first turns."""
    if isinstance(meeting, Recap):
        yield from (speaker.background for speaker in meeting.speakers if speaker.background)
        return
    heard: dict[str | None, int] = {}
    for turn in meeting.turns:
        heard[turn.speaker] = heard.get(turn.speaker, 0) + 1
        if heard[turn.speaker] <= _FIRST:
            yield from _OF_SELF.findall(turn.text)


def _said(meetings: Iterable[Transcript | Recap]) -> list[str]:
    """What a page shows; topics are no sentences, and are not shown without their places."""
    bare = (one.model_copy(update={"topics": ()}) if isinstance(one, Recap) else one for one in meetings)
    return [text for meeting in bare for field, text in texts(meeting) if field not in ("sha256", "rule", "url")]


def _standing(known: Matcher, said: Iterable[str]) -> tuple[str, ...]:
    """The capitalised words of texts that are nobody's name."""
    return standing(masked(text, [(piece.start, piece.end) for piece in known.pieces(text)]) for text in said)
