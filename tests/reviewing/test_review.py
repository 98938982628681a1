"""Going over minutes: what is decided stands on the page and in the file, and what is refused changes neither."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import minutes
from minutes.drafting import Wishes
from minutes.errors import InputError, MinutesError, OutputError, RulesError
from minutes.model import Ownership, State, Transcript, Turn
from minutes.reviewing import Card, Marked, Review
from minutes.revising.corrections import load

SAID = (
    ("Speaker 2", "I'm Nadia, I run the print shop. I'll send the sheet to Salman by Friday."),
    ("Salman", "Thanks! And I’ll put that on a sticky note."),
    ("Ruth", "I suggest we have a weekly theme. See https://example.org/theme"),
    ("Salman", "I like that."),
    ("Ruth", "Any objections? No? Then it's agreed, we have a weekly theme."),
    ("Salman", "The trouble is that the hall is too small. 🙂 Thanks! My advice is to ask for the key early."),
)
CALL = Transcript(title="Call", date=date(2024, 2, 11), turns=tuple(Turn(speaker=who, text=text) for who, text in SAID))
STICKY = "Put that on a sticky note"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "call.toml"


@pytest.fixture
def review(file: Path) -> Iterator[Review]:
    """A review of the call; whatever a test does, at its end the file holds all of it and gives the same minutes."""
    review = Review(CALL, file)
    yield review
    if file.exists():
        assert load(file) == review.corrections
        assert Review(CALL, file).recap == review.recap


def card(review: Review, line: str) -> Card:
    """The one card that says this."""
    (found,) = (one for one in review.cards if one.line == line)
    return found


def form(one: Card, **changed: str) -> dict[str, str]:
    """Its form as the browser sends it, with these fields filled in anew."""
    return {field.name: field.value for field in one.fields} | changed


def lines(review: Review) -> list[str]:
    return [step.text for step in review.recap.next_steps]


def test_before_anything_is_decided_all_is_open_and_there_is_no_file(review: Review) -> None:
    assert {one.status for one in review.cards} == {"open"}
    assert not review.file.exists()
    assert review.recap == minutes.recap(CALL)
    assert not review.undoable


def test_what_is_accepted_stands_and_is_told(review: Review) -> None:
    before = review.recap
    review.keep(card(review, STICKY).key)
    assert card(review, STICKY).status == "kept"
    assert review.recap == before
    assert review.file.read_text("utf-8").endswith(
        '[[keep]]\nkind = "next step"\nwords = "And I’ll put that on a sticky note."\n'
    )


def test_what_is_rejected_goes_and_comes_back(review: Review) -> None:
    before, key = lines(review), card(review, STICKY).key
    review.drop(key)
    assert lines(review) == [line for line in before if line != STICKY]
    assert (card(review, STICKY).status, card(review, STICKY).can) == ("dropped", ("restore",))
    review.restore(key)
    assert (lines(review), review.recap.state) == (before, State.DRAFT)
    assert card(review, STICKY).status == "open"


def test_wording_owner_and_day_are_changed(review: Review) -> None:
    one = card(review, STICKY)
    review.change(one.key, form(one, text="Write it down", owner="Ruth and Salman", due="2024-03-01"))
    step = next(step for step in review.recap.next_steps if step.text == "Write it down")
    assert (step.owners, step.due) == (("Ruth", "Salman"), date(2024, 3, 1))
    changed = card(review, "Write it down")
    assert (changed.status, changed.detail) == ("changed", "Ruth, Salman · Fri 1 Mar 2024")
    assert changed.was == f"{STICKY} · Salman"


def test_a_field_that_is_written_back_is_no_change(review: Review) -> None:
    one = card(review, STICKY)
    review.change(one.key, form(one, owner="Ruth", due="2024-03-01"))
    review.change(one.key, form(card(review, STICKY), owner="Salman"))
    (change,) = review.corrections.change
    assert dict(change.given) == {"due": date(2024, 3, 1)}
    review.change(one.key, form(card(review, STICKY), due=""))
    assert (review.corrections.change, card(review, STICKY).status) == ((), "kept")


@pytest.mark.parametrize(
    ("owner", "owners", "ownership"),
    [
        ("the group", (), Ownership.GROUP),
        ("", (), Ownership.NOBODY),
        ("Amal, Ruth; Lena", ("Amal", "Ruth", "Lena"), Ownership.NAMED),
    ],
)
def test_anybody_can_be_the_owner(review: Review, owner: str, owners: tuple[str, ...], ownership: Ownership) -> None:
    one = card(review, STICKY)
    review.change(one.key, form(one, owner=owner))
    step = next(step for step in review.recap.next_steps if step.text == STICKY)
    assert (step.owners, step.ownership) == (owners, ownership)


def test_an_owner_who_is_to_be_settled_stays_so_unless_somebody_is_named(tmp_path: Path) -> None:
    said = (("Jo", "Morning."), ("Omar", "Morning."), ("Ruth", "Jo or Omar will ring the hall by Friday."))
    call = Transcript(title="Call", turns=tuple(Turn(speaker=who, text=text) for who, text in said))
    review = Review(call, tmp_path / "call.toml")
    (step,) = review.recap.next_steps
    one = card(review, step.text)
    review.change(one.key, form(one, text="Ring them"))
    worded = review.recap.next_steps[0].ownership
    review.change(one.key, form(card(review, "Ring them"), owner=""))
    named = review.recap.next_steps[0].ownership
    assert (step.ownership, worded, named) == (Ownership.TO_SETTLE, Ownership.TO_SETTLE, Ownership.NOBODY)


def test_a_speaker_gets_the_right_name_and_has_it_everywhere(review: Review) -> None:
    one = next(one for one in review.cards if one.kind == "speaker" and one.line == "Nadia")
    review.change(one.key, form(one, name="Nadia Karim"))
    assert dict(review.corrections.names) == {"Speaker 2": "Nadia Karim"}
    assert review.transcript.turns[0].speaker == "Nadia Karim"
    assert "Nadia Karim" in {owner for step in review.recap.next_steps for owner in step.owners}
    one = card(review, "Nadia Karim")
    assert one.status == "changed"
    review.change(one.key, form(one, name="Nadia K."))
    assert dict(review.corrections.names) == {"Speaker 2": "Nadia K."}
    review.restore(card(review, "Nadia K.").key)
    assert review.transcript == CALL


def test_who_bears_a_given_name_is_gone_over_like_everybody(review: Review) -> None:
    def ruth() -> Card:
        return next(one for one in review.cards if one.kind == "speaker" and one.line.startswith("Ruth"))

    one = card(review, STICKY)
    review.change(one.key, form(one, owner="Ruth"))
    review.add("decision", {"text": "Ruth agrees."}, [Marked(4, "Any objections?")])
    review.change(ruth().key, form(ruth(), name="Ruth Adeyemi", background=""))
    assert card(review, STICKY).detail.startswith("Ruth Adeyemi")
    review.change(ruth().key, form(ruth()))
    assert (ruth().line, ruth().status) == ("Ruth Adeyemi", "changed")
    review.change(ruth().key, form(ruth(), background="I suggest we have a weekly theme."))
    review.change(ruth().key, form(ruth(), name="Ruth A."))
    assert (ruth().line, ruth().detail) == ("Ruth A.", "“I suggest we have a weekly theme.”")
    review.drop(ruth().key)
    assert dict(review.corrections.names) == {"Ruth": "Ruth A."}
    assert [speaker.name for speaker in review.recap.speakers if speaker.name.startswith("Ruth")] == []
    review.restore(ruth().key)
    assert (review.transcript, card(review, STICKY).detail) == (CALL, "Ruth")


def test_a_new_name_reaches_what_was_tied_to_the_old_one(tmp_path: Path) -> None:
    call = Transcript(title="Call", turns=tuple(Turn(speaker=who, text="Okay, fine.") for who in ("Amal", "Omar")))
    review = Review(call, tmp_path / "call.toml")
    review.add("advice", {"text": "Omar agrees.", "who": "Omar"}, [Marked(1, "Okay, fine.")])
    one = card(review, "Omar")
    review.change(one.key, form(one, name="Omar Daher"))
    (added,) = review.recap.advice
    assert (added.given_by, added.evidence[0].turn) == ("Omar Daher", 1)


def test_a_day_and_a_title_that_are_given_hold_over_those_of_the_notebook(file: Path) -> None:
    review = Review(CALL, file, Wishes(date="2024-02-18", title="Later"))
    one = review.cards[0]
    review.change(one.key, form(one, date="2024-02-25", title="Latest"))
    assert (review.recap.date, review.recap.title) == (date(2024, 2, 25), "Latest")


def test_what_was_typed_is_cleaned(review: Review) -> None:
    one = card(review, STICKY)
    review.change(one.key, form(one, text="  Write\x00 it\n\u202edown \ud800 ", owner="نور\u200cا"))
    step = next(step for step in review.recap.next_steps if step.owners == ("نور\u200cا",))
    assert step.text == "Write it down \N{REPLACEMENT CHARACTER}"


def test_the_meeting_itself_is_changed(review: Review) -> None:
    one = review.cards[0]
    review.change(one.key, form(one, title="Weekly call", group="Print shop", date="2024-02-12", adopted="2024-03-01"))
    recap = review.recap
    assert (recap.title, recap.group, recap.date, recap.state) == (
        "Weekly call", "Print shop", date(2024, 2, 12), State.ADOPTED,
    )  # fmt: skip
    assert recap.next_steps[0].due == date(2024, 2, 16)
    review.restore("meeting")
    assert review.recap == minutes.recap(CALL)


def test_place_and_roles_of_the_meeting_are_given_and_taken_away(review: Review) -> None:
    given = {"place": "Room 2", "chair": "Salman", "note_taker": "Ruth", "apologies": "Pete and Lena"}
    review.change("meeting", form(review.cards[0], **given))
    recap = review.recap
    assert (recap.place, recap.chair, recap.note_taker) == ("Room 2", "Salman", "Ruth")
    assert recap.apologies == ("Pete", "Lena")
    shown = {field.name: field.value for field in review.cards[0].fields}
    assert shown["apologies"] == "Pete, Lena"
    review.change("meeting", form(review.cards[0], chair="", apologies=""))
    assert (review.recap.note_taker, review.recap.apologies) == ("Ruth", ())
    assert [one.role for one in review.recap.attendance] == ["note_taker"]
    review.restore("meeting")
    assert review.recap == minutes.recap(CALL)


def test_an_item_is_added_on_words_that_somebody_said(review: Review) -> None:
    review.add("challenge", {"text": "The hall is small.", "who": "Salman"}, [Marked(5, "hall is too small")])
    (added,) = (one for one in review.recap.challenges if one.rule == "by hand")
    assert (added.text, added.raised_by, added.evidence[0].turn) == ("The hall is small.", "Salman", 5)
    one = card(review, "The hall is small.")
    assert (one.status, one.key, [piece.quote for piece in one.said]) == ("added", "add-0", ["hall is too small."])
    review.change(one.key, form(one, text="The hall is far too small."))
    assert card(review, "The hall is far too small.").said == one.said
    review.drop("add-0")
    assert review.recap.challenges == minutes.recap(CALL).challenges


def test_an_item_without_words_is_added(review: Review) -> None:
    review.add("decision", {"text": "The group meets in May.", "outcome": "carried"})
    assert review.file.read_text("utf-8").endswith('[[add]]\nkind = "decision"\ntext = "The group meets in May."\n')
    assert review.recap.decisions[-1].text == "The group meets in May."


def test_words_said_twice_are_found_where_they_were_marked(review: Review) -> None:
    review.add("question", {"text": "For what?"}, [Marked(5, "Thanks!")])
    (added,) = (one for one in review.recap.questions if one.rule == "by hand")
    assert added.evidence[0].turn == 5
    assert "Thanks!" in added.evidence[0].quote


def test_words_that_stand_alone_twice_are_found_by_who_said_them(tmp_path: Path) -> None:
    call = Transcript(title="Call", turns=tuple(Turn(speaker=who, text="Yes.") for who in ("Amal", "Omar")))
    review = Review(call, tmp_path / "call.toml")
    review.add("decision", {"text": "Omar agrees."}, [Marked(1, "Yes")])
    assert [piece.speaker for piece in review.recap.decisions[0].evidence] == ["Omar"]


def test_words_that_one_person_says_again_and_again_are_found_in_their_turn(tmp_path: Path) -> None:
    turns = (("Amal", "Okay."), ("Omar", "And the hall?"), ("Amal", "Okay."), ("Amal", "Yes. So yes, we do. Yes."))
    call = Transcript(title="Call", turns=tuple(Turn(speaker=who, text=text) for who, text in turns))
    review = Review(call, tmp_path / "call.toml")
    review.add("decision", {"text": "It is okay."}, [Marked(2, "Okay.")])
    review.add("decision", {"text": "Yes."}, [Marked(3, "Yes.", 20)])
    cited = {one.text: one.evidence[0] for one in review.recap.decisions}
    assert cited["It is okay."].turn == 2
    assert (cited["Yes."].turn, cited["Yes."].quote) == (3, "do. Yes.")
    with pytest.raises(InputError, match="some of these words were said several times"):
        review.add("advice", {"text": "No."}, [Marked(0, "Okay."), Marked(2, "Okay.")])


def test_marked_words_grow_to_whole_words(review: Review) -> None:
    review.add("decision", {"text": "No."}, [Marked(1, "icky no"), Marked(0, "print sh")])
    assert review.corrections.add[0].words == ("sticky note.", "print shop.")


def test_steps_are_undone_one_by_one(review: Review) -> None:
    states = [review.recap]
    review.drop(card(review, STICKY).key)
    states.append(review.recap)
    review.add("decision", {"text": "We meet."})
    states.append(review.recap)
    review.change("meeting", {"title": "Other"})
    for before in reversed(states):
        review.undo()
        assert review.recap == before
    assert not review.undoable
    review.undo()
    assert review.recap == states[0]


REFUSED = {
    "a day that no calendar has": ({"due": "2024-13-01"}, "By when is a day that no calendar has; write a day as"),
    "no wording": ({"text": " "}, "Wording is empty; write the text, or leave the line out"),
    "the group and others": ({"owner": "the group, Ruth"}, "Who names the group and others"),
}  # fmt: skip


@pytest.mark.parametrize(("sent", "told"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_in_one_line(review: Review, sent: dict[str, str], told: str) -> None:
    before, one = review.recap, card(review, STICKY)
    with pytest.raises(InputError) as error:
        review.change(one.key, form(one, **sent))
    assert str(error.value).startswith(told)
    assert (review.recap, review.file.exists(), review.undoable) == (before, False, False)


def test_words_that_nobody_said_are_put_into_no_mouth(review: Review) -> None:
    one = next(one for one in review.cards if one.kind == "proposal")
    with pytest.raises(InputError, match=r"^nobody said the words of its quote; "):
        review.change(one.key, form(one, quote="Down with the mayor!"))
    with pytest.raises(InputError, match=r"^“ring the mayor” was not said in turn 2; mark words of the transcript$"):
        review.add("decision", {"text": "No."}, [Marked(1, " ring the mayor ")])
    for turn, words in ((99, "Thanks"), (-1, "Thanks"), (0, "sticky note")):
        with pytest.raises(InputError, match="was not said in turn"):
            review.add("decision", {"text": "No."}, [Marked(turn, words)])
    for words in ("", " ", "!", "🙂"):
        with pytest.raises(InputError, match="holds no words; mark words of the transcript"):
            review.add("decision", {"text": "No."}, [Marked(5, words)])
    assert not review.file.exists()


@pytest.mark.parametrize("key", ["", "next_step", "next_step-99", "next_step--1", "add-0", "nothing-0", "add-x"])
def test_an_item_that_is_not_there_is_told(review: Review, key: str) -> None:
    for act in (review.keep, review.drop, review.restore, lambda key: review.change(key, {"text": "No."})):
        with pytest.raises(InputError, match=r"^no such item is on the page; run the cell again$"):
            act(key)


def test_a_link_is_added_on_words_alone(review: Review) -> None:
    review.add("resource", {"url": "https://example.org/hall", "label": ""}, [Marked(5, "the hall")])
    assert review.recap.resources[-1].url == "https://example.org/hall"
    with pytest.raises(InputError, match=r"^a link rests on what somebody said or wrote; mark these words"):
        review.add("resource", {"url": "https://example.org/other"})
    with pytest.raises(InputError, match=r"^nothing says what it is; fill in its address$"):
        review.add("resource", {"label": "Other"}, [Marked(5, "the hall")])


HAND = """\
# from Ruth's mail

