"""What a later meeting says of an earlier step is shown, and not what only sounds like it."""

from pathlib import Path

import pytest

import minutes
from minutes.drafting import Drafted, Wishes, draw_up
from minutes.finding.again import again
from minutes.model import Evidence, NextStep, Ownership, Recap, Speaker, Transcript, Turn

AMAL, OMAR = "Amal Haddad", "Omar Daher"


def step(text: str, *owners: str, said: str = "", group: bool = False) -> NextStep:
    piece = Evidence(turn=0, speaker=AMAL, start=None, char_start=0, char_end=len(said or text), quote=said or text)
    held = Ownership.GROUP if group else Ownership.NAMED if owners else Ownership.NOBODY
    return NextStep(id="n", text=text, rule="r", evidence=(piece,), owners=owners, ownership=held)


def later(one: NextStep, *said: tuple[str, str]) -> list[str]:
    """The words of a second meeting that speak of this step of a first."""
    people = tuple(Speaker(name=name, labels=(name,), turns=1, words=1) for name in (AMAL, OMAR))
    recaps = (Recap(title="1", next_steps=(one,), speakers=people), Recap(title="2", speakers=people))
    turns = tuple(Turn(speaker=speaker, text=text) for speaker, text in said)
    transcripts = (Transcript(turns=(Turn(text="Hello."),)), Transcript(turns=turns))
    (found,) = again(recaps, transcripts)
    assert (found.meeting, found.step) == (0, one)
    assert all(meeting == 1 for meeting, _ in found.later)
    return [piece.quote for _, piece in found.later]


def test_two_words_that_say_much_are_enough() -> None:
    bank = step("Open a bank account", AMAL)
    assert later(bank, (OMAR, "What about the bank account? I forgot.")) == ["What about the bank account?"]


def test_one_word_is_enough_for_an_owner_or_with_her_name() -> None:
    mill = step("Ring the mill", AMAL)
    assert later(mill, (OMAR, "Amal, the mill?")) == ["Amal, the mill?"]
    assert later(mill, (AMAL, "The mill wants a letter.")) == ["The mill wants a letter."]
    assert later(mill, (OMAR, "My uncle had a mill.")) == []


def test_an_answer_is_shown_with_what_it_answers() -> None:
    flyers = step("Print two hundred", AMAL, said="I could do a flyer, I'd print two hundred.")
    said = (OMAR, "We're at the flyers."), (AMAL, "I didn't print them.")
    assert later(flyers, *said) == ["We're at the flyers.", "I didn't print them."]
    assert later(flyers, *reversed(said)) == []


def test_another_form_of_a_word_is_the_word() -> None:
    assert later(step("Write to the harbour office", AMAL), (AMAL, "I wrote to the harbour.")) == [
        "I wrote to the harbour."
    ]


@pytest.mark.parametrize("said", ["I'll send it on Friday.", "I print five hundred.", "Open the door, please."])
def test_days_numbers_and_what_is_done_with_anything_tie_nothing(said: str) -> None:
    for one in (step("Send two hundred by Friday", AMAL), step("Print five hundred", OMAR), step("Open it", AMAL)):
        assert later(one, (AMAL, said), (OMAR, said)) == []


def test_a_name_alone_ties_nothing() -> None:
    assert later(step("Help Omar Daher with it", AMAL), (AMAL, "Omar Daher is late.")) == []


def test_a_step_without_a_word_of_its_own_needs_its_owner() -> None:
    asked = step("Ask them", AMAL, said="Yes, I'll ask the shelter about the food.")
    assert later(asked, (AMAL, "The shelter takes the food.")) == ["The shelter takes the food."]
    assert later(asked, (OMAR, "There was food at the shelter.")) == []


def test_what_a_group_takes_on_is_spoken_of_by_anybody() -> None:
    noon = step("Meet on Saturday at noon", group=True)
    assert later(noon, (OMAR, "We said Saturday at noon.")) == ["We said Saturday at noon."]


def test_what_was_withheld_is_not_shown() -> None:
    hidden = "The bank account is" + " " * 30 + "full."
    assert later(step("Open a bank account", AMAL), (AMAL, hidden)) == []


def test_nothing_is_sought_before_a_meeting_or_of_the_last() -> None:
    bank = step("Open a bank account", AMAL)
    said = Transcript(turns=(Turn(speaker=OMAR, text="The bank account is open."),))
    silent = Transcript(turns=(Turn(speaker=OMAR, text="Hello."),))
    assert again((Recap(title="1"), Recap(title="2", next_steps=(bank,))), (said, silent)) == []


@pytest.fixture(scope="module")
def drafted(samples: Path) -> dict[str, Drafted]:
    return {path.name: draw_up(minutes.read(path), Wishes()) for path in sorted(samples.iterdir())}


def ties(*meetings: Drafted) -> list[tuple[str, str]]:
    found = again([one.recap for one in meetings], [one.transcript for one in meetings])
    return [(one.step.text, piece.quote) for one in found for _, piece in one.later]


def test_the_samples_of_one_group_are_tied_as_a_reader_would(drafted: dict[str, Drafted]) -> None:
    found = ties(drafted["2024-10-03-food-coop.md"], drafted["2024-10-24-food-coop.docx"])
    assert {
        ("Ring the mill and get a price", "I rang them the next day."),
        ("Ask Father Keane for the hall", "I asked Father Keane and he said no, I'm sorry."),
        ("Make an order sheet", "Grigor, the order sheet?"),
        ("Open a bank account for the co-op", "Right, the bank account, that was me."),
        ("Print two hundred", "I didn't print them."),
    } <= set(found)


def test_meetings_of_strangers_are_not_tied(drafted: dict[str, Drafted]) -> None:
    groups = [one for name, one in drafted.items() if "food-coop" not in name]
    assert len(groups) > 3
    assert ties(*groups) == []
