"""Slack: marks in the text of messages, and the list of users that an export keeps beside its days."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path

from minutes.reading import joins, parts
from minutes.reading.folding import load
from minutes.reading.limits import Limits
from minutes.reading.parts import Entry

USERS = "users.json"
_MARK = re.compile(r"<(?P<sign>[@#!]?)(?P<target>[^<>|\n]{1,2000})(?:\|(?P<label>[^<>\n]{0,500}))?>")


def is_chat(entries: Sequence[Entry]) -> bool:
    """Whether entries are messages of Slack: somebody's id, and a time that is a string with a point."""
    return any(isinstance(entry.get("user"), str) and "." in str(entry.get("ts", "")) for entry in entries[:20])


def names(entries: Sequence[Entry], folder: Path | None, limits: Limits) -> dict[str, str]:
    """Names by id: from the list beside the file or one folder up, and from the messages themselves."""
    found = beside(folder, limits) if folder else {}
    for entry in entries:
        profile = entry.get("userprofile")
        name = parts.named(profile) if isinstance(profile, Mapping) else None
        if name:
            found[str(entry.get("user"))] = name
    return found


def beside(folder: Path, limits: Limits) -> dict[str, str]:
    """The users that an export lists in a folder or above it; none where it has no such list."""
    for place in (folder / USERS, folder.parent / USERS):
        try:
            if place.is_file() and place.stat().st_size <= limits.size:
                return users(place.read_bytes())
        except OSError:
            continue
    return {}


def users(data: bytes) -> dict[str, str]:
    """Names by id in a list of users."""
    try:
        return joins.of_people(load(data))
    except (ValueError, RecursionError):
        return {}


def plain(text: str, known: Mapping[str, str]) -> str:
    """The words with links, people and channels as they are shown: `<https://x.org|the plan>` → `the plan (…)`."""
    return unescape(_MARK.sub(lambda mark: _shown(mark, known), text))


def _shown(mark: re.Match[str], known: Mapping[str, str]) -> str:
    sign, target, label = mark["sign"], mark["target"], mark["label"]
    if sign == "@":
        return f"@{known.get(target) or label or target}"
    if sign in ("#", "!"):
        return ("#" if sign == "#" else "@") + (label or target.partition("^")[0]).lstrip("@#")
    return target if not label or label in target else f"{label} ({target})"
