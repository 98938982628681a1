"""Who chaired, who took the notes, who sent apologies: what is said outright, and what only sounds so."""

import pytest

import minutes
from minutes.finding import attendance, prepare
from minutes.model import Recap, Transcript


def read(text: str) -> Transcript:
    return minutes.read(text.encode())


def found(text: str) -> list[tuple[str, str]]:
    return [(one.role, one.person) for one in attendance.find(prepare(read(text)))]


SAID = {
    "Amal: Welcome. Apologies from Pete and Nadia Karim.\nOmar: Thanks.": [
        ("apologies", "Pete"),
        ("apologies", "Nadia Karim"),
    ],
    "Amal: Apologies from Hamza, who is on a night shift, and from Canon Ellis.\nOmar: Thanks.": [
        ("apologies", "Hamza"),
        ("apologies", "Canon Ellis"),
    ],
    "Amal: Pete sends his apologies, and Nadia can't make it tonight.\nOmar: Thanks.": [
        ("apologies", "Pete"),
        ("apologies", "Nadia"),
    ],
    "Amal: Unfortunately Pete Smith couldn't join this morning.\nOmar: Thanks.": [("apologies", "Pete Smith")],
    "Amal: I'm chairing today.\nOmar: Thanks.": [("chair", "Amal")],
    "Amal: Jo's chairing tonight.\nJo: Right.": [("chair", "Jo")],
    "Jo: That is all.\nOmar: Thanks for chairing, Jo.": [("chair", "Jo")],
    "Jo: That is all.\nOmar: Thank you, Jo, for chairing tonight.": [("chair", "Jo")],
    "Amal: Salman's taking the notes.\nSalman: Yes.": [("note_taker", "Salman")],
    "Amal: I'm minuting, so be kind.\nSalman: Yes.": [("note_taker", "Amal")],
    "Amal: Thanks for taking the notes, Omar.\nOmar: Fine.": [("note_taker", "Omar")],
    "Amal: Can somebody take notes?\nSalman: I'll do it.": [("note_taker", "Salman")],
    "Amal: Can somebody take notes?\nSalman: I can do that.\nAmal: Thank you.": [("note_taker", "Salman")],
    "Amal: Salman, can you take the minutes?\nSalman: Sure.\nAmal: Good.": [("note_taker", "Salman")],
}
UNSAID = [
    "Amal: Apologies from the vicar.\nOmar: Thanks.",
    "Amal: Apologies for the noise, Pete.\nOmar: Thanks.",
    "Amal: Apologies from Pete for being late.\nOmar: Thanks.",
    "Amal: I had apologies from Pete last month.\nOmar: Thanks.",
    "Amal: If Pete can't make it tonight, we wait.\nOmar: Thanks.",
    "Amal: Pete can't make it on Saturday.\nOmar: Thanks.",
    "Amal: Everybody can't make it tonight.\nOmar: Thanks.",
    "Amal: Omar can't make it tonight.\nOmar: I could after all.",
    "Amal: As mentioned, our normal MC is not able to make it today.\nOmar: Thanks.",
    "Amal: Is Pete sending apologies? Has Pete sent apologies?\nOmar: No.",
    "Amal: I'm chairing the housing group now.\nOmar: Thanks.",
    "Amal: I'm not chairing tonight.\nOmar: Thanks.",
    "Amal: Who's chairing today?\nOmar: Somebody will.",
    "Amal: Thanks for chairing last time, Omar.\nOmar: Thanks.",
    "Amal: I'm chairing today.\nOmar: I'm chairing today.",
    "Amal: The bot's taking notes.\nOmar: Thanks.",
    "Amal: Otter is taking the notes.\nOmar: Thanks.",
    "Amal: I take notes at every lecture.\nOmar: Thanks.",
    "Amal: Can somebody take notes?\nOmar: I can do notes.\nAmal: You did them last time.",
    "Amal: Can somebody take notes?\nOmar: I'll pass.",
    "Amal: Salman, can you take the minutes?\nOmar: Sure.\nSalman: I have to go.",
]


@pytest.mark.parametrize("text", SAID)
def test_what_is_said_outright_is_found(text: str) -> None:
    assert found(text) == SAID[text]


@pytest.mark.parametrize("text", UNSAID)
def test_what_only_sounds_so_is_left(text: str) -> None:
    assert found(text) == []


def test_each_role_that_is_said_rests_on_the_words_for_it() -> None:
    transcript = read("Amal: Can somebody take notes?\nSalman: I'll do it.\nAmal: Good. Apologies from Pete.")
    notes, away = attendance.find(prepare(transcript))
    assert [piece.quote for piece in notes.evidence] == ["Can somebody take notes?", "I'll do it."]
    assert [piece.quote for piece in away.evidence] == ["Apologies from Pete."]
    for piece in (*notes.evidence, *away.evidence):
        assert transcript.turns[piece.turn].text[piece.char_start : piece.char_end] == piece.quote


HEAD = """Meeting: Alliance
Venue: Room 2, Town Hall
Chair: Amal Haddad
Note taker: Salman Mirza
Apologies: Pete and Canon Ellis (ill)

Amal Haddad: Welcome. Apologies from Nadia and from Pete. Lena can't make it tonight.
Salman Mirza: I'm chairing today.
Amal Haddad: Fine.
"""


def test_the_head_of_the_file_goes_before_what_is_said() -> None:
    recap = minutes.recap(read(HEAD))
    assert isinstance(recap, Recap)
    assert (recap.place, recap.chair, recap.note_taker) == ("Room 2, Town Hall", "Amal Haddad", "Salman Mirza")
    assert recap.apologies == ("Pete", "Canon Ellis", "Nadia", "Lena")
    assert [bool(one.evidence) for one in recap.attendance] == [False, False, False, False, True, True]


def test_who_only_led_the_meeting_is_not_called_its_chair() -> None:
    recap = minutes.recap(read("Amal: Omar, what do you think?\nOmar: Good.\nAmal: Lena, and you?\nLena: Good."))
    assert isinstance(recap, Recap)
    assert (recap.chair, recap.attendance) == ("Amal", ())


def test_who_is_named_as_chair_led_the_meeting_whoever_called_on_others() -> None:
    talk = "Amal: Omar, what do you think?\nOmar: Good. Thanks for chairing, Lena.\nAmal: Lena, and you?\nLena: Good."
    recap = minutes.recap(read(talk))
    assert isinstance(recap, Recap)
    assert recap.chair == "Lena"


def test_nothing_unknown_is_written_to_json() -> None:
    recap = minutes.recap(read("Amal: Hello.\nOmar: Hello."))
    told = recap.model_dump(mode="json", by_alias=True)
    assert not {"place", "attendance"} & told.keys()
    assert not {"place", "apologies", "note_taker"} & read("Amal: Hello.\nOmar: Hi.").model_dump().keys()
