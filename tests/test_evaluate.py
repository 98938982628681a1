"""Our own evaluation, on meetings small enough to count by hand."""

import json
from pathlib import Path
from typing import Any

import evaluate
import pytest
from scoring import Count, People, alike, matched, score


@pytest.mark.parametrize(
    ("gold", "found", "pairs"),
    [
        ([{1}], [{1}], {0: 0}),
        ([{1}], [{2}], {}),
        ([{1}], [{1, 2}], {0: 0}),
        ([{1}], [{1, 2, 3}], {}),  # a third of its turns: pointing at a stretch
        ([{1, 2, 3}], [{2}], {0: 0}),
        ([{1}], [{1}, {1}], {0: 0}),
        ([{1}, {1, 2}], [{1, 2}, {1}], {0: 1, 1: 0}),
        ([{1, 2}, {2, 3}], [{2}, {1, 2}], {0: 1, 1: 0}),  # one gives way, so that both are seated
        ([], [{1}], {}),
    ],
)
def test_items_are_matched_one_to_one(gold: list[set[int]], found: list[set[int]], pairs: dict[int, int]) -> None:
    assert matched(gold, found) == pairs


def test_counts_come_to_precision_recall_and_f1() -> None:
    count = Count(both=2, gold=4, found=3)
    assert (round(count.precision, 3), count.recall, round(count.f1, 3)) == (0.667, 0.5, 0.571)
    assert (Count().precision, Count().recall, Count().f1) == (0.0, 0.0, 0.0)


def test_people_are_the_same_by_any_of_their_names() -> None:
    people = People([{"name": "Amal Haddad", "labels": ["Amal"]}, {"name": "Hugo M"}, {"name": "Hugo B"}])
    assert people.same(["Amal"], ["amal haddad"])
    assert people.same(["Hugo B"], ["hugo b."])
    assert not people.same(["Hugo"], ["Hugo B"])
    assert people.same(["Kambiz"], ["kambiz"])
    assert not people.same(["Amal"], ["Amal", "Hugo M"])
    assert people.same([], [])


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [("a baker in Leeds", "the baker, Leeds", 1.0), ("a baker", "a cook", 0.0), ("the", "the", 0.0)],
)
def test_texts_are_alike_by_their_words(one: str, other: str, share: float) -> None:
    assert alike(one, other) == share


STEP = {"text": "Send the list", "owners": ["Amal"], "due": "2024-02-16", "turns": [1]}
FOUND = {"text": "Send it", "rule": "r", "owners": ["Amal Haddad"], "due": "2024-02-16", "evidence": [{"turn": 1}]}


def scored(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Any:
    speakers = [{"name": "Amal Haddad", "labels": ["Amal"], "background": "a baker from Leeds"}, {"name": "Omar"}]
    told = [{"name": "Amal Haddad", "labels": ["Amal"], "background": "I'm a baker from Leeds"}]
    links = [{"url": "https://www.example.org/a/"}, {"url": "omar@example.org"}]
    right: dict[str, Any] = {"next_steps": gold, "speakers": speakers, "resources": links[:1]}
    page: dict[str, Any] = {
        "next_steps": found,
        "speakers": told,
        "resources": [{"url": "http://example.org/a"}, *links[1:]],
    }
    return score(right, page, ["Amal", "Omar"])


def test_a_meeting_is_scored_by_items_turns_and_what_is_right() -> None:
    result = scored([STEP, {**STEP, "turns": [5]}], [{**FOUND, "due": None}, {**FOUND, "evidence": [{"turn": 8}]}])
    assert result.items == {"next_steps": Count(1, 2, 2), "backgrounds": Count(1, 1, 1), "resources": Count(1, 1, 2)}
    assert result.turns == {"next_steps": Count(1, 2, 2)}
    assert result.right == {
        "next steps found whole": [False, False],
        "owners": [True],
        "due dates": [False],
        "due dates where one was said": [False],
    }
    assert [(name, item["turns"]) for name, item in result.missed] == [("next_steps", [5])]
    assert [(name, item["evidence"]) for name, item in result.extra] == [("next_steps", [{"turn": 8}])]
    assert round(result.macro, 3) == round((0.5 + 1 + 2 / 3) / 3, 3)
    assert result.whole == Count(1, 2, 2)


def test_meetings_add_up() -> None:
    total = scored([STEP], [FOUND])
    total.add(scored([STEP], []))
    assert total.items["next_steps"] == Count(1, 2, 1)
    assert total.right["next steps found whole"] == [True, False]


MEETING = {
    "id": "one",
    "title": "Call",
    "date": "2024-02-13",
    "turns": [
        {"speaker": "Lena", "start": 0.0, "end": 4.0, "text": "Amal, can you send the list to the printers by Friday?"},
        {"speaker": "Amal", "start": 4.0, "end": 6.0, "text": "Sure, I'll send it."},
    ],
    "gold": {
        "next_steps": [{"text": "Send the list", "owners": ["Amal"], "due": "2024-02-16", "turns": [0, 1]}],
        "decisions": [{"text": "The list is sent.", "turns": [1]}],
        "speakers": [{"name": "Lena"}, {"name": "Amal"}],
    },
}


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    file = tmp_path / "set.jsonl"
    file.write_text(json.dumps(MEETING) + "\n", "utf-8")
    return file


def test_a_set_is_recapped_and_told(lines: Path) -> None:
    (held,) = evaluate.measured(lines)
    told = list(evaluate.table([held]))
    assert "| next steps | 1.000 | 1.000 | 1.000 | 1 | 1 | 1.000 |" in told
    assert "| decisions | 0.000 | 0.000 | 0.000 | 1 | 0 | 0.000 |" in told
    assert "| next steps found whole | 1.000 | 1 |" in told
    assert next(evaluate.by_meeting([held])).startswith("0.667 one: next_steps 1/1/1, decisions 0/1/0")
    assert list(evaluate.misses([held], "decisions")) == [
        "== one",
        "  missed: The list is sent.",
        "      [1] Amal: Sure, I'll send it.",
    ]


def test_a_folder_is_a_set_too(lines: Path, tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(json.dumps(MEETING), "utf-8")
    assert list(evaluate.annotated(tmp_path)) == list(evaluate.annotated(lines)) == [MEETING]


def test_the_tables_stand_between_their_marks_on_the_page() -> None:
    page = "# Page\n<!-- ami -->\nold\n<!-- /ami -->\n<!-- icsi -->\nold\n<!-- /icsi -->\n"
    assert evaluate.placed(page, "ami", "new") == page.replace("old", "new", 1)
    with pytest.raises(ValueError, match="0 places named 'akash'"):
        evaluate.placed(page, "akash", "new")
    assert [f"<!-- {name} -->" in evaluate.PAGE.read_text("utf-8") for name in ("meetings", "ami", "icsi")] == [
        True
    ] * 3
