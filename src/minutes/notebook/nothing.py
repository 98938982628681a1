"""What stands in a notebook before anything was read: whatever is done with it, is told in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

from minutes.errors import InputError


class Nothing:
    """In the place of a transcript or of minutes, so that no box goes on with those of another meeting."""

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("_"):  # what Python and Jupyter ask of any value
            raise AttributeError(name)
        raise _missing()

    def __iter__(self) -> Iterator[NoReturn]:
        raise _missing()


def _missing() -> InputError:
    return InputError("there is nothing to go on with", todo="mend what the box above complains of, and run it again")
