"""What goes wrong with one of many files, as an error that can be told and sent from process to process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from minutes.errors import MinutesError

R = TypeVar("R")


def settled(work: Callable[[], R], name: str) -> R | MinutesError:
    """What the work gives, or why it gives nothing; `name` is the file that it is about."""
    try:
        return work()
    except MinutesError as error:
        return error.at(name)
    except Exception as bug:  # one file must not stop the rest
        return fault(bug).at(name)


def fault(bug: Exception) -> MinutesError:
    """A mistake of ours in one line: its kind and place, and nothing of the transcript."""
    trace = bug.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" in {Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}" if trace else ""
    return MinutesError(f"a fault of minutes itself ({type(bug).__name__}{place})", todo="please report it")


def lost(trouble: Exception) -> MinutesError:
    """A worker that was gone before it could answer."""
    return MinutesError(
        f"its worker was stopped before it could answer ({type(trouble).__name__})",
        todo="try this file by itself; the machine may have too little memory",
    )
