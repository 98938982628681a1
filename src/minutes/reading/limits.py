"""How much is read before a file is refused: each limit has a name, by which it can be raised."""

from __future__ import annotations

from typing import NamedTuple

from minutes.errors import NotATranscript


class Limits(NamedTuple):
    """The most that is read of one file."""

    size: int = 64_000_000
    """Bytes of a file: some hundred hours of captions."""
    unpacked: int = 50_000_000
    """Bytes that a Word document unpacks to."""
    nesting: int = 200
    """Lists within lists of a JSON file, elements within elements of captions in XML."""
    speakers: int = 10_000
    """Labels that speak."""
    turn: int = 1_000_000
    """Characters of a turn; a longer one is parted, not refused."""


USUAL = Limits()
"""What is read where nothing else is asked for."""


_THINGS = {
    "size": "bytes",
    "unpacked": "bytes when unpacked",
    "nesting": "levels of nesting",
    "speakers": "speakers",
}


def refuse_over(name: str, found: int, limits: Limits) -> None:
    """Raises NotATranscript, naming the limit, where more was found than it allows."""
    most: int = getattr(limits, name)
    if found > most:
        raise NotATranscript(
            f"{found:,} {_THINGS[name]}, and the limit is {most:,}",
            todo=f"split it into parts, or raise the limit with --limit {name}=NUMBER",
        )
