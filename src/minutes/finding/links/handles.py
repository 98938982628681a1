"""Handles: `@DocSaysInteresting`, and `at DocSaysInteresting, on YouTube`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.finding.links.heard import words
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
_LONE = re.compile(r"(?<!\w)at,?\s{1,3}(?P<name>[a-z\d]{12,30})(?!['’@\w])", re.IGNORECASE)
"""One word too long to be a place: `it's at garyreadsthenews`."""
_NEAR = re.compile(
    rf"(?<!\w)on\s{{1,3}}(?:the\s{{1,3}}|our\s{{1,3}})?{_SITES}(?!\w)|(?<!\w)(?:handle|follow|socials?|tag|insta(?:gram)?)(?!\w)",
    re.IGNORECASE,
)
_SITE = re.compile(rf"{_SITES}\Z", re.IGNORECASE)
_EVERYBODY = frozenset(("all", "channel", "everybody", "everyone", "here", "room", "team"))
_REACH = 60
_WORDS = 5  # of a handle
_SHORTEST = 6  # letters of one that is only spoken
_SIGNS = frozenset(("at", "dot", "slash", "dash", "underscore"))


def find(text: str) -> Iterator[Link]:
    """Every handle. A person called with the sign (`@sam, can you?`) is none, nor is `@everyone`."""
    for match in _SIGN.finditer(text):
        name, host = match["name"], match["host"] or ""
        made = re.search(r"[a-z][A-Z]|\d|_", name)
        if name.lower() not in _EVERYBODY and (made or host or _near(text, *match.span())):
            yield Link(match.start(), match.end(), f"@{name}{host}", "handle", True)
    for match in (*_SAID.finditer(text), *_LONE.finditer(text)):
        if not _SITE.match(match["name"]) and _near(text, *match.span()):
            yield Link(*match.span(), f"@{match['name']}", "handle", True)
    for match in _SPELLED.finditer(text):
        name = re.sub(r"\s+", "", re.sub(r"\s+underscore\s+", "_", match["name"], flags=re.IGNORECASE))
        yield Link(match.start(), match.end("name"), f"@{name}", "handle", True)
    yield from _joined(text)
    for match in _HANDLE.finditer(text):
        yield Link(*match.span("name"), f"@{match['name']}", "handle", True)


def _joined(text: str) -> Iterator[Link]:
    """A handle of several words that are said to be one, or that end with figures: `at tamarind nine four one`."""
    heard = words(text) if _NEAR.search(text) else ()
    for place, word in enumerate(heard):
        if word.text != "at":
            continue
        name = heard[place + 1 : place + 1 + _WORDS]
        last = next((n for n, one in enumerate(name) if one.joined or one.text.isdecimal()), None)
        if last is None or any(one.loose or one.text in _SIGNS for one in name[1 : last + 1]):
            continue
        signed = place + last + 2 < len(heard) and heard[place + last + 2].text in _SIGNS
        handle = "".join(one.said for one in name[: last + 1])
        if not signed and len(handle) >= _SHORTEST and _near(text, word.start, name[last].end):
            yield Link(word.start, name[last].end, f"@{handle}", "handle", True)


def _near(text: str, start: int, end: int) -> bool:
    """Whether the sentence says around these words on which site they are a name."""
    before = re.split(r"[.?!]\s", text[max(0, start - _REACH) : start])[-1]
    after = re.split(r"[.?!]\s", text[end : end + _REACH])[0]
    return bool(_NEAR.search(before) or _NEAR.search(after))
