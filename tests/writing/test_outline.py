"""What stands on the page, in which order, and in which words."""

from datetime import date

import pytest

from minutes.model import NextStep, Ownership, Recap, Series, Speaker, State, Topic, Withheld
from minutes.writing.blocks import Bullets, Cell, Facts, Heading, Mark, Page, Paragraph, Quote, Said, Table, Title
from minutes.writing.outline import outline


def titles(page: Page) -> list[str]:
    return [f"{block.number} {block.text}".strip() for block in page.blocks if isinstance(block, Heading)]


def facts(page: Page) -> dict[str, list[str]]:
    """Each fact of the page by its label."""
    blocks = [block for block in page.blocks if isinstance(block, Facts)]
    return {fact.label: [value.text for value in fact.values] for block in blocks for fact in block.facts}


def tables(page: Page) -> dict[str, Table]:
    return {block.caption: block for block in page.blocks if isinstance(block, Table)}


def step(rich: Recap, **changed: object) -> tuple[Cell, ...]:
    """The row that the first next step makes with these fields."""
    made = NextStep.model_validate(rich.next_steps[0].model_dump() | {"due": None, "due_said": None} | changed)
    return tables(outline(Recap(title="Call", next_steps=(made,))))["Next steps"].rows[0]


def test_the_sections_from_top_to_bottom(rich: Recap) -> None:
    page = outline(rich)
    assert isinstance(page.blocks[0], Title)
    assert isinstance(page.blocks[1], Mark)
    assert titles(page) == [
        *("Overview", "Next steps", "To settle", "Decisions", "Proposals"),
        "1. Original voices on LinkedIn",
        "2. A training hub and fair hiring in companies",
        "3. Talks beyond the usual circle",
        "4. Rent the church hall",
        *("Challenges", "Advice", "Open questions", "Topics", "Participants", "Resources"),
        *("Links that could not be saved", "How these minutes were made"),
    ]


def test_what_was_not_found_is_left_out_but_for_next_steps_and_decisions(empty: Recap) -> None:
    page = outline(empty)
    assert titles(page) == ["Next steps", "Decisions", "How these minutes were made"]
    assert [block.text for block in page.blocks if isinstance(block, Paragraph)] == [
        "No next steps were found.",
        "No decisions were found.",
    ]
    assert list(facts(page)) == ["Method"]


@pytest.mark.parametrize("language", ["de", None])
def test_a_page_says_where_the_transcript_was_not_understood(language: str | None) -> None:
    told = [
        block.text for block in outline(Recap(title="Call", language=language)).blocks if isinstance(block, Paragraph)
    ]
    assert told[0].startswith("The transcript does not look like English")
    assert told[1:] == ["Not known: the transcript was not understood."] * 2


def test_each_meeting_of_a_series_says_for_itself_whether_it_was_understood() -> None:
    page = outline(Series(recaps=(Recap(title="Call"), Recap(title="Anruf", language="de"))))
    told = [block.text for block in page.blocks if isinstance(block, Paragraph)]
    assert [text.startswith("The transcript does not look") for text in told] == [False, False, True, False, False]


def test_of_a_crowd_those_are_listed_who_spoke_most() -> None:
    crowd = tuple(
        Speaker(name=f"Person {n}", labels=(f"Person {n}",), turns=1, words=9 if n > 200 else 1, seconds=None)
        for n in range(5_000)
    )
    page = outline(Recap(title="Rally", speakers=crowd))
    assert facts(page)["Present"][0].endswith("Person 99, and 4,900 more")
    assert [row[0].text for row in tables(page)["Participants"].rows] == [f"Person {n}" for n in range(201, 301)]
    assert "And 4,900 more." in [block.text for block in page.blocks if isinstance(block, Paragraph)]


def test_the_head_of_the_page(rich: Recap) -> None:
    page = outline(rich)
    assert page.blocks[0] == Title("Monthly call of the neighbourhood alliance", "Northbank Alliance")
    assert isinstance(page.blocks[2], Facts)
    assert [(fact.label, fact.values[0].text) for fact in page.blocks[2].facts] == [
        ("Date", "Sunday 11 February 2024"),
        ("Start", "18:30"),
        ("Length", "58 min"),
        ("Place", "Ashgrove library, upstairs"),
        ("Present", "Amal Haddad, Kambiz, Salman, Ines, أمل حداد, Dorothea Brinkmann-Achterberg"),
        ("Apologies", "Pete, Mrs Okello"),
        ("Chair", "Amal Haddad"),
        ("Note-taker", "Salman"),
    ]


