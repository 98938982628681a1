"""Text with its letters made plain, so that `José`, `Jose` and `Jos%C3%A9` are one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_PLAIN = str.maketrans(
    dict.fromkeys("‘’‚‛ʼʹ′´＇ʻ", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("“”„‟″«»", '"')
    | {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i", "ħ": "h"}
    | {"þ": "th", "Þ": "Th", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ə": "e", "Ə": "E"}
)
_LEFT_OUT = frozenset(("Mn", "Me", "Cf"))
_PIECE = re.compile(r"(?:%[89A-Fa-f][\dA-Fa-f])+|.", re.DOTALL)
"""A letter of an address in percent signs, or a character."""
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


class Folded(NamedTuple):
    """A text in plain letters, in their case, and where each of them stands in the text as it was."""

    text: str
    at: tuple[int, ...] | None
    """The place of each character and of the end; None where all stand where they stood."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the text as it was, with the marks that belong to the last of them."""
        if self.at is None:
            return start, end
        while end < len(self.text) and self.at[end] == self.at[end - 1]:
            end += 1
        return self.at[start], self.at[end]


def fold(text: str) -> Folded:
    """The text without accents, unseen characters and the many forms of an apostrophe."""
    if text.isascii() and "%" not in text:
        return Folded(text, None)
    letters: list[str] = []
    at: list[int] = []
    for piece in _PIECE.finditer(text):
        plain = _folded(piece[0])
        letters.append(plain)
        at.extend([piece.start()] * len(plain))
    return Folded("".join(letters), (*at, len(text)))


def plain(text: str) -> str:
    """The letters and figures of a text alone, small: what two ways of writing a name share."""
    return "".join(character for character in fold(text.replace("%20", " ")).text if character.isalnum()).casefold()


def same(name: str) -> str:
    """The name as it is compared: in plain small letters, with one space between its words."""
    return " ".join(fold(name).text.casefold().split())


def spelled(name: str) -> str:
    """The name with two letters for one that has dots: `Müller` → `Mueller`."""
    return unicodedata.normalize("NFC", name).translate(_SPELLED)


@lru_cache(maxsize=4096)
def _folded(piece: str) -> str:
    if len(piece) > 1:
        piece = bytes.fromhex(piece.replace("%", "")).decode(errors="ignore")
    spread = unicodedata.normalize("NFKD", piece.translate(_PLAIN)).translate(_PLAIN)
    return "".join(
        " " if character.isspace() else character
        for character in spread
        if unicodedata.category(character) not in _LEFT_OUT
    )
