"""The verb of a clause and its end, by words alone; `|` stands where the words lead up to it end."""

import pytest

from minutes.finding import surface

VERBS = [
    ("I'll | send the list.", "send", "send the list"),
    ("I'll | just quickly send it.", "send", "send it"),
    ("We will | really very much rely on them.", "rely", "rely on them"),
    ("I'll be | be sending it.", "sending", "sending it"),
    ("We'd | be probably moving on.", "moving", "moving on"),
    ("I | do want to see it.", "want", "want to see it"),
    ("I'll | do you the budget.", "do", "do you the budget"),
    ("You can | kind of track those.", "track", "track those"),
    ("I'll | swing by on Wednesday.", "swing", "swing by on Wednesday"),
    ("I'll | lay it out, they're heavy.", "lay", "lay it out"),
    ("I will | send it, you know.", "send", "send it"),
    ("I'll | draw it up and Omar will read it.", "draw", "draw it up"),
    ("I'll | get the lanterns and Ifeoma asks the families.", "get", "get the lanterns"),
    ("I can | collect them, but my lorry is too long.", "collect", "collect them"),
    ("I'll | send lists and maps, okay.", "send", "send lists and maps"),
    ("right i'll | change the lock i'll go on saturday", "change", "change the lock"),
    ("Elif will | ask Mr. Bakker.", "ask", "ask Mr. Bakker"),
    ("I'll | write it; it is short.", "write", "write it"),
]
NONE = [
    "I'm going | to prison.",
    "I'd | rather not, Margaret.",
    "I could | have done it.",
    "I'd | have been glad.",
    "Fifth of December I'd | said.",
    "Sione, | you wrote such beautiful ones.",
    "Tai, | do you have the card?",
    "I will | not send it.",
    "I'll | , well: no.",
    "I'll |",
    "everyone | that's joined today",
    "I wish I'd | known.",
    "We all | wanted it.",
]


def split(said: str) -> tuple[str, int]:
    before, after = said.split("|")
    return before + after.lstrip(" "), len(before)


@pytest.mark.parametrize(("said", "word", "clause"), VERBS)
def test_the_verb_that_comes_next(said: str, word: str, clause: str) -> None:
    text, at = split(said)
    found = surface.verb_from(text, at)
    assert found is not None
    assert (found.word, text[found.start : found.end]) == (word, clause)


@pytest.mark.parametrize("said", NONE)
def test_no_verb_of_something_to_be_done_comes(said: str) -> None:
    assert surface.verb_from(*split(said)) is None


@pytest.mark.parametrize(("word", "whether"), [("swinging", True), ("swing", False), ("bring", False), ("doing", True)])
def test_a_form_in_ing(word: str, whether: bool) -> None:
    assert surface.going_on(word) is whether


def test_what_follows_be_is_told() -> None:
    told = [surface.verb_from(text, 5) for text in ("I'll be sending it", "I'll send it")]
    assert [verb and verb.going_on for verb in told] == [True, False]
