"""Many meetings, wherever there are hands for them: threads, the cores of this machine, a cluster."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from functools import partial
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from minutes.drafting import recap
from minutes.errors import MinutesError
from minutes.finding.rules import Rulebook
from minutes.many.faults import settled
from minutes.many.processes import by_processes, cores
from minutes.many.spreading import outcome, spread
from minutes.model import Recap
from minutes.reading import read

File = str | os.PathLike[str]

_AT_ONCE = 256
"""Paths that an executor holds at a time: work for a large cluster, and no more recaps than fit in memory."""
_ONE_AT_A_TIME = Lock()


class Made(NamedTuple):
    """What came of one file: a recap, or why there is none."""

    path: File
    """As it was given."""
    recap: Recap | None
    error: MinutesError | None


def recap_many(
    paths: Iterable[File], *, executor: Executor | None = None, words: Rulebook | None = None
) -> Iterator[Made]:
    """The recap of each file, in the order of the paths; a file that cannot be read stops no other.

    Args:
        paths: transcripts; as many as you like, since only some are taken at a time.
        executor: who does the work: any executor of `concurrent.futures`, or of a cluster. It stays open. Without one,
            processes of our own work on all cores; a script then has to guard its start with
            `if __name__ == "__main__":`.
        words: the rules, where they are not just ours.

    Raises:
        MinutesError: the processes cannot be started.
    """
    work = partial(_made, words=words)
    if executor is None:
        yield from (_told(*one) for one in by_processes(work, paths, cores(), in_order=True))
    else:
        for path, future in spread(work, paths, executor, _AT_ONCE, in_order=True):
            yield _told(path, outcome(future))


def recapped(path: File, words: Rulebook | None) -> Recap:
    """The recap of one file; raises as `minutes.read` and `minutes.recap` do."""
    transcript = read(path)
    with _ONE_AT_A_TIME:  # threads share one language model, which was not made for that
        return recap(transcript, words=words)


def _made(path: File, words: Rulebook | None) -> Recap | MinutesError:
    return settled(partial(recapped, path, words), Path(path).name)


def _told(path: File, found: Recap | MinutesError) -> Made:
    if isinstance(found, MinutesError):
        return Made(path, None, found.at(Path(path).name))
    return Made(path, found, None)
