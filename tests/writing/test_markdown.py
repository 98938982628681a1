"""Markdown shows what was said as the same text, and nothing said becomes markup."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pymarkdown.api import PyMarkdownApi

from checking.meetings import SAMPLES, held
from minutes.model import Recap, Series
from minutes.writing import render
from minutes.writing.markdown import escape
from minutes.writing.plain import link, plain
from writing.filled import TEXTS, URLS, filled

EXPECTED = Path(__file__).parent / "made" / "rich.md"
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {
    *("heading_open", "paragraph_open", "blockquote_open", "bullet_list_open", "list_item_open", "inline", "text"),
    *("table_open", "thead_open", "tbody_open", "tr_open", "th_open", "td_open"),
    *("strong_open", "em_open", "link_open"),
}


def tokens(page: str) -> Iterator[Token]:
    """All that opens or holds something, inside lines too."""
    for token in READER.parse(page):
        yield token
        yield from token.children or ()


def shown(page: str) -> list[str]:
    """The text of each line, as a reader sees it."""
    inline = (token for token in READER.parse(page) if token.type == "inline")
    return ["".join(child.content for child in token.children or ()) for token in inline]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Plain words, nothing (else): it's 12:30:15!", "Plain words, nothing (else): it's 12:30:15!"),
        ("a*b_c`d", "a\\*b\\_c\\`d"),
        ("<b>[x](y)", "\\<b\\>\\[x\\](y)"),
        ("- no list", "\\- no list"),
        ("1986. A great year", "1986\\. A great year"),
        ("AT&T &amp; co", "AT&T \\&amp; co"),
        ("https://example.org www.example.org", "https\\://example.org www\\.example.org"),
        ("a | b # c $d$", "a \\| b \\# c \\$d\\$"),
    ],
)
def test_what_has_a_meaning_in_markdown_is_escaped_and_nothing_else(text: str, source: str) -> None:
    assert escape(text) == source


@settings(deadline=None)
@given(TEXTS)
def test_any_text_shows_as_it_is(text: str) -> None:
    text = plain(text)
    assert shown(escape(text)) == ([text] if text else [])
    assert {token.type for token in tokens(escape(text))} <= {"paragraph_open", "inline", "text", "paragraph_close"}


@settings(max_examples=50, deadline=None)
@given(TEXTS, URLS)
def test_nothing_said_becomes_markup(text: str, url: str) -> None:
    page = render(filled(text, url), "md").decode()
    kinds = {token.type.replace("_close", "_open") for token in tokens(page)}
    assert kinds <= OURS
    targets = [str(token.attrs["href"]) for token in tokens(page) if token.type == "link_open"]
    assert len(targets) == (2 if link(url) else 0)
    assert all(target.startswith(("http", "HTTP", "mailto", "MAILTO")) for target in targets)
    assert sum(plain(text) in line for line in shown(page)) >= 25


def test_the_page_is_the_expected_one(rich: Recap, accept: bool) -> None:
    page, expected = render(rich, "md"), EXPECTED.read_bytes()
    if accept:
        EXPECTED.write_bytes(page)
    assert page == expected


def test_each_row_of_a_table_has_all_its_cells(rich: Recap) -> None:
    rows = [token for token in tokens(render(rich, "md").decode()) if token.type in ("tr_open", "th_open", "td_open")]
    assert len([row for row in rows if row.type == "tr_open"]) == 6 + 5 + 6
    assert len([row for row in rows if row.type != "tr_open"]) == 6 * 4 + 5 * 3 + 6 * 5


def test_a_long_quote_is_left_to_its_turn(rich: Recap) -> None:
    step = rich.next_steps[0]
    long = step.evidence[0].model_copy(update={"quote": "and then " * 40})
    recap = Recap(title="Call", next_steps=(step.model_copy(update={"evidence": (long,)}),))
    page = render(recap, "md").decode()
    assert "and then" not in page
    assert "| Kambiz, turn 61, 0:47:20 |" in page


def test_the_headings_of_a_series_have_no_gap_and_no_twin(series: Series) -> None:
    lines = [line for line in render(series, "md").decode().splitlines() if line.startswith("#")]
    levels = [len(line.split()[0]) for line in lines]
    assert len(set(lines)) == len(lines)
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def complaints(page: bytes) -> list[str]:
    """What a linter says of a page, but for the length of its lines: a paragraph is one, as mails and hosts wrap it."""
    linter = PyMarkdownApi().disable_rule_by_identifier("md013")
    return [f"{one.line_number}: {one.rule_id}" for one in linter.scan_string(page.decode()).scan_failures]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_linter_finds_nothing_in_the_minutes_of_a_sample(path: Path) -> None:
    assert complaints(render(held(path).recap, "md")) == []


def test_a_linter_finds_nothing_in_a_page_with_something_of_everything(rich: Recap) -> None:
    bare = Recap(title="Quiet call")
    for minutes in (rich, bare, Series(recaps=(rich, rich)), Series(recaps=(bare,))):
        assert complaints(render(minutes, "md")) == []


def test_the_linter_looks() -> None:
    assert complaints(b"#title\n\n\ntext\n") != []
