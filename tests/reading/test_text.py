# ruff: noqa: E501  (one case a line)
"""Plain text and Markdown: who speaks, and what is no speech."""

from __future__ import annotations

import pytest

from minutes.reading import read

Turns = list[tuple[str | None, float | None, str]]

NOTES = """Minutes of the print group
Date: 3 March 2024
Present: Ann, Bob Lee, Zoë

Ann: right, so the leaflet
Ann: I'll do the print run by friday
Bob Lee: ok
 and I ring the council
ACTION: Bob to ring the council
Topic: money
Zoë: we have 300 left
Note: this is a side remark
http://example.org/x
10:30: break
Decision: print 500
Ann: fine
"""
MEET = """# Transcript

_This editable transcript was computer generated and might contain errors._

### 00:05:00

Ann Lee: So, the thing is:
Bob Roe: Yes?

Ann Lee:  part of me thinks: no.

Zed Quux: one line only.

### Meeting ended after 00:07:00 👋
"""
TWO: Turns = [("Ann Lee", 3, "Hello."), ("Bob", 9, "Hi there.")]

CASES: list[tuple[str, str, Turns]] = [
    (
        "typed notes keep their lines",
        NOTES,
        [
            ("Ann", None, "right, so the leaflet\nI'll do the print run by friday"),
            ("Bob Lee", None, "ok and I ring the council\nACTION: Bob to ring the council\nTopic: money"),
            (
                "Zoë",
                None,
                "we have 300 left\nNote: this is a side remark\nhttp://example.org/x\n10:30: break\nDecision: print 500",
            ),
            ("Ann", None, "fine"),
        ],
    ),
    (
        "Google Meet",
        MEET,
        [
            ("Ann Lee", 300, "So, the thing is:"),
            ("Bob Roe", None, "Yes?"),
            ("Ann Lee", None, "part of me thinks: no."),
            ("Zed Quux", None, "one line only."),
        ],
    ),
    (
        "words before a colon that come once",
        "Ann: I think the problem is this.\nPart of me: well, I do not know.\nThe point is: we need money.\nBob: Sure.\nAnn: Good.\n",
        [
            ("Ann", None, "I think the problem is this. Part of me: well, I do not know. The point is: we need money."),
            ("Bob", None, "Sure."),
            ("Ann", None, "Good."),
        ],
    ),
    (
        "nobody is named",
        "We met on Tuesday. The main problem: money is short.\n\nThen we agreed to print. Next step: call\nthe printer.\n",
        [
            (None, None, "We met on Tuesday. The main problem: money is short."),
            (None, None, "Then we agreed to print. Next step: call the printer."),
        ],
    ),
    (
        "one line that names nobody",
        "Remember this: we print leaflets.",
        [(None, None, "Remember this: we print leaflets.")],
    ),
    (
        "each speaks once, over wrapped lines",
        "Ann: this is a line that\ngoes on here and\nends there.\nBob: and this one\ngoes on too\nuntil here.\n",
        [
            ("Ann", None, "this is a line that goes on here and ends there."),
            ("Bob", None, "and this one goes on too until here."),
        ],
    ),
    (
        "headings are not people",
        "Action items: send sheet\nDecision: go\nSummary: all fine\nAnn: ok\nBob: ok\nAnn: yes\n",
        [
            (None, None, "Action items: send sheet"),
            (None, None, "Decision: go"),
            ("Ann", None, "ok"),
            ("Bob", None, "ok"),
            ("Ann", None, "yes"),
        ],
    ),
    (
        "time in front",
        "[00:00:03] Ann Lee: Hello.\n[00:00:09] Bob: Hi there.\nAnd more.\n",
        [("Ann Lee", 3, "Hello."), ("Bob", 9, "Hi there. And more.")],
    ),
    ("time in front, bold name", "[00:00:03] **Ann Lee:** Hello.\n\n[00:00:09] **Bob:** Hi there.\n", TWO),
    ("time behind the name", "Ann Lee: [00:00:03] Hello.\n\nBob: [00:00:09] Hi there.\n", TWO),
    ("time behind the name, then the colon", "Ann Lee (00:03): Hello.\nBob (00:09): Hi there.\n", TWO),
    ("time and name above", "00:03 Ann Lee\nHello.\n\n00:09 Bob\nHi there.\n", TWO),
    ("name and time above", "Ann Lee   0:03\nHello.\n\nBob   0:09\nHi there.\n\nAnn Lee stopped transcription\n", TWO),
    ("bold name and time above", "**Ann Lee** [00:00:03]\nHello.\n\n**Bob** [00:00:09]\nHi there.\n", TWO),
    (
        "time above the name",
        "00:03\nAnn Lee\nHello.\n\n00:09\nBob\nHi there.\n\nTranscribed by https://fireflies.ai/",
        TWO,
    ),
    ("arrow above the name", "0:0:3.0 --> 0:0:8.5\nAnn Lee\nHello.\n\n0:0:9.0 --> 0:0:9.900\nBob\nHi there.\n", TWO),
    ("dash and organisation", "0:03 - Ann Lee (Org)\n  Hello.\n\n0:09 - Bob\n  Hi  there.\n", TWO),
    (
        "surnames first who stop transcription",
        "Lee, Ann   0:03\nHello.\n\nRoe, Bob (Ext)   0:09\nHi there.\n\nRoe, Bob (Ext) stopped transcription\n",
        [("Lee, Ann", 3, "Hello."), ("Roe, Bob (Ext)", 9, "Hi there.")],
    ),
    (
        "numbers behind two spaces",
        "Speaker  1: hello\nSpeaker  2: hi\nSpeaker  1: bye\n",
        [("Speaker 1", None, "hello"), ("Speaker 2", None, "hi"), ("Speaker 1", None, "bye")],
    ),
    ("name and time above, one space", "Ann Lee 0:03\nHello.\n\nBob 0:09\nHi there.\n", TWO),
    ("slanted names", "*Ann:* hi\n\n__Bob:__ ho\n", [("Ann", None, "hi"), ("Bob", None, "ho")]),
    ("a numbered list", "1. Ann: hello\n2. Bob: hi\n", [("Ann", None, "hello"), ("Bob", None, "hi")]),
    (
        "a small word before a colon",
        "Ann: we go to the\nmarket and\nask: who comes\nBob: i will\nAnn: ok\n",
        [("Ann", None, "we go to the market and ask: who comes"), ("Bob", None, "i will"), ("Ann", None, "ok")],
    ),
    (
        "name alone above",
        "Ann Lee:\nHello.\n\nBob:\nHi.\n\nAnn Lee:\nBye.\n",
        [("Ann Lee", None, "Hello."), ("Bob", None, "Hi."), ("Ann Lee", None, "Bye.")],
    ),
    ("only times", "0:00\ngood morning all\n0:06\nwe start\n", [(None, 0, "good morning all\nwe start")]),
    ("ranges of time", "[00:00 - 00:10]  good morning\n[00:10 - 00:20]  bye\n", [(None, 0, "good morning\nbye")]),
    (
        "the clock on the wall",
        "[Ann Lee] 13:32:23\nHello.\n\n[Bob] 13:32:29\nHi there.\n",
        [("Ann Lee", 23, "Hello."), ("Bob", 29, "Hi there.")],
    ),
    (
        "a parliament",
        "Mr. POE. Mr. President, I rise.\nThe PRESIDING OFFICER (Ms. Doe). The Senator has that right.\n",
        [
            ("Mr. POE", None, "Mr. President, I rise."),
            ("The PRESIDING OFFICER (Ms. Doe)", None, "The Senator has that right."),
        ],
    ),
    (
        "wild names",
        "Barnabé + Francesco 🚗: salut\n@ritz / Hubert Ritz (EIP-8219): hi\nDima Gus | Lido: yo\n",
        [
            ("Barnabé + Francesco 🚗", None, "salut"),
            ("@ritz / Hubert Ritz (EIP-8219)", None, "hi"),
            ("Dima Gus | Lido", None, "yo"),
        ],
    ),
    (
        "small letters",
        "ann: hi\nbob: hello\nann: so what\n",
        [("ann", None, "hi"), ("bob", None, "hello"), ("ann", None, "so what")],
    ),
    (
        "a list",
        "- Ann: hello\n- Bob: hi\n- Ann: bye\n",
        [("Ann", None, "hello"), ("Bob", None, "hi"), ("Ann", None, "bye")],
    ),
    (
        "quoted mail",
        "> Ann: hello\n> Bob: hi\n> Ann: ok\n",
        [("Ann", None, "hello"), ("Bob", None, "hi"), ("Ann", None, "ok")],
    ),
    ("nameless turns", "# Sync\n\n**:** Hello there.\n**:** And you.\n", [(None, None, "Hello there. And you.")]),
    ("a heading between turns", "**Ann:** hi\n\n## Money\n\n**Bob:** ho\n", [("Ann", None, "hi"), ("Bob", None, "ho")]),
    (
        "escaped marks",
        "**Ann:** yes \\[laughs\\]\n\n**Bob:** ho\n",
        [("Ann", None, "yes [laughs]"), ("Bob", None, "ho")],
    ),
]


