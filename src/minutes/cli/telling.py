"""What the command line says: pages on standard output, everything else on standard error."""

from __future__ import annotations

import sys

from minutes.errors import MinutesError, OutputError

DONE, REFUSED, FALLEN, STOPPED = 0, 1, 3, 130
"""Exit codes: done; an input was refused; a page does not stand; stopped from the keyboard. Wrong usage is 2."""


def say(page: bytes) -> None:
    """Bytes, so that a page is UTF-8 whatever the terminal thinks."""
    try:
        sys.stdout.buffer.write(page)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            error.strerror or "cannot be written", file="standard output", todo="name a file with -o"
        ) from None


def refuse(error: MinutesError) -> int:
    """One line on standard error, and the exit code for it."""
    tell("error", str(error))
    return REFUSED


def tell(kind: str, what: str) -> None:
    """One line on standard error."""
    print(f"minutes: {kind}: {printable(what)}", file=sys.stderr)


def printable(text: str) -> str:
    """One line that cannot steer a terminal: a file may be named anything."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
