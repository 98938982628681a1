"""A folder of transcripts in, a folder of pages out; one bad file never stops the rest."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import NamedTuple

import minutes
from minutes.errors import MinutesError, NotFound, OutputError
from minutes.finding.rules import Rulebook


class Job(NamedTuple):
    """One transcript and the page to make of it."""

    source: Path
    target: Path
    format: str


def plan(folder: Path, out: Path, format: str) -> tuple[Job, ...]:
    """A job for every file of the folder, in the order of their names; raises where either folder is none.

    Hidden files and subfolders are left out. `out` is made where there is none.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except NotADirectoryError:
        raise NotFound("a file, not a folder", file=str(folder), todo="use `minutes recap` for one file") from None
    except OSError as error:
        raise NotFound(_why(error), file=str(folder), todo="name a folder of transcripts") from None
    if not files:
        raise NotFound("no files in this folder", file=str(folder), todo="name a folder of transcripts")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError("a file, not a folder", file=str(out), todo="name a folder after -o") from None
    except OSError as error:
        raise OutputError(_why(error), file=str(out), todo="name a folder you may write to") from None
    return tuple(Job(file, out / f"{name}.{format}", format) for file, name in _names(files).items())


def _names(files: Iterable[Path]) -> dict[Path, str]:
    """Each file's name without its suffix, which those keep that would land on one page."""
    names = {file: file.stem for file in files}
    while True:
        count = Counter(name.casefold() for name in names.values())  # Call.vtt and call.srt are one page on a Mac
        clashing = [file for file, name in names.items() if count[name.casefold()] > 1 and name != file.name]
        if not clashing:
            return names
        names.update((file, file.name) for file in clashing)


def run(
    jobs: tuple[Job, ...], workers: int, words: Rulebook | None = None
) -> Iterator[tuple[Job, MinutesError | None]]:
    """Each job as it is done, with why it was refused or None; `words` are the rules, where they are not just ours."""
    inputs = [job.source for job in jobs]
    safe = [(job, guard(job.target, inputs)) for job in jobs]
    yield from ((job, refused) for job, refused in safe if refused)
    ready = [job for job, refused in safe if not refused]
    if workers > 1 and len(ready) > 1:
        yield from _beside(ready, workers, words)
    else:
        yield from ((job, _do(job, words)) for job in ready)


def _beside(jobs: list[Job], workers: int, words: Rulebook | None) -> Iterator[tuple[Job, MinutesError | None]]:
    """The jobs done by several processes, in the order in which they end."""
    with ProcessPoolExecutor(min(workers, len(jobs), 61)) as pool:  # Windows waits for no more than 61
        waiting = {pool.submit(_do, job, words): job for job in jobs}
        try:
            for future in as_completed(waiting):
                yield waiting[future], _ended(future.exception()) or future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _ended(trouble: BaseException | None) -> MinutesError | None:
    """Why a process ended before it could tell, or None."""
    if isinstance(trouble, BrokenProcessPool):
        return MinutesError("the process that read it was stopped", todo="try again with --jobs 1")
    return fault(trouble) if isinstance(trouble, Exception) else None


def _do(job: Job, words: Rulebook | None) -> MinutesError | None:
    """Writes the page of one job; says why where it cannot."""
    try:
        minutes.write(minutes.recap(minutes.read(job.source), words=words), job.target, format=job.format)
    except MinutesError as error:
        return error.at(job.source.name)
    except Exception as bug:  # one file must not stop the rest
        return fault(bug).at(job.source.name)
    return None


def guard(target: Path, inputs: Iterable[Path]) -> OutputError | None:
    """Why a page must not be written here: a folder, no folder around it, or one of the inputs. None where it may."""
    try:
        if target.is_dir():
            return OutputError("a folder, not a file", file=str(target), todo="name a file in it")
        if not target.parent.is_dir():
            return OutputError("its folder does not exist", file=str(target), todo="make the folder first")
        if not os.access(target.parent, os.W_OK):  # better said now than after the work
            return OutputError("no permission to write here", file=str(target), todo="choose another folder")
        if target.exists() and any(source.exists() and source.samefile(target) for source in inputs):
            return OutputError("this is an input, which is never changed", file=str(target), todo="choose another name")
    except (OSError, ValueError) as error:
        return OutputError(_why(error), file=str(target)[:80], todo="choose another name")
    return None


def fault(bug: Exception) -> MinutesError:
    """A mistake of ours in one line: its kind and place, and nothing of the transcript."""
    trace = bug.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" in {Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}" if trace else ""
    return MinutesError(f"a fault of minutes itself ({type(bug).__name__}{place})", todo="please report it")


def _why(error: Exception) -> str:
    """The system's reason in lower case, such as `no such file or directory`."""
    return (getattr(error, "strerror", None) or "not a usable name").lower()
