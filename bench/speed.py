"""What each contender takes for the same words: of the processor, warm and from a cold start, and of memory."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from children import run
from contenders import CONTENDERS, MODEL, OURS

MINUTES = Path(sys.executable).with_name("minutes")
SPACY, LOADED, IMPORTED = "import spacy", "import spacy and load the model", "import minutes"
"""What is started besides the contenders."""
_ALONE = Path(__file__).with_name("contenders.py")
_ROUNDS, _COLD_ROUNDS = 2, 5


class Cut(NamedTuple):
    """The same words as one long meeting, or as many short ones."""

    words: int
    """Of each meeting, about."""
    meetings: tuple[Path, ...]


def warm(cuts: Iterable[Cut], before: Path) -> dict[tuple[str, int], float]:
    """Seconds of the processor for all the words, by contender and length of a meeting.

    Each contender has a process of its own, in which it does another meeting before. Of several rounds, the best counts
    for each meeting.
    """
    seconds = {}
    for cut in cuts:
        for name in CONTENDERS:
            rounds = [_seconds(name, before, *cut.meetings) for _ in range(_ROUNDS)]
            seconds[name, cut.words] = sum(map(min, *rounds))
            tell(f"{name}, meetings of {cut.words:,} words: {seconds[name, cut.words]:.1f} s")
    return seconds


def _seconds(name: str, before: Path, *meetings: Path) -> list[float]:
    """What each meeting took; the one before does not count."""
    told: list[float] = json.loads(run(*_work(name, before, *meetings)).said.splitlines()[-1])
    return told[1:]


def memory(cuts: Iterable[Cut], page: Path) -> dict[tuple[str, int], int]:
    """Bytes at their most in a fresh process that does one meeting, by contender and length; ours writes a page too."""
    peaks = {}
    for cut in cuts:
        for name in CONTENDERS:
            peaks[name, cut.words] = run(*_whole(name, cut.meetings[0], page)).peak
            tell(f"{name}, one meeting of {cut.words:,} words: {peaks[name, cut.words] / 1e6:.0f} MB")
    return peaks


def cold(short: Path, page: Path) -> dict[str, float]:
    """Seconds of the processor from nothing to the result, of a short meeting; by what is started."""
    started: dict[str, tuple[object, ...]] = {
        SPACY: (sys.executable, "-c", "import spacy"),
        LOADED: (sys.executable, "-c", f"import spacy; spacy.load('{MODEL}', exclude=['ner'])"),
        IMPORTED: (sys.executable, "-c", "import minutes"),
        **{name: _whole(name, short, page) for name in CONTENDERS},
    }
    return {name: min(run(*command).cpu for _ in range(_COLD_ROUNDS)) for name, command in started.items()}


def _whole(name: str, meeting: Path, page: Path) -> tuple[object, ...]:
    """The command for one meeting: ours as people give it, to a Word file."""
    return (MINUTES, "recap", meeting, "-o", page) if name == OURS else _work(name, meeting)


def _work(name: str, *meetings: Path) -> tuple[object, ...]:
    return sys.executable, _ALONE, name, *meetings


def tell(what: str) -> None:
    """A line for whoever waits."""
    print(what, file=sys.stderr, flush=True)
