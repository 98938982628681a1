"""The words of a text as an ear takes them for an address: no fillers, letters put together."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"\w(?:[\w'’.@-]*\w)?")
_ASIDE = re.compile(
    r",?\s{1,3}(?:that['’]s\s{1,3})?(?:(?P<joined>(?:all\s{1,3})?(?:(?:in|as)\s{1,3})?one\s{1,3}word"
    r"|all\s{1,3}together|altogether|(?:all\s{1,3})?(?:run|joined)\s{1,3}(?:together|up)|(?:with\s{1,3})?no\s{1,3}spaces?)"
    r"|(?:all\s{1,3})?(?:in\s{1,3})?lower\s?case)\b,?",
    re.IGNORECASE,
)
"""What people say of how an address is written; `joined` where the words before it are one."""
_DIGITS = {
    word: str(value)
    for value, word in enumerate(("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"))
}
_DIGITS["oh"] = "0"
_SPACES = frozenset(" \t\r\n\N{NO-BREAK SPACE}")
_FILLERS = frozenset(("um", "uh", "er", "erm", "eh"))
_LONGEST = 24  # letters spelled in one row
_DOUBLE_U = ("double", "u", "double", "u", "double", "u")


class Word(NamedTuple):
    """A word, where it stands, and how it hangs on the word before."""

    said: str
    text: str
    """In small letters."""
    start: int
    end: int
    loose: int
    """0 after spaces alone, 1 after a comma or a filler, 2 after the end of a sentence."""
    joined: bool = False
    """Whether it is said of this word and those before it that they are one."""


@lru_cache(maxsize=1)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text; kept for the next who asks for the same, as all kinds of links do."""
    heard: list[Word] = []
    ends = {aside.start() for aside in _ASIDE.finditer(text) if aside["joined"]}
    text = _ASIDE.sub(lambda aside: "," * len(aside[0]), text)
    last, loose = 0, 0
    for match in _WORD.finditer(text):
        marks = set(text[last : match.start()]) - _SPACES
        pause = 2 if marks - {","} else 1 if marks or not last else 0
        last, loose = match.end(), max(loose, pause)
        if match[0].lower() in _FILLERS:
            loose = max(loose, 1)
            continue
        _hear(heard, Word(match[0], match[0].lower(), match.start(), last, loose, last in ends))
        loose = 0
    return tuple(heard)


def _hear(heard: list[Word], word: Word) -> None:
    """Add a word: `h t t p s` is one, so are `double u double u double u` and `forward slash`."""
    before = heard[-1] if heard else None
    if before and word.loose < 2 and (before.text, word.text) in (("forward", "slash"), ("at", "sign")):
        name = "slash" if word.text == "slash" else "at"
        heard[-1] = Word(name, name, before.start, word.end, before.loose)
    elif before and not word.loose and len(before.text) < _LONGEST and (sign := _next(before, word)):
        begun = _DIGITS.get(before.text, before.said)
        text = (begun + sign).lower()
        heard[-1] = Word(begun + sign, text, before.start, word.end, before.loose, word.joined)
    else:
        heard.append(word)
    if word.text == "u" and tuple(each.text for each in heard[-6:]) == _DOUBLE_U:
        first = heard[-6]
        heard[-6:] = [Word("www", "www", first.start, word.end, first.loose)]


def _next(before: Word, word: Word) -> str:
    """The letter or figure with which a row that is spelled sign by sign goes on: `p e one seven seven`."""
    row = _letters(before) or before.text in _DIGITS or (before.text[-1:].isdigit() and before.end - before.start > 6)
    if len(word.text) == 1 and word.text.isalpha():
        return word.said if _letters(before) else ""
    return _DIGITS.get(word.text, "") if row else ""


def _letters(word: Word) -> bool:
    """Whether the word is a letter, or letters that were spelled one by one; not the words "a" and "I"."""
    return word.text.isalpha() and word.end - word.start == 2 * len(word.text) - 1 and word.text not in ("a", "i")
