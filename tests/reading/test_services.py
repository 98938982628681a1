# ruff: noqa: E501  (one case a line)
"""JSON of services, tables and our own files."""

from __future__ import annotations

import json

import pytest

from minutes.reading import read

Turns = list[tuple[str | None, float | None, float | None, str]]


def amazon(label: str, at: str, word: str, kind: str = "pronunciation") -> dict[str, object]:
    times = {"start_time": at, "end_time": str(float(at) + 0.5)} if kind == "pronunciation" else {}
    return {**times, "alternatives": [{"content": word}], "type": kind}


AMAZON = {
    "results": {
        "transcripts": [{"transcript": "Good day. Hi."}],
        "speaker_labels": {
            "segments": [
                {
                    "speaker_label": "spk_0",
                    "items": [
                        {"start_time": "0.5", "speaker_label": "spk_0"},
                        {"start_time": "1.0", "speaker_label": "spk_0"},
                    ],
                },
                {"speaker_label": "spk_1", "items": [{"start_time": "2.0", "speaker_label": "spk_1"}]},
            ]
        },
        "items": [
            amazon("", "0.5", "Good"),
            amazon("", "1.0", "day"),
            amazon("", "0", ".", "punctuation"),
            amazon("", "2.0", "Hi"),
            amazon("", "0", ".", "punctuation"),
        ],
    }
}
CASES: list[tuple[str, object, Turns]] = [
    ("WhisperX", {"segments": [{"start": 0.5, "end": 1, "text": " a", "speaker": "S0", "words": [{"word": "a", "start": 0.5}]}, {"start": 1, "end": 2, "text": " b", "speaker": "S1", "words": []}]}, [("S0", 0.5, 1, "a"), ("S1", 1, 2, "b")]),
    ("AssemblyAI", {"text": "Good day all. Hi.", "utterances": [{"speaker": "A", "start": 170, "end": 2140, "text": "Good day all.", "words": [{"text": "Good", "start": 170, "end": 400, "speaker": "A"}]}, {"speaker": "B", "start": 3000, "end": 3900, "text": "Hi."}]}, [("A", 0.17, 2.14, "Good day all."), ("B", 3, 3.9, "Hi.")]),
    ("Deepgram, words only", {"results": {"channels": [{"alternatives": [{"transcript": "good day. hi.", "words": [{"word": "good", "punctuated_word": "Good", "start": 0.1, "end": 0.2, "speaker": 0}, {"word": "day", "punctuated_word": "day.", "start": 0.2, "end": 0.4, "speaker": 0}, {"word": "hi", "punctuated_word": "Hi.", "start": 1.5, "end": 1.7, "speaker": 1}]}]}]}}, [("Speaker 0", 0.1, 0.4, "Good day."), ("Speaker 1", 1.5, 1.7, "Hi.")]),
    ("Amazon", AMAZON, [("spk_0", 0.5, 1.5, "Good day."), ("spk_1", 2, 2.5, "Hi.")]),
    ("Azure batch", {"timestamp": "2020-06-26T15:18:35Z", "recognizedPhrases": [{"speaker": 1, "offset": "PT0.04S", "duration": "PT2S", "nBest": [{"confidence": 0.9, "display": "Run."}]}, {"speaker": 2, "offset": "PT1M5.4S", "duration": "PT1S", "nBest": [{"confidence": 0.9, "display": "No."}]}]}, [("Speaker 1", 0.04, 2.04, "Run."), ("Speaker 2", 65.4, 66.4, "No.")]),
    ("Azure live", [{"Offset": 900000, "Duration": 5600000, "SpeakerId": "0", "NBest": [{"Confidence": 0.9, "Display": "Hello."}]}, {"Offset": 17000000, "Duration": 5600000, "SpeakerId": "1", "NBest": [{"Confidence": 0.9, "Display": "Hi."}]}], [("Speaker 0", 0.09, 0.65, "Hello."), ("Speaker 1", 1.7, 2.26, "Hi.")]),
    ("Rev.ai", {"monologues": [{"speaker": 0, "elements": [{"type": "text", "value": "Hi", "ts": 0.5, "end_ts": 0.9}, {"type": "punct", "value": "."}]}, {"speaker": 1, "elements": [{"type": "text", "value": "Ho", "ts": 1.5, "end_ts": 1.9}, {"type": "punct", "value": "."}]}]}, [("Speaker 0", 0.5, None, "Hi."), ("Speaker 1", 1.5, None, "Ho.")]),
    ("Fathom", {"title": "Sync", "transcript": [{"speaker": {"display_name": "Ann"}, "text": "Hi.", "timestamp": "00:00:05"}, {"speaker": {"display_name": "Bob"}, "text": "Ho.", "timestamp": "00:01:05"}]}, [("Ann", 5, None, "Hi."), ("Bob", 65, None, "Ho.")]),
    ("names by id", {"videos": [{"insights": {"transcript": [{"text": "Hi.", "speakerId": 1, "instances": [{"start": "0:00:01.2", "end": "0:00:02"}]}, {"text": "Ho.", "speakerId": 2, "instances": [{"start": "0:00:03", "end": "0:00:04"}]}], "speakers": [{"id": 1, "name": "Ann"}, {"id": 2, "name": "Bob"}]}}]}, [("Ann", 1.2, 2, "Hi."), ("Bob", 3, 4, "Ho.")]),
    ("Slack", [{"type": "message", "user": "U1", "text": "hi", "ts": "1795014003.2", "user_profile": {"real_name": "Ann"}}, {"type": "message", "subtype": "channel_join", "user": "U2", "text": "joined", "ts": "1795014004.2"}, {"type": "message", "user": "U2", "ts": "1795014005.2"}, {"type": "message", "user": "U2", "text": "ho", "ts": "1795014013.2"}], [("Ann", 3.2, None, "hi"), ("U2", 13.2, None, "ho")]),
    ("Telegram", {"name": "Team", "messages": [{"type": "message", "date": "2026-11-18T15:00:03", "from": "Ann", "text": ["see ", {"type": "link", "text": "https://example.org"}]}, {"type": "service", "date": "2026-11-18T15:00:04", "actor": "Ann", "text": "pinned"}, {"type": "message", "date": "2026-11-18T15:00:13", "from": "Bob", "text": "ok"}]}, [("Ann", 3, None, "see https://example.org"), ("Bob", 13, None, "ok")]),
    ("QMSum", {"meeting_transcripts": [{"speaker": "Project Manager", "content": "Okay {vocalsound} right ."}, {"speaker": "Marketing", "content": "Hi ."}]}, [("Project Manager", None, None, "Okay {vocalsound} right ."), ("Marketing", None, None, "Hi .")]),
    ("one word a segment", {"version": "1.0.0", "segments": [{"speaker": "Ann", "startTime": 0.5, "endTime": 0.75, "body": "I"}, {"speaker": "Ann", "startTime": 1, "endTime": 1.25, "body": "agree."}, {"speaker": "Bob", "startTime": 2, "endTime": 2.5, "body": "Good"}]}, [("Ann", 0.5, 1.25, "I agree."), ("Bob", 2, 2.5, "Good")]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "turns"), [case[1:] for case in CASES], ids=[name for name, *_ in CASES])
