"""Every piece of a file, held against the veil."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import TypeAlias

from minutes.checking.leaks import data, markdown, package, webpage
from minutes.checking.leaks.furniture import fixed, without
from minutes.checking.leaks.pieces import Leak, Leaks, Piece
from minutes.errors import UnknownFormat
from minutes.revising.veil import Veil
from minutes.revising.veil.matching import Matcher, matcher
from minutes.revising.veil.patterns import ADDRESS, PHONE
from minutes.revising.veil.standing import standing

Reader: TypeAlias = Callable[[bytes], tuple[list[Piece], list[str]]]

_READERS: dict[str, Reader] = {
    ".md": markdown.pieces,
    ".markdown": markdown.pieces,
    ".html": webpage.pieces,
    ".htm": webpage.pieces,
    ".docx": package.pieces,
    ".json": data.pieces,
}


def leaks(data: bytes, name: str, key: Veil) -> Leaks:
    """What a veil hides and a finished file still shows or holds: in its text, its notes, its properties, its name.

    Args:
        data: the bytes of the file.
        name: its name, which tells the format and is looked at too.
        key: the veil.

    Raises:
        UnknownFormat: the name does not tell a format in which pages are written.
        InputError: the file is damaged.
    """
    path = PurePath(name)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        told = ", ".join(suffix.removeprefix(".") for suffix in _READERS)
        raise UnknownFormat("not a page that can be looked through", file=path.name, todo=f"name a file in {told}")
    pieces, unread = reader(data)
    known = matcher(key)
    bare = [piece._replace(text=without(piece.text)) for piece in pieces]
    found = dict.fromkeys(_found([Piece("the name of the file", path.name, False), *bare], known))
    return Leaks(tuple(found), standing((known.shown(one.text) for one in bare if one.shown), fixed()), tuple(unread))


def _found(pieces: list[Piece], known: Matcher) -> Iterator[Leak]:
    for piece in pieces:
        for one in known.pieces(piece.text):
            # sizes and numbers of styles look like phone numbers
            if piece.shown or one.stand_in not in (PHONE, ADDRESS):
                yield Leak(piece.place, piece.text[one.start : one.end])
