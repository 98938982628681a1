"""What people say of themselves, exactly as they said it."""

import pytest

from minutes.finding import prepare
from minutes.finding.kinds.introduction import find
from minutes.model import Speaker, Transcript, Turn


def introduced(*turns: tuple[str, str]) -> list[Speaker]:
    """The speakers of a few turns."""
    return find(prepare(Transcript(turns=tuple(Turn(speaker=speaker, text=text) for speaker, text in turns))))


BACKGROUNDS = [
    ("Rima", "I'm Rima Saleh, I'm in Leeds, I'm a project manager.", "I'm in Leeds, I'm a project manager."),
    ("Stelios", "Stelios. Eleni's dad. Surveyor.", "Eleni's dad. Surveyor."),
    ("Harriet", "Harriet Lowe, secretary. I'm minuting, so be kind.", "secretary."),
    ("Hugo B", "Hugo Barros. Lisbon. Master's in economics. I'm the serious one.", "Lisbon. Master's in economics."),
    ("Bob", "Bob Hallett. Fences.", "Fences."),
    ("tesfaye", "tesfaye. i drive the night bus the one sixty three", "i drive the night bus the one sixty three"),
    (
        "Hamza T",
        "yes hello uh good evening hamza tlili from lyon i'm an intensive care nurse",
        "from lyon i'm an intensive care nurse",
    ),
    ("Geoff", "geoff that's it i do the gutters", "i do the gutters"),
    (
        "Craig",
        "Craig. Housing officer, off duty. If my boss asks, I was at the football.",
        "Housing officer, off duty.",
    ),
    ("Joanna", "Good evening. I'm Joanna, mother of Iga in year two. Could we go round?", "mother of Iga in year two."),
]


@pytest.mark.parametrize(("label", "text", "background"), BACKGROUNDS)
def test_a_background_is_the_piece_about_the_speaker(label: str, text: str, background: str) -> None:
    assert introduced((label, text))[0].background == background


def test_the_rest_may_come_in_a_later_turn() -> None:
    found = introduced(
        ("iPhone (3)", "Sorry, it's Yusuf. Yusuf Salameh. I'm parked, don't worry."),
        ("Rima", "Welcome. Where are you?"),
        ("iPhone (3)", "Yes. So I'm in Ohio, near Toledo. I am a civil engineer."),
    )
    assert found[0].background == "I'm in Ohio, near Toledo. I am a civil engineer."
    assert found[0].evidence[0].turn == 2


def test_somebody_who_gives_no_name_introduces_himself_among_those_who_do() -> None:
    found = introduced(
        ("Ann", "I'm Ann Lee, I live in Hull."),
        ("Minutes", "I'm in the office, I work for the council."),
        ("Ben", "Ben Osei, I run the stall."),
    )
    assert found[1].background == "I'm in the office, I work for the council."


SILENT = [
    ("Rima", "Right, shall we start? The budget first."),
    ("Tom", "Loud and clear, Rima."),
    ("Zoe", "Sorry, I'm late, I was on the bus and it stopped."),
]


@pytest.mark.parametrize(("label", "text"), SILENT)
def test_other_talk_is_no_background(label: str, text: str) -> None:
    assert introduced((label, text))[0].background is None