def test_services_become_turns(value: object, turns: Turns) -> None:
    transcript = read(json.dumps(value).encode())
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in transcript.turns] == turns


def test_our_own_file_is_kept_turn_by_turn() -> None:
    value = {
        "schema": "minutes/transcript/1", "title": None, "date": "2024-02-11", "extra": 1, "start": "18:30", "group": "Print group", "attendees": ["Ann", "Kim"],
        "turns": [
            {"speaker": "Ann", "start": 1, "end": 2.5, "text": "  Hello.", "more": 1},
            {"speaker": "Ann", "start": None, "end": None, "text": "[laughs]"},
            {"speaker": "ANN", "text": "Yes."},
            {"speaker": None, "text": "No."},
            {"speaker": "Bob", "text": " "},
        ],
    }  # fmt: skip
    transcript = read(json.dumps(value).encode(), name="2023-01-01 old.json")
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in transcript.turns] == [
        ("Ann", 1, 2.5, "Hello."),
        ("Ann", None, None, "[laughs]"),
        ("ANN", None, None, "Yes."),
        (None, None, None, "No."),
        ("Bob", None, None, ""),
    ]
    assert (transcript.title, str(transcript.date), transcript.start) == (None, "2024-02-11", "18:30")
    assert transcript.attendees == ("Ann", "Kim")
    assert transcript.group == "Print group"


