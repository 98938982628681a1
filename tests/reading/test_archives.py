# ruff: noqa: E501  (one message a line)
"""Chats as they are exported: Slack's days beside a list of users, and archives of chats."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from minutes.errors import BrokenFile, NotATranscript
from minutes.reading import Limits, read

USERS = [
    {"id": "U1", "name": "ann", "profile": {"real_name": "Ann Lee"}, "real_name": "Ann Lee"},
    {"id": "U2", "name": "bob", "profile": {}, "real_name": "Bob Roe"},
]
DAY = [
    {"type": "message", "user": "U1", "ts": "1795014003.000200", "text": "See <https://example.org/p|the plan> &amp; go."},
    {"type": "message", "subtype": "channel_join", "user": "U2", "ts": "1795014004.000100", "text": "<@U2> has joined"},
    {"type": "message", "user": "U2", "ts": "1795014013.000100", "text": "<@U1> <!channel> <#C1|print> <https://example.org>"},
]  # fmt: skip
TURNS = [
    ("Ann Lee", 3.0, "See the plan (https://example.org/p) & go."),
    ("Bob Roe", 13.0, "@Ann Lee @channel #print https://example.org"),
]
WHATSAPP = (
    "[18.11.26, 15:00:03] Ann Lee: hello\n[18.11.26, 15:00:10] Bob: \u200eimage omitted\n[18.11.26, 15:00:12] Bob: ho\n"
)


def archive(**parts: object) -> bytes:
    """A zip archive; in the names of its parts `__` stands for a slash and `_json` for the suffix."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            text = content if isinstance(content, str) else json.dumps(content)
            file.writestr(name.replace("__", "/").replace("_json", ".json").replace("_txt", ".txt"), text)
    return out.getvalue()


def turns(source: Path | bytes) -> list[tuple[str | None, float | None, str]]:
    return [(turn.speaker, turn.start, turn.text) for turn in read(source).turns]


def test_a_day_of_slack_takes_its_names_from_the_list_above_it(tmp_path: Path) -> None:
    folder = tmp_path / "general"
    folder.mkdir()
    (folder / "2026-11-18.json").write_text(json.dumps(DAY))
    (tmp_path / "users.json").write_text(json.dumps(USERS))
    assert turns(folder / "2026-11-18.json") == TURNS


def test_without_a_list_people_stay_what_they_are_called_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "2026-11-18.json").write_text(json.dumps(DAY))
    (tmp_path / "users.json").write_text("not json")
    assert [turn.speaker for turn in read(tmp_path / "2026-11-18.json").turns] == ["U1", "U2"]


def test_an_archive_of_one_channel_is_one_chat() -> None:
    export = archive(users_json=USERS, channels_json=[], general__d1_json=DAY[:2], general__d2_json=DAY[2:])
    assert turns(export) == TURNS
    assert read(export).title == "general"


def test_of_several_channels_somebody_has_to_choose() -> None:
    export = archive(users_json=USERS, general__d_json=DAY, random__d_json=DAY)
    with pytest.raises(NotATranscript, match=r"2 channels \(general, random\)"):
        read(export)


def test_whatsapp_in_its_archive() -> None:
    transcript = read(archive(_chat_txt=WHATSAPP, photo="x" * 100), name="WhatsApp Chat - Team.zip")
    assert [(turn.speaker, turn.start, turn.text) for turn in transcript.turns] == [
        ("Ann Lee", 3.0, "hello"),
        ("Bob", 12.0, "ho"),
    ]
    assert transcript.sources[0].format == "zip"


def test_an_archive_that_holds_too_much_or_is_damaged_is_refused() -> None:
    export = archive(_chat_txt="[18.11.26, 15:00:03] Ann: " + "a" * 100_000)
    with pytest.raises(NotATranscript, match="and the limit is 50,000"):
        read(export, limits=Limits(unpacked=50_000))
    damaged = bytearray(export)
    damaged[60:90] = bytes(30)
    with pytest.raises(BrokenFile, match="damaged"):
        read(bytes(damaged))
