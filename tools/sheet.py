"""Draw findings at random for a blind reading: `python tools/sheet.py FILE… [--count 40] [--seed 1]`.

Prints each with the talk around it, the turns that it cites marked with a star. Readers answer for each: is the
sentence grammatical, is it true to the words, can it be understood without the transcript?
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

import minutes
from minutes.model import Turn

KINDS = ("next_steps", "decisions", "proposals", "challenges", "advice", "questions")
AROUND = 2
"""Turns shown before the first that a finding cites, and behind the last."""


def main() -> int:
    """Prints the sheet; the same files, count and seed give the same one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, help="transcripts")
    parser.add_argument("--count", type=int, default=40, help="findings to draw")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    found = [line for file in sorted(chosen.files) for line in lines(file)]
    drawn = random.Random(chosen.seed).sample(found, min(chosen.count, len(found)))
    for number, line in enumerate(drawn, start=1):
        print(f"#{number} {line}\n")
    return 0


def lines(file: Path) -> Iterator[str]:
    """Each finding of a transcript as one text: its kind, its words, whose it is, and the talk around it."""
    transcript = minutes.read(file)
    recap = minutes.recap(transcript)
    for kind in KINDS:
        for one in getattr(recap, kind):
            cited = [piece.turn for piece in one.evidence]
            span = range(max(0, min(cited) - AROUND), min(len(transcript.turns), max(cited) + AROUND + 1))
            talk = (f"    {'*' if n in cited else ' '} {_said(transcript.turns[n])}" for n in span)
            yield "\n".join([f"[{kind}] {told(one)}", *talk])


def _said(turn: Turn) -> str:
    return f"{turn.speaker}: {turn.text}"


def told(one: BaseModel) -> str:
    """The words of a finding as a page has them, with people and day."""
    shown = one.model_dump(exclude_none=True)
    people = shown.get("owners") or shown.get("proposers") or [shown.get("raised_by") or shown.get("given_by") or ""]
    title = f"{shown['title']}: " if "title" in shown else ""
    return f"{title}{shown['text']} ({', '.join(map(str, people))}; {shown.get('due', '')})"


if __name__ == "__main__":
    sys.exit(main())
