"""The sheet holds the same words, and no spreadsheet takes any of them for a formula."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.model import BY_HAND, NextStep, Recap, Series
from minutes.writing import render
from minutes.writing.plain import plain
from minutes.writing.spreadsheet import harmless
from writing.filled import TEXTS, filled

SIGNS = "=+-@＝＋－＠"
HEAD = ["Step", "Owner", "Due", "Said as", "State", "Meeting", "Day", "Turn", "Time", "Words", "Id"]


def rows(minutes: Recap | Series, separator: str = ",") -> list[list[str]]:
    """The cells as a spreadsheet cuts them; in many countries it cuts at semicolons."""
    text = render(minutes, "csv").decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def test_a_step_is_a_row(rich: Recap, series: Series) -> None:
    head, first, *_ = rows(rich)
    assert head == HEAD
    assert first == [
        "Send the press list to Salman.",
        "Kambiz",
        "2024-02-16",
        "by Friday",
        "open",
        "Monthly call of the neighbourhood alliance",
        "2024-02-11",
        "61",
        "0:47:20",
        "I'll I'll send you that press list, um, Salman, by Friday.",
        "676b8bb8-f7a15daa",
    ]
    assert [row[4] for row in rows(series)[1:]].count("done") == 1
    assert len(rows(series)) == 2 * len(rich.next_steps)


def test_what_is_not_known_is_blank() -> None:
    step = NextStep(id="1", text="Ring them", rule=BY_HAND, evidence=())
    _, row = rows(Recap(title="Call", next_steps=(step,)))
    assert row[:4] + row[5:10] == ["Ring them", "", "", "", "Call", "", "", "", ""]


def test_a_meeting_without_steps_is_a_head_alone(empty: Recap) -> None:
    assert rows(empty) == [HEAD]


def test_the_file_is_one_that_excel_reads(rich: Recap) -> None:
    data = render(rich, "csv")
    assert data.startswith(b'\xef\xbb\xbf"Step","Owner",')
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r") == len(rich.next_steps) + 1
    assert "أمل حداد" in data.decode()


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Ring them - soon; and well + good", "Ring them - soon; and well + good"),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+44 20 7946 0018", "'+44 20 7946 0018"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        (" \u200b=1", "' \u200b=1"),
        ("a;=1", "a;'=1"),
        ("a; -1;b", "a;' -1;b"),
        ("'=1", "'=1"),
    ],
)
def test_what_begins_a_formula_gets_an_apostrophe_and_nothing_else(text: str, cell: str) -> None:
    assert harmless(text) == cell


@settings(deadline=None)
@given(TEXTS | st.text(alphabet=f"{SIGNS} \t\r\n;\",'\x00\u200ba1", max_size=12), st.sampled_from(",;\t"))
def test_no_cell_begins_a_formula(text: str, separator: str) -> None:
    cells = [cell for row in rows(filled(text, ""), separator) for cell in row]
    assert [cell for cell in cells if cell.lstrip().startswith(tuple(SIGNS))] == []


@settings(deadline=None)
@given(TEXTS)
def test_any_text_comes_back_as_it_is(text: str) -> None:
    _, row = rows(filled(text, ""))
    assert row[0] == harmless(plain(text))
    assert row[0].replace("'", "") == plain(text).replace("'", "")
    assert len(row) == len(HEAD)
