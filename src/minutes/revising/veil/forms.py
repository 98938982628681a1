"""The ways in which a name is written: whole, by part, by initials, joined, turned round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from minutes.revising.veil.atoms import Atoms, any_case, between, capital, is_ordinary, is_uncased, word_atoms
from minutes.revising.veil.folding import fold, plain
from minutes.revising.veil.naming import Name, names
from minutes.revising.veil.vocabulary import words

Kind = Literal["word", "initials", "glued"]

_JOINT = r"(?:%20|[._+~-]|\s{1,2})?"
_PARTED = r"(?:%20|[._+~-]|\s{1,2}|(?<=[a-z])(?=[A-Z]))"
"""Between short names, which joined may be a word: Li Ke is not "like"."""
_GAP = r"(?:%20|[._-]|\s)"
_POINT = r"(?:\.(?=\s[a-z]|[,;:)?!'\"]))?"
"""The point behind an initial, where it does not also end the sentence."""
_WORDY = 7
"""Letters below which joined names may be a word."""
_LONG = 8
"""Letters of a whole name that stands for itself inside a longer word: `callwithamalhaddad`."""
_JOINED = 5
"""Letters of a surname that an initial is joined to: `ahaddad`."""
_SHORT = 4
"""Letters up to which an alias in capitals is somebody's initials."""


class Form(NamedTuple):
    """One way to write a name."""

    key: str
    """Its letters and figures, small."""
    atoms: Atoms
    kind: Kind = "word"
    """`initials` stand alone and in capitals; what is `glued` is found inside of words too."""


def of_person(name: str) -> Iterator[Form]:
    """All forms of a whole name or of the label of a speaker, such as `Yusra's phone` or `Thom (he/him)`."""
    called = tuple(names(name))
    found = [form for one in called for form in _of_name(one)]
    yield from found
    if any(one.parted for one in called) and plain(name) not in {form.key for form in found}:
        yield from of_word(name)


def of_alias(alias: str) -> Iterator[Form]:
    """The forms of a nickname or a further label; one that is written small is meant in any case."""
    letters = fold(alias).text
    initials = letters.isupper() and letters.isalpha() and len(letters) <= _SHORT
    if initials:
        yield from _letters(letters)
    if not initials or len(letters) > 2:
        yield from of_person(alias)
    if letters[:1].islower() or alias.startswith("@"):
        yield from of_word(alias)


def of_word(said: str) -> Iterator[Form]:
    """A word or phrase as a whole: in any case, unless it is an English word written with a capital letter."""
    folded = fold(said.strip().removeprefix("@")).text
    pieces = re.split(r"[\s_.]+", folded)
    if folded.isupper() and folded.isalpha() and len(folded) <= 2:
        yield from _letters(folded)
    elif len(pieces) == 1 and folded[:1].isupper():
        yield Form(plain(said), word_atoms(folded))
    else:
        yield Form(plain(said), between(_JOINT, *(any_case(piece) for piece in pieces if piece)))
    if is_uncased(folded):
        yield Form(plain(said), any_case(folded), "glued")


def _of_name(name: Name) -> Iterator[Form]:
    told = name.words
    if len(told) == 1:
        yield from _single(told[0])
        return
    yield _whole(told, named=name.parted)
    if not name.parted:
        return
    last = next((at for at in range(1, len(told) - 1) if told[at].lower() in words("particles")), len(told) - 1)
    for at, word in enumerate(told):
        if at == 0 or word.lower() not in words("particles"):
            yield from _single(word)
    if last > 1:
        yield from (_whole(some, named=True) for some in (told[:last], told[1:]))
    for surname in dict.fromkeys((told[last:], told[-1:])):
        yield from _pair(told[0], surname)
    yield from _initials(told)


def _single(word: str) -> Iterator[Form]:
    """One word of a name, its halves where it has a hyphen, and what follows its apostrophe."""
    if len(word) == 1:
        if word not in "AI":
            yield Form(plain(word), (word.upper(),), "initials")
        return
    yield Form(plain(word), word_atoms(word))
    if is_uncased(word):
        yield Form(plain(word), any_case(word), "glued")
    halves = word.split("-") if "-" in word else word.split("'")[1:]
    yield from (
        Form(plain(half), word_atoms(half))
        for half in halves
        if len(half) > 2 or ("-" in word and len(half) > 1 and half.lower() not in words("particles"))
    )


