"""A group's own rules are kept as the group wrote them, are proved by their examples, and name what they find."""

from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser

import minutes
from minutes.errors import InputError, NotFound, OutputError, RulesError
from minutes.notebook import begin_words, difference, examples, own_words
from writing.filled import NASTY

RULE = """\
[[cue]]
id = "challenge.yellow"
act = "problem"
weight = 4
say = ["yellow list"]
hits = ["We're on the yellow list."]
misses = ["The list is long."]
"""
CALL = b"Amal: We're on the yellow list again.\nOmar: Oh no."


def parsed(markup: object) -> Any:
    return parser.fromstring(f"<div>{markup}</div>")


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    file = tmp_path / "ours.toml"
    file.write_text(RULE)
    return file


def rows(markup: str) -> list[list[str]]:
    page = parsed(markup)
    return [[cell.text_content().strip() for cell in row] for row in page.xpath("//tbody/tr")]


def paragraphs(markup: str) -> list[str]:
    return [one.text_content() for one in parsed(markup).iter("p")]


def test_a_file_is_written_where_there_is_none_and_shown(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    shown = begin_words(file, f"\n{RULE}")
    assert file.read_text() == RULE
    assert paragraphs(shown.data) == ["ours.toml was written."]
    assert parsed(shown.data).xpath("string(//pre)").strip() == RULE.strip()


def test_a_file_that_is_there_is_shown_and_not_touched(rules: Path) -> None:
    changed = b"\xef\xbb\xbf# mine\r\n" + rules.read_bytes()
    rules.write_bytes(changed)
    shown = begin_words(rules, "other text")
    assert rules.read_bytes() == changed
    assert paragraphs(shown.data) == ["ours.toml was there already; it is used as it is."]
    assert "# mine" in shown.data
    assert "other text" not in shown.data


def test_where_it_cannot_be_kept_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        begin_words(tmp_path / "no" / "ours.toml", RULE)
    with pytest.raises(NotFound, match="is a directory"):
        begin_words(tmp_path, RULE)
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(InputError, match=r"bytes\.toml: not UTF-8 text"):
        begin_words(tmp_path / "bytes.toml", RULE)


@pytest.mark.parametrize("text", NASTY)
def test_hostile_words_in_a_file_stay_words(tmp_path: Path, text: str) -> None:
    page = parsed(begin_words(tmp_path / "ours.toml", text or "x").data)
    assert {one.tag for one in page.iter()} == {"div", "p", "pre"}


def test_examples_that_hold_are_told_one_by_one(rules: Path) -> None:
    shown = examples(rules).data
    assert rows(shown) == [
        ["challenge.yellow", "“We're on the yellow list.”", "finds it, as it should"],
        ["challenge.yellow", "“The list is long.”", "leaves it, as it should"],
    ]
    assert paragraphs(shown) == ["ours.toml: 1 cue, 2 sentences, all as they should be."]


def test_examples_that_fail_say_what_to_do(rules: Path) -> None:
    wrong = RULE.replace("We're on the yellow list", "Nothing is wrong").replace("The list is long", "A yellow list")
    rules.write_text(wrong)
    shown = examples(rules).data
    assert [row[2] for row in rows(shown)] == ["does not find it, and should", "finds it, and should leave it"]
    assert paragraphs(shown) == [
        'ours.toml, cue 1 (challenge.yellow), hits: not found: “Nothing is wrong.”; add to "say", or mend the sentence',
        "ours.toml, cue 1 (challenge.yellow), misses: found, and should be left: “A yellow list.”; "
        'add to "unless", or mend the sentence',
    ]


def test_a_file_without_rules_has_no_examples(tmp_path: Path) -> None:
    (tmp_path / "empty.toml").write_text("")
    shown = examples(tmp_path / "empty.toml").data
    assert paragraphs(shown) == ["empty.toml: 0 cues, 0 sentences, all as they should be."]


def test_a_mistake_is_told_with_its_line(rules: Path) -> None:
    rules.write_text("[[cue]\n")
    for face in (examples, own_words):
        with pytest.raises(RulesError, match=r"ours\.toml, line 1: "):
            face(rules)


def test_what_own_rules_find_is_named_with_its_rule(rules: Path) -> None:
    transcript = minutes.read(CALL)
    without, with_it = minutes.recap(transcript), minutes.recap(transcript, words=own_words(rules))
    (new,) = rows(difference(without, with_it).data)
    assert new[:2] == ["new", "Challenges"]
    assert "yellow list" in new[2]
    assert new[3] == "challenge.yellow"
    (gone,) = rows(difference(with_it, without).data)
    assert gone[0] == "no longer there"
    assert gone[1:] == new[1:]
    assert paragraphs(difference(without, without).data) == ["Both find the same."]
