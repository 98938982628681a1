"""Meetings with their recaps, made once."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import minutes
from minutes.model import Recap, Transcript

ROOT = Path(__file__).parent.parent.parent
SAMPLES = tuple(sorted((ROOT / "sample_transcripts").iterdir()))
MEETINGS = tuple(sorted((ROOT / "tests" / "evaluation" / "meetings").glob("*.json")))


class Held(NamedTuple):
    """A meeting and what was found in it."""

    transcript: Transcript
    recap: Recap


@cache
def held(path: Path) -> Held:
    """The meeting in a file."""
    transcript = minutes.read(path)
    return Held(transcript, minutes.recap(transcript))
