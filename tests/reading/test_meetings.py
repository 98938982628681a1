"""Rosters, chats beside their call, parts of one recording, limits, languages: what is asked for beside a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from minutes.errors import MinutesError, NotATranscript, NotFound, RulesError
from minutes.model import Tick, Transcript, Turn
from minutes.reading import Limits, Roster, joined, merged, read

CALL = b"WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann>Hello all.\n\n00:10.000 --> 00:14.000\n<v Bob>Let us begin.\n"
ROSTER = Roster({"speaker_00": "Amal Haddad", "S1": "Kambiz"}, {"come  bees": "Kambiz", "Amel": "Amal"})


def test_a_roster_names_labels_and_mends_words() -> None:
    found = read(b"SPEAKER_00: Come bees, hello. AMEL and Amelia.\nSPEAKER_01: Hi, amel.", roster=ROSTER)
    assert [(turn.speaker, turn.text) for turn in found.turns] == [
        ("Amal Haddad", "Kambiz, hello. Amal and Amelia."),
        ("SPEAKER_01", "Hi, Amal."),
    ]
    assert found.remarks == (
        "1 label was named by the roster: speaker_00 = Amal Haddad.",
        "Nobody here is called S1, as the roster has it.",
        "3 misheard words were set right: amel = Amal (2), come bees = Kambiz (1).",
    )


def test_a_roster_joins_labels_of_one_person() -> None:
    known = Roster({"Ann's phone": "Ann"}, {})
    found = read(b"Ann: one.\nAnn's phone: two.\nBob: ok.\nAnn's phone: no.", roster=known)
    assert [(turn.speaker, turn.text) for turn in found.turns] == [("Ann", "one. two."), ("Bob", "ok."), ("Ann", "no.")]


def test_a_roster_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "roster.toml"
    file.write_text('[names]\nA = "Ann"\n[vocabulary]\n"helo" = "hello"\n', "utf-8")
    assert read(b"A: helo\nB: helo", roster=file).turns == (
        Turn(speaker="Ann", text="hello"),
        Turn(speaker="B", text="hello"),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[names", "not valid TOML"),
        ("[people]\na = 'b'", "no table is called"),
        ("names = 3", "names is no table"),
        ("[names]\nA = 3", 'names."A": not a text'),
        ("[names]\nA = ''", 'names."A": not a text'),
    ],
)
def test_a_roster_with_a_mistake_is_refused(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "roster.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(RulesError) as caught:
        read(b"Ann: hi\nBob: ok", roster=file)
    assert str(caught.value).startswith("roster.toml")
    assert told in str(caught.value)
    with pytest.raises(NotFound, match="gone"):
        read(b"Ann: hi\nBob: ok", roster=tmp_path / "gone.toml")


def test_a_chat_with_times_from_the_start_goes_into_its_call() -> None:
    chat = read(b"00:00:02\tEve:\thttps://example.org/a\n00:00:03\tEve:\tsee there\n00:00:12\tEve:\tbye\n")
    both = merged(read(CALL), chat)
    assert [(turn.speaker, turn.start, turn.text) for turn in both.turns] == [
        ("Ann", 1, "Hello all."),
        ("Eve", 2, "https://example.org/a\nsee there"),
        ("Bob", 10, "Let us begin."),
        ("Eve", 12, "bye"),
    ]
    assert both.turns[1].ticks == (Tick(0, 2), Tick(22, 3))
    assert both.remarks[-1] == "3 messages of the chat were put into the call by time."
    assert [source.format for source in both.sources] == ["vtt", "chat"]


def test_a_chat_with_clock_times_is_laid_beside_the_hour_of_the_call() -> None:
    chat = read(b"15:00:05\t From Eve : one\n15:00:12\t From Eve : two\n")
    both = merged(read(CALL).model_copy(update={"start": "15:00"}), chat)
    assert [(turn.speaker, turn.start) for turn in both.turns] == [("Ann", 1), ("Eve", 5), ("Bob", 10), ("Eve", 12)]


def test_a_chat_whose_hour_is_not_known_stands_behind_the_call() -> None:
    both = merged(read(CALL), read(b"15:00:05\t From Eve : one\n15:00:12\t From Eve : two\n"))
    assert [(turn.speaker, turn.start) for turn in both.turns] == [("Ann", 1), ("Bob", 10), ("Eve", None)]
    assert "behind the call" in both.remarks[-1]


def test_parts_of_a_recording_are_one_meeting() -> None:
    first, second = read(CALL), read(CALL).model_copy(update={"title": "Call", "attendees": ("Ann", "Kim")})
    whole = joined([first, second])
    assert [(turn.speaker, turn.start, turn.end) for turn in whole.turns] == [
        ("Ann", 1, 4),
        ("Bob", 10, 14),
        ("Ann", 15, 18),
        ("Bob", 24, 28),
    ]
    assert (whole.title, whole.attendees, len(whole.sources)) == ("Call", ("Ann", "Kim"), 2)
    assert whole.remarks == ("Part 2 begins at 00:00:14.",)


def test_a_pause_between_parts_is_kept_where_both_tell_their_hour() -> None:
    day = date(2026, 11, 18)
    parts = [read(CALL).model_copy(update={"date": day, "start": start}) for start in ("15:00", "15:10")]
    assert [turn.start for turn in joined(parts).turns] == [1, 10, 601, 610]


def test_a_part_behind_one_without_a_clock_has_none() -> None:
    whole = joined([read(b"Ann: hi\nBob: ok"), read(CALL)])
    assert [turn.start for turn in whole.turns] == [None] * 4
    assert whole.remarks[-1].startswith("Part 2 has no clock")
    with pytest.raises(MinutesError, match="no part"):
        joined([])


@pytest.mark.parametrize(
    ("limits", "data", "told"),
    [
        (Limits(size=10), b"Ann: hello\nBob: ok", "18 bytes, and the limit is 10"),
        (Limits(speakers=2), b"Ann: a\nBob: b\nEve: c\nAnn: d\nBob: e\nEve: f", "3 speakers, and the limit is 2"),
        (Limits(nesting=3), b'{"a": {"b": [{"text": "hi", "speaker": "A", "start": 1}]}}', "4 levels of nesting"),
    ],
)
def test_what_goes_over_a_limit_is_refused_by_its_name(limits: Limits, data: bytes, told: str) -> None:
    with pytest.raises(NotATranscript) as caught:
        read(data, limits=limits)
    assert told in str(caught.value)
    assert "--limit" in str(caught.value)
    assert read(data).turns


def test_a_turn_over_the_limit_is_parted_between_words() -> None:
    found = read(b"Ann: one two three four\nBob: ok", limits=Limits(turn=10))
    assert [turn.text for turn in found.turns] == ["one two", "three four", "ok"]
    assert [turn.speaker for turn in found.turns] == ["Ann", "Ann", "Bob"]
    assert "1 turn of over 10 characters was parted." in found.remarks


LANGUAGES = {
    "en": "Ann: I think we should send the list to the group by Friday. Is that all right with you and the others?",
    "de": "Ann: Ich denke, wir sollten die Liste bis Freitag an die Gruppe schicken. Ist das für euch auch in Ordnung?",
    "fr": "Ann: Je pense que nous devons envoyer la liste au groupe avant vendredi. Est-ce que c'est bon pour vous ?",
    "es": "Ann: Creo que tenemos que enviar la lista al grupo antes del viernes. ¿Está bien para todos los demás?",
    "nl": "Ann: Ik denk dat we de lijst voor vrijdag naar de groep moeten sturen. Is dat goed voor jullie en hem?",
    "ja": "Ann: 金曜日までにリストをグループに送りましょう。皆さんはそれでいいですか。",
    "zh": "Ann: 我认为我们应该在星期五之前把名单发给小组。大家都同意这样做吗？",
    None: "Ann: Я думаю, мы должны отправить список группе до пятницы. Все согласны с этим решением?",
}


@pytest.mark.parametrize(("code", "text"), LANGUAGES.items(), ids=str)
def test_another_language_is_told(code: str | None, text: str) -> None:
    found = read(f"{text}\nBob: Ok.".encode())
    assert found.language == code
    assert any("only English is understood" in remark for remark in found.remarks) == (code != "en")


def test_a_few_words_are_taken_for_english() -> None:
    assert read(b"Ann: Ja.\nBob: Oui.").language == "en"
    assert Transcript(turns=()).language == "en"