@pytest.mark.parametrize(("text", "turns"), [case[1:] for case in CASES], ids=[name for name, *_ in CASES])
def test_texts_become_turns(text: str, turns: Turns) -> None:
    assert [(turn.speaker, turn.start, turn.text) for turn in read(text.encode()).turns] == turns


def test_the_header_is_read() -> None:
    transcript = read(NOTES.encode())
    assert (transcript.title, str(transcript.date)) == ("Minutes of the print group", "2024-03-03")
    assert transcript.attendees == ("Ann", "Bob Lee", "Zoë")


def test_a_summary_above_the_transcript_is_no_speech() -> None:
    text = "# Sync\n\nNov 18, 2026\n\n## Summary\n\nBob: he said much.\nBob: and more.\n\n## Transcript\n\nAnn: hi.\nKim: ho.\n"
    transcript = read(text.encode())
    assert transcript.speakers == ("Ann", "Kim")
    assert (transcript.title, str(transcript.date)) == ("Sync", "2026-11-18")
    assert transcript.remarks == ("2 lines above the first speech were not taken as speech.",)


def test_a_list_of_speakers_in_front_matter() -> None:
    text = "---\ntitle: On paper\ndate: 2020-07-31\nspeakers: ['Ann van Poe', 'Sjors Lee']\n---\n\nAnn van Poe: hi.\n\nSjors Lee: ho.\n"
    transcript = read(text.encode())
    assert (transcript.title, str(transcript.date)) == ("On paper", "2020-07-31")
    assert transcript.attendees == ("Ann van Poe", "Sjors Lee")


