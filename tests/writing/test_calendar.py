"""The calendar is one that other programs take in: its lines, its tasks, and the same words again."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from icalendar import Calendar, Todo

from minutes.model import BY_HAND, NextStep, Ownership, Recap, Series, Thread, ThreadItem
from minutes.writing import render
from minutes.writing.plain import plain
from writing.filled import TEXTS, filled


def todos(minutes: Recap | Series) -> list[Todo]:
    """The tasks as another program reads them."""
    return list(Calendar.from_ical(render(minutes, "ics")).todos)


def lines(minutes: Recap | Series) -> list[str]:
    """The lines of the file, each put together again where it was folded."""
    return render(minutes, "ics").decode().replace("\r\n ", "").split("\r\n")


def about(step: NextStep) -> Recap:
    return Recap(title="Call", date=date(2024, 2, 11), next_steps=(step,))


def by_hand(**fields: object) -> NextStep:
    return NextStep.model_validate({"id": "0a1b2c3d", "text": "Ring them.", "rule": BY_HAND, "evidence": (), **fields})


def test_a_step_is_a_task_with_its_day_and_its_words(rich: Recap) -> None:
    first = todos(rich)[0]
    assert str(first["SUMMARY"]) == "Kambiz: Send the press list to Salman."
    due, stamp = first.DUE, first.DTSTAMP
    assert (due, stamp) == (date(2024, 2, 16), datetime(2024, 2, 11, tzinfo=UTC))
    assert str(first["STATUS"]) == "NEEDS-ACTION"
    assert first.categories == ["Northbank Alliance"]
    assert str(first["DESCRIPTION"]).splitlines() == [
        "Owner: Kambiz",
        "Said as: “by Friday”",
        "Kambiz, turn 61, 0:47:20: “I'll I'll send you that press list, um, Salman, by Friday.”",
        "Meeting: Monthly call of the neighbourhood alliance, Sun 11 Feb 2024",
        "Draft. Drawn up by rules from the transcript; nobody has corrected it yet.",
    ]


def test_nobody_is_invited_and_no_day_is_made_up(rich: Recap) -> None:
    assert [todo.get("DUE") is not None for todo in todos(rich)] == [bool(step.due) for step in rich.next_steps]
    assert not any(line.startswith(("ORGANIZER", "ATTENDEE", "X-")) for line in lines(rich))
    assert "mailto" not in render(rich, "ics").decode()


@pytest.mark.parametrize(
    ("owners", "ownership", "summary"),
    [
        (("Omar", "Ines"), Ownership.NAMED, "Omar, Ines: Ring them."),
        ((), Ownership.GROUP, "the group: Ring them."),
        (("Omar", "Ines"), Ownership.TO_SETTLE, "to settle: Omar or Ines: Ring them."),
        ((), Ownership.NOBODY, "Ring them."),
    ],
)
def test_the_summary_says_whose_it_is(owners: tuple[str, ...], ownership: Ownership, summary: str) -> None:
    (todo,) = todos(about(by_hand(owners=owners, ownership=ownership)))
    assert str(todo["SUMMARY"]) == summary
    assert "added by hand" in str(todo["DESCRIPTION"]).splitlines()


def test_without_a_day_the_stamp_is_the_same_every_time(rich: Recap) -> None:
    undated = rich.model_copy(update={"date": None})
    assert {todo.DTSTAMP for todo in todos(undated)} == {datetime(1970, 1, 1, tzinfo=UTC)}
    assert render(undated, "ics") == render(undated, "ics")


def test_a_meeting_without_steps_says_so(empty: Recap) -> None:
    calendar = Calendar.from_ical(render(empty, "ics"))
    assert str(calendar["DESCRIPTION"]).splitlines()[-1] == "No next steps were found."
    assert list(calendar.todos) == []


@pytest.mark.parametrize(
    ("state", "status"), [("open", "NEEDS-ACTION"), ("done", "COMPLETED"), ("dropped", "CANCELLED")]
)
def test_a_step_of_several_meetings_is_one_task(rich: Recap, series: Series, state: str, status: str) -> None:
    (thread,) = series.threads
    moved = series.model_copy(update={"threads": (thread.model_copy(update={"state": state}),)})
    tasks = todos(moved)
    assert len(tasks) == 2 * len(rich.next_steps) - 1
    assert str(tasks[0]["STATUS"]) == status
    assert tasks[0]["UID"] == todos(rich)[0]["UID"]  # a later file brings it up to date
    assert "Call in March" in str(tasks[0]["DESCRIPTION"])
    assert len({str(todo["UID"]) for todo in tasks}) == len(tasks)


def test_what_is_done_is_told_with_the_words_that_say_so(series: Series, rich: Recap) -> None:
    (thread,) = series.threads
    piece = rich.next_steps[0].evidence[0]
    report = piece.model_copy(update={"turn": 3, "start": None, "quote": "I sent it on Friday.", "source": "march.vtt"})
    evidence = (*thread.evidence, report)
    done, still = (thread.model_copy(update={"state": state, "evidence": evidence}) for state in ("done", "open"))
    told = [str(todos(series.model_copy(update={"threads": (one,)}))[0]["DESCRIPTION"]) for one in (done, still)]
    assert "Kambiz, turn 4, march.vtt: “I sent it on Friday.”" in told[0].splitlines()
    assert "I sent it" not in told[1]


def test_a_step_that_is_carried_on_keeps_its_owner_and_its_day() -> None:
    first = by_hand(id="1", owners=("Omar",), ownership=Ownership.NAMED, due="2024-02-16", due_said="by Friday")
    again = by_hand(id="2", owners=("Omar",), ownership=Ownership.NAMED)
    items = (ThreadItem(recap=0, id="1"), ThreadItem(recap=1, id="report"), ThreadItem(recap=1, id="2"))
    thread = Thread(
        kind="next_step", title="Ring", state="open", items=items, owners=("Omar Haddad",), due=date(2024, 2, 16)
    )
    (todo,) = todos(Series(recaps=(about(first), about(again)), threads=(thread,)))
    assert (str(todo["SUMMARY"]), todo.DUE) == ("Omar Haddad: Ring them.", date(2024, 2, 16))


def test_a_task_is_told_from_those_of_other_meetings(rich: Recap) -> None:
    bare = tuple(source.model_copy(update={"sha256": ""}) for source in rich.sources)
    veiled = rich.model_copy(update={"sources": bare})
    other = veiled.model_copy(update={"title": "Call in March"})
    uids = [{str(todo["UID"]) for todo in todos(recap)} for recap in (rich, veiled, other)]
    assert len(set.union(*uids)) == sum(map(len, uids))


def test_steps_in_the_same_words_are_two_tasks() -> None:
    recap = Recap(title="Call", next_steps=(by_hand(text="Ring them."), by_hand(text="Ring the others.")))
    uids = [str(todo["UID"]) for todo in todos(recap)]
    assert uids[1] == uids[0].replace("@", "-2@")


@settings(deadline=None)
@given(TEXTS)
def test_any_text_comes_back_as_it_is(text: str) -> None:
    recap = filled(text, "")
    data = render(recap, "ics")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert not set(data.replace(b"\r\n", b"")) & set(range(32))
    assert [line for line in lines(recap) if line.startswith(("BEGIN:", "END:"))] == [
        "BEGIN:VCALENDAR",
        "BEGIN:VTODO",
        "END:VTODO",
        "END:VCALENDAR",
    ]
    (todo,) = todos(recap)
    assert str(todo["SUMMARY"]) == f"{plain(f'to settle: {text} or {text}')}: {plain(text)}"


HOSTILE = (
    "x\r\nEND:VTODO\r\nBEGIN:VEVENT\r\nSUMMARY:y",
    "a;b,c\\n\\d:e\"f'",
    "\x00\x07\x1b[31m\ufffe tab\there",
    "\U0001f469\u200d\U0001f680 أمل حداد " * 20,
    "long " * 1000,
    "ATTENDEE:mailto:a@example.org",
    "=1+1",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    (todo,) = todos(about(by_hand(text=text, due_said=text)))
    assert str(todo["SUMMARY"]) == plain(text)
    assert f"Said as: “{plain(text)}”" in str(todo["DESCRIPTION"]).split("\n")
    assert set(todo) == {"SUMMARY", "DESCRIPTION", "UID", "DTSTAMP", "STATUS"}
    assert max(map(len, render(about(by_hand(text=text)), "ics").split(b"\r\n"))) <= 75
