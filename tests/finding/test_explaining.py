"""Why items were found and others not: the rule, the words as they stand, and rejections by name."""

from datetime import date

import pytest

from commands import run
from minutes.finding import explain, recap
from minutes.finding.explaining import Explanation
from minutes.model import Transcript, Turn

CALL = """
Amal: I'm Amal, I make radio.
Omar: Welcome, Amal.
Amal: My idea is a story stall at the market, every Saturday, with a new story each week. What if it moves?
Lena: The trouble is that the council took away our permit, and two of us got threats after the last post.
Omar: Lena, um, could you, uh, write to the harbour office?
Lena: Sure, I'll do it by Friday.
Omar: Let me share my screen. It's at https://example.org/plan.
"""


def said(text: str) -> Transcript:
    lines = (line.partition(": ") for line in text.strip().splitlines())
    return Transcript(date=date(2024, 2, 13), turns=tuple(Turn(speaker=name, text=words) for name, _, words in lines))


@pytest.fixture(scope="module")
def explanation() -> Explanation:
    return explain(said(CALL))


def test_every_item_of_the_recap_is_explained_in_its_order(explanation: Explanation) -> None:
    minutes = recap(said(CALL))
    parts = (
        minutes.next_steps,
        minutes.decisions,
        minutes.proposals,
        minutes.challenges,
        minutes.advice,
        minutes.questions,
    )
    found = [(item.id, item.rule, item.text) for part in parts for item in part]
    told = [(item.id, item.rule, item.text) for item in explanation.items]
    assert told[: len(found)] == found
    assert [item.text for item in explanation.items[len(found) :]] == ["Amal", "https://example.org/plan"]


def test_the_words_are_those_that_were_said(explanation: Explanation) -> None:
    transcript = said(CALL)
    (step,) = (item for item in explanation.items if item.kind == "next_step")
    assert (step.rule, [(piece.speaker, piece.turn, piece.quote) for piece in step.words]) == (
        "next-step.ask.can",
        [("Omar", 4, "could you, uh, write"), ("Lena", 5, "Sure, I'll do it")],
    )
    for item in explanation.items:
        for piece in (*item.words, *item.evidence):
            assert transcript.turns[piece.turn].text[piece.char_start : piece.char_end] == piece.quote


def test_what_is_weighed_by_turn_tells_what_spoke_most_for_it(explanation: Explanation) -> None:
    weighed = [item for item in explanation.items if item.kind in ("proposal", "challenge", "advice", "decision")]
    assert {item.kind for item in weighed} >= {"proposal", "challenge"}
    for item in weighed:
        assert 1 <= len(item.shares) <= 3
        assert [share.weight for share in item.shares] == sorted((share.weight for share in item.shares), reverse=True)
        assert item.shares[-1].weight > 0
    assert {share.feature for item in weighed if item.kind == "challenge" for share in item.shares} >= {"problem"}


REJECTED = [
    ("Let me share my screen.", "done in the meeting", "next-step.promise.let-me"),
    ("If I had the time I would send the list.", "supposed", "next-step.promise.can"),
    ("She said I should ring them.", "reported", "next-step.promise.must"),
    ("We have to ring them yesterday.", "past", "next-step.group.must"),
]


@pytest.mark.parametrize(("sentence", "why", "rule"), REJECTED, ids=[case[1] for case in REJECTED])
def test_what_is_no_next_step_is_rejected_by_name(sentence: str, why: str, rule: str) -> None:
    told = explain(said(f"Omar: {sentence}\nAmal: I see.")).rejected
    assert [(one.why, one.rule) for one in told if one.evidence.quote == sentence] == [(why, rule)]


def test_a_refusal_is_named() -> None:
    told = explain(
        said("Lena: Omar, could you book the hall?\nOmar: No, I can't, I'm swamped.\nLena: All right.")
    ).rejected
    assert ("refused", "Omar, could you book the hall?") in [(one.why, one.evidence.quote) for one in told]


def test_words_of_a_kind_for_which_too_little_speaks_are_named() -> None:
    told = explain(said("Amal: He was denied.\nLena: I see.")).rejected
    assert ("challenge", "too little speaks for it", "He was denied.") in [
        (one.kind, one.why, one.evidence.quote) for one in told
    ]


def test_nothing_said_is_nothing_explained() -> None:
    assert explain(Transcript(turns=())) == Explanation(items=(), rejected=())


def test_on_the_command_line_turns_are_counted_as_on_the_pages() -> None:
    done = run("explain", "-", stdin=CALL.encode())
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.strip() for line in done.stdout.splitlines()]
    step = lines.index("Next steps")
    assert lines[step + 3 : step + 6] == [
        "rule   next-step.ask.can",
        "words  “could you, uh, write” · “Sure, I'll do it”",
        "said   Omar, turn 5; Lena, turn 6",
    ]
    assert "“Let me share my screen.” (Omar, turn 7)" in lines
    assert "no next step: done in the meeting (next-step.promise.let-me)" in lines


def test_as_json_it_is_the_record(explanation: Explanation) -> None:
    done = run("explain", "-", "--format", "json", stdin=CALL.encode())
    told = Explanation.model_validate_json(done.stdout)
    assert [item.rule for item in told.items] == [item.rule for item in explanation.items]
    assert [one.why for one in told.rejected] == [one.why for one in explanation.rejected]


def test_explain_takes_one_meeting() -> None:
    done = run("explain", "one.txt", "two.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--join" in done.stderr