def test_five_thousand_speakers() -> None:
    text = "".join(f"Person {number}: hello number {number}.\n" for number in range(5_000))
    assert len(read(text.encode()).speakers) == 5_000


def test_nicks_in_angle_brackets_speak_among_typed_names() -> None:
    text = "Ann Lee: Welcome all of you.\n<kim> :wave:\nBob: Thanks.\nAnn Lee: Yes.\n<kim> see https://example.org\nAnn Lee: Good."
    assert [turn.speaker for turn in read(text.encode()).turns] == [
        "Ann Lee",
        "kim",
        "Bob",
        "Ann Lee",
        "kim",
        "Ann Lee",
    ]


@pytest.mark.parametrize(
    ("head", "start"), [("Ann Lee | 00:03", 3), ("Ann Lee  3:00 PM", None), ("**Ann Lee** *[00:03]*: Hello.", 3)]
)
def test_more_lines_that_say_who_speaks(head: str, start: float | None) -> None:
    text = f"{head}\nHello all.\n\n{head.replace('Ann Lee', 'Bob')}\nHi.\n\n{head}\nGood.\n"
    turns = read(text.encode()).turns
    assert [(turn.speaker, turn.start) for turn in turns] == [("Ann Lee", start), ("Bob", start), ("Ann Lee", start)]
