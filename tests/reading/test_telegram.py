"""Telegram's export as a web page."""

from __future__ import annotations

from datetime import date

from minutes.reading import read

HEAD = """<!DOCTYPE html>
<html><head><title>Exported Data</title></head><body><div class="page_header"><div class="text bold">
Weekly sync
</div></div><div class="history">
<div class="message service" id="message-1"><div class="body details">18 November 2026</div></div>
"""


def message(words: str, clock: str, name: str = "", before: str = "") -> str:
    named = f'<div class="from_name">\n{name} \n</div>' if name else ""
    when = f'<div class="pull_right date details" title="18.11.2026 {clock} UTC+01:00">\n{clock[:5]}\n</div>'
    body = f'{before}<div class="text">\n{words}\n</div>'
    return f'<div class="message default clearfix"><div class="body">{when}{named}{body}</div></div>\n'


def test_messages_have_names_times_and_words() -> None:
    forwarded = '<div class="forwarded body"><div class="from_name">\nEve Adams\n</div></div>'
    page = HEAD + "".join(
        (
            message("Let us start: 3:1 so far.", "16:00:05", "Ann &amp; Lee"),
            message('And the <a href="https://example.org/a">report</a>.<br>Second line', "16:00:25"),
            message("I agree.", "16:02:05", "Bob Stone"),
            message("As she says.", "16:03:00", before=forwarded),
        )
    )
    transcript = read(page.encode())
    assert [(turn.speaker, turn.start, turn.text) for turn in transcript.turns] == [
        ("Ann & Lee", 5.0, "Let us start: 3:1 so far.\nAnd the report.\nSecond line"),
        ("Bob Stone", 125.0, "I agree.\nAs she says."),
    ]
    assert (transcript.title, transcript.date, transcript.start) == ("Weekly sync", date(2026, 11, 18), "16:00")
    assert [source.format for source in transcript.sources] == ["telegram"]
