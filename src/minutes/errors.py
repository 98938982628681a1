"""The one family of errors that a user can cause.

MinutesError
├── InputError          a file or text that cannot be read as asked
│   ├── NotFound          no such file, a folder, no permission
│   ├── NotATranscript    empty, binary, another kind of file, nothing spoken
│   └── BrokenFile        the right kind of file, damaged at a place that can be named
├── RulesError          a file of words, corrections or names with a mistake
├── OutputError         a page that cannot be written where it was asked
├── UnknownFormat       a format that nobody reads or writes
└── ModelMissing        the language model is not installed

MinutesWarning stands beside it: what stops nothing, and is told all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINE = re.compile(r" \((?:at )?(?P<place>line \d+|end of document)[^)]*\)$")
"""Where in a file a mistake of TOML stands: `Expected '=' after a key (at line 3, column 4)`."""


class MinutesError(Exception):
    """What went wrong, where, and what to do, in one line.

    Attributes:
        what: what was found, without a full stop.
        file: the name of the file, or None where there is none.
        place: the line, turn or field, as a reader would look for it, or None.
        todo: what to do, as an imperative without a full stop, or None.
    """

    def __init__(
        self, what: str, *, file: str | None = None, place: str | None = None, todo: str | None = None
    ) -> None:
        super().__init__(what)
        self.what, self.file, self.place, self.todo = what, file, place, todo

    def __str__(self) -> str:
        head = ", ".join(part for part in (self.file, self.place) if part)
        told = f"{head}: {self.what}" if head else self.what
        line = f"{told}; {self.todo}" if self.todo else told
        return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows in place of a traceback."""
        return [str(self)]

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.what, self.file, self.place, self.todo)

    def at(self, file: str) -> MinutesError:
        """The same error with the file named, where it was not."""
        return self if self.file else _rebuild(type(self), self.what, file, self.place, self.todo)


def _rebuild(
    kind: type[MinutesError], what: str, file: str | None, place: str | None, todo: str | None
) -> MinutesError:
    return kind(what, file=file, place=place, todo=todo)


class InputError(MinutesError):
    """A file or text that cannot be read as asked."""


class NotFound(InputError):
    """No such file, a folder in its place, or no permission to read it."""


class NotATranscript(InputError):
    """Empty, binary, another kind of file, or nothing spoken in it."""


class BrokenFile(InputError):
    """The right kind of file, damaged at a place that can be named."""


class RulesError(MinutesError):
    """A file of words, corrections or names with a mistake in it."""


class OutputError(MinutesError):
    """A page that cannot be written where it was asked."""


class UnknownFormat(MinutesError):
    """A format that nobody here reads or writes."""


class ModelMissing(MinutesError):
    """The language model is not installed."""


class MinutesWarning(UserWarning):
    """Something to look at that stops nothing, told in one line."""


def not_toml(error: ValueError, name: str) -> RulesError:
    """That a file is no TOML, with the line on which the parser gave up."""
    told, line = str(error), _LINE.search(str(error))
    what, place = (told[: line.start()], line["place"]) if line else (told, None)
    return RulesError(what, file=name, place=place, todo="mend it")


def placed(loc: Sequence[int | str]) -> str:
    """A field as a reader would look for it: `("cue", 1, "say", 0)` → `cue 2, say 1`."""
    told = ""
    for part in loc:
        told += f" {part + 1}" if isinstance(part, int) else f", {part}" if told else part
    return told
