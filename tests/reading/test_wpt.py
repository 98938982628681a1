"""The W3C's WebVTT parsing tests: as many cues as the standard asks for, or more where it asks to drop speech."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.reading import cues
from minutes.reading.decoding import decode

FOLDER = Path(__file__).parent / "wpt"

CUES = {
    "arrows": 6, "comment-in-cue-text": 2, "header-garbage": 1, "header-space": 1, "header-tab": 1,
    "header-timings": 1, "ids": 5, "newlines": 4, "regions-id": 4, "regions-lines": 13, "regions-old": 2,
    "regions-regionanchor": 20, "regions-scroll": 6, "regions-viewportanchor": 20, "settings-align": 13,
    "settings-line": 46, "settings-multiple": 2, "settings-position": 22, "settings-region": 9, "settings-size": 16,
    "settings-vertical": 8, "signature-bom": 0, "signature-no-newline": 0, "signature-space": 0,
    "signature-space-no-newline": 0, "signature-tab": 0, "signature-tab-no-newline": 0, "signature-timings": 0,
    "stylesheets": 2, "timings-eof": 0, "timings-negative": 4, "timings-omitted-hours": 3,
}  # fmt: skip

LENIENT = {
    "nulls": 7,
    "timings-60": 2,
    "timings-garbage": 0,
    "timings-too-long": 2,
    "timings-too-short": 2,
    "whitespace-chars": 3,
}
"""Files whose odd times the standard refuses; speech under an odd time is still speech, so it is kept."""


def count(name: str) -> int:
    text, _ = decode((FOLDER / f"{name}.vtt").read_bytes())
    return len(list(cues.split(text, cues.ARROW)))


@pytest.mark.parametrize("name", CUES)
def test_the_cues_of_the_standard(name: str) -> None:
    assert count(name) == CUES[name]


@pytest.mark.parametrize("name", LENIENT)
def test_no_cue_of_the_standard_is_lost(name: str) -> None:
    assert count(name) > LENIENT[name]
