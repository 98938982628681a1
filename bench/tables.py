"""What was measured, as Markdown."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from typing import NamedTuple

from contenders import CONTENDERS, OURS, PARSE, TEXTRANK
from speed import IMPORTED, LOADED, SPACY

from minutes.many.processes import METHOD

_HOUR = 10_000
_MB = 1_000_000


class Measured(NamedTuple):
    """What one run came to."""

    transcripts: int
    warm: Mapping[tuple[str, int], float]
    """Seconds for 10,000 words, by contender and length of a meeting."""
    peaks: Mapping[tuple[str, int], int]
    """Bytes, by contender and length of the meeting."""
    cold: Mapping[str, float]
    """Seconds, by what is started."""
    meetings: int
    """Of the archive."""
    rates: Mapping[int, float]
    """Meetings a minute, by processes."""


def tables(found: Measured) -> Iterator[str]:
    """The tables, a line each; first the ratios with what is aimed at."""
    yield (
        f"{found.transcripts} transcripts; {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}, spaCy {version('spacy')}"
    )
    yield ""
    yield from _table(("ratio", "is", "aim"), _aims(found))
    for title, told in (
        ("Seconds of the processor for 10,000 words, warm, in meetings of", _by_length(found.warm, "{:.2f} s", 1)),
        ("Memory at its most, for one meeting of", _by_length(found.peaks, "{:.0f} MB", _MB)),
    ):
        yield from ("", *_table((title, *CONTENDERS), told))
    yield ""
    title = "Seconds of the processor from nothing"
    of = f"of {LOADED}"
    starts = ((name, f"{seconds:.2f} s", f"{seconds / found.cold[LOADED]:.2f}") for name, seconds in found.cold.items())
    yield from _table((title, "", of), starts)
    yield ""
    rates = ((f"{count}", f"{rate:.0f}") for count, rate in found.rates.items())
    yield from _table((f"Processes ({METHOD}), archive of {found.meetings:,}", "meetings a minute"), rates)


def _aims(found: Measured) -> Iterator[tuple[str, str, str]]:
    longest = max(words for _, words in found.warm)
    warm, cold, peaks = found.warm, found.cold, found.peaks
    hour = warm[OURS, _HOUR]
    yield f"recap of {_HOUR:,} words ÷ {PARSE}", f"{hour / warm[PARSE, _HOUR]:.2f}", "0.35 at most"
    yield f"recap of {_HOUR:,} words ÷ {TEXTRANK}", f"{hour / warm[TEXTRANK, _HOUR]:.2f}", "0.25 at most"
    yield f"a word among {longest:,} ÷ a word among {_HOUR:,}", f"{warm[OURS, longest] / hour:.2f}", "1.15 at most"
    yield f"memory, {_HOUR:,} words", f"{peaks[OURS, _HOUR] / _MB:.0f} MB", "350 MB at most"
    yield f"memory, {longest:,} words", f"{peaks[OURS, longest] / _MB:.0f} MB", "700 MB at most"
    yield f"`minutes recap` of a short meeting ÷ {LOADED}", f"{cold[OURS] / cold[LOADED]:.2f}", "1.6 at most"
    yield f"{IMPORTED} ÷ {SPACY}", f"{cold[IMPORTED] / cold[SPACY]:.2f}", "0.25 at most"
    yield "archive, two processes ÷ one", f"{found.rates[2] / found.rates[1]:.2f}", "1.5 at least"


def _by_length(values: Mapping[tuple[str, int], float], form: str, unit: int) -> Iterator[tuple[str, ...]]:
    """A row for each length: what we took, then what each of the others took and how much of it ours is."""
    for words in dict.fromkeys(words for _, words in values):
        ours, *others = (values[name, words] for name in CONTENDERS)
        shares = (f"{form.format(other / unit)} ({ours / other:.2f})" for other in others)
        yield f"{words:,} words", form.format(ours / unit), *shares


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    marks = ("---", *["---:"] * (len(head) - 1))
    for row in (head, marks, *rows):
        yield f"| {' | '.join(row)} |"
