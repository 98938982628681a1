"""Nobody is forgotten: a veil that leaves out somebody of the minutes is refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from minutes.errors import RulesError
from minutes.model import Recap
from minutes.revising.veil import patterns
from minutes.revising.veil.key import Veil
from minutes.revising.veil.labels import Labels, labels
from minutes.revising.veil.matching import matcher
from minutes.revising.veil.walking import NAMED, texts


def completed(key: Veil, recaps: Sequence[Recap]) -> Veil:
    """The veil with all names that the minutes know of its people, and the links that were spelled aloud.

    Raises:
        RulesError: nobody stands in for somebody, who is not kept either; all of them are named.
    """
    known = labels(key)
    called: dict[int, list[str]] = {}
    kept: list[str] = []
    missing: list[str] = []
    for speaker in (speaker for recap in recaps for speaker in recap.speakers):
        names = tuple(dict.fromkeys((speaker.name, *speaker.labels)))
        owner = next((one for name in names if known.covers(name) and (one := known.owner(name)) is not None), None)
        if owner is not None:
            called.setdefault(owner, []).extend(name for name in names if not known.covers(name))
        elif any(name in key.keep for name in names):
            kept += names
        elif not any(known.covers(name) for name in names):
            missing.append(speaker.labels[0] if speaker.labels else speaker.name)
    whole = _with(key, called, kept)
    _refuse(key, missing, _unknown(labels(whole), recaps))
    return _with_links(whole, recaps)


def _with(key: Veil, called: dict[int, list[str]], kept: Iterable[str]) -> Veil:
    people = tuple(
        replace(one, also=(*one.also, *dict.fromkeys(called.get(at, ())))) for at, one in enumerate(key.people)
    )
    return replace(key, people=people, keep=(*key.keep, *dict.fromkeys(kept)))


def _unknown(known: Labels, recaps: Iterable[Recap]) -> list[str]:
    """The names in the minutes for which nobody stands in."""
    named = (text for recap in recaps for field, text in texts(recap) if field in NAMED and text.strip())
    return [name for name in dict.fromkeys(named) if not known.covers(name)]


def _refuse(key: Veil, speaking: Sequence[str], named: Iterable[str]) -> None:
    heard = tuple(dict.fromkeys(speaking))
    told = []
    if heard:
        told.append(f"{_listed(heard)}, who {'speaks' if len(heard) == 1 else 'speak'}")
    others = [name for name in named if name not in heard]
    if others:
        told.append(f"{_listed(others)}, who {'is' if len(others) == 1 else 'are'} named")
    if told:
        todo = "add a line under [people], or name the label under keep"
        raise RulesError(f"nobody stands in for {', and for '.join(told)}", file=key.file, todo=todo)


def _listed(names: Sequence[str]) -> str:
    *first, last = (f'"{name}"' for name in names)
    return f"{', '.join(first)} and {last}" if first else last


def _with_links(key: Veil, recaps: Iterable[Recap]) -> Veil:
    """The veil with every link that must not be read as it was spelled: `spanner tin at cobbold street dot net`."""
    known = matcher(key)
    told: dict[str, str] = {}
    for resource in (resource for recap in recaps for resource in recap.resources):
        stand_in = known.veiled(resource.url)
        if stand_in in patterns.PLACEHOLDERS:
            said = (piece.quote for piece in resource.evidence)
            told |= {quote: stand_in for quote in said if known.veiled(quote) not in patterns.PLACEHOLDERS}
    return replace(key, words=(*key.words, *told.items())) if told else key
