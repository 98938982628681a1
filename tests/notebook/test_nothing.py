"""What a box makes of what was never read: one sentence, and no page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import minutes
from minutes.errors import InputError
from minutes.model import Transcript, Turn
from minutes.notebook import again, decisions, difference, links, nothing, show, steps, talk, timeline

USES: dict[str, Callable[[Path], Any]] = {
    "recap": lambda page: minutes.recap(nothing),
    "write": lambda page: minutes.write(nothing, page),
    "show": lambda page: show(nothing),
    "steps": lambda page: steps(nothing),
    "talk": lambda page: talk(nothing),
    "timeline": lambda page: timeline(nothing),
    "decisions": lambda page: decisions(nothing),
    "links": lambda page: links(nothing),
    "again": lambda page: again(nothing),
    "difference": lambda page: difference(nothing, nothing),
    "panel.recap": lambda page: nothing.recap,
    "panel.write": lambda page: nothing.write("docx"),
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_what_was_never_read_is_told_and_nothing_is_written(use: Callable[[Path], Any], tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^there is nothing to go on with; mend what the box above complains of"):
        use(tmp_path / "page.docx")
    assert list(tmp_path.iterdir()) == []


def test_what_somebody_asked_to_keep_out_is_not_shown() -> None:
    said = [
        ("Amal", "I can ring the hall on Monday."),
        ("Omar", "Good. And the flyers are printed."),
        ("Lena", "They look lovely. How is everybody at number four?"),
        ("Omar", "Please don't minute that, but my neighbour stopped paying."),
    ]
    transcript = Transcript(title="Call", turns=tuple(Turn(speaker=who, text=text) for who, text in said))
    shown = show(transcript).data
    assert "neighbour" not in shown
    assert "[kept out of the minutes, because somebody asked for it]" in shown
    assert "I can ring the hall on Monday." in shown
