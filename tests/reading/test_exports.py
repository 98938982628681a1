# ruff: noqa: E501  (one export a line)
"""One small meeting as many programs export it, or as people paste it."""

from __future__ import annotations

import pytest

from minutes.reading import read

Turns = list[tuple[str | None, float | None, str]]

ANN, BOB = "Ann Lee", "Bob Roe"
HELLO, HI, BEGIN = "Hello everyone.", "Hi there, good day.", "Let us begin."
HOURS = ("00:00:01", "00:00:03", "00:00:05")
CLOCKS = ("0:01", "0:03", "0:05")
MACHINE = ("Speaker 1", "Speaker 2")
DEPARTMENTS = ("Lee, Ann (Sales)", "Roe, Bob (External)")


def every(form: str, times: tuple[str, ...] = HOURS, people: tuple[str, str] = (ANN, BOB)) -> str:
    """The meeting with each turn in one form of name, time and words."""
    turns = zip((people[0], people[1], people[0]), times, (HELLO, HI, BEGIN), strict=True)
    return "\n".join(form.format(n=name, t=time, s=said) for name, time, said in turns) + "\n"


def turns(*starts: float | None, people: tuple[str | None, str | None] = (ANN, BOB)) -> Turns:
    first, second = people
    begun = starts or (None, None, None)
    return list(zip((first, second, first), begun, (HELLO, HI, BEGIN), strict=True))


