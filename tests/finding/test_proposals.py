"""What a recap tells of an idea: whose it is, how far it has come, where, what came of it, and how it was put."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.finding import recap
from minutes.finding.wording.frames import announces, put
from minutes.finding.wording.pointing import pointing
from minutes.finding.wording.proposals import Idea, Saying, paragraphs
from minutes.finding.wording.words import vocabulary
from minutes.inflection import said, unsaid
from minutes.model import Proposal, Recap, Status, Transcript, Turn


def say(dialogue: str) -> Recap:
    """The recap of `Name: text` lines."""
    lines = (line.partition(": ") for line in dialogue.strip().splitlines())
    return recap(Transcript(turns=tuple(Turn(speaker=name.strip(), text=text) for name, _, text in lines)))


LOG = """
Rima: Tell us about the log, Wanjiru.
Wanjiru: I've been keeping the log for a year now, in the church hall, every thing that comes through that door. It's six hundred and thirty-eight things in the year. Nobody believes in a nice thing until somebody weighs it.
Rima: Lovely.
"""  # noqa: E501
STALL = """
Rima: Ideas, please.
Omar: My idea is a stall at the market on Saturdays, so that people who never read us can meet us. Not with a petition, with cakes. We would bring soup and leaflets, and it would cost us nothing but the bread.
Lena: I like that.
"""  # noqa: E501
SURVEY = """
Rima: Stelios, your measurements.
Stelios: In March we ran a survey with a borrowed radar in front of the school, for five mornings. Of four hundred cars, a hundred and thirty-one were above thirty.
Rima: Goodness.
Stelios: The survey's finished now, and what I learned is that half of the fast ones let a child out at the gate.
"""  # noqa: E501


def only(dialogue: str) -> Proposal:
    """The one proposal of a dialogue."""
    found = say(dialogue).proposals
    assert len(found) == 1
    return found[0]


def test_what_runs_has_its_outcome_its_place_and_its_lesson() -> None:
    log = only(LOG)
    assert log.proposers == ("Wanjiru",)
    assert log.status is Status.RUNNING
    assert log.outcomes == ("It's six hundred and thirty-eight things in the year.",)
    assert log.channels == ("the church hall",)
    assert log.takeaway == "Nobody believes in a nice thing until somebody weighs it."


def test_what_is_proposed_has_its_aim_and_a_quotation_and_no_outcome() -> None:
    stall = only(STALL)
    assert stall.status is Status.PROPOSED
    purpose = "so that people who never read the group can meet the group"
    assert stall.text == f"Omar's idea is a stall at the market on Saturdays, {purpose}."
    assert stall.aim == "so that people who never read us can meet us"
    assert stall.quote == "Not with a petition, with cakes."
    assert "market" in " ".join(stall.channels)
    assert stall.outcomes == ()
    assert stall.takeaway is None


def test_what_is_finished_is_done_with_its_figures_and_the_lesson_of_a_later_turn() -> None:
    survey = only(SURVEY)
    assert survey.status is Status.DONE
    assert any("a hundred and thirty-one were above thirty" in outcome for outcome in survey.outcomes)
    assert survey.takeaway == "half of the fast ones let a child out at the gate."
    assert {piece.turn for piece in survey.evidence} >= {1, 3}


def test_an_outcome_that_is_said_again_stands_once_and_a_link_is_none() -> None:
    campaign = only(
        """
        Rima: Amal, please.
        Amal: Since December I've been running a campaign with one portrait a week, and we went from a few hundred to nearly 10,000 comments. Nearly 10,000, yeah. It's at https://example.org/p/714436816801 for all of you.
        """  # noqa: E501
    )
    (outcome,) = campaign.outcomes
    assert "we went from a few hundred to nearly 10,000 comments." in outcome
    assert "https" not in outcome


def test_words_worth_nothing_are_not_quoted() -> None:
    plain = only(
        """
        Rima: Ideas, please.
        Omar: What about a wine and cheese evening in the reading room? Twelve pounds a ticket, and we could ask the baker for bread and the band for an hour of music.
        """  # noqa: E501
    )
    assert plain.quote is None
    assert plain.takeaway is None


PROPOSERS = [
    (
        "Omar and I have started a stall at the market every Saturday, and now it's forty people each time.",
        ("Lena", "Omar"),
    ),
    (
        "One more idea had come in by e-mail, from Kwabena: big wooden boxes on the two corners, with flowers. "
        "He says they did it at the other school.",
        ("Kwabena",),
    ),
    (
        "My idea is a tool library: one shed, one book, and everybody in the street brings what they use twice a year.",
        ("Lena",),
    ),
]


@pytest.mark.parametrize(("text", "proposers"), PROPOSERS)
def test_an_idea_is_its_proposers(text: str, proposers: tuple[str, ...]) -> None:
    found = only(f"Rima: Lena, please.\nLena: {text}\nOmar: I like it.")
    assert set(found.proposers) == set(proposers)


def test_a_proposal_that_is_voted_down_is_rejected_and_the_decision_names_it() -> None:
    found = say(
        """
        Rima: Bongani, yours.
        Bongani: My idea is a shop. We could sell the repaired radios and hoovers at the market on Sundays, and that's the heating paid for the winter.
        Lena: We'd need insurance for that.
        Rima: Hands up for selling radios at the market? Two. Against? Five. So the motion is defeated, we won't sell radios at the market.
        """  # noqa: E501
    )
    assert [proposal.status for proposal in found.proposals] == [Status.REJECTED]
    assert [decision.settles for decision in found.decisions] == [found.proposals[0].id]


def test_the_chair_who_says_an_idea_again_makes_no_second_one() -> None:
    found = say(
        """
        Rima: Hiroko, please.
        Hiroko: My proposal is that Linden Street be closed for cars, thirty minutes in the morning and thirty minutes in the afternoon, two weeks as a trial.
        Tom: I like that.
        Rima: So, the proposal is Linden Street closed for cars, thirty minutes in the morning and in the afternoon, two weeks as a trial.
        Rima: All in favour? That's everybody. Then we're applying.
        """  # noqa: E501
    )
    assert [proposal.proposers for proposal in found.proposals] == [("Hiroko",)]


def test_links_that_the_proposer_gives_belong_to_the_idea() -> None:
    found = say(
        """
        Rima: Farhad, please.
        Farhad: My idea is a pantry of sources: one table with the claim, the answer in two sentences, and the date when somebody checked it.
        Tom: Where?
        Farhad: It's at https://pantry.example.org/claims for all of us.
        Tom: And the minutes are at https://minutes.example.org/may.
        """  # noqa: E501
    )
    pantry = next(resource for resource in found.resources if "pantry" in resource.url)
    assert found.proposals[0].resources == (pantry.id,)


@pytest.mark.parametrize("dialogue", [LOG, STALL, SURVEY])
def test_every_piece_is_said_word_for_word(dialogue: str) -> None:
    for proposal in say(dialogue).proposals:
        pieces = [*proposal.outcomes, *filter(None, (proposal.quote, proposal.takeaway, proposal.aim))]
        assert all(piece in dialogue for piece in pieces)


def test_an_idea_that_is_announced_is_told_by_what_follows() -> None:
    proposal = only(
        """
        Lena: Anything else for the spring?
        Rafael: My idea is like this. We open a furniture shop in the empty unit beside the bakery, every Saturday.
        Lena: I like that, what would it cost?
        """
    )
    shop = "a furniture shop in the empty unit beside the bakery, every Saturday"
    assert proposal.text == f"Rafael suggests that the group should open {shop}."
    assert proposal.evidence[0].quote == "My idea is like this."


STRAIGHT = [
    ("I'd like to suggest that we buy from the mill.", "I suggest that we should buy from the mill"),
    ("I'd propose a rent strike, from June.", "I propose a rent strike, from June"),
    ("I'd suggest we don't print names.", "I suggest that we should not print names"),
    ("So my thing is we stop paying.", "I suggest that we should stop paying"),
    ("I think we should make a pack for employers.", "I suggest that we should make a pack for employers"),
    ("We could sell stuff.", "I suggest that we could sell stuff"),
    ("I propose that nobody is named in print.", "I propose that nobody is named in print"),
    ("I suggest we have to go.", "I suggest that we have to go"),
    ("What I've been doing since May is talking to drivers.", "since May I have been talking to drivers"),
    ("For those who are new, the diary is something I've been running.", "I've been running the diary"),
    ("What I'd like to see is everyone asking their bank.", "I'd like to see everyone asking their bank"),
    ("Every Friday there is a voice room.", "Every Friday there is a voice room."),
]


@pytest.mark.parametrize(("text", "straight"), STRAIGHT)
def test_what_is_put_is_put_straight(text: str, straight: str) -> None:
    assert put(text, firm=False) == straight


@pytest.mark.parametrize(
    ("text", "straight"),
    [
        ("We open a shop.", "I suggest that we should open a shop"),
        ("We opened a shop.", "I suggest that we opened a shop"),
        ("A shop beside the bakery.", "A shop beside the bakery."),
    ],
)
def test_what_somebody_is_known_to_propose_is_a_suggestion(text: str, straight: str) -> None:
    assert put(text, firm=True) == straight


@pytest.mark.parametrize("text", ["So, picture this.", "Mine is simple.", "Or, hear me out.", "I had an idea also."])
def test_an_announcement_says_nothing_of_the_idea(text: str) -> None:
    assert announces(text)


POINTING = ["It works.", "I suggest that we should split it", "They come for the soup.", "One of them, on Monday."]
STANDING = ["There are families on my floor.", "This week the bus is late.", "We mend the bikes and lend them."]


@pytest.mark.parametrize("text", POINTING)
def test_words_that_point_at_what_was_said_before(text: str) -> None:
    assert pointing(text)


@pytest.mark.parametrize("text", STANDING)
def test_words_that_stand_by_themselves(text: str) -> None:
    assert not pointing(text)


def told(title: str, *texts: str, runs: bool = False) -> str:
    """The paragraph of an idea of Hana's; each saying as if its cues had weight."""
    return paragraphs([Idea("Hana", title, runs, [Saying(text, 2.0) for text in texts])])[0].text


