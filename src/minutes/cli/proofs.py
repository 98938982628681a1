"""The commands that look at finished pages: whether they stand, what a person changed, what leaks."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minutes.batch import guard
from minutes.checking import Report
from minutes.checking.leaks import leaks
from minutes.checking.sheets import load
from minutes.cli.inputs import STANDARD, key, meetings, once, one_meeting, paths, wishes
from minutes.cli.telling import DONE, FALLEN, REFUSED, printable, refuse, say, tell
from minutes.drafting import draw_up, learnt, prove
from minutes.errors import InputError, NotFound
from minutes.revising import corrections, veil
from minutes.writing import layout
from minutes.writing.files import put


def checked(chosen: argparse.Namespace) -> int:
    """Says whether each line of a page leads back to the transcript."""
    chosen.files = list(once(chosen.files))
    one_meeting(chosen)
    page, hidden, wanted = load(chosen.page), key(chosen), wishes(chosen)
    laid_out = layout(template=chosen.template)
    for transcript in meetings(chosen):
        with _named(chosen.page):
            report = prove(page, transcript, wanted, hidden, laid_out)
        for failing in report.failing:
            tell("error", f"{Path(chosen.page).name}, {failing}")
        for place in report.by_hand:
            tell("note", f"{Path(chosen.page).name}, {place}: by hand")
        print(printable(_count(report)))
        return DONE if report.stands else FALLEN
    return REFUSED


@contextmanager
def _named(page: str) -> Iterator[None]:
    """An error that is about a page names it."""
    try:
        yield
    except InputError as error:
        raise error.at(Path(page).name) from None


def _count(report: Report) -> str:
    """How many lines were traced, were changed by hand, and do not stand."""
    traced = f"{report.traced} {'line' if report.traced == 1 else 'lines'} traced to the transcript"
    by_hand = f", {len(report.by_hand)} by hand" if report.by_hand else ""
    failing = f", {len(report.failing)} that do not stand" if report.failing else ""
    return f"{traced}{by_hand}{failing}. Traced is not true: only a reader can tell that."


def learned(chosen: argparse.Namespace) -> int:
    """Writes what a person changed on a page into a file of corrections."""
    chosen.files = list(once(chosen.files))
    one_meeting(chosen)
    target = None if chosen.out == STANDARD else Path(chosen.out)
    refused = guard(target, [Path(chosen.page), *paths(chosen.files)]) if target else None
    if refused:
        return refuse(refused)
    page, wanted = load(chosen.page), wishes(chosen)
    for transcript in meetings(chosen):
        with _named(chosen.page):
            found = learnt(page, transcript, wanted)
        for sentence in found.unread:
            tell("note", f"{Path(chosen.page).name}, {sentence}")
        tell("note", _learnt(found.corrections))
        _write(corrections.dump(found.corrections), target)
        return DONE
    return REFUSED


def _learnt(found: corrections.Corrections) -> str:
    """How many corrections were read back."""
    named = {"change": found.change, "drop": found.drop, "addition": found.add, "name": tuple(found.names)}
    told = [f"{len(ones)} {name}{'' if len(ones) == 1 else 's'}" for name, ones in named.items() if ones]
    head = ["the head or the overview"] if found.meeting != corrections.Meeting() else []
    return f"read back: {', '.join([*told, *head]) or 'nothing that was changed'}."


def veiled(chosen: argparse.Namespace) -> int:
    """Draws up a veil file for a transcript, or looks through a finished page for what it should hide."""
    return _leaking(chosen) if chosen.check else _drawn_up(chosen)


def _leaking(chosen: argparse.Namespace) -> int:
    """Looks for names in a finished page."""
    if len(chosen.files) != 1 or chosen.out != STANDARD:
        chosen.parser.error("--check PAGE goes with one veil file, and nothing is written")
    hidden, page = veil.load(chosen.files[0]), Path(chosen.check)
    try:
        found = leaks(page.read_bytes(), page.name, hidden)
    except OSError as error:
        raise NotFound((error.strerror or "cannot be read").lower(), file=page.name, todo="name a page") from None
    for leak in found.leaks:
        tell("error", f"{page.name}, {leak.place}: {leak.found}")
    for part in found.unread:
        tell("note", f"{page.name}: not looked into: {part}")
    if found.standing:
        tell("note", f"still standing, for you to look at: {', '.join(found.standing)}")
    print(printable(f"{len(found.leaks)} leaks found. What people tell, and how, may still show who they are."))
    return FALLEN if found.leaks else DONE


def _drawn_up(chosen: argparse.Namespace) -> int:
    chosen.files = list(once(chosen.files))
    one_meeting(chosen)
    target = None if chosen.out == STANDARD else Path(chosen.out)
    refused = guard(target, paths(chosen.files)) if target else None
    if refused:
        return refuse(refused)
    for transcript in meetings(chosen):
        drafted = draw_up(transcript, wishes(chosen))
        _write(veil.draft(drafted.recap, (drafted.transcript,)), target)
        return DONE
    return REFUSED


def _write(text: str, target: Path | None) -> None:
    if target:
        put(text.encode(), target)
    else:
        say(text.encode())
