"""The capitalised words that a veiled page still shows, for a human eye."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minutes.revising.veil.vocabulary import words

_TOKEN = re.compile(r"[^\W_](?:[\w'’-]*[^\W_])?")
_BEGUN = re.compile(r"(?:^|[.?!:;…“\"(\[–—-]\s*)\W*$")
_TITLED = re.compile(
    r"\b(?:mr|mister|mrs|missus|ms|cllr|councillor|councilor|alderman|reverend|imam|pastor|sheikh) [a-z]{3,}"
)
"""Somebody in a transcript without capital letters."""
_NEAR = 8
"""Characters before a word that tell whether it begins a sentence."""
_OWN = re.compile(r"['’](?:s|ll|ve|re|d|m)?$", re.IGNORECASE)


def standing(texts: Iterable[str], known: Iterable[str] = ()) -> tuple[str, ...]:
    """The capitalised words and phrases of the texts, sorted; no days, months and words that only begin a sentence.

    Args:
        texts: what is to be looked through, without stand-ins.
        known: words and phrases that are to be left out, in any case.
    """
    said = tuple(texts)
    small = {token for text in said for token in _TOKEN.findall(text) if token.islower()}
    left_out = {one.lower() for one in known}
    found = {phrase for text in said for phrase in _phrases(text, small)}
    shown = (one for one in found if one.lower() not in left_out and one.lower() not in words("titles"))
    return tuple(sorted(shown, key=lambda one: (one.casefold(), one)))


def _phrases(text: str, small: set[str]) -> Iterator[str]:
    """Runs of capitalised words with one space between them, and whoever has a title."""
    yield from _TITLED.findall(text)
    run: list[str] = []
    end = -1
    for token in _TOKEN.finditer(text):
        word = _OWN.sub("", token[0])
        named = _is_large(word) and not _is_usual(word, text, token.span(), small)
        if run and (not named or text[end : token.start()] != " "):
            yield " ".join(run)
            run = []
        if named:
            run.append(word)
            end = token.end()
    if run:
        yield " ".join(run)


def _is_large(word: str) -> bool:
    """Whether it begins with a capital, or is written in a script that has none."""
    return word[:1].isupper() or (word[:1].isalpha() and word[:1].lower() == word[:1].upper())


def _is_usual(word: str, text: str, span: tuple[int, int], small: set[str]) -> bool:
    """Whether the capital letter says nothing: a day, a month, `I`, or a word that begins a sentence."""
    start, end = span
    plain = word.lower()
    if plain in words("dated") or plain == "i":
        return True
    if not _BEGUN.search(text[max(0, start - _NEAR) : start]):
        return False
    # "Olive Thread" is a name, though olives are spoken of too
    alone = not text[end + 1 : end + 2].isupper()
    return any(plain in words(kind) for kind in ("openers", "small", "modals")) or (plain in small and alone)
