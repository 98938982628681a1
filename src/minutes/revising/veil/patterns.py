"""What gives somebody away whatever the name: links to people, e-mail addresses, handles, phone numbers, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from minutes.revising.veil.phones import is_phone

LINK, MAIL, HANDLE, TAG, PHONE, ADDRESS = "[link]", "[e-mail]", "[handle]", "[hashtag]", "[phone]", "[address]"
PLACEHOLDERS = (LINK, MAIL, HANDLE, TAG, PHONE, ADDRESS)

Names: TypeAlias = Callable[[str], bool]
"""Whether a text names somebody, be it within a longer word."""

_RUN = r"[^\s<>\"\[\]{}|\\^`\0]"
_URL = re.compile(rf"(?:\b(?:https?|ftp)://|\bwww\.|\b(?:mailto|tel|sms|skype|signal|tg):){_RUN}+", re.IGNORECASE)
_ENDINGS = (
    r"(?:com|org|net|edu|gov|info|biz|name|blog|app|dev|site|online|page|social|news|example|invalid|test|local|"
    r"(?!md\b)[a-z]{2})"
)
_BARE = re.compile(rf"(?<![\w@.-])(?:[\w-]++\.)+{_ENDINGS}(?![\w-])(?::\d+)?(?:[/?#]{_RUN}*)?")
_LOOSE = ".,;:!?'*_)~-"
_PERSONAL = re.compile(
    r"""(?:^|[/.])(?:
    linkedin\.com/(?:in|pub|posts|feed)/ | (?:facebook|fb)\.(?:com|me)/(?!groups?/|events?/|watch|share|hashtag)\w
    | instagram\.com/(?!explore)\w | threads\.(?:net|com)/@ | (?:twitter|x)\.com/(?!search|hashtag|i/|intent)\w
    | tiktok\.com/@ | youtube\.com/(?:@|user/|c/|channel/) | bsky\.app/profile/ | medium\.com/@ | reddit\.com/u
    | (?:t|telegram|wa|signal|m)\.me/ | chat\.whatsapp\.com/ | signal\.group | zoom\.us/my/ | github\.com/[^/?#]+/?$
    | calendly\.com/ | linktr\.ee/ | (?:paypal|venmo|cash)\.(?:me|com|app)/ | strava\.com/athletes
    )|/(?:@|~)\w|/(?:users?|people|profiles?|members?|staff)/|^(?:mailto|tel|sms|skype|signal|tg):""",
    re.IGNORECASE | re.VERBOSE,
)
"""Addresses that lead to a person rather than to a page."""
_MAIL = re.compile(
    r"(?<![\w.+%@-])[\w.+%-]++@[\w-]+(?:\.[\w-]+)*+"
    r"|(?<![\w.+-])[\w.+-]++ ?[\[(]at[\])] ?[\w-]+(?: ?[\[(.](?:dot[\])])? ?[\w-]+)+"
)
_NO_LOCAL = (
    r"(?:it|us|me|them|him|her|you|look|looking|find|is|are|be|live|online|site|page|website|start|meet|meeting|join|"
    r"read|see|the|address|here|there|up|and|or|out|go|in|on|we|they)"
)
_SPOKEN_MAIL = re.compile(
    rf"(?<![\w'])(?!{_NO_LOCAL}\s)\w+(?:\s+(?:dot|underscore|dash|hyphen)\s+\w+){{0,4}}\s+at\s+(?:[\w-]+\s+){{0,2}}[\w-]+"
    r"(?:\s+(?:dash|hyphen)\s+\w+){0,3}(?:\s+dot\s+\w+){1,4}(?!\w)",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@./])(?:@(?=[^\W\d])|u/(?=\w{3}))[\w-]+(?:\.[\w-]+)*(?:[@:][\w-]+(?:\.[\w-]+)+)?")
_EVERYBODY = frozenset(("all", "channel", "everybody", "everyone", "here", "room", "team", "home", "work"))
_TAG = re.compile(r"(?<![\w&/])#[^\W\d]\w+")
_PHONE = re.compile(r"(?<![\w.,/#:£$€-])(?:\+|00|\()?\(?\d(?:[ .()/-]{0,3}\d){6,16}(?![\w%:]|[.,]\d)")
_DIGIT = "(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple)"
_SPOKEN_PHONE = re.compile(rf"(?<!\w){_DIGIT}(?:[\s,-]{{1,3}}{_DIGIT}){{6,15}}(?!\w)", re.IGNORECASE)
_POSTCODE = r"(?:[A-Z]{1,2}\d[A-Z\d]?\s*\d[ABD-HJLNP-UW-Z]{2})"
_STATE = (
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|"
    r"W[AIVY])"
)
_CODE = rf"(?:{_POSTCODE}|{_STATE},?\s+\d{{5}}(?:-\d{{4}})?)(?!\w)"
_ROOM = r"(?:(?:Flat|Apartment|Apt\.?|Unit|Suite|Room|Floor|House|flat|apartment|unit)\s+\w{1,4},?\s+)"
_ROAD = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Crescent|Cres|Square|Sq|Terrace|Place|Pl|Way|"
    r"Boulevard|Blvd|Grove|Gardens|Gdns|Mews|Row|Hill|Park|Walk|Quay|Parade|Rise|View|Highway|Hwy|Parkway|Pkwy)"
)
_SMALL_ROAD = (
    r"(?!(?:the|a|an|this|that|one|two|our|their|your|my|his|her|each|every|people|houses|families|on|in|of|from|to|"
    r"more|new|other|main|busy|long|way)\s)\w{3,}\s(?:street|road|avenue|lane|crescent|terrace|boulevard)"
)
_ADDRESS = re.compile(
    rf"(?<![\w.,/-]){_ROOM}?\d{{1,5}}[A-Za-z]?,?\s(?:(?:[A-Z][\w'-]*\.?\s){{1,4}}{_ROAD}(?!\w)\.?|{_SMALL_ROAD}(?!\w))"
    rf"(?:(?:,\s?|\s)(?:[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?,?\s){{0,2}}{_CODE})?|(?<!\w){_CODE}"
)


class Shape(NamedTuple):
    """One kind of thing that is told by its shape."""

    expression: re.Pattern[str]
    judged: Callable[[re.Match[str], Names], tuple[int, str] | None]
    """Where it ends and what stands in for it, or an empty text where it stays; None where it is something else."""


def _link(match: re.Match[str], names: Names) -> tuple[int, str] | None:
    url = match[0].rstrip(_LOOSE)
    return match.start() + len(url), LINK if names(url) or _PERSONAL.search(url) else ""


def _bare_link(match: re.Match[str], names: Names) -> tuple[int, str] | None:
    """An address without https:// is one if it has a path or leads to somebody; `Fine.so` is none."""
    end, found = _link(match, names) or (match.end(), "")
    return (end, found) if found or "/" in match[0] else None


def _always(told: str) -> Callable[[re.Match[str], Names], tuple[int, str] | None]:
    return lambda match, _: (match.end(), told)


def _handle(match: re.Match[str], _: Names) -> tuple[int, str] | None:
    return None if match[0][1:].lower() in _EVERYBODY else (match.end(), HANDLE)


def _tag(match: re.Match[str], names: Names) -> tuple[int, str] | None:
    return (match.end(), TAG) if names(match[0]) else None


def _phone(match: re.Match[str], _: Names) -> tuple[int, str] | None:
    return (match.end(), PHONE) if is_phone(match[0], match.string[match.end() :][:20]) else None


SHAPES = (
    Shape(_URL, _link),
    Shape(_MAIL, _always(MAIL)),
    Shape(_BARE, _bare_link),
    Shape(_SPOKEN_MAIL, _always(MAIL)),
    Shape(_HANDLE, _handle),
    Shape(_TAG, _tag),
    Shape(_PHONE, _phone),
    Shape(_SPOKEN_PHONE, _always(PHONE)),
    Shape(_ADDRESS, _always(ADDRESS)),
)
"""In the order in which they are looked for; what one has found the next does not see."""


def found(text: str, names: Names) -> Iterator[tuple[int, int, str]]:
    """Where each thing begins and ends, and what stands in for it; an empty text where it stays as it is."""
    for shape in SHAPES:
        spans = []
        for match in shape.expression.finditer(text):
            told = shape.judged(match, names)
            if told:
                spans.append((match.start(), told[0]))
                yield match.start(), *told
        text = masked(text, spans)


def masked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with what stands at these places blotted out, as long as before."""
    kept, last = [], 0
    for start, end in sorted(spans):
        if start >= last:
            kept += [text[last:start], "\0" * (end - start)]
            last = end
    return "".join((*kept, text[last:])) if spans else text