TIMED = turns(1, 3, 5)
TEXTS: list[tuple[str, str, Turns]] = [
    ("Fathom with an action item", "Sync - April 16\nVIEW RECORDING - 31 mins: https://fathom.video/x\n\n---\n\n0:01 - Ann Lee (Org)\n  Hello everyone.\n\nACTION ITEM: Send it - WATCH: https://fathom.video/x?timestamp=2.0\n\n0:03 - Bob Roe\n  Hi there, good day.\n\n0:05 - Ann Lee (Org)\n  Let us begin.\n", TIMED),
    ("a dash before the time", every("{n} - {t}\n{s}\n"), TIMED),
    ("HappyScribe", every("[{t}] - {n}\n{s}\n"), TIMED),
    ("faster Whisper", "[1.00s -> 2.00s]  Hello everyone.\n[3.00s -> 4.00s]  Hi there, good day.\n", [(None, 1, f"{HELLO} {HI}")]),
    ("Zoom's page, pasted", every("{n}\n{t}\n{s}"), TIMED),
    ("Teams' page, pasted, with initials", f"AL\nAnn Lee\n0:01\n{HELLO}\n\nBR\nBob Roe\n0:03\n{HI}\n\nAL\nAnn Lee\n0:05\n{BEGIN}\n", TIMED),
    ("Webex", every("{n}\n{t}\n{s}\n"), TIMED),
    ("the clock on the wall under names", every("{n}\n{t}\n{s}\n", ("3:00 PM", "3:01 PM", "3:02 PM")), turns()),
    ("Slack, pasted", every("{n}  [{t}]\n{s}", ("3:00 PM", "3:01 PM", "3:02 PM")), turns()),
    ("Otter with a link below", every("**{n}**  {t}  \n{s}\n") + "Transcribed by [https://otter.ai](https://otter.ai)\n", TIMED),
    ("marks of captions", every(">>{n}: {s}"), turns()),
    ("names in headings", every("### {n}\n\n{s}\n"), turns()),
    ("names and times in headings", every("### {n} — {t}\n\n{s}\n"), TIMED),
    ("names and times in brackets in headings", every("## {n} ({t})\n\n{s}\n"), TIMED),
    ("bold names alone", every("**{n}**\n\n{s}\n"), turns()),
    ("bold names without a colon", every("**{n}** {s}\n"), turns()),
    ("names with a dash", every("{n} — {s}") + "Bob Roe — Good.\n", [*turns(), (BOB, None, "Good.")]),
    ("times that are links", every("[{t}](https://example.org/v?t=1) **{n}:** {s}\n"), TIMED),
    ("times that are links behind names", every("**{n}** [({t})](https://example.org/v?t=1):\n{s}\n"), TIMED),
    ("times with a comma", every("{t}, {n}: {s}"), TIMED),
    ("times in angle brackets", every("<{t}> {n}: {s}"), TIMED),
    ("lyrics", every("[{t}]{s}", ("00:01.00", "00:03.00", "00:05.00")), [(None, 1, f"{HELLO} {HI} {BEGIN}")]),
    ("ranges behind names", every("{n} {t} - 00:00:09\n{s}\n"), TIMED),
    ("Premiere", every("{t}:00 - 00:00:09:00\n{n}\n{s}\n", people=MACHINE), turns(1, 3, 5, people=MACHINE)),
    ("surnames first, with departments", every("{n}   {t}\n{s}\n", people=DEPARTMENTS), turns(1, 3, 5, people=DEPARTMENTS)),
    ("columns between tabs", every("{t}\t{n}\t{s}"), TIMED),
    ("names and words between tabs", every("{n}\t{s}"), turns()),
    ("columns between bars", every("{t} | {n} | {s}"), TIMED),
]  # fmt: skip
CHATS: list[tuple[str, str, Turns]] = [
    ("Jitsi", f"Transcript of conference held at November 18, 2026\nInitial people present:\n    Ann Lee\n\nTranscript, started at 3:00:00 PM:\n<3:00:01 PM> Ann Lee: {HELLO}\n<3:00:03 PM> Bob Roe: {HI}\n\nEnd of transcript at November 18, 2026 3:10:00 PM\n", TIMED[:2]),
    ("Telegram, pasted", f"Ann Lee, [18.11.2026 15:00:01]\n{HELLO}\n\nBob Roe, [18.11.2026 15:00:03]\n{HI}\n", TIMED[:2]),
    ("Teams, pasted", every("[{t}] {n}\n{s}\n", ("3:00 PM", "3:01 PM", "3:02 PM")), turns(0, 60, 120)),
    ("Discord", f"{'=' * 62}\nGuild: G\nChannel: Text / general\n{'=' * 62}\n\n[11/18/2026 3:00 PM] Ann Lee\n{HELLO}\n\n[11/18/2026 3:01 PM] Bob Roe\n{HI}\n\n{{Attachments}}\nhttps://example.org/x.png\n\n{'=' * 62}\nExported 2 message(s)\n{'=' * 62}\n", [(ANN, 0, HELLO), (BOB, 60, f"{HI}\nhttps://example.org/x.png")]),
    ("WhatsApp in another language", f"18.11.26, 15:00 - Nachrichten sind verschlüsselt.\n18.11.26, 15:00 - Ann Lee: {HELLO}\n18.11.26, 15:01 - Bob Roe: {HI}\n18.11.26, 15:02 - Bob Roe: <Medien ausgeschlossen>\n", [(ANN, 0, HELLO), (BOB, 60, HI)]),
]  # fmt: skip
TABLES: list[tuple[str, str, Turns]] = [
    ("no names of columns", every('{t},{n},"{s}"'), TIMED),
    ("nor times", every('{n},"{s}"'), turns()),
    ("a title above", "Meeting: Sync,,\n,,\n" + every('{n},{t},"{s}"').replace(ANN, "Speaker,Time,Text\nAnn Lee", 1), TIMED),
    ("frames", "Speaker Name,Start Time,End Time,Text\n" + every('{n},{t}:00,{t}:12,"{s}"'), TIMED),
    ("moments", "AuthorID,Author,Date,Content\n" + every('1,{n},2026-11-18T15:{t}.0000000+00:00,"{s}"', ("00:01", "00:03", "00:05")), TIMED),
]  # fmt: skip
PAGES: list[tuple[str, str, Turns]] = [
    ("a list of definitions", "<html><body><dl>" + every("<dt>{n}</dt><dd>{s}</dd>") + "</dl></body></html>", turns()),
    ("a table", "<html><body><table><tr><th>Time</th><th>Speaker</th><th>Text</th></tr>" + every("<tr><td>{t}</td><td>{n}</td><td>{s}</td></tr>") + "</table></body></html>", TIMED),
    ("classes", "<html><body>" + every('<div><span class="speaker">{n}</span><span>{t}</span><p>{s}</p></div>') + "</body></html>", TIMED),
    ("classes of blocks", "<html><body>" + every('<div class="msg__author">{n}</div><div>{s}</div>') + "</body></html>", turns()),
    ("YouTube", '<?xml version="1.0" ?><timedtext format="3"><body><p t="1000" d="900">Hello everyone.</p><p t="3000" d="900">Hi there, good day.</p></body></timedtext>', [(None, 1, f"{HELLO} {HI}")]),
    ("YouTube, before", '<?xml version="1.0" ?><transcript><text start="1" dur="1">Hello everyone.</text><text start="3" dur="1">Hi there, good day.</text></transcript>', [(None, 1, f"{HELLO} {HI}")]),
    ("ticks", '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:p="http://www.w3.org/ns/ttml#parameter" p:tickRate="10000000"><body><p begin="10000000t" end="20000000t">Ann Lee: Hello everyone.</p><p begin="30000000t" end="40000000t">Bob Roe: Hi there, good day.</p></body></tt>', TIMED[:2]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"), [case[1:] for case in TEXTS + CHATS + PAGES], ids=[name for name, *_ in TEXTS + CHATS + PAGES]
)
def test_an_export_becomes_turns(text: str, wanted: Turns) -> None:
    assert [(turn.speaker, turn.start, turn.text) for turn in read(text.encode()).turns] == wanted


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in TABLES], ids=[name for name, *_ in TABLES])
def test_a_table_becomes_turns(text: str, wanted: Turns) -> None:
    assert [(turn.speaker, turn.start, turn.text) for turn in read(text.encode(), name="a.csv").turns] == wanted


