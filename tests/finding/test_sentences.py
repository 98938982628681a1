"""From turns to sentences: where they are cut, what is cleaned out, and the way back to the words as they stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.finding.sentences import Sentence, sentences
from minutes.model import Transcript, Turn


def cut(text: str) -> tuple[Sentence, ...]:
    return sentences(Transcript(turns=(Turn(speaker="Amal", text=text),)))


CUTS = [
    ("I can. Who else?", ["I can.", "Who else?"]),
    ("Sure! I'll go…  Then we eat.", ["Sure!", "I'll go…", "Then we eat."]),
    ("I thought… maybe not.", ["I thought… maybe not."]),
    ('She said "never." We went.', ['She said "never."', "We went."]),
    ("Mr. Okoye and Dr. Lind came at 5 p.m. sharp.", ["Mr. Okoye and Dr. Lind came at 5 p.m. sharp."]),
    ("Ask J. Lind, e.g. on Monday.", ["Ask J. Lind, e.g. on Monday."]),
    ("It is bus No. 12, not No. 3.", ["It is bus No. 12, not No. 3."]),
    ("No. I'm away.", ["No.", "I'm away."]),
    ("It was Dan and I. We went.", ["It was Dan and I.", "We went."]),
    ("The form is at example.org and costs 3.50 now.", ["The form is at example.org and costs 3.50 now."]),
    ("Wait, what?! Really?", ["Wait, what?!", "Really?"]),
    ("好。我們走。", ["好。", "我們走。"]),
    ("… ?! --", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "pieces"), CUTS)
def test_a_turn_is_cut_at_its_stops(text: str, pieces: list[str]) -> None:
    assert [text[one.start : one.end] for one in cut(text)] == pieces


def test_speech_without_stops_is_cut_where_it_starts_anew() -> None:
    said = (
        "so the stall was full and people came from the harbour and from the hill and we sold all of it "
        "can you write to the council about the tables I think they were all ours once thank you all for coming"
    )
    assert [said[one.start : one.end].strip() for one in cut(said)] == [
        "so the stall was full and people came from the harbour and from the hill",
        "and we sold all of it can you write to the council about the tables",
        "I think they were all ours once",
        "thank you all for coming",
    ]


def test_a_short_or_a_punctuated_stretch_is_left_whole() -> None:
    short = "so we went to the hill and we sold all of it and i think it was good"
    listed = "We need tables, chairs, cups, a tent, and we need ropes, lamps, a van, and I think, if it rains, coats."
    assert [len(cut(text)) for text in (short, listed)] == [1, 1]


CLEAN = [
    ("Um, I'll, uh, send it.", "I'll send it."),
    ("I'll I'll send it.", "I'll send it."),
    ("We need to, we need to ask them.", "we need to ask them."),
    ("It was very very good.", "It was very very good."),
    ("No no no.", "No no no."),
    ("We have 20 20 of them.", "We have 20 20 of them."),
    ("I th- I think so.", "I think so."),
    ("It's, you know, late.", "It's late."),
    ("It was late, you know, we went home.", "It was late, we went home."),
    ("Like, I mean, it's gone.", "it's gone."),
    ("[laughter] I can (laughs) do it {sic}.", "I can do it."),
    ("Well-being matters.", "Well-being matters."),
    ("The form <https://example.org/a_b> is new.", "The form is new."),
    ("see www.example.org today", "see today"),
    ("I’ll say “yes”.", 'I\'ll say "yes".'),
    ("Send it\nto Omar.", "Send it to Omar."),
]


@pytest.mark.parametrize(("text", "clean"), CLEAN)
def test_noise_is_cleaned_out(text: str, clean: str) -> None:
    assert cut(text)[0].text == clean


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Who can?", True),
        ('"Who can?"', True),
        ("so can you write to them", True),
        ("Can you write to them.", False),
        ("you can write to them", False),
        ("and is there a tent", True),
        ("isn't it late", False),
        ("Right?", True),
    ],
)
def test_a_question_is_known_by_its_mark_or_its_opening(text: str, asked: bool) -> None:
    assert cut(text)[0].asked == asked


@pytest.mark.parametrize(
    ("text", "ending"), [("I can.", "."), ("Can I?!", "?!"), ("Dan, would you mind—", "—"), ("I", ""), ("I -", "-")]
)
def test_the_ending_is_the_stop_as_it_stands(text: str, ending: str) -> None:
    assert cut(text)[0].ending == ending


def test_evidence_is_what_stands_in_the_turn() -> None:
    transcript = Transcript(turns=(Turn(speaker="Amal", text="Oh. Um, I’ll I’ll, uh, send it to Omar."),))
    (_, sentence) = sentences(transcript)
    assert sentence.evidence(transcript).quote == "Um, I’ll I’ll, uh, send it to Omar."
    start = sentence.text.index("send")
    assert sentence.evidence(transcript, start, start + len("send it")).quote == "send it"
    assert sentence.evidence(transcript, 0, start + len("send")).quote == "I’ll, uh, send"


# --- what holds for every text

NOISE = ["um", "uh,", "[laughs]", "(crosstalk)", "https://example.org/x", "www.a", "No.", "12", "Mr.", "th-", "like,"]
PIECES = st.sampled_from([*".?!…—-,’“”\né你。🙂", *NOISE, "I'll", "send it", "so", "we", "you_know"])
TURNS = st.one_of(
    st.text(max_size=80), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=40).map("".join)
)


@given(TURNS)
def test_sentences_follow_each_other_and_lose_no_word_between_them(text: str) -> None:
    found = cut(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    lost = text
    for one in reversed(found):
        lost = lost[: one.start] + " " + lost[one.end :]
    assert not cut(lost)


@given(TURNS)
def test_every_kept_character_leads_back_to_the_character_that_was_said(text: str) -> None:
    for one in cut(text):
        assert len(one.back) == len(one.text)
        assert list(one.back) == sorted(set(one.back))
        assert all(one.start <= place < one.end for place in one.back)
        straight = text.replace("\n", " ").translate(str.maketrans("’‘“”", "''\"\""))
        assert "".join(straight[place] for place in one.back) == one.text


@given(TURNS, st.data())
def test_every_span_is_evidence_within_its_sentence(text: str, data: st.DataObject) -> None:
    transcript = Transcript(turns=(Turn(text=text),))
    for one in sentences(transcript):
        places = [place for place, character in enumerate(one.text) if not character.isspace()]
        start, end = sorted(data.draw(st.tuples(st.sampled_from(places), st.sampled_from(places))))
        piece = one.evidence(transcript, start, end + 1)
        assert one.start <= piece.char_start < piece.char_end <= one.end
        assert text[piece.char_start : piece.char_end] == piece.quote


HOSTILE = [
    *"-.[u \n",
    "- ",
    "… ",
    '." ',
    "uh, ",
    "(laughs",
    "a'b-",
    "I I'll ",
    "so and but ",
    "word word ",
    "A. ",
    "No. ",
]
HOSTILE += ["like, ", "http:/", "<a ", ", ", "x. "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_text_takes_long(piece: str) -> None:
    """Where the work grows with the square of the length, this takes hours."""
    text = "Well " + piece * (200_000 // len(piece)) + "x"
    found = cut(text)
    assert sum(one.end - one.start for one in found) <= len(text)
    assert found[0].start == 0
    assert found[-1].end == len(text)
