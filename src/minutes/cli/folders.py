"""The command that makes the pages of a whole folder."""

from __future__ import annotations

import argparse
import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tqdm import tqdm

from minutes import batch
from minutes.cli.inputs import book, laid_out, paths
from minutes.cli.telling import DONE, STOPPED, refuse, tell
from minutes.errors import MinutesError


def folder(chosen: argparse.Namespace) -> int:
    """Writes a page for every transcript of a folder."""
    words, layout = book(chosen), laid_out(chosen, chosen.format)
    jobs = batch.plan(Path(chosen.folder), Path(chosen.out), chosen.format)
    ledger = batch.Ledger(Path(chosen.out), batch.settings(chosen.format, words, layout))
    beside = paths(filter(None, [chosen.template]))
    before = ledger.standing(jobs)
    _found(before)
    ended: dict[batch.Job, MinutesError | None] = dict.fromkeys((*before.kept, *before.changed))
    try:
        with (
            _stoppable(),
            closing(batch.run(before.left, chosen.jobs or batch.cores(), ledger, words, layout, beside)) as made,
            tqdm(made, initial=len(ended), total=len(jobs), unit="file", disable=None) as progress,
        ):
            for job, error in progress:
                ended[job] = error
                progress.set_postfix(failed=_failed(ended))
    except KeyboardInterrupt:
        stand = len(ended) - _failed(ended)
        tell("stopped", f"{stand} of {len(jobs)} pages stand; run the same command again to go on")
        return STOPPED
    return _summary([ended[job] for job in jobs], chosen.out)


def _failed(ended: dict[batch.Job, MinutesError | None]) -> int:
    return sum(error is not None for error in ended.values())


@contextmanager
def _stoppable() -> Iterator[None]:
    """Who is told to end, ends as if by Ctrl-C."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _found(before: batch.Standing) -> None:
    """Tells what an earlier run left."""
    if before.kept:
        pages, are = ("pages", "are") if len(before.kept) > 1 else ("page", "is")
        told = f"{len(before.kept)} {pages} of an earlier run that was stopped {are} kept"
        tell("note", f"{told}; {len(before.left)} to go")
    for job in before.changed:
        tell("note", f"{job.target.name} was changed since it was made, and is left as it is")


def _summary(errors: list[MinutesError | None], out: str) -> int:
    """Tells how many pages there are, and why the others are not."""
    refused = [error for error in errors if error]
    told = f"; {len(refused)} failed:" if refused else ""
    tell("note", f"{len(errors) - len(refused)} of {len(errors)} pages are in {out}{told}")
    code = DONE
    for error in refused:
        code = refuse(error)
    return code
