"""Who is in the room: names people give themselves, and who is meant by a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.finding import names
from minutes.finding.people import People, people
from minutes.finding.sentences import sentences
from minutes.model import Transcript, Turn


def room(*turns: tuple[str, str]) -> People:
    """The roster of a few turns."""
    transcript = Transcript(turns=tuple(Turn(speaker=speaker, text=text) for speaker, text in turns))
    return people(transcript, sentences(transcript))


FULL = [
    ("Rima", "I'm Rima Saleh, I'm in Leeds.", "Rima Saleh"),
    ("Joop", "Joop. Joop van der Velde, bikes.", "Joop van der Velde"),
    ("Lulu", "Lulu here. I teach maths.", "Lulu"),
    ("Layla B", "Lulu here, Layla Benmoussa. Marseille.", "Layla Benmoussa"),
    ("Tom G", "I'll go so. Tom Gallagher, Cork. Retired.", "Tom Gallagher"),
    ("Elif", "So, um, Elif, Elif Korkmaz, I'm seventeen.", "Elif Korkmaz"),
    ("Jen M.", "You're Jen? I'm Jen too, Jen Matsuda.", "Jen Matsuda"),
    ("Bob H", "Which Bob? Bob Hallett. Fences.", "Bob Hallett"),
    ("Hamza T", "good evening hamza tlili from lyon", "Hamza Tlili"),
    ("Gloria", "gloria mensah fourth floor i used to be a clerk", "Gloria"),
    ("Cindy", "I'm Xinyi, but everybody here says Cindy, both is fine.", "Xinyi"),
    ("Doc", "Dieter Hahn, but since the first day they say Doc to me.", "Dieter Hahn"),
    ("iPhone (3)", "Sorry, it's Yusuf. Yusuf Salameh. I'm in the car.", "Yusuf Salameh"),
    ("Chair", "Good evening. Alistair Mowbray in the chair.", "Alistair Mowbray"),
    ("Thom (he/him)", "Right, can you hear me?", "Thom"),
    ("Branch Secretary (Winsome)", "Apologies from three people.", "Winsome"),
    ("Heinz iPhone", "heinz i measure the nitrate", "Heinz"),
    ("Layla B", "Except Layla's posts, nobody reads us.", "Layla B"),
    ("Amal Haddad", "My name is Amal, I live in Ghent.", "Amal Haddad"),
]


@pytest.mark.parametrize(("label", "text", "full"), FULL)
def test_a_person_goes_by_the_fullest_name_known(label: str, text: str, full: str) -> None:
    assert room((label, text)).persons[0].full == full


NICKNAMES = [
    ("Dieter", "I'm Dieter Hahn, call me Doc.", "Doc"),
    ("jrv", "Jeroen everyone says j r v. Plug ins. From Ghent.", "J R V"),
    ("jrv", "Jeroen everyone says j r v. Plug ins. From Ghent.", "jrv"),
    ("jrv", "Jeroen everyone says j r v. Plug ins. From Ghent.", "Jeroen"),
    ("Maria P.", "Hello, I'm Maria Pires.", "Maria Pires"),
    ("Maria P.", "Hello, I'm Maria Pires.", "maria p"),
    ("Maria Cabral", "Hello all.", "Maria C."),
    ("Project Manager", "Shall we start?", "the project manager"),
    ("Dr Amna", "I'm here.", "Amna"),
    ("Pastor Emeka", "Emmanuel Nwosu, people call me Pastor Emeka.", "Emmanuel"),
    ("Branch Secretary (Winsome)", "Apologies from three.", "Winsome"),
    ("Branch Secretary (Winsome)", "Apologies from three.", "Branch Secretary (Winsome)"),
]


@pytest.mark.parametrize(("label", "text", "name"), NICKNAMES)
def test_a_name_means_its_bearer(label: str, text: str, name: str) -> None:
    assert room((label, text), ("Zoe", "Hello.")).named(name) == label


def test_a_first_name_that_two_share_means_neither_and_the_initial_tells_them_apart() -> None:
    two = room(("Maria P.", "Hello."), ("Maria Cabral", "Hello."))
    assert two.named("Maria") is None
    assert two.candidates("Maria") == ("Maria P.", "Maria Cabral")
    assert two.named("Maria P") == "Maria P."
    assert two.named("Maria C.") == "Maria Cabral"


def test_a_device_is_joined_to_the_person_it_turns_out_to_be() -> None:
    joined = room(
        ("iPhone (3)", "Sorry, it's Yusuf. Yusuf Salameh. I'm in the car."),
        ("Rima", "Welcome."),
        ("Yusuf Salameh", "On the laptop now."),
    )
    assert [person.labels for person in joined.persons] == [("iPhone (3)", "Yusuf Salameh"), ("Rima",)]
    assert joined.main("iPhone (3)") == "Yusuf Salameh"


def test_a_tablet_belongs_to_its_owner_who_is_there() -> None:
    assert room(("Ann", "Hello."), ("Ann's iPad", "Can you see me?")).main("Ann's iPad") == "Ann"


NOT_GIVEN = [
    ("Rima", "Sure, I'm happy to do it."),
    ("Rima", "Rima's list is longer than mine, says Tom."),
    ("Tom", "I'm British, as you hear."),
    ("Farhad", "the form is far too long so far"),
]


@pytest.mark.parametrize(("label", "text"), NOT_GIVEN)
def test_no_name_is_given(label: str, text: str) -> None:
    told = names.given(text, label)
    assert told is None or told.full.lower() == label.lower()


@given(st.text(max_size=300), st.text(min_size=1, max_size=20))
def test_any_text_may_be_asked_for_a_name(text: str, label: str) -> None:
    told = names.given(text, label)
    assert told is None or (told.full and 0 < told.end <= len(text))