@pytest.mark.parametrize(
    ("group", "title", "shown"),
    [
        ("Northbank Alliance", "Monthly call", "Northbank Alliance"),
        ("Northbank Alliance", "Northbank alliance, March", ""),
        (None, "Monthly call", ""),
    ],
)
def test_a_group_that_the_title_names_is_not_named_twice(group: str | None, title: str, shown: str) -> None:
    assert outline(Recap(title=title, group=group)).blocks[0] == Title(title, shown)


@pytest.mark.parametrize("state", State)
def test_each_state_has_its_mark(state: State) -> None:
    mark = outline(Recap(title="Call", state=state)).blocks[1]
    assert isinstance(mark, Mark)
    assert mark.text.lower().startswith({"draft": "draft", "corrected": "corrected", "adopted": "adopted"}[state])


@pytest.mark.parametrize(
    ("ownership", "owners", "told"),
    [
        (Ownership.NAMED, ("Amal", "Ines"), "Amal, Ines"),
        (Ownership.GROUP, (), "the group"),
        (Ownership.NOBODY, (), "no owner"),
        (Ownership.TO_SETTLE, ("Amal", "Ines", "Omar"), "to settle: Amal or Ines or Omar"),
    ],
)
def test_who_is_to_do_it(rich: Recap, ownership: Ownership, owners: tuple[str, ...], told: str) -> None:
    assert step(rich, ownership=ownership, owners=owners)[1] == Cell(told)


@pytest.mark.parametrize(
    ("due", "due_said", "cell"),
    [
        (date(2024, 2, 16), "by Friday", Cell("Fri 16 Feb 2024", "“by Friday”")),
        (date(2024, 3, 1), None, Cell("Fri 1 Mar 2024")),
        (None, "before the vote", Cell("“before the vote”")),
        (None, None, Cell()),
    ],
)
def test_by_when(rich: Recap, due: date | None, due_said: str | None, cell: Cell) -> None:
    assert step(rich, due=due, due_said=due_said)[2] == cell


def test_where_it_was_said(rich: Recap) -> None:
    quote = rich.next_steps[0].evidence[0].quote
    assert step(rich)[3].said == (Said("Kambiz, turn 61, 0:47:20", "Kambiz", quote),)


def test_where_it_was_said_without_a_clock_and_without_a_name(rich: Recap) -> None:
    bare = {"turn": 0, "speaker": None, "start": None, "char_start": 0, "char_end": 2, "quote": "so"}
    assert step(rich, evidence=[bare])[3].said == (Said("unnamed speaker, turn 1", "unnamed speaker", "so"),)


def test_a_proposal_with_all_that_was_said_for_it(rich: Recap) -> None:
    page = outline(rich)
    start = titles(page).index("1. Original voices on LinkedIn")
    place = [at for at, block in enumerate(page.blocks) if isinstance(block, Heading)][start]
    paragraph, known, quote = page.blocks[place + 1 : place + 4]
    assert isinstance(paragraph, Paragraph)
    assert [one.reference for one in paragraph.said] == ["Amal, turn 13, 0:06:42", "Amal, turn 15, 0:07:35"]
    assert isinstance(known, Facts)
    assert [(fact.label, [(value.text, value.credit) for value in fact.values]) for fact in known.facts] == [
        ("Proposed by", [("Amal", "")]),
        ("Status", [("running", "")]),
        ("Aim", [("to humanise people whom the news tells of in numbers only", "")]),
        ("Where", [("LinkedIn", "")]),
        ("Outcome", [("“it went from a few hundred to nearly 10,000 comments”", "Amal, turn 13, 0:06:42")]),
        ("Lesson", [("“people answer a story, they don't answer a statistic”", "Amal, turn 15, 0:07:35")]),
        ("Links", [("Sheet of writers", "")]),
    ]
    assert quote == Quote("Don't look away. Be #human first.", "Amal, turn 13, 0:06:42")


