"""Which sentence is put on the page: the one that can be understood alone."""

import pytest

import minutes
from minutes.finding.clarity import broken, clarity


@pytest.mark.parametrize(
    ("clearer", "vaguer"),
    [
        ("Of the twenty claims, three were wrong.", "I've found a problem."),
        ("We have a policy about gifts and no volunteer remembers reading it.", "A short but serious matter."),
        ("Somebody sent me a photo of my own front door.", "It's been like that for weeks."),
        ("Keep the old email address of the account alive.", "Can I say something?"),
        ("There is a capacitor inside that keeps two thousand volts.", "If I get hit by a bus."),
        ("The church wants four hundred a month more for the hall.", "My problem is a smaller one."),
    ],
)
def test_one_sentence_says_more_by_itself_than_another(clearer: str, vaguer: str) -> None:
    assert clarity(clearer) > clarity(vaguer)


@pytest.mark.parametrize(
    "text", ["So the I've seen a lot of people.", "It is is closed.", "We should paint the", "Let's ask my"]
)
def test_words_that_are_no_whole_sentence(text: str) -> None:
    assert broken(text)


@pytest.mark.parametrize("text", ["We were thrown out of the library.", "Give it to me.", "That is what he is."])
def test_whole_sentences(text: str) -> None:
    assert not broken(text)


def test_a_challenge_is_told_by_what_it_is_and_not_by_its_announcement() -> None:
    said = b"Layla: I have a problem. I was threatened at work, and in March I lost my job over this.\nRima: Oh no.\n"
    (challenge,) = minutes.recap(minutes.read(said)).challenges
    assert challenge.text == "Layla was threatened at work, and in March they lost their job over this."


def test_what_is_asked_is_told_by_its_answer_where_that_says_more() -> None:
    said = b"Ngozi: Doug, would you ask them?\nDoug: Yes. I'll ring the regional office tomorrow.\n"
    (step,) = minutes.recap(minutes.read(said), date="2024-09-18").next_steps
    assert (step.text, step.owners) == ("Ring the regional office", ("Doug",))


def test_what_somebody_only_quotes_gives_nobody_work() -> None:
    said = b'Aisha: I have never been anywhere where people say "I\'ll do the posters" so many times.\nBea: Ha.\n'
    assert not minutes.recap(minutes.read(said)).next_steps


def test_a_question_about_who_decides_is_no_decision() -> None:
    said = b"Ngozi: Does anyone know who decides about the horns? No? Agreed, we leave it.\nDoug: Fine.\n"
    assert all("?" not in one.text for one in minutes.recap(minutes.read(said)).decisions)
