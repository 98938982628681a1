"""The pages of a batch made, one after another or side by side."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from minutes.batch.ledger import Ledger
from minutes.batch.planning import Job, barred, marks
from minutes.errors import MinutesError
from minutes.finding.rules import Rulebook
from minutes.many import recapped
from minutes.many.faults import settled
from minutes.many.processes import WHOLE, by_processes
from minutes.writing import render
from minutes.writing.files import put
from minutes.writing.layout import USUAL, Layout


class _Written(NamedTuple):
    source_sha256: str
    page_sha256: str


def run(
    jobs: Sequence[Job],
    workers: int,
    ledger: Ledger,
    words: Rulebook | None = None,
    layout: Layout = USUAL,
    beside: Iterable[Path] = (),
) -> Generator[tuple[Job, MinutesError | None], None, None]:
    """Each job as it is done, with why it was refused or None.

    Args:
        jobs: what is to be done.
        workers: how many processes do it.
        ledger: where it is written down which pages stand.
        words: the rules, where they are not just ours.
        layout: of the pages.
        beside: files that no page may take the place of, beside the transcripts.

    Raises:
        OutputError: the ledger cannot be written.
        MinutesError: the processes cannot be started.
    """
    ledger.begin(jobs)
    inputs = marks([*(job.source for job in jobs), *beside])
    safe = [(job, barred(job.target, inputs)) for job in jobs]
    yield from ((job, refused) for job, refused in safe if refused)
    for job, made in _made(
        [job for job, refused in safe if not refused], workers, partial(_do, words=words, layout=layout)
    ):
        if isinstance(made, _Written):
            ledger.add(job, *made)
            yield job, None
        else:
            yield job, made.at(job.source.name)
    ledger.end()


def _made(
    jobs: Sequence[Job], workers: int, work: Callable[[Job], _Written | MinutesError]
) -> Iterator[tuple[Job, _Written | MinutesError]]:
    """Each job as it is done; one process is this one."""
    workers = min(workers, len(jobs))
    if workers > 1:
        return by_processes(work, jobs, workers, in_order=False)
    return ((job, work(job)) for job in jobs)


def _do(job: Job, words: Rulebook | None, layout: Layout) -> _Written | MinutesError:
    return settled(partial(_write, job, words, layout), job.source.name)


def _write(job: Job, words: Rulebook | None, layout: Layout) -> _Written:
    """The page of one job stands in its file."""
    recap = recapped(job.source, words)
    page = render(recap, job.format, layout)
    with WHOLE:
        put(page, job.target)
    return _Written(recap.sources[0].sha256, sha256(page).hexdigest())
