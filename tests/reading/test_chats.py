# ruff: noqa: E501  (one case a line)
"""Chats and IRC logs: messages, not reactions, system lines or commands."""

from __future__ import annotations

import pytest

from minutes.reading import read

Turns = list[tuple[str | None, float | None, str]]

ZOOM = (
    "15:00:03\t From Ann to Everyone : hello\n15:00:04\t From Ann to Bob(Privately) : secret\n"
    "15:00:06\t From Bob to Ann(Direct Message) : hush\n15:00:09\t From Bob Lee to Everyone : ho\nand more\n"
)
CASES: list[tuple[str, str, str, Turns]] = [
    ("Zoom to 2021", ZOOM, "chat", [("Ann", 3, "hello"), ("Bob Lee", 9, "ho\nand more")]),
    (
        "Zoom without readers",
        "08:58:13\t From Leah (she/her) / py.org : Welcome\n08:59:13\t From Ann : hi : there\n",
        "chat",
        [("Leah (she/her) / py.org", 13, "Welcome"), ("Ann", 73, "hi : there")],
    ),
    (
        "Zoom 2022",
        "17:06:15 From Ann to Everyone:\r\r\n\thello\r\r\n17:06:20 From Bob to Everyone:\r\r\n\thi\r\r\n",
        "chat",
        [("Ann", 15, "hello"), ("Bob", 20, "hi")],
    ),
    (
        "Zoom now",
        '00:04:58\tAnn Lee:\tHello all\n00:05:02\tBob:\tReplying to "Hello all"\n\nhi\n00:05:08\tBob:\tReacted to "Hello all" with ❤️\n',
        "chat",
        [("Ann Lee", 298, "Hello all"), ("Bob", 302, "hi")],
    ),
    (
        "WhatsApp on Android",
        "11/18/26, 14:58 - Messages and calls are end-to-end encrypted.\n11/18/26, 15:00 - Ann Lee: hello\nand more\n11/18/26, 15:02 - Bob: <Media omitted>\n11/19/26, 15:01 - Bob: ho\n",
        "chat",
        [("Ann Lee", 0, "hello\nand more"), ("Bob", 86460, "ho")],
    ),
    (
        "WhatsApp on iOS",
        "\u200e[18.11.26, 14:58:00] Team: \u200eMessages and calls are end-to-end encrypted.\n[18.11.26, 3:00:03\u202fPM] ~ Ann Lee: hello\n[18.11.26, 3:00:10\u202fPM] Bob: ho\n",
        "chat",
        [("Ann Lee", 123, "hello"), ("Bob", 130, "ho")],
    ),
    (
        "Discord",
        "[18/11/2026 15:00] ann\nhello\n\n[18/11/2026 15:02] bob\nhi there\n",
        "chat",
        [("ann", 0, "hello"), ("bob", 120, "hi there")],
    ),
    (
        "Element",
        "Nov 18, 2026, 15:00:03 - Ann Lee: Hello\nNov 18, 2026, 15:00:09 - Bob: Hi\n",
        "chat",
        [("Ann Lee", 3, "Hello"), ("Bob", 9, "Hi")],
    ),
    (
        "irssi",
        "15:02 <@ann> hello\n15:02 -!- kim has joined\n15:03 < bob> ho\n",
        "irc",
        [("ann", 0, "hello"), ("bob", 60, "ho")],
    ),
    (
        "past midnight",
        "[23:59:58] <ann> hello\n[00:00:08] <bob> ho\n",
        "irc",
        [("ann", 58, "hello"), ("bob", 68, "ho")],
    ),
    (
        "WeeChat",
        "2026-11-18 15:00:00\t-->\tkim (k@example.org) has joined\n2026-11-18 15:00:03\t@ann\thello\n2026-11-18 15:00:10\tbob\tho\n",
        "irc",
        [("ann", 3, "hello"), ("bob", 10, "ho")],
    ),
    (
        "mIRC",
        "<ann> this is a long\n line that is broken\n<bob> ho\n",
        "irc",
        [("ann", None, "this is a long line that is broken"), ("bob", None, "ho")],
    ),
    (
        "a scribe",
        "15:00:01 <Zakim> Zakim has joined\n15:00:02 <ann> scribe: ann\n15:00:03 <ann> Bob: I move it\n15:00:04 <ann> ... twice\n15:00:05 <kim> q+\n15:00:06 <kim> Bob: agreed\n15:00:07 <ann> RESOLUTION: do it\n",
        "irc",
        [("Bob", 3, "I move it\ntwice"), ("kim", 6, "Bob: agreed"), ("ann", 7, "RESOLUTION: do it")],
    ),
    (
        "a transcriber",
        "[2024-11-05T16:58:30.652Z]\t<Ann_Lee>\tpresent+\n[2024-11-05T16:58:31.652Z]\t<Transcriber>\tAnn_Lee: Welcome all\n[2024-11-05T16:58:39.652Z]\t<Transcriber>\tBob: Hi\n",
        "irc",
        [("Ann_Lee", 31, "Welcome all"), ("Bob", 39, "Hi")],
    ),
]


@pytest.mark.parametrize(("text", "format", "turns"), [case[1:] for case in CASES], ids=[name for name, *_ in CASES])
def test_messages_become_turns(text: str, format: str, turns: Turns) -> None:
    transcript = read(text.encode())
    assert transcript.sources[0].format == format
    assert [(turn.speaker, turn.start, turn.text) for turn in transcript.turns] == turns


def test_private_messages_are_read_only_when_asked_for() -> None:
    assert read(ZOOM.encode()).remarks == ("2 private messages were left out.",)
    assert [turn.text for turn in read(ZOOM.encode(), private=True).turns] == ["hello\nsecret", "hush", "ho\nand more"]


def test_the_day_and_the_hour_of_a_chat() -> None:
    known = read(b"11/18/26, 15:00 - Ann: hello\n11/18/26, 15:01 - Bob: ho\n")
    assert (str(known.date), known.start) == ("2026-11-18", "15:00")
    either = read(b"11/12/26, 15:00 - Ann: hello\n11/12/26, 15:01 - Bob: ho\n")
    assert (either.date, either.start) == (None, "15:00")


def test_what_a_scribe_types_is_no_speech_where_it_is_a_link_or_a_proposal_and_bots_say_nothing() -> None:
    text = (
        "15:00:01 <ann> scribe: ann\n15:00:02 <ann> Explainer: https://example.org/explainer\n"
        "15:00:03 <ann> proposed: go on\n15:00:04 <ann> Bob: yes\n15:00:05 <gitbot> pushed a change\n"
    )
    assert read(text.encode()).speakers == ("ann", "Bob")
