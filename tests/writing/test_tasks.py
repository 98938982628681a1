"""The task list shows the same words as boxes to tick, and calls upon nobody."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from minutes import batch
from minutes.model import BY_HAND, NextStep, Ownership, Recap, Series
from minutes.writing import render
from minutes.writing.plain import plain
from writing.filled import TEXTS, filled

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {
    *("heading_open", "paragraph_open", "blockquote_open", "bullet_list_open", "list_item_open", "inline", "text"),
    "softbreak",
}
APART = "\N{ZERO WIDTH SPACE}"


def page(minutes: Recap | Series) -> str:
    return render(minutes, "tasks").decode()


def items(minutes: Recap | Series) -> list[str]:
    """Each item of a list as a reader sees it."""
    tokens = READER.parse(page(minutes))
    inside = (tokens[at + 2] for at, token in enumerate(tokens) if token.type == "list_item_open")
    return ["".join(child.content for child in token.children or ()) for token in inside]


def test_a_step_is_a_box_to_tick(rich: Recap) -> None:
    lines = page(rich).splitlines()
    assert lines[0] == "> Draft. Drawn up by rules from the transcript; nobody has corrected it yet."
    assert lines[2] == "# Monthly call of the neighbourhood alliance, Sunday 11 February 2024: next steps"
    assert lines[4:8:2] == [
        "- [ ] Send the press list to Salman. (Kambiz, by Fri 16 Feb 2024) — Kambiz, turn 61, 0:47:20",
        "- [ ] Move accounts away from banks that fund the trade. (the group) — Salman, turn 64, 0:48:10",
    ]
    assert len(items(rich)) == len(rich.next_steps)


def test_a_day_that_is_not_known_is_told_as_it_was_said(rich: Recap) -> None:
    assert " (Amal, Ines, “before the vote”) — " in page(rich)


def test_a_meeting_without_steps_says_so(empty: Recap) -> None:
    assert page(empty).splitlines()[-1] == "No next steps were found."
    assert "not understood" in page(empty.model_copy(update={"language": "de"}))


@pytest.mark.parametrize(
    ("state", "line"),
    [
        (
            "open",
            "- [ ] Send the press list to Salman. (by Fri 16 Feb 2024) — Call in March, Mon 11 Mar 2024: Kambiz, ",
        ),
        (
            "done",
            "- [x] Send the press list to Salman. (by Fri 16 Feb 2024) — Call in March, Mon 11 Mar 2024: Kambiz, ",
        ),
        ("dropped", "- [x] Send the press list to Salman. (by Fri 16 Feb 2024, dropped) — Call in March, Mon "),
    ],
)
def test_a_series_is_told_by_owner(series: Series, state: str, line: str) -> None:
    (thread,) = series.threads
    lines = page(series.model_copy(update={"threads": (thread.model_copy(update={"state": state}),)})).splitlines()
    owners = [line.removeprefix("## ") for line in lines if line.startswith("## ")]
    assert owners == ["Kambiz", "Amal, Ines", "the group", "no owner", "to settle: Salman or أمل حداد"]
    assert lines[lines.index("## Kambiz") + 2].startswith(line)
    assert "- [" not in lines[lines.index("## Kambiz") + 3]


def test_a_folder_of_lists_is_named_like_lists(tmp_path: Path) -> None:
    (tmp_path / "call.vtt").touch()
    (job,) = batch.plan(tmp_path, tmp_path / "out", "tasks")
    assert job.target.name == "call.tasks.md"


def test_a_step_that_a_person_added_says_so() -> None:
    step = NextStep(id="1", text="Ring them", rule=BY_HAND, evidence=(), owners=("Omar",), ownership=Ownership.NAMED)
    assert page(Recap(title="Call", next_steps=(step,))).endswith("- [ ] Ring them (Omar) — added by hand\n")


def test_nobody_is_called_and_no_issue_is_named() -> None:
    step = NextStep(id="1", text="Ask @omar about #12, a @ b", rule=BY_HAND, evidence=())
    (line,) = items(Recap(title="Call", next_steps=(step,)))
    assert f"Ask @{APART}omar about #{APART}12, a @ b — " in line


@settings(deadline=None)
@given(TEXTS)
def test_any_text_shows_as_it_is_and_nothing_becomes_markup(text: str) -> None:
    recap = filled(text, "")
    kinds = {
        token.type.replace("_close", "_open")
        for block in READER.parse(page(recap))
        for token in (block, *(block.children or ()))
    }
    assert kinds <= OURS
    (line,) = items(recap)
    assert line.replace(APART, "").startswith(f"[ ] {plain(text)}".replace(APART, "").rstrip())
