"""Do two pieces of text speak of the same thing?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.likeness import alike, content, stem

STEMS = [
    ("posters", "poster"),
    ("posting", "post"),
    ("posted", "post"),
    ("libraries", "library"),
    ("running", "run"),
    ("classes", "class"),
]


@pytest.mark.parametrize(("word", "root"), STEMS)
def test_forms_of_a_word_share_a_stem(word: str, root: str) -> None:
    assert stem(word) == stem(root)


def test_content_leaves_out_what_any_sentence_has() -> None:
    assert content("We should really put the posters up at the library") == {stem("posters"), stem("library")}


ALIKE = [
    ("a stall at the market", "The market stall, then.", 1.0),
    ("a stall at the market", "the choir sings", 0.0),
    ("", "the choir sings", 0.0),
]


@pytest.mark.parametrize(("one", "other", "much"), ALIKE)
def test_texts_are_alike_by_the_content_they_share(one: str, other: str, much: float) -> None:
    assert alike(one, other) == much


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_the_same_both_ways(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
    assert 0 <= alike(one, other) <= 1
