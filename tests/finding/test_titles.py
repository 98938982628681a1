"""Titles: what a proposal is called, in its own words."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.finding.wording.titles import cased, titles
from minutes.inflection import said, unsaid

TITLES = [
    ("What if we planted a hedge along the school wall?", "Planting a hedge along the school wall"),
    ("My suggestion is a night market in the car park.", "A night market in the car park"),
    ("I'd propose a repair table every second Saturday.", "A repair table"),
    ("Why don't we write to the bus company?", "Writing to the bus company"),
    ("How about a swap shelf in the laundry?", "A swap shelf in the laundry"),
    ("We could paint the underpass.", "Painting the underpass"),
    ("I've been keeping a diary of the noise since March.", "A diary of the noise"),
    ("We've been running a breakfast club for two years.", "A breakfast club"),
    ("I propose that we close the office on Fridays.", "Closing the office on Fridays"),
    ("So I was thinking of a choir for beginners.", "A choir for beginners"),
    ("What about asking the bakers?", "Asking the bakers"),
    ("We call it the Long Bench.", "The Long Bench"),
    ("It's called Soup and Law.", "Soup and Law"),
    ("There should be a box for complaints.", "A box for complaints"),
    ("Could we borrow the theatre?", "Borrowing the theatre"),
    ("Let's rename the newsletter.", "Renaming the newsletter"),
    ("The idea is simple. | A library of things.", "A library of things"),
    ("Mine is quick. | A seed bank in the old kiosk.", "A seed bank in the old kiosk"),
    ("I'd like us to hold the meetings outdoors.", "Holding the meetings outdoors"),
    ("We should buy the printer together.", "Buying the printer together"),
    ("Shall we open the kitchen at noon?", "Opening the kitchen at noon"),
    ("What if every street had a warden?", "A warden for every street"),
    ("what about a map of the broken lamps", "A map of the broken lamps"),
    ("my idea is we paint the doors", "Painting the doors"),
    ("I want to start a radio hour for the ward.", "A radio hour for the ward"),
    ("I propose that we don't print names.", "Not printing names"),
    ("We shouldn't sell the van.", "Not selling the van"),
    ("So my suggestion is one bench, one week.", "One bench, one week"),
    ("For two winters now I've been holding what I call soup evenings.", "Soup evenings"),
    ("So what about if we did it at the pool? | A swimming class.", "A swimming class"),
    ("why can't Mill Lane be closed for the fair, only one hour", "Mill Lane closed for the fair"),
    ("A volunteer rings one person a day. | We call it the ten-minute friend.", "The ten-minute friend"),
    (
        "My proposal is about companies. | So I propose that we bring nurses into the clinics.",
        "Bringing nurses into the clinics",
    ),
    ("Picture this. | One is a job board, simple, for graduates.", "A job board"),
    ("It'd be a translation sprint in September.", "A translation sprint"),
    ("What about a pay-what-you-can box?", "A pay-what-you-can box"),
    ("A night bus, Thursday to Saturday, until one.", "A night bus"),
    ("I propose the walk: one path, one hour.", "The walk"),
    ("What we've been doing since spring is talking to drivers at the depot.", "Talking to drivers at the depot"),
]
"""The sentences of a proposal, parted by a bar, and its title."""


def title(said: str, *heard: str) -> str:
    """The title of sentences that are parted by a bar."""
    return cased(titles([said.split(" | ")], [heard])[0])


@pytest.mark.parametrize(("said", "text"), TITLES)
def test_a_title_is_in_the_words_of_the_proposal(said: str, text: str) -> None:
    assert title(said) == text


def test_the_title_falls_through_to_the_sentence_that_names_it() -> None:
    assert title("Here's a thought. | It came to me on the bus. | A repair table in the bicycle shed.") == (
        "A repair table in the bicycle shed"
    )


def test_what_others_call_it_tells_which_of_its_names_is_meant() -> None:
    said = "We've got two vests and a rope for the small ones. | There's a walking bus every morning."
    assert (
        title(said, "How is the walking bus?", "I love the walking bus.", "The walking bus is full.") == "A walking bus"
    )


def test_a_title_goes_on_inside_a_sentence() -> None:
    assert titles([["A tool library in the hall."], ["Why can't Linden Street be closed for the cars?"]]) == [
        "a tool library in the hall",
        "Linden Street closed for the cars",
    ]


@pytest.mark.parametrize("said", ["I propose that we split it.", "We could do it on Friday.", "Why don't we ask them?"])
def test_where_only_a_pronoun_says_what_another_sentence_names_it(said: str) -> None:
    assert title(f"{said} | A second key for the shed.") == "A second key for the shed"


@pytest.mark.parametrize("said", ["", "https://example.org/x", "—", "Um."])
def test_there_is_always_a_title(said: str) -> None:
    assert title(said)


TALK = """my idea is we could run a the not never every stall library 40 12% nine Rosa Leeds in on hall market Saturday
    they it that what if don't because people , . ? — call called propose paint wall bus"""
WORDS = st.sampled_from([*TALK.split()])


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=14).map(" ".join), min_size=1, max_size=4))
def test_a_title_has_no_word_of_its_own(sentences: list[str]) -> None:
    (found,) = titles([sentences])
    ours = ["the group"] if re.search(r"\b(?:we|us|our)\b", " ".join(sentences)) else []
    known = said([*sentences, *ours, "a shared link"])
    assert unsaid(found, known) == []
    assert not re.search(r"\bnot\b", found) or re.search(r"\bnot\b|n't", " ".join(sentences))
    assert set(re.findall(r"\d+", found)) <= set(re.findall(r"\d+", " ".join(sentences)))
