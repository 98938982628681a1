"""Text that every format can hold, and links that lead where they say."""

import pytest
from hypothesis import given, settings

from minutes.writing.plain import leftward, link, pieces, plain
from writing.filled import TEXTS, URLS


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\ntwo\t three\r\n\u2028four", "one two three four"),
        ("  edges \xa0", "edges"),
        ("bell\x07 zero\x00 high\x9f no\ufffe", "bell\ufffd zero\ufffd high\ufffd no\ufffd"),
        ("kept: a\xa0b é \u200f أمل", "kept: a\xa0b é \u200f أمل"),
    ],
)
def test_text_is_put_on_one_line_and_made_fit(text: str, shown: str) -> None:
    assert plain(text) == shown


@settings(deadline=None)
@given(TEXTS)
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("url", "led"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:press@example.org", "mailto:press@example.org"),
        ('https://example.org/a"b<c>|d', "https://example.org/a%22b%3Cc%3E%7Cd"),
        ("https://example.org/ä", "https://example.org/ä"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        ("mailto:", None),
        ("http://[", None),
        ("//example.org", None),
        ("example.org", None),
        ("@northbank", None),
    ],
)
def test_only_what_has_a_target_is_a_link(url: str, led: str | None) -> None:
    assert link(url) == led


@settings(deadline=None)
@given(URLS)
def test_a_link_leads_to_the_web_or_to_a_mailbox(url: str) -> None:
    led = link(url)
    assert led is None or led.lower().startswith(("http://", "https://", "mailto:"))


def test_pieces_of_a_line_know_their_direction() -> None:
    assert pieces("Ask أمل حداد, or נועה.") == [
        ("Ask ", False),
        ("أمل حداد", True),
        (", or ", False),
        ("נועה", True),
        (".", False),
    ]


@settings(deadline=None)
@given(TEXTS)
def test_pieces_make_the_line_again(text: str) -> None:
    assert "".join(piece for piece, _ in pieces(text)) == text


@pytest.mark.parametrize(
    ("text", "turned"), [("أنا أمل", True), ("أمل will send the list to Omar.", False), ("123", False), ("", False)]
)
def test_a_line_is_turned_if_most_of_it_is(text: str, turned: bool) -> None:
    assert leftward(text) is turned
