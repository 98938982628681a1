"""Handles: `@DocSaysInteresting`, and `at DocSaysInteresting, on YouTube`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.finding.links.link import Link

_SITES = (
    r"(?:youtube|instagram|insta|mastodon|telegram|tik ?tok|twitter|facebook|threads|bluesky|linkedin|signal|discord"
    r"|twitch|snapchat|pixelfed|peertube|reddit|x)"
)
_SIGN = re.compile(r"(?<![\w@/.])@(?P<name>\w[\w.]{0,29}\w)(?P<host>@[\w-]+(?:\.[\w-]+)+)?")
_SAID = re.compile(r"(?<![\w@])at\s{1,3}(?P<name>[A-Z][a-z\d]+(?:[A-Z][a-z\d]*){1,9})(?!['’@\w])")
_HANDLE = re.compile(
    rf"(?<!\w)(?:handle|user ?name|account)(?:['’]s|\s{{1,3}}is)(?:\s{{1,3}}at)?\s{{1,3}}(?P<name>\w{{3,30}})"
    rf",?\s{{1,3}}(?:over\s{{1,3}})?on\s{{1,3}}{_SITES}(?!\w)",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    r"(?<!\w)at\s{1,3}(?P<name>\w{1,20}(?:\s{1,3}underscore\s{1,3}\w{1,20}){1,5})(?!\w|,?\s{1,3}(?:at|dot|slash)\b)",
    re.IGNORECASE,
)
_ONE_WORD = re.compile(
    r"(?<!\w)at\s{1,3}(?P<name>\w{1,20}(?:\s{1,3}\w{1,20}){0,3}),?\s{1,3}all\s{1,3}(?:in\s{1,3})?one\s{1,3}word,?\s{1,3}"
    rf"on\s{{1,3}}{_SITES}(?!\w)",
    re.IGNORECASE,
)
_NEAR = re.compile(rf"(?<!\w)on\s{{1,3}}{_SITES}(?!\w)|(?<!\w)(?:handle|follow)(?!\w)", re.IGNORECASE)
_SITE = re.compile(rf"{_SITES}\Z", re.IGNORECASE)
_EVERYBODY = frozenset(("all", "channel", "everybody", "everyone", "here", "room", "team"))
_REACH = 60


def find(text: str) -> Iterator[Link]:
    """Every handle. A person called with the sign (`@sam, can you?`) is none, nor is `@everyone`."""
    for match in _SIGN.finditer(text):
        name, host = match["name"], match["host"] or ""
        made = re.search(r"[a-z][A-Z]|\d|_", name)
        if name.lower() not in _EVERYBODY and (made or host or _near(text, *match.span())):
            yield Link(match.start(), match.end(), f"@{name}{host}", "handle", True)
    for match in _SAID.finditer(text):
        if not _SITE.match(match["name"]) and _near(text, *match.span()):
            yield Link(*match.span(), f"@{match['name']}", "handle", True)
    for match in (*_SPELLED.finditer(text), *_ONE_WORD.finditer(text)):
        name = re.sub(r"\s+", "", re.sub(r"\s+underscore\s+", "_", match["name"], flags=re.IGNORECASE))
        yield Link(match.start(), match.end("name"), f"@{name}", "handle", True)
    for match in _HANDLE.finditer(text):
        yield Link(*match.span("name"), f"@{match['name']}", "handle", True)


def _near(text: str, start: int, end: int) -> bool:
    """Whether the sentence says around these words on which site they are a name."""
    before = re.split(r"[.?!]\s", text[max(0, start - _REACH) : start])[-1]
    after = re.split(r"[.?!]\s", text[end : end + _REACH])[0]
    return bool(_NEAR.search(before) or _NEAR.search(after))