[[merge]]
kind = "next step"
words = ["send the sheet", "sticky note"]
why = "one job"

[[drop]]
words = "ring the mayor"        # she never said so

[[change]]
kind = "decision"
words = "weekly theme"
text = "There is a weekly theme."
why = "shorter"
"""


def test_what_a_person_wrote_stays_and_the_file_as_it_was_is_set_aside(file: Path) -> None:
    file.write_text(HAND, "utf-8")
    review = Review(CALL, file)
    assert review.notes == ("drop 1, “ring the mayor”: nobody said these words",)
    review.keep(next(one for one in review.cards if one.kind == "advice").key)
    known = load(file)
    assert ([one.why for one in known.merge], [one.words for one in known.drop]) == (["one job"], [("ring the mayor",)])
    assert known.change[0].why == "shorter"
    assert (file.parent / "call (before).toml").read_text("utf-8") == HAND
    review.undo()
    assert sorted(path.name for path in file.parent.iterdir()) == ["call (before).toml", "call.toml"]


def test_a_change_of_a_change_keeps_what_the_form_does_not_show(file: Path) -> None:
    file.write_text(HAND, "utf-8")
    review = Review(CALL, file)
    one = card(review, "There is a weekly theme.")
    review.change(one.key, form(one, outcome="left open"))
    (change,) = review.corrections.change
    assert (change.why, change.text, change.outcome) == ("shorter", "There is a weekly theme.", "left open")


def test_what_was_written_elsewhere_is_never_written_over(file: Path) -> None:
    review = Review(CALL, file)
    review.drop(card(review, STICKY).key)
    file.write_text("[meeting]\ntitle = 'Mine'\n", "utf-8")
    told = r"^call\.toml: something else has changed this file since it was read here; run the cell again"
    with pytest.raises(InputError, match=told):
        review.undo()
    assert file.read_text("utf-8") == "[meeting]\ntitle = 'Mine'\n"
    assert card(review, STICKY).status == "dropped"
    assert Review(CALL, file).recap.title == "Mine"


def test_a_file_that_went_away_is_written_anew(review: Review, file: Path) -> None:
    review.drop(card(review, STICKY).key)
    file.unlink()
    review.change("meeting", {"title": "Other"})
    assert len(load(file).drop) == 1


def test_a_broken_file_is_told_and_stays(file: Path) -> None:
    file.write_text('[[drop]]\nword = "a"\n', "utf-8")
    with pytest.raises(RulesError, match=r"^call\.toml, line 2: \[\[drop\]\] has no word; "):
        Review(CALL, file)
    assert file.read_text("utf-8") == '[[drop]]\nword = "a"\n'


def test_a_file_that_cannot_be_written_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="its folder does not exist"):
        Review(CALL, tmp_path / "none" / "call.toml")
    with pytest.raises(MinutesError, match="is a directory"):
        Review(CALL, tmp_path)


def test_wishes_hold(file: Path) -> None:
    review = Review(CALL, file, Wishes(date="2024-02-18", title="Later", withhold=("turn 2",)))
    assert (review.recap.date, review.recap.title) == (date(2024, 2, 18), "Later")
    assert STICKY not in lines(review)
    assert review.transcript.turns[1].text.strip() == ""


def test_pages_are_written_beside_the_file_and_over_nothing_that_a_person_changed(review: Review, file: Path) -> None:
    review.write("docx")
    review.drop(card(review, STICKY).key)
    assert [review.write(form).name for form in ("docx", "md", "html", "md")] == [
        "call.docx", "call.md", "call.html", "call.md",
    ]  # fmt: skip
    page = file.with_suffix(".docx")
    assert minutes.check(page, CALL, corrections=file).stands
    assert not minutes.check(page, CALL).stands
    file.with_suffix(".md").write_text("mine", "utf-8")
    assert review.write("md").name == "call (2).md"
    assert file.with_suffix(".md").read_text("utf-8") == "mine"


def test_a_file_of_another_meeting_is_told(review: Review, file: Path, tmp_path: Path) -> None:
    review.drop(card(review, STICKY).key)
    review.keep(review.cards[3].key)
    review.add("decision", {"text": "The group meets in May."})
    other = Transcript(title="Other", turns=(Turn(speaker="Jo", text="I'll ring the hall on Monday."),))
    with pytest.raises(InputError, match=r"^call\.toml: nothing that it says fits this transcript; name another file"):
        Review(other, file)


def test_a_name_that_several_bear_is_asked_for_in_full(tmp_path: Path) -> None:
    said = (("Maria Lopez", "Hello."), ("Maria Okafor", "Hello. I'll ring the hall on Monday."))
    review = Review(
        Transcript(title="Call", turns=tuple(Turn(speaker=a, text=b) for a, b in said)), tmp_path / "c.toml"
    )
    one = next(one for one in review.cards if one.kind == "next step")
    with pytest.raises(InputError, match=r"^Maria may be Maria Lopez or Maria Okafor; write the whole name$"):
        review.change(one.key, form(one, owner="Maria"))
    review.change(one.key, form(one, owner="maria lopez"))
    with pytest.raises(InputError, match=r"^Maria may be "):
        review.add("advice", {"text": "Ring early.", "who": "Maria"})


def test_an_edition_with_stand_ins_needs_a_file_that_a_person_has_read(review: Review, file: Path) -> None:
    assert review.write_veiled().startswith("Drew up call.veil.toml with a stand-in for everybody.")
    names = file.with_suffix(".veil.toml")
    assert not (file.parent / "round.docx").exists()
    assert review.write_veiled().startswith("Written to round.docx; no name that call.veil.toml hides is left.")
    page = (file.parent / "round.docx").read_bytes()
    assert all(name.encode() not in page for name in ("Salman", "Nadia", "Ruth"))
    names.write_text(names.read_text("utf-8") + '"round" = "[a word]"\n', "utf-8")
    with pytest.raises(InputError, match=r"^round \(2\)\.docx: 'round' is left in the name of the file; "):
        review.write_veiled()
    assert sorted(path.name for path in file.parent.iterdir()) == ["call.veil.toml", "round.docx"]