def _whole(told: tuple[str, ...], *, named: bool) -> Form:
    """All words of a name; an office only with capital letters, as "the project manager" is no name."""
    pieces = [any_case(word) if named or not is_ordinary(word) else capital(word) for word in told]
    atoms, joint = pieces[0], _joint("".join(told))
    for word, piece in zip(told[1:], pieces[1:], strict=True):
        atoms = (*atoms, _letter(word)) if len(word) == 1 and word.isalpha() else (*atoms, joint, *piece)
    return Form(plain("".join(told)), atoms)


def _pair(first: str, last: tuple[str, ...]) -> Iterator[Form]:
    """First name and surname without what stands between, turned round, and with one of them cut to its letter."""
    surname, initial = between(_JOINT, *map(any_case, last)), last[-1][0] if len(last) == 1 else last[0][0]
    key = plain("".join(last))
    if len(key) > 1:
        joint = _joint(first + key)
        yield Form(plain(first) + key, (*any_case(first), joint, *surname))
        yield from (Form(key + plain(first), (*surname, turn, *any_case(first))) for turn in (joint, r",\s?"))
        yield from _by_letter(first[0], last, key)
    if len(last) > 1:
        yield Form(key, surname)
    if len(first) > 1:
        yield Form(plain(first + initial), (*word_atoms(first), _shortened(initial)))
    if len(plain(first)) > 2 < len(key) and len(plain(first) + key) >= _LONG:
        yield Form(plain(first) + key, (*any_case(first), *any_case("".join(last))), "glued")
        yield Form(key + plain(first), (*any_case("".join(last)), *any_case(first)), "glued")


def _by_letter(letter: str, last: tuple[str, ...], key: str) -> Iterator[Form]:
    """`A. Haddad`, `ahaddad`, `Haddad A.`"""
    surname = between(_JOINT, *map(word_atoms, last))
    yield Form(plain(letter) + key, (letter.upper(), r"(?:\.\s?|[\s_-])", *surname))
    joined = "?" if len(key) >= _JOINED and not is_ordinary(key) else ""
    yield Form(plain(letter) + key, (*any_case(letter), f"[._-]{joined}", *surname))
    yield Form(key + plain(letter), (*surname, _shortened(letter)))


def _initials(told: tuple[str, ...]) -> Iterator[Form]:
    """AH, A.H., A. H.; and those of all names where there are more."""
    every = "".join(word[0] for word in told)
    halves = "".join(half[0] for word in told for half in word.split("-") if half)
    for letters in dict.fromkeys((told[0][0] + told[-1][0], every, halves)):
        if letters.lower() not in words("abbreviations") and letters.isalpha():
            yield from _letters(letters)


def _letters(letters: str) -> Iterator[Form]:
    atoms = between(r"(?:\.\s?|\s)?", *((letter.upper(),) for letter in letters))
    yield Form(plain(letters), (*atoms, _POINT), "initials")


def _joint(letters: str) -> str:
    return _PARTED if len(letters) < _WORDY else _JOINT


def _letter(letter: str) -> str:
    """The letter at the end of a label: `Tom G`, `TomG`, `tom_g`; not `tom a` or `tom i`, where it is a word."""
    said = letter.upper() if letter in "aiAI" else f"[{letter.lower()}{letter.upper()}]"
    return rf"(?:{_GAP}{said}|(?<=[a-z]){letter.upper()}){_POINT}"


def _shortened(letter: str) -> str:
    """The letter that a name is cut to: as `_letter`, but small only behind a joint, and `A` and `I` with a point."""
    large = letter.upper()
    spaced = rf"\s{large}\." if large in "AI" else rf"\s{large}{_POINT}"
    return rf"(?:{spaced}|(?:%20|[._-])[{letter.lower()}{large}]|(?<=[a-z]){large})"
