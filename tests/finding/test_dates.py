"""Dates: the words in a sentence, and the day they mean to people who meet on Tuesday, 13 February 2024."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.finding.dates import Dated, find, spoken

HELD = date(2024, 2, 13)

DUE = [
    ("I'll have it up by Friday, in felt-tip.", "by Friday", "2024-02-16"),
    ("should be up by monday", "by monday", "2024-02-19"),
    ("Could we say by Tuesday?", "by Tuesday", "2024-02-20"),
    ("I see her on Thursday for the fitting.", "on Thursday", "2024-02-15"),
    ("ask him on the Thursday please", "on the Thursday", "2024-02-15"),
    ("Before monday so that Pete can paste it", "Before monday", "2024-02-19"),
    ("Give me until Friday.", "until Friday", "2024-02-16"),
    ("You have up to Wednesday.", "up to Wednesday", "2024-02-14"),
    ("No later than Friday, please.", "No later than Friday", "2024-02-16"),
    ("by no later than Friday", "by no later than Friday", "2024-02-16"),
    ("Friday at the latest.", "Friday at the latest", "2024-02-16"),
    ("Friday latest", "Friday latest", "2024-02-16"),
    ("that's me by monday noon.", "by monday noon", "2024-02-19"),
    ("by next sunday", "by next sunday", "2024-02-18"),
    ("by 5 pm on Friday", "by 5 pm on Friday", "2024-02-16"),
    ("by five o'clock Friday", "by five o'clock Friday", "2024-02-16"),
    ("by half past six on Monday", "by half past six on Monday", "2024-02-19"),
    ("by noon tomorrow", "by noon tomorrow", "2024-02-14"),
    ("by close of play tomorrow", "by close of play tomorrow", "2024-02-14"),
    ("by the end of the day", "by the end of the day", "2024-02-13"),
    ("by the end of the day on Friday", "by the end of the day on Friday", "2024-02-16"),
    ("by EOD", "by EOD", "2024-02-13"),
    ("by tomorrow", "by tomorrow", "2024-02-14"),
    ("by tonight", "by tonight", "2024-02-13"),
    ("You'd have to give me the numbers by, um, Sunday, then.", "Sunday", "2024-02-18"),
    ("on, uh, Monday", "Monday", "2024-02-19"),
    ("By the twentieth, so people have a week.", "By the twentieth", "2024-02-20"),
    ("Before the sixteenth, too, if possible.", "Before the sixteenth", "2024-02-16"),
    ("Until the fourteenth.", "Until the fourteenth", "2024-02-14"),
    ("It closes on the thirty-first.", "on the thirty-first", "2024-03-31"),
    ("we compare on the eighth as we said", "on the eighth", "2024-03-08"),
    ("ok that runs till the thirtieth. next", "till the thirtieth", "2024-03-30"),
    ("before the thirteenth", "before the thirteenth", "2024-03-13"),
    ("by the 21st", "by the 21st", "2024-02-21"),
    ("by 21st", "by 21st", "2024-02-21"),
    ("by the first", "by the first", "2024-03-01"),
    ("till the 29th", "till the 29th", "2024-02-29"),
    ("by 21/3", "by 21/3", "2024-03-21"),
    ("by 3/21", "by 3/21", "2024-03-21"),
    ("by 3/3", "by 3/3", "2024-03-03"),
    ("by 3/4", "by 3/4", None),
    ("on 3/4/2024", "on 3/4/2024", None),
    ("on 21/03/2025", "on 21/03/2025", "2025-03-21"),
    ("by 2024-03-21", "by 2024-03-21", "2024-03-21"),
    ("by 21.3.2024", "by 21.3.2024", "2024-03-21"),
    ("by the first of December", "by the first of December", "2024-12-01"),
    ("by the twenty-third of May", "by the twenty-third of May", "2024-05-23"),
    ("until the tenth of july", "until the tenth of july", "2024-07-10"),
    ("on march the third", "on march the third", "2024-03-03"),
    ("by may 5th", "by may 5th", "2024-05-05"),
    ("on Monday 4 March", "on Monday 4 March", "2024-03-04"),
    ("on Sat", "on Sat", "2024-02-17"),
    ("by the 30th of February", "by the 30th of February", None),
    ("by the end of the month", "by the end of the month", "2024-02-29"),
    ("before the end of the month is good", "before the end of the month", "2024-02-29"),
    ("by the end of November", "by the end of November", "2024-11-30"),
    ("by the end of next month", "by the end of next month", "2024-03-31"),
    ("by the end of the week", "by the end of the week", "2024-02-16"),
    ("by end of next week", "by end of next week", "2024-02-23"),
    ("by the end of the year", "by the end of the year", "2024-12-31"),
    ("by the end of the quarter", "by the end of the quarter", "2024-03-31"),
    ("by the end of Q3", "by the end of Q3", "2024-09-30"),
    ("by the end of term", "by the end of term", None),
    ("on the last day of March", "on the last day of March", "2024-03-31"),
    ("I'll go and see those before Christmas.", "before Christmas", "2024-12-25"),
    ("before christmas we do the craftsmen", "before christmas", "2024-12-25"),
    ("by Easter", "by Easter", "2024-03-31"),
    ("by New Year", "by New Year", "2025-01-01"),
    ("before the weekend", "before the weekend", None),
    ("by March", "by March", None),
    ("by next week", "by next week", None),
    ("by the next meeting", "by the next meeting", None),
    ("Before our next meeting. It's when?", "Before our next meeting", None),
    ("By the same day?", "By the same day", None),
    ("before the summer holidays", "before the summer holidays", None),
    ("on the first Saturday of the month", "on the first Saturday of the month", "2024-03-02"),
]

MENTIONED = [
    ("Let's say Friday.", "Friday", "2024-02-16"),
    ("Tuesday for real, my wife is a witness", "Tuesday", "2024-02-20"),
    ("This Friday. If I don't do it I never will.", "This Friday", "2024-02-16"),
    ("Next Tuesday, then.", "Next Tuesday", "2024-02-20"),
    ("Tuesday week would do", "Tuesday week", "2024-02-27"),
    ("Let's say Friday week.", "Friday week", "2024-02-23"),
    ("a week from Friday", "a week from Friday", "2024-02-23"),
    ("a week on Friday", "a week on Friday", "2024-02-23"),
    ("Thursday after next", "Thursday after next", "2024-02-22"),
    ("Friday of next week", "Friday of next week", "2024-02-23"),
    ("next week on Thursday", "next week on Thursday", "2024-02-22"),
    ("The Monday after. I promise.", "The Monday after", None),
    ("The text is for Monday's stall.", "for Monday", "2024-02-19"),
    ("The Sunday coming", "The Sunday coming", "2024-02-18"),
    ("The day before, in the van", "The day before", None),
    ("two days before.", "two days before", None),
    ("saturday evening ok", "saturday evening", "2024-02-17"),
    ("I'll ring first thing Monday.", "first thing Monday", "2024-02-19"),
    ("COB Friday please", "COB Friday", "2024-02-16"),
    ("I'd like it close of business.", "close of business", "2024-02-13"),
    ("It's Wednesday the twenty-first.", "Wednesday the twenty-first", "2024-02-21"),
    ("friday the sixteenth. friday they're already tired", "friday the sixteenth", "2024-02-16"),
    ("Friday the thirteenth, of all days", "Friday the thirteenth", None),
    ("Thursday, February 15th, 2024", "Thursday, February 15th, 2024", "2024-02-15"),
    ("Thursday 16 February", "Thursday 16 February", None),
    ("Sat 17 Feb", "Sat 17 Feb", "2024-02-17"),
    ("I'll message you the text tonight it's short", "tonight", "2024-02-13"),
    ("I correct it on the page today", "today", "2024-02-13"),
    ("I'll write it this evening.", "this evening", "2024-02-13"),
    ("I'll ask them tomorrow, they'll all be there.", "tomorrow", "2024-02-14"),
    ("We carry on tomorrow.", "tomorrow", "2024-02-14"),
    ("The day after tomorrow, then.", "The day after tomorrow", "2024-02-15"),
    ("I'll ring him in the morning.", "in the morning", "2024-02-14"),
    ("first thing in the morning", "first thing in the morning", "2024-02-14"),
    ("I can do it in two weeks.", "in two weeks", "2024-02-27"),
    ("in 2 weeks", "in 2 weeks", "2024-02-27"),
    ("in a fortnight", "in a fortnight", "2024-02-27"),
    ("in a fortnight's time", "in a fortnight's time", "2024-02-27"),
    ("three weeks' time", "three weeks' time", "2024-03-05"),
    ("in ten days", "in ten days", "2024-02-23"),
    ("within a week", "within a week", "2024-02-20"),
    ("in the next ten days", "in the next ten days", "2024-02-23"),
    ("in three months", "in three months", "2024-05-13"),
    ("two weeks from today", "two weeks from today", "2024-02-27"),
    ("I could tell you in, I don't know, ten days?", "ten days", "2024-02-23"),
    ("we compare in, what, four weeks?", "four weeks", "2024-03-12"),
    ("We fight about it there. Two weeks", "Two weeks", "2024-02-27"),
    ("in a couple of days", "in a couple of days", None),
    ("in two or three weeks", "in two or three weeks", None),
    ("The call is for the eleventh and the eighteenth", "for the eleventh", "2024-03-11"),
    ("The twenty-fourth.", "The twenty-fourth", "2024-02-24"),
    ("the eleventh yes i can", "the eleventh", "2024-03-11"),
    ("the fifteenth of next month", "the fifteenth of next month", "2024-03-15"),
    ("the first of the month", "the first of the month", "2024-03-01"),
    ("the last Friday of March", "the last Friday of March", "2024-03-29"),
    ("that's still first of december", "first of december", "2024-12-01"),
    ("the third of March", "the third of March", "2024-03-03"),
    ("twenty third of march", "twenty third of march", "2024-03-23"),
    ("it's march the third", "march the third", "2024-03-03"),
    ("March 3rd", "March 3rd", "2024-03-03"),
    ("3 March 2025", "3 March 2025", "2025-03-03"),
    ("the third of March, twenty twenty-five", "the third of March, twenty twenty-five", "2025-03-03"),
    ("January 5", "January 5", "2025-01-05"),
    ("13 February", "13 February", "2024-02-13"),
    ("29 February 2028", "29 February 2028", "2028-02-29"),
    ("2024-03-21", "2024-03-21", "2024-03-21"),
    ("the end of the month", "the end of the month", "2024-02-29"),
    ("Which is end of july", "end of july", "2024-07-31"),
    ("three evenings in November, in our hall", "in November", None),
    ("mid-January", "mid-January", None),
    ("early next week", "early next week", None),
    ("in Q1", "in Q1", None),
    ("I'll do it this week, or I'll get frightened.", "this week", None),
    ("I'll bring the table next week.", "next week", None),
    ("over the weekend", "over the weekend", None),
    ("you'll get the folder after the call", "after the call", None),
    ("At our next meeting, then.", "At our next meeting", None),
    ("after Easter", "after Easter", None),
    ("the two after the fifteenth.", "after the fifteenth", None),
    ("after Friday", "after Friday", None),
    ("New Year's Eve", "New Year's Eve", "2024-12-31"),
    ("Good Friday", "Good Friday", "2024-03-29"),
    ("Easter Monday", "Easter Monday", "2024-04-01"),
    ("Boxing Day", "Boxing Day", "2024-12-26"),
]

FALSE_FRIENDS = [
    "We may first ask them.",
    "You may second the motion.",
    "They march the first group out.",
    "march the volunteers down there",
    "May the third party speak?",
    "We sat in the sun.",
    "They sat on the bench and wed in church.",
    "Give me a second.",
    "On the second page there's a list.",
    "The second point is money.",
    "For the third time, no.",
    "the third one",
    "on the first and second floor",
    "In the twentieth century we had a hall.",
    "in the nineteenth",
    "That was one day in the rain.",
    "the other day somebody asked",
    "in a minute",
    "some day we'll see",
    "day by day",
    "We're open 24/7.",
    "It runs on version 2.3.4 now.",
    "Python 3.11 and 3.12",
    "We meet at 3.",
    "half past seven",
    "at ten in the morning",
    "The shop is open in the morning.",
    "last Friday",
    "last Friday evening I tried",
    "this past Friday",
    "on Friday last week",
    "Friday before last",
    "two weeks ago",
    "three hours ago",
    "yesterday",
    "since Monday",
    "The form is ready since monday",
    "every Friday",
    "every other Friday",
    "each Tuesday evening",
    "He rants on a Sunday.",
    "on Fridays at sixteen",
    "I'd take Mondays.",
    "We're open Monday to Friday.",
    "at the end of the day it's about people",
    "3/4 of the members",
    "16/9 looks better",
    "It took two weeks and a half.",
    "for ten days nobody came",
    "twice in two weeks",
    "everyone in one day",
    "in two weeks of rain",
    "1 June 2023 was a good day",
    "the Christmas party committee",
    "in term of speech",
    "Everyone is on this call.",
    "Mar and Jan will help.",
    "See friday.example.org and https://example.org/friday for more.",
    "@friday and #monday",
    "the autumn leaves",
    "20% of 30 people",
    "a hundred and ten of us",
    "ſunday or frıday",
]


@pytest.mark.parametrize(("text", "words", "day"), DUE)
def test_a_deadline_or_an_appointment(text: str, words: str, day: str | None) -> None:
    start = text.index(words)
    assert find(text, HELD)[0] == Dated(start, start + len(words), date.fromisoformat(day) if day else None, True)


@pytest.mark.parametrize(("text", "words", "day"), MENTIONED)
def test_a_day_that_is_only_named(text: str, words: str, day: str | None) -> None:
    start = text.index(words)
    assert find(text, HELD)[0] == Dated(start, start + len(words), date.fromisoformat(day) if day else None, False)


@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_false_friends_are_left(text: str) -> None:
    assert find(text, HELD) == ()


@pytest.mark.parametrize(
    ("held", "words", "day"),
    [
        ("2024-02-16", "Friday", "2024-02-23"),
        ("2024-02-16", "by the end of the week", "2024-02-16"),
        ("2024-02-18", "by the end of the week", "2024-02-23"),
        ("2024-02-18", "tomorrow", "2024-02-19"),
        ("2024-12-25", "by Christmas", "2024-12-25"),
        ("2024-12-26", "by Christmas", "2025-12-25"),
        ("2024-04-01", "by Easter", "2025-04-20"),
        ("2024-01-31", "in a month", "2024-02-29"),
        ("2024-01-31", "by the thirtieth", "2024-03-30"),
        ("2024-12-20", "by the end of January", "2025-01-31"),
        ("2024-12-20", "the fifth of next month", "2025-01-05"),
        ("2024-12-31", "by the end of the year", "2024-12-31"),
        ("2025-03-01", "29 February", "2028-02-29"),
        ("9999-12-31", "tomorrow", None),
        ("9999-12-31", "by Friday", None),
        ("9999-12-31", "in two months", None),
        ("9999-12-31", "by the end of next month", None),
        ("9999-12-31", "by Easter", None),
    ],
)
def test_the_day_hangs_on_the_meeting(held: str, words: str, day: str | None) -> None:
    assert [found.day for found in find(words, date.fromisoformat(held))] == [date.fromisoformat(day) if day else None]


def test_several_in_one_sentence() -> None:
    text = "Not tonight, tomorrow; Sana by the sixteenth, the rest on Saturday or next week."
    assert [text[found.start : found.end] for found in find(text, HELD)] == [
        "tonight",
        "tomorrow",
        "by the sixteenth",
        "on Saturday",
        "next week",
    ]


@pytest.mark.parametrize(("text", "words", "day"), DUE + MENTIONED)
def test_a_meeting_without_a_date_keeps_the_words(text: str, words: str, day: str | None) -> None:
    dated = find(text, None)[0]
    assert (text[dated.start : dated.end], dated.day) == (words, None)


@pytest.mark.parametrize(
    ("day", "held", "words"),
    [
        (date(2024, 2, 16), HELD, "Friday, 16 February"),
        (date(2025, 1, 1), HELD, "Wednesday, 1 January 2025"),
        (date(2024, 2, 16), None, "Friday, 16 February 2024"),
    ],
)
def test_a_day_as_minutes_write_it(day: date, held: date | None, words: str) -> None:
    assert spoken(day, held) == words


_PIECES = st.sampled_from(
    [
        "by",
        "on",
        "the",
        "next",
        "in",
        "a",
        "from",
        "until",
        "of",
        "end",
        "3",
        "21st",
        "99",
        "٣",
        "2024",
        "/",
        "-",
        ",",
        ".",
        "Friday",
        "march",
        "may",
        "third",
        "first",
        "thirty",
        "two",
        "weeks",
        "month",
        "today",
        "q3",
        "Christmas",
        "ſ",
        "İ",
    ]
)
_TEXTS = st.text() | st.lists(_PIECES).map(" ".join)


@given(_TEXTS, st.none() | st.dates())
def test_spans_are_ascending_and_apart(text: str, held: date | None) -> None:
    last = 0
    for dated in find(text, held):
        assert last <= dated.start < dated.end <= len(text)
        assert text[dated.start : dated.end].strip() == text[dated.start : dated.end]
        assert dated.day is None or (held is not None and dated.day >= held)
        last = dated.end


@given(_TEXTS, st.dates())
def test_every_deadline_found_alone_is_found_again(text: str, held: date) -> None:
    for dated in find(text, held):
        words = text[dated.start : dated.end]
        if dated.day and dated.due and words.split()[0].lower() in ("by", "before", "until"):
            assert [(again.day, again.due) for again in find(words, held)] == [(dated.day, True)]


@given(st.dates(), st.integers(0, 6))
def test_a_weekday_is_one_to_seven_days_off(held: date, place: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[place]
    day = find(f"by {name}", held)[0].day
    assert day is None or (day.weekday() == place and 1 <= (day - held).days <= 7)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_day_that_is_spoken_is_understood(held: date, day: date) -> None:
    if day >= held:
        assert [found.day for found in find(spoken(day, None), held)] == [day]


@pytest.mark.parametrize(
    "unit", ["by ", "friday ", "the third of ", "in, a, ", "1/", " ", "\n", "'ll ", "may the ", "twenty-"]
)
def test_a_long_text_is_walked_once(unit: str) -> None:
    assert all(dated.end <= 40_000 for dated in find(unit * (40_000 // len(unit)), HELD))