def test_times_of_day_count_from_the_start_of_the_meeting() -> None:
    value = {"title": "Sync", "start_time": "2026-11-18T15:00:00+00:00", "transcript": {"speaker_blocks": [{"start_time": "1795014003200", "end_time": "1795014009800", "speaker": {"name": "Ann"}, "words": "Hi."}, {"start_time": "1795014010400", "end_time": "1795014011400", "speaker": {"name": "Bob"}, "words": "Ho."}]}}  # fmt: skip
    transcript = read(json.dumps(value).encode())
    assert [(turn.start, turn.end) for turn in transcript.turns] == [(3.2, 9.8), (10.4, 11.4)]
    assert (transcript.title, str(transcript.date), transcript.start) == ("Sync", "2026-11-18", "15:00")


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("speaker,start,end,text\nAnn,0:01,0:02,Hi\nBob,3.5,4,Ho\n", [("Ann", 1, 2, "Hi"), ("Bob", 3.5, 4, "Ho")]),
        ('start\tend\ttext\n3200\t6500\tGood "day"\n6500\t9800\tand bye\n', [(None, 3.2, 9.8, 'Good "day" and bye')]),
        ("Time;Name;Transcript\n00:00:01;Ann;Hi\n00:00:05;Bob;Ho\n", [("Ann", 1, None, "Hi"), ("Bob", 5, None, "Ho")]),
        (
            "| Speaker | Text |\n|---|---|\n| Ann | Hi |\n| Bob | Ho |\n",
            [("Ann", None, None, "Hi"), ("Bob", None, None, "Ho")],
        ),
    ],
)
def test_tables_become_turns(text: str, turns: Turns) -> None:
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in read(text.encode()).turns] == turns


def test_every_word_of_a_monologue_is_kept() -> None:
    """Each element of Rev.ai has a confidence, and the first was once taken for the best of several readings."""
    words = [{"type": "text", "value": word, "ts": at, "confidence": 1} for at, word in enumerate(("Hello", "all"))]
    space, stop = ({"type": "punct", "value": sign} for sign in (" ", "."))
    value = {"monologues": [{"speaker": at, "elements": [words[0], space, words[1], stop]} for at in (0, 1)]}
    assert [(turn.speaker, turn.text) for turn in read(json.dumps(value).encode()).turns] == [
        ("Speaker 0", "Hello all."),
        ("Speaker 1", "Hello all."),
    ]


def test_events_of_matrix_are_messages() -> None:
    events = [
        {"type": "m.room.message", "sender": sender, "origin_server_ts": at, "content": {"body": body}}
        for sender, at, body in (("@ann:ex.org", 1795014003000, "hello"), ("@bob:ex.org", 1795014013000, "ho"))
    ]
    turns = read(json.dumps({"messages": events}).encode()).turns
    assert [(turn.speaker, turn.start, turn.text) for turn in turns] == [
        ("@ann:ex.org", 3, "hello"),
        ("@bob:ex.org", 13, "ho"),
    ]
