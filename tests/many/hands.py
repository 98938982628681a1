"""Work for processes, which find it by its name."""

import os
import sys
from pathlib import Path

from minutes.errors import MinutesError, NotFound


def double(number: int) -> int | MinutesError:
    return 2 * number


def refuse(name: str) -> str | MinutesError:
    return NotFound("no such file", file=name, place="line 3", todo="check the path")


def die_of_three(number: int) -> int | MinutesError:
    """Ends this process at once, as a machine without memory does."""
    if number == 3:
        os._exit(9)
    return number


def die_once(marker: Path) -> str | MinutesError:
    """Dies of what was no fault of the job."""
    try:
        marker.touch(exist_ok=False)
    except FileExistsError:
        return marker.name
    os._exit(9)


def at_hand(module: str) -> bool | MinutesError:
    """Whether this process has a module already."""
    return module in sys.modules