def test_headings_that_are_no_names_stay_headings() -> None:
    text = "# Sync\n\n## Money\n\nAnn: We have none.\n\n## Aims\n\nBob: We have some.\n\nAnn: Good.\n"
    assert [turn.speaker for turn in read(text.encode()).turns] == ["Ann", "Bob", "Ann"]


def test_bold_words_that_come_back_are_nobody_where_people_are_named_otherwise() -> None:
    text = "Ann: see\n**Note** one\nBob: yes\n**Note** two\nAnn: so\n**Note** three\nBob: fine\n"
    assert [turn.speaker for turn in read(text.encode()).turns] == ["Ann", "Bob", "Ann", "Bob"]


def test_headings_of_a_page_are_nobody() -> None:
    page = "<html><body><nav><li>Comment 7: answer</li></nav><h1>Sync</h1><h3>Comment 7: answer</h3><p><cite>Ann:</cite> hi</p><h3>Comment 7: more</h3><p><cite>Bob:</cite> ho</p><p><cite>Ann:</cite> so</p></body></html>"
    assert [(turn.speaker, turn.text) for turn in read(page.encode()).turns] == [
        ("Ann", "hi"),
        ("Bob", "ho"),
        ("Ann", "so"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Milk - two bottles\nEggs - twelve\nMilk - for the cake\nFlour - one bag\n",
        "Monday - call the printer\nTuesday - print\nMonday - again\nTuesday - rest\n",
        "**Naming.** One word.\n\n**Shape.** Small.\n\n**Naming.** Two words.\n\n**Shape.** Large.\n",
        "## Done\n\nWe printed.\n\n## Next\n\nWe call.\n\n## Done\n\nWe called.\n\n## Next\n\nWe print.\n",
    ],
)
def test_lists_and_notes_name_nobody(text: str) -> None:
    assert read(text.encode()).speakers == ()


def test_a_name_may_begin_with_the_mark_of_a_heading() -> None:
    text = "Ann: a\n# heading: w\nBob: z\nEve: y\nKim: x\nLou: v\nMax: w\nNic: z\nOla: i\n"
    found = read(text.encode())
    assert "# heading" in found.speakers
    assert found.language == "en"
