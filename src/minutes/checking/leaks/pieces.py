"""The pieces of text that a file is made of, and what is found in them."""

from __future__ import annotations

from typing import NamedTuple


class Piece(NamedTuple):
    """A piece of text in a file."""

    place: str
    """Where it stands, as somebody would look for it: "word/comments.xml, author of comment"."""
    text: str
    shown: bool = True
    """Whether it is read on the page; what is not may be a name or an address, but no sentence."""


class Leak(NamedTuple):
    """Something that the veil hides, and that can be found in a file."""

    place: str
    found: str
    """As it stands there."""


class Leaks(NamedTuple):
    """What a look through a file came to."""

    leaks: tuple[Leak, ...]
    standing: tuple[str, ...]
    """Capitalised words and phrases that still stand on the page, sorted, for a human eye."""
    unread: tuple[str, ...] = ()
    """Parts of the file that were not looked into, such as pictures, each with the reason."""
