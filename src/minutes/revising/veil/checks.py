"""What no veil may do: name one person twice, give two people one face, or show a name in a stand-in."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn, TypeAlias

from minutes.revising.veil.folding import plain, same
from minutes.revising.veil.forms import of_person
from minutes.revising.veil.key import Stand, Veil
from minutes.revising.veil.matching import Matcher

Refuse: TypeAlias = Callable[[str, str, str], NoReturn]
"""Raises with what is wrong, the text to look for in the file, and what is allowed."""


def check(key: Veil, refuse: Refuse) -> Veil:
    """The same veil, if nothing in it contradicts the rest."""
    _one_line_each(key, refuse)
    _one_face_each(key, refuse)
    _kept_or_veiled(key, refuse)
    _no_name_in_a_stand_in(key, refuse)
    return key


def _one_line_each(key: Veil, refuse: Refuse) -> None:
    """No name may mean two people, and none a word too."""
    owner: dict[str, Stand] = {}
    for one in key.people:
        for called in one.called:
            other = owner.setdefault(same(called), one)
            if other is not one:
                told = f'"{called}" is a name of both "{other.name}" and "{one.name}"'
                refuse(told, one.name, "leave it with one of them")
    for word, _ in key.words:
        if same(word) in owner:
            refuse(f'"{word}" stands under [people] and under [words]', word, "leave it under one of them")


def _one_face_each(key: Veil, refuse: Refuse) -> None:
    """Nobody may be taken for somebody else."""
    owner: dict[str, str] = {}
    kept = set(map(same, key.keep))
    for one in key.people:
        face = same(one.stand_in)
        if face in owner:
            told = f'"{one.stand_in}" stands in for both "{owner[face]}" and "{one.name}"'
            refuse(told, one.name, "give each person a stand-in of their own")
        if face in kept:
            told = f'"{one.stand_in}" stands in for "{one.name}", and is the name of somebody who is kept'
            refuse(told, one.name, "choose another stand-in")
        owner[face] = one.name


def _kept_or_veiled(key: Veil, refuse: Refuse) -> None:
    """What is kept must not be a name of somebody who is veiled."""
    names = {form.key: one.name for one in key.people for called in one.called for form in of_person(called)}
    for kept in key.keep:
        if plain(kept) in names:
            told = f'"{kept}" is kept, and is a name of "{names[plain(kept)]}" too, who is not'
            refuse(told, kept, "give it a line under [people], or keep both")


def _no_name_in_a_stand_in(key: Veil, refuse: Refuse) -> None:
    bare = Matcher(key, protected=())
    for name, stand_in in (*((one.name, one.stand_in) for one in key.people), *key.words):
        found = [stand_in[piece.start : piece.end] for piece in bare.pieces(stand_in)]
        if found:
            refuse(
                f'the stand-in "{stand_in}" shows "{found[0]}"', name, "choose one without a name or an address in it"
            )
