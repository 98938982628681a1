# ruff: noqa: E501  (one case a line)
"""The veil file: what is allowed, what is told of a mistake, and the draft to start from."""

from pathlib import Path

import pytest

from minutes.errors import NotFound, RulesError
from minutes.model import NextStep, Ownership, Recap, Series, Speaker, Transcript, Turn
from minutes.revising.veil import Stand, Veil, draft, load, veil
from minutes.revising.veil.file import parse

GOOD = """
places = true
keep = ["Sam Whitlock"]
[people]
"Amal Haddad" = "Member 1"
"Kambiz Rostami" = { as = "Member 2", also = ["Kam", "@kambiz_r", "KR"] }
[words]
"Nablus" = "[a town]"
"""


def test_a_veil_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "our veil.toml").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert load(tmp_path / "our veil.toml") == Veil(
        people=(
            Stand("Amal Haddad", "Member 1"),
            Stand("Kambiz Rostami", "Member 2", ("Kam", "@kambiz_r", "KR")),
        ),
        words=(("Nablus", "[a town]"),),
        keep=("Sam Whitlock",),
        places=True,
        file="our veil.toml",
    )
    assert parse("", "v.toml") == Veil((), file="v.toml")


P = "[people]\n"
BAD = [
    ('[people]\n"Amal" "Member 1"', "line 2: Expected '=' after a key", 'write each line as "Amal Haddad" = "Member 1"'),
    ('[people]\n"Amal" = "A"\n"Amal" = "B"', "line 3: Cannot overwrite a value", "write each line as"),
    ('[persons]\n"Amal" = "A"', 'line 1: no part of a veil file is called "persons"', "use places, keep, [people] and [words]"),
    ("name = 1", 'line 1: no part of a veil file is called "name"', "use places, keep"),
    ('\nplaces = "no"', "line 2: places is neither true nor false", "write places = false"),
    ('keep = "Sam"', "line 1: keep is no list of names", 'write keep = ["one", "two"]'),
    ('keep = [" "]', "line 1: keep is no list of names", "write keep"),
    ('people = "Amal"', "line 1: people is no table", "begin it with [people] on a line of its own"),
    (P + 'keep = ["Sam"]', 'line 2: "keep" stands under [people]', "move it above [people] and [words]"),
    ("[words]\nplaces = true", 'line 2: "places" stands under [words]', "move it above"),
    (P + '"" = "Member 1"', 'line 2: "" under [people] has no letter in it', "write what is to be replaced"),
    (P + '"?!" = "Member 1"', 'line 2: "?!" under [people] has no letter', "write what is to be replaced"),
    (P + '"Amal" = ""', 'line 2: what stands in for "Amal" is no text of one line', 'write each line as "Amal Haddad"'),
    (P + '"Amal" = 1', 'line 2: what stands in for "Amal" is no text of one line', "write each line as"),
    (P + '"Amal" = """a\nb"""', 'line 2: what stands in for "Amal" is no text of one line', "write each line as"),
    (P + "Amal = []", 'line 2: what stands in for "Amal" is no text of one line', "write each line as"),
    (P + "Amal.as = 7", 'line 2: what stands in for "Amal" is no text of one line', 'also = ["Amo", "@amal_h"]'),
    (P + '\n"Amal" = { also = ["Am"] }', 'line 3: the line of "Amal" does not say who stands in', "as = "),
    (P + '"Amal" = { as = "A", nick = "Am" }', 'line 2: the line of "Amal" does not know "nick"', "as = "),
    (P + '"Amal" = { as = "A", also = "Am" }', "line 2: also is no list of names", 'write also = ["one", "two"]'),
    ('[words]\n"Nablus" = true', 'line 2: what stands in for "Nablus" is no text of one line', 'write each line as "Nablus"'),
    (
        P + '"Amal" = "Member 1"\n"Omar" = "member  1"',
        'line 3: "member  1" stands in for both "Amal" and "Omar"',
        "give each person a stand-in of their own",
    ),
    (
        P + '"Amal Haddad" = "Member 1"\n"Omar" = "Friend of Haddad"',
        'line 3: the stand-in "Friend of Haddad" shows "Haddad"',
        "choose one without a name or an address in it",
    ),
    (P + '"Amal Haddad" = "A.H."', 'line 2: the stand-in "A.H." shows "A.H"', "choose one without a name"),
    ('[words]\n"Nablus" = "[near nablus]"', 'line 2: the stand-in "[near nablus]" shows "nablus"', "choose one"),
    (P + '"Amal" = "a@b.org"', 'line 2: the stand-in "a@b.org" shows "a@b.org"', "choose one"),
    (
        'keep = ["Sam"]\n[people]\n"Amal" = "sam"',
        'line 3: "sam" stands in for "Amal", and is the name of somebody who is kept',
        "choose another stand-in",
    ),
    (
        'keep = ["amal haddad"]\n[people]\n"Amal Haddad" = "Member 1"',
        'line 1: "amal haddad" is kept, and is a name of "Amal Haddad" too, who is not',
        "give it a line under [people], or keep both",
    ),
    ('keep = ["Sam"]\n[people]\n"Sam Veil" = "Member 1"', 'line 1: "Sam" is kept, and is a name of "Sam Veil" too', "give"),
    (
        P + '"Amal" = { as = "M1", also = ["Kam"] }\n"Omar" = { as = "M2", also = ["kam"] }',
        'line 3: "kam" is a name of both "Amal" and "Omar"',
        "leave it with one of them",
    ),
    (P + '"Amal" = "M1"\n"AMAL" = "M2"', 'line 3: "AMAL" is a name of both "Amal" and "AMAL"', "leave it with one"),
    (
        P + '"Amal" = "M1"\n[words]\n"amal" = "M2"',
        'line 4: "amal" stands under [people] and under [words]',
        "leave it under one of them",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "what", "todo"), BAD)
