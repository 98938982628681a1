"""A roster file: which label is whom, and which words were misheard."""

from __future__ import annotations

import os
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from minutes.errors import NotFound, RulesError
from minutes.reading import roster
from minutes.reading.base import Draft, Said, counted


class Roster(NamedTuple):
    """What a group knows of its own labels and words.

    >>> Roster(names={"SPEAKER_00": "Amal Haddad"}, vocabulary={"come bees": "Kambiz"}).names["SPEAKER_00"]
    'Amal Haddad'
    """

    names: Mapping[str, str]
    """From a label as the file has it to the name of the person; letter case does not matter."""
    vocabulary: Mapping[str, str]
    """From whole words as they were misheard to the right ones; letter case does not matter."""


def load(path: str | os.PathLike[str]) -> Roster:
    """The roster in a TOML file with the tables `names` and `vocabulary`; raises NotFound or RulesError."""
    name = Path(path).name
    try:
        value = tomllib.loads(Path(path).read_bytes().decode("utf-8-sig"))
    except OSError as error:
        why = (error.strerror or "cannot be read").lower()
        raise NotFound(why, file=name, todo="give the path of a roster") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise RulesError(f"not valid TOML: {error}", file=name, todo="mend it") from None
    unknown = [key for key in value if key not in Roster._fields]
    if unknown:
        raise RulesError(f"no table is called [{unknown[0]}]", file=name, todo="use [names] and [vocabulary]")
    return Roster(*(_table(value.get(key, {}), key, name) for key in Roster._fields))


def _table(value: object, key: str, file: str) -> dict[str, str]:
    """A table of text to text."""
    if not isinstance(value, dict):
        raise RulesError(f"{key} is no table", file=file, todo=f"begin it with [{key}]")
    for left, right in value.items():
        if not left.strip() or not isinstance(right, str) or not right.strip():
            raise RulesError("not a text for a text", file=file, place=f'{key}."{left}"', todo='write "this" = "that"')
    return value


def apply(draft: Draft, known: Roster) -> Draft:
    """The draft with names for its labels and right words for misheard ones; its remarks tell how many."""
    names = {_key(label): name for label, name in known.names.items()}
    found: Counter[str] = Counter()
    heard: Counter[str] = Counter()
    words = {_key(word): right for word, right in known.vocabulary.items()}
    pattern = _any_of(known.vocabulary)

    def right(match: re.Match[str]) -> str:
        heard[_key(match[0])] += 1
        return words[_key(match[0])]

    def mended(said: Said) -> Said:
        label = _key(roster.name(said.speaker) or "")
        found[label] += 1
        text = pattern.sub(right, said.text) if pattern else said.text
        return said._replace(speaker=names.get(label, said.speaker), text=text)

    said = tuple(mended(piece) for piece in draft.said)

    def called(person: str) -> str:
        return names.get(_key(person), person)

    remarks = (*_named(known, found), *_heard(words, heard))
    return draft._replace(
        said=said,
        attendees=tuple(dict.fromkeys(map(called, draft.attendees))),
        apologies=tuple(dict.fromkeys(map(called, draft.apologies))),
        chair=draft.chair and called(draft.chair),
        note_taker=draft.note_taker and called(draft.note_taker),
        remarks=draft.remarks + remarks,
    )


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def _any_of(vocabulary: Mapping[str, str]) -> re.Pattern[str] | None:
    """Any of the misheard words, the longest first, as whole words."""
    spelled = sorted((r"\s+".join(map(re.escape, word.split())) for word in vocabulary), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE) if spelled else None


def _named(known: Roster, found: Counter[str]) -> tuple[str, ...]:
    used = [label for label in known.names if found[_key(label)]]
    unused = [label for label in known.names if label not in used]
    shown = ", ".join(f"{label} = {known.names[label]}" for label in used[:5])
    return (
        *counted(len(used), "label", f"were named by the roster: {shown}{', …' if len(used) > 5 else ''}."),
        *((f"Nobody here is called {', '.join(unused[:5])}, as the roster has it.",) if unused else ()),
    )


def _heard(words: Mapping[str, str], heard: Counter[str]) -> tuple[str, ...]:
    shown = ", ".join(f"{word} = {words[word]} ({count})" for word, count in heard.most_common(5))
    return counted(heard.total(), "misheard word", f"were set right: {shown}{', …' if len(heard) > 5 else ''}.")
