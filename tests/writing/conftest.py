"""Made recaps: a rich one, an empty one, and a series."""

from pathlib import Path

import pytest

from minutes.model import Recap, Series, Thread, ThreadItem

MADE = Path(__file__).parent / "made"


@pytest.fixture(scope="session")
def rich() -> Recap:
    return Recap.model_validate_json((MADE / "rich.json").read_bytes())


@pytest.fixture(scope="session")
def empty() -> Recap:
    return Recap(title="Quiet call")


@pytest.fixture(scope="session")
def series(rich: Recap) -> Series:
    step = rich.next_steps[0]
    later = rich.model_copy(update={"title": "Call in March", "date": rich.date and rich.date.replace(month=3)})
    thread = Thread(
        kind="next_step",
        title="Send the press list to Salman",
        state="done",
        items=(ThreadItem(recap=0, id=step.id), ThreadItem(recap=1, id=step.id)),
        evidence=(step.evidence[0].model_copy(update={"source": "march.vtt"}),),
    )
    return Series(recaps=(rich, later), threads=(thread,))