def test_a_mistake_is_told_with_its_line_and_what_is_allowed(text: str, what: str, todo: str) -> None:
    with pytest.raises(RulesError) as caught:
        parse(text, "veil.toml")
    line = str(caught.value)
    assert line.startswith(f"veil.toml, {what}")
    assert todo in line
    assert "\n" not in line


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"veil\.toml: no such file or directory; give the path of a veil file"):
        load(tmp_path / "veil.toml")
    with pytest.raises(NotFound):
        load(tmp_path)
    (tmp_path / "veil.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RulesError, match=r"veil\.toml: not UTF-8 text; save it as UTF-8"):
        load(tmp_path / "veil.toml")


def speaking(*names: tuple[str, ...], background: str | None = None) -> tuple[Speaker, ...]:
    return tuple(
        Speaker(name=name, labels=tuple(labels) or (name,), background=background, turns=1, words=1)
        for name, *labels in names
    )


CALL = Recap(
    title="Call",
    group="Olive Thread",
    attendees=("Amal", "Bo Lund"),
    speakers=speaking(
        ("Amal Haddad", "Amal", "SPEAKER_00"), ("will",), ("4", "Speaker 4"), background="I'm from Nablus. I bake"
    ),
)


def test_a_draft_names_everybody_once() -> None:
    key = parse(draft(CALL), "veil.toml")
    assert key.people == (
        Stand("Amal Haddad", "Member 1", ("SPEAKER_00",)),
        Stand("Will", "Member 2"),
        Stand("Speaker 4", "Member 3", ("4",)),
        Stand("Bo Lund", "Member 4"),
    )
    assert (key.words, key.keep, key.places) == ((("Nablus", "[place or group 1]"),), (), False)
    assert '# "Olive Thread" = "[a name or a place]"' in draft(CALL)
    assert veil(CALL, key).attendees == ("Member 1", "Member 4")


def test_a_draft_of_a_series_knows_people_again() -> None:
    later = Recap(title="Next", speakers=speaking(("Will",), ("Amal",), ("Bo Berg",)))
    key = parse(draft(Series(recaps=(CALL, later))), "veil.toml")
    assert [one.name for one in key.people] == ["Amal Haddad", "Will", "Speaker 4", "Bo Lund", "Bo Berg"]


def test_what_is_no_name_is_kept_for_a_human_to_decide() -> None:
    step = {
        "id": "n",
        "text": "Do it.",
        "rule": "r",
        "ownership": Ownership.NAMED,
        "owners": ("It", "my niece", "Sunday", "Femi"),
    }
    said = {"turn": 0, "speaker": None, "start": None, "char_start": 0, "char_end": 5, "quote": "Do it"}
    recap = Recap(title="Call", next_steps=(NextStep.model_validate({**step, "evidence": (said,)}),))
    key = parse(draft(recap), "veil.toml")
    assert (key.keep, [one.name for one in key.people]) == (("It", "my niece", "Sunday"), ["Femi"])


def test_a_stand_in_is_nobodys_name() -> None:
    key = parse(draft(Recap(title="Call", speakers=speaking(("Member 2",), ("Person 9",)))), "veil.toml")
    assert [one.stand_in for one in key.people] == ["Participant 1", "Participant 2"]


def test_a_draft_of_a_transcript_hears_nicknames_and_machines() -> None:
    turns = (
        Turn(speaker="Gareth", text="I'm Gareth, everybody calls me Gaz. I'm from Cardiff, I teach."),
        Turn(speaker="Gareth's phone", text="Can you hear me now?"),
        Turn(speaker="Mama Grace", text='Say "hello" \x7f\t.'),
        Turn(speaker='Ann "A\\n"', text="Yes."),
    )
    key = parse(draft(Transcript(turns=turns, attendees=("gareth", "Omar"))), "veil.toml")
    assert key.people == (
        Stand("Gareth", "Member 1", ("Gareth's phone", "Gaz")),
        Stand("Mama Grace", "Member 2"),
        Stand('Ann "A\\n"', "Member 3"),
        Stand("Omar", "Member 4"),
    )
    assert key.words == (("Cardiff", "[place or group 1]"),)
    heard = Transcript(turns=(Turn(speaker="will", text="They call me Willy."),))
    assert parse(draft(CALL, (heard,)), "v").people[1] == Stand("Will", "Member 2", ("Willy",))
