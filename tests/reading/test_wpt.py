"""The W3C's WebVTT parsing tests: as many cues as the standard asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.errors import NotATranscript
from minutes.reading import cues, read, vtt
from minutes.reading.base import Page
from minutes.reading.decoding import decode

FOLDER = Path(__file__).parent / "wpt"

CUES = {
    "arrows": 6, "comment-in-cue-text": 2, "header-garbage": 1, "header-space": 1, "header-tab": 1,
    "header-timings": 1, "ids": 5, "newlines": 4, "nulls": 7, "regions-id": 4, "regions-lines": 13, "regions-old": 2,
    "regions-regionanchor": 20, "regions-scroll": 6, "regions-viewportanchor": 20, "settings-align": 13,
    "settings-line": 46, "settings-multiple": 2, "settings-position": 22, "settings-region": 9, "settings-size": 16,
    "settings-vertical": 8, "signature-bom": 0, "signature-no-newline": 0, "signature-space": 0,
    "signature-space-no-newline": 0, "signature-tab": 0, "signature-tab-no-newline": 0, "signature-timings": 0,
    "stylesheets": 2, "timings-60": 2, "timings-eof": 0, "timings-garbage": 0, "timings-negative": 4,
    "timings-omitted-hours": 3, "timings-too-long": 2, "timings-too-short": 2, "whitespace-chars": 3,
}  # fmt: skip


def found(name: str) -> tuple[list[cues.Cue], tuple[str, ...]]:
    data = (FOLDER / f"{name}.vtt").read_bytes()
    text = vtt.text(Page(name, data, decode(data)[0]))
    return vtt.believed(list(cues.split(text, cues.ARROW)))


@pytest.mark.parametrize("name", CUES)
def test_the_cues_of_the_standard(name: str) -> None:
    assert len(found(name)[0]) == CUES[name]


@pytest.mark.parametrize("name", ["timings-too-long", "timings-too-short"])
def test_no_word_of_a_refused_cue_is_read(name: str) -> None:
    assert [turn.text for turn in read(FOLDER / f"{name}.vtt").turns] == ["text0 text1"]


def test_what_is_refused_is_told() -> None:
    assert found("timings-60")[1] == (
        "4 cues were left out, as the times are broken: "
        "00:00:60.000 --> 00:00:01.000, 00:60:00.000 --> 00:00:01.000, 00:00:00.000 --> 00:00:60.000.",
    )
    with pytest.raises(NotATranscript, match="mend the lines of times"):
        read(FOLDER / "timings-garbage.vtt")


@pytest.mark.parametrize(
    "clock",
    [
        "{0:02}:{1:02}:{2:02},000",
        "{0}:{1}:{2}.5",
        "{0:02}:{1:02}:{2:02}",
        "{0:02}:{1:02}:{2:02}:12",
        "{0:02}:{1:02}:{2:02}:120",
        "{0:02}:{1:02}:{2:02}.000000",
        "{3}:{2:02}.000",
        "00:{3:02}:{2:02}.000",
    ],
)
@pytest.mark.parametrize("times", [1, 2, 300])
@pytest.mark.parametrize("each", [1, 2])
def test_a_tools_own_way_to_write_times_is_read(clock: str, times: int, each: int) -> None:
    starts = [at for at in range(5, times * 17, 17) for _ in range(each)]
    told = [clock.format(at // 3600, at // 60 % 60, at % 60, at // 60) for at in starts]
    body = "".join(f"{at} --> {at}\nword{number} goes on\n\n" for number, at in enumerate(told))
    transcript = read(f"WEBVTT\n\n{body}".encode())
    assert sum(turn.text.count("word") for turn in transcript.turns) == len(starts)
    assert not transcript.remarks


def test_a_slip_in_one_line_of_times_loses_no_word() -> None:
    data = b"WEBVTT\n\n00:01.000 --> 00:02.000\none\n\n00:02.000 --> 00:0d.000\ntwo\n\n00:04.000 --> 00:05.000\nthree\n"
    assert [turn.text for turn in read(data).turns] == ["one two three"]