PARAGRAPHS = [
    (
        told(
            "bringing nurses into the clinics",
            "My proposal is about clinics.",
            "I propose we bring nurses into clinics.",
        ),
        "Hana proposes that the group should bring nurses into clinics.",
    ),
    (told("a shop", "Mine is simple.", "A shop."), "Hana suggests a shop."),
    (
        told(
            "the repair diary", "For those who are new, the repair diary is something I have been running.", runs=True
        ),
        "Hana has been running the repair diary.",
    ),
    (
        told("a key", "We should split it.", "There is a key for the shed."),
        "There is a key for the shed.",
    ),
    (
        told("the log", "I said, look, here is the log of the hall.", runs=True),
        "Hana said: “I said, look, here is the log of the hall.”",
    ),
]


@pytest.mark.parametrize(("text", "paragraph"), PARAGRAPHS)
def test_a_paragraph_stands_alone(text: str, paragraph: str) -> None:
    assert text == paragraph


def test_how_it_goes_and_what_came_of_it_follow() -> None:
    sayings = [
        Saying("I have been running the repair diary since May.", 2.0),
        Saying("Everybody writes down every fault with a date and a photograph."),
        Saying("They never answer."),
        Saying("When we started, forty-one repairs were waiting, and today there are twelve.", tells=True),
    ]
    (paragraph,) = paragraphs([Idea("Hana", "the repair diary", True, sayings)])
    assert paragraph.places == (0, 1, 3)
    assert paragraph.text == (
        "Hana has been running the repair diary since May. "
        "Everybody writes down every fault with a date and a photograph. "
        "When the group started, forty-one repairs were waiting, and today there are twelve."
    )


def test_all_that_a_paragraph_is_made_of_is_cited() -> None:
    for dialogue in (LOG, STALL, SURVEY):
        for proposal in say(dialogue).proposals:
            known = said([*(piece.quote for piece in proposal.evidence), *proposal.proposers])
            assert unsaid(proposal.text, known | said(vocabulary("own"))) == []
            assert unsaid(proposal.title, known) == []


TALK = """I'd propose that we run a stall on Saturdays my idea is the log what if nobody could never not don't it they
40 12% nine Leeds Rosa in hall since May have been running every week people you , . ? — because and made raised"""
WORDS = st.sampled_from([*TALK.split()])


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=14).map(" ".join), min_size=1, max_size=4), st.booleans())
def test_a_paragraph_invents_nothing(texts: list[str], runs: bool) -> None:
    idea = Idea("Hana", "the log", runs, [Saying(text, 2.0) for text in texts])
    (paragraph,) = paragraphs([idea])
    spoken = [texts[place] for place in paragraph.places]
    known = said([*spoken, "Hana the log"]) | said(vocabulary("own"))
    assert unsaid(paragraph.text, known) == []
    assert set(re.findall(r"\d+", paragraph.text)) <= set(re.findall(r"\d+", " ".join(spoken)))
