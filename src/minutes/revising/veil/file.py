"""Reading a veil file, and saying in one line what is wrong with it."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from minutes.errors import NotFound, RulesError
from minutes.revising.veil.checks import check
from minutes.revising.veil.key import Stand, Veil

_LINE = re.compile(r" \((?:at )?(?:(?P<line>line \d+)|end of document)[^)]*\)$")
_WRITE = 'write each line as "Amal Haddad" = "Member 1"'
_WRITE_ALSO = 'write "Amal Haddad" = { as = "Member 1", also = ["Amo", "@amal_h"] }'


def load(path: str | os.PathLike[str]) -> Veil:
    """The veil in a TOML file with the tables `people` and `words`.

    Raises:
        NotFound: the file is not there or may not be read.
        RulesError: a mistake in it, with its line.
    """
    name = Path(path).name
    try:
        return parse(Path(path).read_bytes().decode("utf-8-sig"), name)
    except OSError as error:
        why = (error.strerror or "cannot be read").lower()
        raise NotFound(why, file=name, todo="give the path of a veil file") from None
    except UnicodeDecodeError:
        raise RulesError("not UTF-8 text", file=name, todo="save it as UTF-8") from None


def parse(text: str, name: str) -> Veil:
    """The veil in a TOML text; `name` is the file's name for messages."""
    try:
        value = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        told, found = str(error), _LINE.search(str(error))
        line = found["line"] or f"line {len(text.splitlines())}" if found else None
        raise RulesError(told[: found.start()] if found else told, file=name, place=line, todo=_WRITE) from None
    file = _File(text, name)
    for key in value:
        if key not in ("places", "keep", "people", "words"):
            file.refuse(f'no part of a veil file is called "{key}"', key, "use places, keep, [people] and [words]")
    return check(
        Veil(
            people=tuple(file.stands(value.get("people", {}))),
            words=tuple(file.words(value.get("words", {}))),
            keep=file.texts(value.get("keep", []), "keep", "keep"),
            places=file.choice(value.get("places", False)),
            file=name,
        ),
        file.refuse,
    )


class _File:
    """A veil file while it is read: it knows on which line a key stands."""

    def __init__(self, text: str, name: str) -> None:
        self._lines, self._name = text.splitlines(), name

    def refuse(self, what: str, key: str, todo: str) -> NoReturn:
        """Raises: what is wrong, on the line where the key or the text stands, and what is allowed."""
        place = self._place(key)
        raise RulesError(what, file=self._name, place=place, todo=todo)

    def choice(self, value: object) -> bool:
        """True or false, and nothing else."""
        if not isinstance(value, bool):
            self.refuse("places is neither true nor false", "places", "write places = false")
        return value

    def texts(self, value: object, key: str, told: str) -> tuple[str, ...]:
        """A list of texts, none of them empty."""
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            self.refuse(f"{told} is no list of names", key, f'write {told} = ["one", "two"]')
        return tuple(value)

    def stands(self, table: object) -> Iterator[Stand]:
        """The people, each with who stands in."""
        for name, value in self._table(table, "people"):
            if not isinstance(value, dict):
                yield Stand(name, self._text(value, name, _WRITE))
                continue
            unknown = next((key for key in value if key not in ("as", "also")), None)
            if unknown or "as" not in value:
                told = f'does not know "{unknown}"' if unknown else "does not say who stands in"
                self.refuse(f'the line of "{name}" {told}', name, _WRITE_ALSO)
            yield Stand(
                name, self._text(value["as"], name, _WRITE_ALSO), self.texts(value.get("also", []), name, "also")
            )

    def words(self, table: object) -> Iterator[tuple[str, str]]:
        """The words, each with what stands in for it."""
        for word, value in self._table(table, "words"):
            yield word, self._text(value, word, 'write each line as "Nablus" = "[a town]"')

    def _table(self, table: object, key: str) -> Iterator[tuple[str, Any]]:
        if not isinstance(table, dict):
            self.refuse(f"{key} is no table", key, f"begin it with [{key}] on a line of its own")
        for name, value in table.items():
            if name in ("keep", "places") and not isinstance(value, str):
                self.refuse(f'"{name}" stands under [{key}]', name, "move it above [people] and [words]")
            if not any(character.isalnum() for character in name):
                self.refuse(f'"{name}" under [{key}] has no letter in it', name, "write what is to be replaced")
            yield name, value

    def _text(self, value: object, key: str, todo: str) -> str:
        if not isinstance(value, str) or not value.strip() or "\n" in value:
            self.refuse(f'what stands in for "{key}" is no text of one line', key, todo)
        return value.strip()

    def _place(self, key: str) -> str | None:
        """The first line that begins with the key, or else the first in which it stands."""
        begins = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}[\"']?\s*[\]=.]")
        within = re.compile(rf"[\"']{re.escape(key)}[\"']")
        for told in (begins.match, within.search):
            for number, line in enumerate(self._lines, start=1):
                if told(line):
                    return f"line {number}"
        return None
