"""Addresses spelled aloud: `corrections at olivethread dot example dot org`, `github dot com slash kestrelmap`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutes.finding.links import hosts, urls
from minutes.finding.links.heard import Word, words
from minutes.finding.links.link import Link
from minutes.finding.links.words import vocabulary

_SPELLED = re.compile(r"dot|\w\.\w", re.IGNORECASE)
"""What every address has, spelled or written."""
_JOINTS = {"dash": "-", "hyphen": "-", "underscore": "_", "dot": "."}
_SIGNS = frozenset((*_JOINTS, "slash", "colon", "hash", "at"))
_TAKEN_BACK = re.compile(
    r"[\s,…–—-]{1,5}(?:(?:um|uh|er),?\s{1,3})?(?:no|wait|sorry|scratch that)\b(?!\s{1,3}(?:dash|dot|spaces?))",
    re.IGNORECASE,
)
_PIECES = 12  # of one address
_TOLD = 6  # words that are said to be one
_LONGEST = 3  # words that are one name: `harrow lane tenants dot example dot org`

_CLOSED = vocabulary("closed")
_OPEN = vocabulary("around")
_STOP = _CLOSED | _OPEN | _SIGNS
_NOT_LED_BY = vocabulary("not_led_by")
_IS = frozenset(("it's", "its", "is", "address"))
_WRITE_TO = vocabulary("write_to")
_ROLES = vocabulary("roles")
_BY_MAIL = frozenset(("email", "e-mail", "mail"))


class _Name(NamedTuple):
    """A piece of an address, and the words it is made of: half-open, in words."""

    first: int
    end: int
    text: str


def find(text: str) -> Iterator[Link]:
    """Every address that somebody spells with "dot" or "slash", or whose "at" stands for the sign."""
    if not _SPELLED.search(text):
        return
    heard = words(text)
    place = 0
    while place < len(heard):
        host, place = _host(heard, place)
        if host is None:
            continue
        path = _path(heard, host.end)
        place = max(place, path.end)
        if not _TAKEN_BACK.match(text, heard[path.end - 1].end):
            yield from _link(heard, host, path)


def _link(heard: Sequence[Word], host: _Name, path: _Name) -> Iterator[Link]:
    spelled = host.end - host.first > 1
    local = None if path.text else _local(heard, host.first, spelled)
    if local:
        start = heard[local.first].start
        yield Link(start, heard[host.end - 1].end, f"{local.text}@{host.text}", "email", True)
    elif path.text or (spelled and hosts.spoken(host.text) and _named(heard, host)):
        scheme = _scheme(heard, host.first)
        whole = not _is(heard, path.end, "hash")  # "slash hash, oh, it's just a load of letters"
        url = urls.clean(f"{scheme.text}://{host.text}{path.text}")
        yield Link(heard[scheme.first].start, heard[path.end - 1].end, url, "url", whole)


def _host(heard: Sequence[Word], place: int) -> tuple[_Name | None, int]:
    """The name of a machine that is spelled around this "dot", or written here; and the word to go on from."""
    word = heard[place]
    if word.text != "dot":
        written = hosts.first(word.text) == word.text and not _is(heard, place + 1, "dot")
        return (_Name(place, place + 1, word.text) if written else None), place + 1
    name = _name_before(heard, place)
    labels, end, whole = [name.text if name else ""], place, None
    while len(labels) < _PIECES and _is(heard, end, "dot") and (label := _label(heard, end + 1)):
        labels.append(label.text.lower())
        end = label.end
        if name and hosts.known(".".join(labels)):
            whole = _Name(name.first, end, ".".join(labels))
    return whole, max(end, place + 1)


def _is(heard: Sequence[Word], place: int, sign: str) -> bool:
    return 0 <= place < len(heard) and heard[place].text == sign and heard[place].loose < 2


def _plain(word: Word) -> bool:
    """Whether the word can be a piece of an address: letters, figures, dashes and points."""
    return word.text not in _SIGNS and word.text.replace("-", "").replace(".", "").replace("_", "").isalnum()


def _name_before(heard: Sequence[Word], dot: int) -> _Name | None:
    """The name that ends at this dot: `first dash patch`, and `harrow lane tenants` where something marks its start."""
    first = dot - 1
    if first < 0 or heard[dot].loose > 1 or not _plain(heard[first]) or heard[first].text in _CLOSED:
        return None
    pieces, joined = heard[first].text, first
    while (
        joined > 1
        and dot - joined < _PIECES
        and heard[joined - 1].text in ("dash", "hyphen")
        and _plain(heard[joined - 2])
    ):
        joined -= 2
        pieces = f"{heard[joined].text}-{pieces}"
    start = _begun(heard, dot, joined)
    return _Name(start, dot, "".join(word.text for word in heard[start:joined]) + pieces)


def _begun(heard: Sequence[Word], dot: int, first: int) -> int:
    """Where the name begins: behind what leads to it, if it is said to be one word or ends with a figure."""
    if heard[dot - 1].joined or heard[first].text.isdecimal():
        told = range(first - 1, max(-1, first - 1 - _TOLD), -1)
        lead = next((n for n in told if heard[n].text in _IS or heard[n].text in _SIGNS), None)
        if lead is not None and all(_plain(word) and not word.loose for word in heard[lead + 2 : first + 1]):
            return lead + 1
    widened = _widened(heard, first)
    return first if first - widened == _LONGEST else widened  # nothing marks where it begins


def _widened(heard: Sequence[Word], first: int) -> int:
    """Where a name of several words could begin that goes on with this one."""
    start = first
    while start > 0 and first - start < _LONGEST and not heard[start].loose and _opens(heard[start - 1]):
        start -= 1
    return start


def _opens(word: Word) -> bool:
    """Whether the word could be the start of a name of several words."""
    return _plain(word) and word.text not in _STOP


def _label(heard: Sequence[Word], first: int) -> _Name | None:
    """The piece after a dot: one word, words with a dash between, or several words before the next dot."""
    name = _segment(heard, first, ("dash", "hyphen"))
    if name is None:
        return None
    end, text = name.end, name.text
    while end < len(heard) and end - name.end < _LONGEST - 1 and not heard[end].loose and _opens(heard[end]):
        text, end = text + heard[end].text, end + 1
    return _Name(first, end, text) if end > name.end and _is(heard, end, "dot") else name


def _segment(heard: Sequence[Word], first: int, joints: tuple[str, ...]) -> _Name | None:
    """A word and those joined to it: `first dash patch`."""
    if first >= len(heard) or heard[first].loose > 1 or not _plain(heard[first]):
        return None
    pieces, end = [heard[first].said], first + 1
    one = next((n for n in range(first, min(first + _TOLD, len(heard))) if heard[n].joined), first)
    if all(_plain(word) and not word.loose for word in heard[first + 1 : one + 1]):
        pieces, end = [word.said for word in heard[first : one + 1]], one + 1
    while end + 1 < len(heard) and heard[end].text in joints and heard[end].loose < 2 and _plain(heard[end + 1]):
        pieces += _JOINTS[heard[end].text], heard[end + 1].said
        end += 2
    return _Name(first, end, "".join(pieces))


def _path(heard: Sequence[Word], first: int) -> _Name:
    """What is spelled behind the host: `slash labels slash first dash patch`."""
    pieces, end = [""], first
    while _is(heard, end, "slash"):
        segment = _segment(heard, end + 1, tuple(_JOINTS))
        pieces.append(segment.text if segment else "")
        end = segment.end if segment else end + 1
    return _Name(first, end, "/".join(pieces))


def _scheme(heard: Sequence[Word], first: int) -> _Name:
    """`https colon slash slash`, where it is said."""
    signs = [word.text for word in heard[max(0, first - 4) : first]]
    if signs[1:] == ["colon", "slash", "slash"] and signs[0] in ("http", "https"):
        return _Name(first - 4, first, signs[0])
    return _Name(first, first, "https")


def _named(heard: Sequence[Word], host: _Name) -> bool:
    """Whether the host is given as an address: not so in `the early dot com days`."""
    return host.text.count(".") > 1 or host.first == 0 or heard[host.first - 1].text not in _NOT_LED_BY


def _local(heard: Sequence[Word], first: int, spelled: bool) -> _Name | None:
    """The part of an e-mail address before the "at", or None where that is the plain word: `find it at olive`."""
    end = first - 1
    if end < 1 or not _is(heard, end, "at") or not _plain(heard[end - 1]):
        return None
    start, text = end - 1, heard[end - 1].text
    while start > 1 and end - start < _PIECES and heard[start - 1].text in _JOINTS and _plain(heard[start - 2]):
        start -= 2
        text = f"{heard[start].text}{_JOINTS[heard[start + 1].text]}{text}"
    if text in _STOP:
        return None
    longer = _widened(heard, start) if spelled else start
    if 0 < longer < start and not heard[longer].loose and heard[longer - 1].text in _IS:
        return _Name(longer, end, "".join(word.text for word in heard[longer:start]) + text)
    before = heard[start - 1].text if start and not heard[start].loose else ""
    asked = {word.text for word in heard[max(0, start - _TOLD) : start]}
    sure = end - start > 1 or text in _ROLES or before in _WRITE_TO or not asked.isdisjoint(_BY_MAIL)
    likely = spelled and not before and not text.endswith(("ed", "ing"))
    return _Name(start, end, text) if sure or likely else None
