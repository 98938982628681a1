"""The shapes of JSON in which services hand out one small meeting."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import pytest

from minutes.errors import NotATranscript
from minutes.reading import read

Turns = list[tuple[str | None, float | None, str]]

ANN, BOB = "Ann Lee", "Bob Roe"
SAID = (("Hello everyone.", 1.0), ("Hi there, good day.", 3.0), ("Let us begin.", 5.0))
HELLO, HI, BEGIN = (text for text, _ in SAID)
WORDS = [
    (text, at + number / 4, who)
    for (saying, at), who in zip(SAID, (0, 1, 0), strict=True)
    for number, text in enumerate(saying.split())
]
"""Each word with its start and who says it."""
NAMED: Turns = [(ANN, 1.0, HELLO), (BOB, 3.0, HI), (ANN, 5.0, BEGIN)]


def labelled(first: str, second: str) -> Turns:
    return [(first, 1.0, HELLO), (second, 3.0, HI), (first, 5.0, BEGIN)]


def bare(text: str) -> str:
    return text.strip(".,").lower()


def proto(at: float) -> dict[str, object]:
    return {"seconds": str(int(at)), "nanos": round(at % 1 * 1e9)}


def watson(*, labels: bool) -> dict[str, object]:
    results = [
        {
            "final": True,
            "alternatives": [{"transcript": "…", "timestamps": [[bare(w), at, at + 0.2] for w, at, _ in part]}],
        }
        for part in (WORDS[:2], WORDS[2:])
    ]
    told = [{"from": at, "to": at + 0.2, "speaker": who, "final": False} for _, at, who in WORDS]
    return {"results": results, "result_index": 0} | ({"speaker_labels": told} if labels else {})


def plain_watson() -> Turns:
    return [
        (f"Speaker {who}", at, " ".join(bare(w) for w in text.split()))
        for (text, at), who in zip(SAID, (0, 1, 0), strict=True)
    ]


def google(words: Sequence[tuple[str, float, int]], *, tags: bool) -> dict[str, object]:
    told = [
        {"startTime": f"{at}s", "endTime": f"{at + 0.2}s", "word": w} | ({"speakerTag": who + 1} if tags else {})
        for w, at, who in words
    ]
    return {"alternatives": [{"transcript": " ".join(w for w, *_ in words), "words": told}]}


def amazon(*channels: int) -> list[dict[str, object]]:
    said = [(w, str(at)) for w, at, who in WORDS if who in channels]
    return [{"start_time": at, "end_time": at, "alternatives": [{"content": w}]} for w, at in said]


def entries(
    speaker: str, text: str, start: str, times: Iterable[object] = (1, 3, 5), names: tuple[object, object] = (ANN, BOB)
) -> list[dict[str, object]]:
    who = (names[0], names[1], names[0])
    return [{speaker: name, text: said, start: at} for name, (said, _), at in zip(who, SAID, times, strict=True)]


MOMENTS = [f"2026-11-18T15:00:0{at}Z" for at in (1, 3, 5)]
SINCE_1970 = [1795014000000 + at * 1000 for at in (1, 3, 5)]
CASES: list[tuple[str, object, Turns]] = [
    ("IBM Watson", watson(labels=True), plain_watson()),
    ("IBM Watson, in a batch", {"results": [{"result_index": 0, **watson(labels=True)}]}, plain_watson()),
    (
        "IBM Watson without speakers",
        watson(labels=False),
        [(None, 1.0, "hello everyone hi there good day let us begin")],
    ),
    (
        "Google, said again with speakers",
        {"results": [google(WORDS[:2], tags=False), google(WORDS[2:], tags=False), google(WORDS, tags=True)]},
        labelled("Speaker 1", "Speaker 2"),
    ),
    (
        "Google without times",
        {"results": [{"alternatives": [{"transcript": text}], "resultEndTime": "2s"} for text, _ in SAID]},
        [(None, None, f"{HELLO} {HI} {BEGIN}")],
    ),
    (
        "Google, second version",
        {
            "results": [
                {
                    "alternatives": [
                        {
                            "words": [
                                {"startOffset": f"{at}s", "word": w, "speakerLabel": str(who + 1)}
                                for w, at, who in WORDS
                            ]
                        }
                    ]
                }
            ]
        },
        labelled("Speaker 1", "Speaker 2"),
    ),
    (
        "Google from Python",
        {
            "results": [
                {
                    "alternatives": [
                        {
                            "words": [
                                {"start_time": proto(at), "word": w, "speaker_tag": who + 1} for w, at, who in WORDS
                            ]
                        }
                    ]
                }
            ]
        },
        labelled("Speaker 1", "Speaker 2"),
    ),
    (
        "Speechmatics",
        {
            "format": "2.9",
            "results": [
                {
                    "type": "word",
                    "start_time": at,
                    "end_time": at + 0.2,
                    "alternatives": [{"content": w, "speaker": f"S{who + 1}"}],
                }
                for w, at, who in WORDS
            ],
        },
        labelled("S1", "S2"),
    ),
    (
        "Speechmatics, first version",
        {
            "job": {"lang": "en"},
            "speakers": [
                {"name": name, "time": str(at), "duration": "1"} for name, at in (("M1", 1.0), ("F1", 3.0), ("M1", 5.0))
            ],
            "words": [{"name": w, "time": str(at), "duration": "0.2"} for w, at, _ in WORDS],
        },
        labelled("M1", "F1"),
    ),
    (
        "ElevenLabs",
        {
            "words": [
                piece
                for w, at, who in WORDS
                for piece in (
                    {"text": w, "start": at, "end": at, "type": "word", "speaker_id": f"speaker_{who}"},
                    {"text": " ", "start": at, "end": at, "type": "spacing", "speaker_id": f"speaker_{who}"},
                )
            ]
        },
        labelled("speaker_0", "speaker_1"),
    ),
    (
        "whisper.cpp",
        {
            "transcription": [
                {
                    "timestamps": {"from": "00:00:01,000", "to": "00:00:02,000"},
                    "offsets": {"from": int(at * 1000), "to": int(at * 1000) + 900},
                    "text": f" {text}",
                }
                for text, at in SAID
            ]
        },
        [(None, 1.0, f"{HELLO} {HI} {BEGIN}")],
    ),
    (
        "Fireflies",
        {
            "data": {
                "transcript": {
                    "title": "Sync",
                    "sentences": entries("speaker_name", "text", "start_time"),
                    "summary": {"overview": "They met and talked for a long time about many things."},
                }
            }
        },
        NAMED,
    ),
    (
        "Read.ai, by turns",
        {
            "title": "Sync",
            "start_time_ms": 1795014000000,
            "transcript": {
                "turns": entries("speaker", "text", "start_time_ms", SINCE_1970, ({"name": ANN}, {"name": BOB}))
            },
        },
        NAMED,
    ),
    (
        "Recall.ai",
        [
            {
                "participant": {"id": 1, "name": name},
                "words": [
                    {
                        "text": w,
                        "start_timestamp": {"relative": begin + n / 4},
                        "end_timestamp": {"relative": begin + n / 4},
                    }
                    for n, w in enumerate(text.split())
                ],
            }
            for (text, begin), name in zip(SAID, (ANN, BOB, ANN), strict=True)
        ],
        NAMED,
    ),
    (
        "Gong",
        {
            "callTranscripts": [
                {
                    "callId": "1",
                    "transcript": [
                        {
                            "speakerId": str(who),
                            "topic": "Start",
                            "sentences": [{"start": int(at * 1000), "end": int(at * 1000) + 900, "text": text}],
                        }
                        for (text, at), who in zip(SAID, (8, 9, 8), strict=True)
                    ],
                }
            ]
        },
        labelled("Speaker 8", "Speaker 9"),
    ),
    ("Symbl", {"messages": entries("from", "text", "startTime", MOMENTS, ({"name": ANN}, {"name": BOB}))}, NAMED),
    (
        "Soniox",
        {
            "tokens": [
                {"text": f" {w}", "start_ms": int(at * 1000), "end_ms": int(at * 1000) + 200, "speaker": str(who + 1)}
                for w, at, who in WORDS
            ]
        },
        labelled("Speaker 1", "Speaker 2"),
    ),
    (
        "Zoom's timeline",
        {
            "timeline": [
                {"text": text, "users": [{"username": name}], "ts": f"00:00:0{at}00", "end_ts": f"00:00:0{at}90"}
                for (text, at), name in zip(SAID, (ANN, BOB, ANN), strict=True)
            ]
        },
        NAMED,
    ),
    (
        "Amazon, call analytics",
        {
            "Transcript": [
                {
                    "Content": text,
                    "BeginOffsetMillis": int(at * 1000),
                    "EndOffsetMillis": int(at * 1000) + 900,
                    "ParticipantRole": who,
                }
                for (text, at), who in zip(SAID, ("AGENT", "CUSTOMER", "AGENT"), strict=True)
            ]
        },
        labelled("AGENT", "CUSTOMER"),
    ),
    (
        "Amazon, a channel each",
        {
            "results": {
                "channel_labels": {
                    "channels": [{"channel_label": f"ch_{n}", "items": amazon(n)} for n in (1, 0)],
                },
                "items": amazon(0, 1),
            }
        },
        labelled("ch_0", "ch_1"),
    ),
    (
        "Deepgram, a channel each",
        {
            "results": {
                "channels": [
                    {
                        "alternatives": [
                            {
                                "transcript": "…",
                                "words": [
                                    {"word": bare(w), "punctuated_word": w, "start": at, "end": at}
                                    for w, at, who in WORDS
                                    if who == channel
                                ],
                            }
                        ]
                    }
                    for channel in (0, 1)
                ]
            }
        },
        labelled("Channel 0", "Channel 1"),
    ),
    (
        "Deepgram, paragraphs",
        {
            "results": {
                "channels": [
                    {
                        "alternatives": [
                            {
                                "transcript": "…",
                                "paragraphs": {
                                    "paragraphs": [
                                        {
                                            "speaker": who,
                                            "start": at,
                                            "sentences": [{"text": text, "start": at, "end": at + 1}],
                                        }
                                        for (text, at), who in zip(SAID, (0, 1, 0), strict=True)
                                    ]
                                },
                            }
                        ]
                    }
                ]
            }
        },
        labelled("Speaker 0", "Speaker 1"),
    ),
    (
        "Otter",
        {
            "speech": {
                "transcripts": entries("speaker_id", "transcript", "start_ms", (1000, 3000, 5000), (11, 12)),
                "speakers": [{"id": 11, "speaker_name": ANN}, {"id": 12, "speaker_name": BOB}],
            }
        },
        NAMED,
    ),
    (
        "YouTube",
        {
            "events": [
                {
                    "tStartMs": int(at * 1000),
                    "dDurationMs": 900,
                    "segs": [{"utf8": piece} for piece in (text[:3], text[3:])],
                }
                for text, at in SAID
            ]
        },
        [(None, 1.0, f"{HELLO} {HI} {BEGIN}")],
    ),
    (
        "Microsoft Graph",
        {
            "value": [
                {
                    "messageType": "message",
                    "createdDateTime": at,
                    "from": {"user": {"displayName": name}},
                    "body": {"contentType": "html", "content": f"<p>{text.replace('good', '<b>good</b>')}</p>"},
                }
                for (text, _), at, name in zip(SAID, MOMENTS, (ANN, BOB, ANN), strict=True)
            ]
        },
        NAMED,
    ),
    (
        "Messenger, the newest first",
        {"messages": entries("sender_name", "content", "timestamp_ms", SINCE_1970)[::-1]},
        NAMED,
    ),
    (
        "Google Chat",
        {
            "messages": entries(
                "creator",
                "text",
                "created_date",
                [f"Wednesday, November 18, 2026 at 3:00:0{at} PM UTC" for at in (1, 3, 5)],
                ({"name": ANN}, {"name": BOB}),
            )
        },
        NAMED,
    ),
    (
        "Matrix, with those who joined",
        {
            "messages": [
                {
                    "type": "m.room.member",
                    "state_key": who,
                    "sender": who,
                    "content": {"displayname": name},
                    "origin_server_ts": 1795014000000,
                }
                for who, name in (("@a:x.org", ANN), ("@b:x.org", BOB))
            ]
            + [
                {"type": "m.room.message", "sender": who, "content": {"body": text}, "origin_server_ts": at}
                for (text, _), at, who in zip(SAID, SINCE_1970, ("@a:x.org", "@b:x.org", "@a:x.org"), strict=True)
            ]
        },
        NAMED,
    ),
    (
        "lines under a speaker",
        {
            "transcript": [
                {"speaker": name, "lines": [{"text": text, "start": at}]}
                for (text, at), name in zip(SAID, (ANN, BOB, ANN), strict=True)
            ]
        },
        NAMED,
    ),
    ("pairs", [[ANN, HELLO], [BOB, HI], [ANN, BEGIN]], [(name, None, text) for name, _, text in NAMED]),
    (
        "lines",
        {"transcript": [f"{name}: {text}" for name, _, text in NAMED]},
        [(name, None, text) for name, _, text in NAMED],
    ),
    (
        "one text",
        {"title": "Sync", "transcript": "\n".join(f"{name}: {text}" for name, _, text in NAMED)},
        [(name, None, text) for name, _, text in NAMED],
    ),
    (
        "one text that is captions",
        {
            "transcript": "WEBVTT\n\n"
            + "".join(
                f"00:0{at}00 --> 00:0{at}90\n<v {name}>{text}</v>\n\n"
                for (text, at), name in zip(SAID, (ANN, BOB, ANN), strict=True)
            )
        },
        NAMED,
    ),
    ("words and nothing else", {"text": f"{HELLO} {HI}"}, [(None, None, f"{HELLO} {HI}")]),
]


@pytest.mark.parametrize(("value", "turns"), [case[1:] for case in CASES], ids=[name for name, *_ in CASES])
def test_every_word_is_read_with_who_said_it_and_when(value: object, turns: Turns) -> None:
    found = read(json.dumps(value).encode()).turns
    assert [(turn.speaker, turn.start, turn.text) for turn in found] == turns


def test_a_link_behind_words_keeps_its_address() -> None:
    said = [{"type": "text_link", "text": "the plan", "href": "https://example.org/p"}]
    value = {"messages": [{"type": "message", "date": "2026-11-18T15:00:01", "from": ANN, "text": said}]}
    assert read(json.dumps(value).encode()).turns[0].text == "the plan (https://example.org/p)"


def test_cues_that_teams_writes_for_programs() -> None:
    cue = json.dumps({"startDateTime": MOMENTS[0], "speakerName": ANN, "spokenText": HELLO, "spokenLanguage": "en-us"})
    turns = read(f"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n{cue}\n".encode()).turns
    assert [(turn.speaker, turn.start, turn.text) for turn in turns] == NAMED[:1]


@pytest.mark.parametrize(
    "value",
    [{"text": "ok"}, {"message": "no access to this"}, {"items": [{"id": 1, "note": "a b c d"}]}, [], {}, [1, 2]],
)
def test_no_transcript_is_made_of_what_is_none(value: object) -> None:
    with pytest.raises(NotATranscript, match="no transcript in this JSON"):
        read(json.dumps(value).encode(), name="x.json")
