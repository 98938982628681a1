"""Cuts that do no harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.finding.clauses import best, clauses

CUT = [
    ("I'm in Leeds, I teach.", ["I'm in Leeds", "I teach."]),
    ("i drive the bus so uh i must leave at nine", ["i drive the bus", "so uh", "i must leave at nine"]),
    ("if i look tired it's normal", ["if i look tired", "it's normal"]),
    ("Lisbon. Master's in economics.", ["Lisbon.", "Master's in economics."]),
]


@pytest.mark.parametrize(("text", "pieces"), CUT)
def test_a_turn_falls_into_clauses(text: str, pieces: list[str]) -> None:
    assert [text[clause.start : clause.end] for clause in clauses(text)] == pieces


@given(st.text(max_size=200))
def test_clauses_stand_in_the_text_in_their_order(text: str) -> None:
    ends = [(clause.start, clause.end) for clause in clauses(text)]
    assert all(0 <= start < end <= len(text) for start, end in ends)
    assert ends == sorted(ends)


def test_the_best_run_is_the_one_with_the_highest_sum() -> None:
    found = list(clauses("one, two, three, four"))
    run = best(list(zip(found, [1.0, -3.0, 2.0, 1.0], strict=True)), 10)
    assert run is not None
    assert (run.score, run.start, run.end) == (3.0, found[2].start, found[3].end)


def test_no_run_is_longer_than_asked_for() -> None:
    found = list(clauses("one two, three four, five six"))
    run = best(list(zip(found, [1.0, 1.0, 1.0], strict=True)), 4)
    assert run is not None
    assert (run.start, run.end) == (found[0].start, found[1].end)


def test_where_nothing_speaks_for_it_there_is_no_run() -> None:
    assert best([(clause, -1.0) for clause in clauses("one, two")], 10) is None