def test_notes_say_what_came_of_a_decision_and_who_had_a_part(rich: Recap) -> None:
    notes = [item.note for block in outline(rich).blocks if isinstance(block, Bullets) for item in block.items]
    assert notes == [
        *("no owner", "Salman or أمل حداد"),
        *("carried", "rejected; settles proposal 4", "left open; settles proposal 2"),
        *("raised by Ines", "", "advice from Salman", "asked by Ines"),
        "shared by Kambiz, turn 22, 0:13:50; for proposal 2",
        "shared by Amal, turn 14, 0:07:11; for proposal 1",
        "Kambiz, turn 23, 0:14:20; for proposal 2",
        *("shared by Ines, turn 67, 0:49:50", "shared by Amal, turn 16, 0:07:50", "", ""),
    ]


def test_how_much_each_spoke_by_the_clock(rich: Recap) -> None:
    rows = tables(outline(rich))["Participants"].rows
    assert [cell.text for cell in rows[2]] == ["Salman", "", "12", "611", "18%"]
    assert rows[0][0].text == "Amal Haddad (Amal)"
    assert rows[0][1].credit == "Amal, turn 2, 0:00:14"


def test_how_much_each_spoke_by_words_where_a_clock_is_missing() -> None:
    speakers = (
        Speaker(name="Amal", labels=("Amal",), turns=1, words=3000, seconds=9.0),
        Speaker(name="Omar", labels=("Omar",), turns=1, words=1000),
    )
    rows = tables(outline(Recap(title="Call", speakers=speakers)))["Participants"].rows
    assert [[cell.text for cell in row[3:]] for row in rows] == [["3,000", "75%"], ["1,000", "25%"]]


def test_topics_without_a_clock_have_no_column_for_it() -> None:
    table = tables(outline(Recap(title="Call", topics=(Topic(title="Tools", first_turn=0, last_turn=0),))))["Topics"]
    assert [column.title for column in table.columns] == ["Topic", "Turns"]
    assert [cell.text for cell in table.rows[0]] == ["Tools", "1"]


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (Withheld(turns=3, seconds=95.0), ["3 turns, because somebody asked for it (2 min)"]),
        (Withheld(turns=1), ["1 turn, because somebody asked for it"]),
        (Withheld(), None),
    ],
)
def test_what_was_left_out_is_told_as_a_count(left: Withheld, told: list[str] | None) -> None:
    assert facts(outline(Recap(title="Call", withheld=left))).get("Left out") == told


def test_a_series_has_its_threads_first_and_numbers_its_sections(series: Series) -> None:
    page = outline(series)
    assert (page.title, page.group, page.told_day) == (
        "Minutes of 2 meetings",
        "Northbank Alliance",
        "Sun 11 Feb 2024 to Mon 11 Mar 2024",
    )
    assert titles(page)[:5] == [
        *("What changed since last time", "Next steps by owner", "Links of all meetings"),
        *("1. Monthly call of the neighbourhood alliance", "1.1 Overview"),
    ]
    assert "2.5.3 Talks beyond the usual circle" in titles(page)
    row = tables(page)["Next steps by owner"].rows[0]
    assert [cell.text for cell in row] == ["Kambiz", "Send the press list to Salman", "", "done", "1, 2", ""]
    assert row[5].said[0].reference == "Kambiz, turn 61, 0:47:20, march.vtt"


def test_a_series_is_as_soft_as_its_softest_recap(rich: Recap) -> None:
    hard = rich.model_copy(update={"state": State.ADOPTED})
    assert outline(Series(recaps=(hard, rich))).mark.startswith("Draft")
    assert outline(Series(recaps=(hard,))).mark.startswith("Adopted")
    assert outline(Series(recaps=())).title == "Minutes of 0 meetings"


def test_the_columns_of_a_table_share_its_width(series: Series) -> None:
    found = [block for block in outline(series).blocks if isinstance(block, Table)]
    assert found
    assert {sum(column.width for column in table.columns) for table in found} == {100}
    assert all(len(row) == len(table.columns) for table in found for row in table.rows)
