# ruff: noqa: E501  (one case a line)
"""Captions: WebVTT, SubRip, SubViewer, TTML."""

from __future__ import annotations

import pytest

from minutes.model import Tick
from minutes.reading import read

Turns = list[tuple[str | None, float | None, float | None, str]]

HEAD = "WEBVTT\n\n"
CASES: list[tuple[str, str, Turns]] = [
    (
        "a name is carried on",
        HEAD
        + "1\n00:00:01.000 --> 00:00:02.000\nAnn Lee: one and\n\n2\n00:00:02.000 --> 00:00:03.000\ntwo\n\n3\n00:00:03.000 --> 00:00:04.000\nBob: three\n",
        [("Ann Lee", 1, 3, "one and two"), ("Bob", 3, 4, "three")],
    ),
    (
        "Teams leaves the tag out for unknown people",
        HEAD
        + "a/1-0\n00:00:01.000 --> 00:00:02.000\n<v Ann>one</v>\n\na/2-0\n00:00:02.000 --> 00:00:03.000\ntwo\n\na/3-0\n00:00:03.000 --> 00:00:04.000\n<v Lee, Bob (Dept)>three &amp;\nfour</v>\n",
        [("Ann", 1, 2, "one"), (None, 2, 3, "two"), ("Lee, Bob (Dept)", 3, 4, "three & four")],
    ),
    (
        "unknown in their language",
        HEAD + "00:01.000 --> 00:02.000\n<v Unbekannter Sprecher>Ja.</v>\n\n00:02.000 --> 00:03.000\n<v Ann>Oui.</v>\n",
        [(None, 1, 2, "Ja."), ("Ann", 2, 3, "Oui.")],
    ),
    (
        "two voices in a cue",
        HEAD + "00:01.000 --> 00:02.000\n<v Ann>hi</v> <v.loud Bob>ho</v>\n",
        [("Ann", 1, 2, "hi"), ("Bob", 1, 2, "ho")],
    ),
    ("the name twice", HEAD + "00:01.000 --> 00:02.000\n<v Ann>Ann: hi</v>\n", [("Ann", 1, 2, "hi")]),
    ("cut inside a cue", HEAD + "1\n00:00:01.000 --> 00:00:02.000\n<v Ann>Hello the", [("Ann", 1, 2, "Hello the")]),
    (
        "comments",
        HEAD
        + 'NOTE duration:"00:32:00"\n\nNOTE Confidence: 0.69\n\n0b1-22\n00:00:01.000 --> 00:00:02.000\nhello there\n\nNOTE Confidence: 0.9\n\n0b1-23\n00:00:02.000 --> 00:00:03.000\nand more\n',
        [(None, 1, 3, "hello there and more")],
    ),
    (
        "an arrow in the words",
        HEAD + "00:01.000 --> 00:02.000\nAnn: go --> there\n\n00:02.000 --> 00:03.000\nBob: ok\n",
        [("Ann", 1, 2, "go --> there"), ("Bob", 2, 3, "ok")],
    ),
    (
        "words that are a number",
        "1\n00:00:01,000 --> 00:00:02,000\nhow many?\n\n2\n00:00:02,000 --> 00:00:03,000\n42\n\n3\n00:00:03,000 --> 00:00:04,000\nok\n",
        [(None, 1, 4, "how many? 42 ok")],
    ),
    (
        "only known tags are tags",
        '1\n00:00:01,000 --> 00:00:02,000\n<font color="#fff">hi</font> {\\an8}if a < b and c > d, R&D <3\n',
        [(None, 1, 2, "hi if a < b and c > d, R&D <3")],
    ),
    (
        "coordinates and marks",
        "1\n00:00:01,000 --> 00:00:02,000 X1:10 X2:20\n>> ANN: hi\n\n2\n00:00:02,000 --> 00:00:03,000\n>> BOB: ho\n",
        [("ANN", 1, 2, "hi"), ("BOB", 2, 3, "ho")],
    ),
    ("commas in WebVTT", HEAD + "00:00:01,000 --> 00:00:02,000\nAnn: Hi\n", [("Ann", 1, 2, "Hi")]),
    (
        "points and no index in SubRip",
        "00:00:01.000 --> 00:00:02.000\nhi\n\n00:00:02.000 --> 00:00:03.000\nho\n",
        [(None, 1, 3, "hi ho")],
    ),
    (
        "odd arrows",
        "1\n00:00:01,000 -> 00:00:02,000\nA: x\n\n2\n00:00:02,000 – 00:00:03,000\nB: y\n\n3\n00:00:03,000 → 00:00:04,000\nA: z\n",
        [("A", 1, 2, "x"), ("B", 2, 3, "y"), ("A", 3, 4, "z")],
    ),
    (
        "a blank line after each line",
        "1\n\n00:00:01,000 --> 00:00:02,000\n\nAnn: Hi\n\n2\n\n00:00:02,000 --> 00:00:03,000\n\nBob: Ho\n\n",
        [("Ann", 1, 2, "Hi"), ("Bob", 2, 3, "Ho")],
    ),
    (
        "the same index again",
        "1\n00:00:01,000 --> 00:00:02,000\nA: x\n\n1\n00:00:02,000 --> 00:00:03,000\nB: y\n",
        [("A", 1, 2, "x"), ("B", 2, 3, "y")],
    ),
    (
        "times below zero",
        "1\n-00:00:01,000 --> 00:00:02,000\nA: x\n\n2\n00:00:-2,000 --> 00:00:03,000\nB: y\n",
        [("A", None, 2, "x"), ("B", None, None, "y")],
    ),
    (
        "doubled line ends",
        "WEBVTT\r\r\n\r\r\n1\r\r\n00:00:01.000 --> 00:00:02.000\r\r\nAnn: Hi\r\r\n\r\r\n",
        [("Ann", 1, 2, "Hi")],
    ),
    ("a hundred hours", HEAD + "100:00:01.000 --> 100:00:02.000\nAnn: late\n", [("Ann", 360001, 360002, "late")]),
    (
        "a colon that names nobody",
        HEAD + "00:01.000 --> 00:05.000\nso the answer is: yes\n\n00:05.000 --> 00:06.000\nand one more thing: no\n",
        [(None, 1, 6, "so the answer is: yes and one more thing: no")],
    ),
    (
        "a pause may be somebody else",
        HEAD + "00:01.000 --> 00:02.000\nhi\n\n00:09.000 --> 00:10.000\nho\n",
        [(None, 1, 2, "hi"), (None, 9, 10, "ho")],
    ),
    (
        "rolling lines",
        "WEBVTT\nKind: captions\n\n00:00:01.000 --> 00:00:02.000\n \nwe<00:00:01.500><c> agreed</c>\n\n00:00:02.000 --> 00:00:02.010\nwe agreed\n \n\n00:00:02.010 --> 00:00:04.000\nwe agreed\non paper\n\n00:00:04.000 --> 00:00:04.010\non paper\n \n",
        [(None, 1, 4, "we agreed on paper")],
    ),
    (
        "the same cue again",
        HEAD + "00:00:01.000 --> 00:00:02.000\n<v A>We agreed.\n\n" * 20,
        [("A", 1, 2, "We agreed.")],
    ),
    (
        "noise is no speech",
        HEAD + "00:01.000 --> 00:02.000\n[music]\n\n00:02.000 --> 00:03.000\n<v Ann>[inaudible] yes (laughs)\n",
        [("Ann", 2, 3, "[inaudible] yes (laughs)")],
    ),
    (
        "SubViewer",
        "0:00:01.000,0:00:02.000\n(Ann Lee)\nhi\u00a0\nthere\n\n0:00:02.000,0:00:03.000\n(Ann Lee)\nyes\n\n0:00:04.000,0:00:05.000\n(Bob)\nho\n",
        [("Ann Lee", 1, 3, "hi there yes"), ("Bob", 4, 5, "ho")],
    ),
    (
        "TTML",
        '<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:m="http://www.w3.org/ns/ttml#metadata"><head><metadata><m:agent xml:id="a"><m:name>Ann</m:name></m:agent></metadata></head><body><p begin="1s" dur="500ms" m:agent="a">hi<br/>there</p><p begin="00:00:02:12" end="3s">ho</p></body></tt>',
        [("Ann", 1, 3, "hi there ho")],
    ),
]


@pytest.mark.parametrize(("text", "turns"), [case[1:] for case in CASES], ids=[name for name, *_ in CASES])
def test_captions_become_turns(text: str, turns: Turns) -> None:
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in read(text.encode()).turns] == turns


def test_the_clock_is_kept_where_captions_are_joined() -> None:
    (turn,) = read(
        b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>one</v>\n\n00:02.500 --> 00:04.000\n<v Ann>two</v>\n"
    ).turns
    assert turn.ticks == (Tick(0, 1.0), Tick(4, 2.5))
    assert (turn.when(0), turn.when(3), turn.when(4), turn.end) == (1.0, 1.0, 2.5, 4.0)


def test_what_was_dropped_is_counted() -> None:
    transcript = read(("WEBVTT\n\n" + "00:00:01.000 --> 00:00:02.000\n<v A>We agreed.\n\n" * 20).encode())
    assert transcript.remarks == ("19 captions with the words and times of another were dropped.",)
