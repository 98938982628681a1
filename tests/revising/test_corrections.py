"""Corrections: what a file may say, what it does to a recap, and what is told where it does nothing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import minutes
from minutes.errors import NotFound, RulesError
from minutes.finding.wording.overview import overview
from minutes.model import (
    Advice,
    Attendance,
    Challenge,
    Decision,
    Evidence,
    Finding,
    NextStep,
    Outcome,
    Ownership,
    Proposal,
    Question,
    Recap,
    Resource,
    Speaker,
    State,
    Status,
    Topic,
    Transcript,
    Turn,
)
from minutes.model.recap import identity
from minutes.revising.corrections import Add, Change, Corrections, Drop, Merge, Stale, correct, dump, informed, load
from minutes.revising.corrections.file import parse
from minutes.revising.corrections.fitting import Place, fitting, keyed
from minutes.revising.corrections.kinds import ADDED, CHANGED, KINDS, MERGED
from minutes.revising.corrections.words import letters, same, span

SAID = (
    ("Speaker 2", "I'm Nadia, I run the print shop. I'll send the sheet to Salman by Friday."),
    ("Salman", "Thanks! And I’ll put that on a sticky note."),
    ("Ruth", "What if we had a weekly theme? It doubled the comments. See https://example.org/theme"),
    ("Ruth", "So that's agreed: a weekly theme. We all write to our MP."),
    ("Salman", "The hall is too small. Ask for the key early. Who has it, though?"),
    ("Ruth", "We'll have a draft. I'll draft it on Monday, and we keep going."),
)
"""Who says what, turn by turn."""


def spoken(*before: tuple[str, str]) -> Transcript:
    """The talk, after other turns if there are any."""
    turns = tuple(Turn(speaker=speaker, text=text) for speaker, text in (*before, *SAID))
    return Transcript(title="Call", turns=turns, attendees=("speaker  2", "Amal"))


def rests(transcript: Transcript, *words: str) -> tuple[Evidence, ...]:
    """Evidence for words that stand in the transcript just so."""
    return tuple(
        transcript.evidence(number, at, at + len(text))
        for text in words
        for number, turn in enumerate(transcript.turns)
        if (at := turn.text.find(text)) >= 0
    )


def found(transcript: Transcript) -> Recap:
    """What rules might find in the talk."""

    def made(kind: str, *words: str, **more: Any) -> dict[str, Any]:
        evidence = rests(transcript, *words)
        return {"id": identity(kind, evidence), "text": words[0], "rule": kind, "evidence": evidence, **more}

    sent, noted, wrote, drafted = (
        "I'll send the sheet to Salman by Friday.",
        "I’ll put that on a sticky note.",
        "We all write to our MP.",
        "I'll draft it on Monday",
    )
    link = rests(transcript, "https://example.org/theme")
    resource = Resource(id="11aa22bb", url=link[0].quote, label="example.org/theme", shared_by="Ruth", evidence=link)
    theme = made("proposal", "What if we had a weekly theme?", title="A theme", resources=(resource.id,))
    nadia = transcript.turns[-6].speaker or ""
    friday: dict[str, Any] = {"due": date(2024, 2, 16), "due_said": "by Friday"}
    told = rests(transcript, "I run the print shop.")
    return Recap(
        title=transcript.title or "",
        date=transcript.date,
        group=transcript.group,
        attendees=transcript.attendees,
        overview=("Three people spoke.",),
        topics=(
            Topic(title="Introductions", first_turn=0, last_turn=1),
            Topic(title="Hall", first_turn=4, last_turn=4),
        ),
        speakers=(
            Speaker(name="Nadia", labels=(nadia,), background=told[0].quote, turns=1, words=16, evidence=told),
            Speaker(name="Salman", labels=("Salman",), turns=2, words=22),
        ),
        proposals=(
            Proposal(**theme, proposers=("Ruth",)),
            Proposal(**made("proposal", "we keep going", title="Go on"), aim="to go on"),
        ),
        challenges=(Challenge(**made("challenge", "The hall is too small."), raised_by="Salman"),),
        advice=(Advice(**made("advice", "Ask for the key early."), given_by="Salman"),),
        decisions=(Decision(**made("decision", "So that's agreed: a weekly theme."), settles=theme["id"]),),
        next_steps=(
            NextStep(**made("next_step", sent), owners=(nadia,), ownership=Ownership.NAMED, **friday),
            NextStep(**made("next_step", noted), owners=("Salman",), ownership=Ownership.NAMED),
            NextStep(**made("next_step", wrote), ownership=Ownership.GROUP),
            NextStep(**made("next_step", "We'll have a draft.")),
            NextStep(
                **made("next_step", "We'll have a draft.", drafted), owners=("Ruth",), ownership=Ownership.NAMED,
                due=date(2024, 2, 12), due_said="on Monday",
            ),
        ),
        questions=(Question(**made("question", "Who has it, though?"), raised_by="Salman"),),
        resources=(resource,),
        closing=rests(transcript, "we keep going."),
        unsaved_links=("https://docs",),
    )  # fmt: skip


CALL = spoken()


def by(file: str, transcript: Transcript = CALL) -> tuple[Recap, tuple[str, ...]]:
    """The recap of the talk with the corrections of a file, and what no longer fits, in words."""
    corrections = written(file)
    recap, stale = correct(found(informed(transcript, corrections)), corrections, transcript)
    return recap, tuple(map(str, stale))


def written(file: str) -> Corrections:
    return parse(file, "call.toml")


def holds(recap: Recap) -> None:
    """Whatever is corrected: JSON keeps the whole of it, links lead somewhere, and quotes are verbatim."""
    assert Recap.model_validate_json(recap.model_dump_json()) == recap
    assert Recap.model_validate(recap.model_dump()) == recap
    assert {one.settles for one in recap.decisions} <= {None, *(one.id for one in recap.proposals)}
    assert {id_ for one in recap.proposals for id_ in one.resources} <= {one.id for one in recap.resources}


def quotes(recap: Recap, transcript: Transcript) -> Iterator[tuple[str, str]]:
    """Each piece of evidence, and what stands there."""
    for kind in KINDS.values():
        for item in getattr(recap, kind.items):
            for piece in [item] if isinstance(item, Evidence) else getattr(item, "evidence", ()):
                yield piece.quote, transcript.turns[piece.turn].text[piece.char_start : piece.char_end]


def steps(recap: Recap) -> list[str]:
    return [step.text for step in recap.next_steps]


def test_an_item_is_dropped() -> None:
    recap, stale = by('[[drop]]\nkind = "next step"\nwords = "I\'ll put that on a sticky note."\nwhy = "in jest"')
    assert steps(recap) == [text for text in steps(found(CALL)) if "sticky" not in text]
    assert (recap.state, stale) == (State.CORRECTED, ())


@pytest.mark.parametrize(
    ("kind", "words", "items"),
    [
        ("decision", "So that's agreed: a weekly theme.", "decisions"),
        ("proposal", "weekly theme", "proposals"),
        ("challenge", "hall is too small", "challenges"),
        ("advice", "ASK for the KEY", "advice"),
        ("question", "Who has it", "questions"),
        ("resource", "https://example.org/theme", "resources"),
        ("topic", "Hall", "topics"),
        ("topic", "Thanks!", "topics"),
        ("speaker", "Salman", "speakers"),
        ("speaker", "I run the print shop", "speakers"),
        ("closing", "we keep going", "closing"),
        ("unsaved link", "https://docs", "unsaved_links"),
    ],
)
def test_an_item_of_any_kind_is_dropped(kind: str, words: str, items: str) -> None:
    recap, stale = by(f'[[drop]]\nkind = "{kind}"\nwords = "{words}"')
    assert len(getattr(recap, items)) == len(getattr(found(CALL), items)) - 1
    assert stale == ()
    holds(recap)


def test_what_is_kept_stands_as_it_did_and_the_page_is_no_less_a_draft() -> None:
    recap, stale = by('[[keep]]\nkind = "next step"\nwords = "sticky note"\n[[keep]]\nwords = "So that\'s agreed"')
    assert (recap, stale) == (found(CALL), ())


TWINS = "We'll have a draft."


@pytest.mark.parametrize(
    ("file", "left"),
    [
        ("which = 1", [1, 2]),
        ("which = 2", [0, 2]),
        ("which = 3", [0, 1]),
        ('which = 1\n[[drop]]\nkind = "decision"\nwords = "a draft"\nwhich = 2', [2]),
        ('which = 2\n[[drop]]\nkind = "decision"\nwords = "a draft"\nwhich = 1', [2]),
    ],
)
def test_of_several_items_on_the_same_words_one_is_meant(file: str, left: list[int]) -> None:
    decision = found(CALL).decisions[0].model_copy(update={"evidence": rests(CALL, TWINS), "settles": None})
    twins = tuple(decision.model_copy(update={"text": f"Draft {number}."}) for number in range(3))
    recap = found(CALL).model_copy(update={"decisions": twins})
    corrections = written(f'[[drop]]\nkind = "decision"\nwords = "a draft"\n{file}')
    done, stale = correct(recap, corrections, CALL)
    assert ([one.text for one in done.decisions], stale) == ([f"Draft {number}." for number in left], ())


def test_every_item_can_be_told_from_all_others() -> None:
    recap = found(CALL)
    doubled = recap.model_copy(update={kind.items: getattr(recap, kind.items) * 2 for kind in KINDS.values()})
    for kind in KINDS.values():
        for at in range(len(getattr(doubled, kind.items))):
            one = keyed(doubled, Place(kind, at), CALL)
            assert fitting(doubled, one, one.words, CALL) == Place(kind, at)


def test_links_to_what_is_dropped_go_with_it() -> None:
    recap, _ = by(
        '[[drop]]\nkind = "proposal"\nwords = "a weekly theme?"\n[[drop]]\nwords = "https://example.org/theme"'
    )
    assert recap.decisions[0].settles is None
    assert [one.title for one in recap.proposals] == ["Go on"]
    recap, _ = by('[[drop]]\nkind = "resource"\nwords = "https://example.org/theme"')
    assert recap.proposals[0].resources == ()


def changed(file: str) -> NextStep:
    """The first next step after this change, and a look that all else stands as it did."""
    recap, stale = by(f'[[change]]\nkind = "next step"\nwords = "send the sheet to Salman"\n{file}')
    before = found(CALL)
    assert (recap.next_steps[1:], recap.decisions, stale) == (before.next_steps[1:], before.decisions, ())
    assert recap.next_steps[0].id == before.next_steps[0].id
    assert recap.next_steps[0].rule == "next_step"
    holds(recap)
    return recap.next_steps[0]


@pytest.mark.parametrize(
    ("file", "owners", "ownership"),
    [
        ('owner = "Salman"', ("Salman",), Ownership.NAMED),
        ('owner = ["Salman", "Ruth"]', ("Salman", "Ruth"), Ownership.NAMED),
        ('owner = "The group"', (), Ownership.GROUP),
        ('owner = ""', (), Ownership.NOBODY),
    ],
)
def test_an_owner_is_changed(file: str, owners: tuple[str, ...], ownership: Ownership) -> None:
    step = changed(file)
    assert (step.owners, step.ownership, step.by_hand) == (owners, ownership, ("owners",))
    assert step.due_said == "by Friday"


@pytest.mark.parametrize(
    ("file", "due", "due_said"),
    [
        ("due = 2024-02-23", date(2024, 2, 23), None),
        ('due = "2024-02-23"', date(2024, 2, 23), None),
        ("due = 2024-02-16", date(2024, 2, 16), "by Friday"),
        ('due = ""', None, None),
        ('due = ""\ndue_said = "by friday"', None, "by Friday"),
        ('due_said = ""', date(2024, 2, 16), None),
    ],
)
def test_a_date_is_changed(file: str, due: date | None, due_said: str | None) -> None:
    step = changed(file)
    assert (step.due, step.due_said) == (due, due_said)


def test_a_wording_is_changed() -> None:
    step = changed('text = "Send the sheet round"\nwhy = "to all"')
    assert (step.text, step.by_hand) == ("Send the sheet round", ("text",))


@pytest.mark.parametrize(
    ("kind", "words", "file", "fields"),
    [
        ("decision", "agreed: a weekly theme", 'outcome = "left open"', {"outcome": Outcome.LEFT_OPEN}),
        ("proposal", "a weekly theme?", 'title = "Themes"\nwho = ["Amal", "Ruth"]', {"proposers": ("Amal", "Ruth")}),
        ("proposal", "a weekly theme?", 'who = ""\nstatus = "running"', {"proposers": (), "status": Status.RUNNING}),
        ("proposal", "weekly theme?", 'outcomes = "it DOUBLED"', {"outcomes": ("It doubled",)}),
        ("proposal", "weekly theme?", 'quote = "what if we had"\naim = "More"', {"quote": "What if we had"}),
        ("proposal", "we keep going", 'aim = ""\nchannels = ["Radio"]', {"aim": None, "channels": ("Radio",)}),
        ("challenge", "too small", 'who = "Amal"', {"raised_by": "Amal"}),
        ("advice", "Ask for the key", 'who = ""', {"given_by": None}),
        ("question", "Who has it", 'text = "Who has the key?"', {"text": "Who has the key?"}),
        ("resource", "example.org/theme", 'label = "Themes"', {"label": "Themes", "by_hand": ("label",)}),
        ("topic", "Hall", 'title = "The hall"', {"title": "The hall", "first_turn": 4}),
        ("speaker", "Nadia", 'background = "i\'m nadia"', {"background": "I'm Nadia"}),
        ("speaker", "Nadia", 'background = ""', {"background": None, "evidence": ()}),
    ],
)  # fmt: skip
def test_any_field_is_changed(kind: str, words: str, file: str, fields: dict[str, object]) -> None:
    recap, stale = by(f'[[change]]\nkind = "{kind}"\nwords = "{words}"\n{file}')
    assert stale == ()
    (item,) = (item for item in getattr(recap, KINDS[kind].items) if item.by_hand)
    assert {name: getattr(item, name) for name in fields} == fields
    holds(recap)


def test_a_kind_need_not_be_named_where_one_item_fits() -> None:
    recap, stale = by('[[change]]\nwords = "sticky note"\nowner = "Amal"')
    assert (recap.next_steps[1].owners, stale) == (("Amal",), ())


def test_the_item_that_rests_on_just_these_words_goes_first() -> None:
    recap, _ = by('[[change]]\nkind = "next step"\nwords = "We\'ll have a draft"\nowner = "Amal"')
    assert [step.owners for step in recap.next_steps[3:]] == [("Amal",), ("Ruth",)]
    recap, _ = by(
        '[[change]]\nkind = "next step"\nwords = ["We\'ll have a draft", "I\'ll draft it on Monday"]\nowner = "Amal"'
    )
    assert [step.owners for step in recap.next_steps[3:]] == [(), ("Amal",)]


def test_an_item_with_words_is_added_at_their_place() -> None:
    recap, stale = by(
        '[[add]]\nkind = "next step"\ntext = "Open the hall"\nwords = "the hall is too small"\nowner = "Salman"'
    )
    assert steps(recap)[2:5] == ["We all write to our MP.", "Open the hall", "We'll have a draft."]
    step = recap.next_steps[3]
    assert (step.rule, step.owners, step.evidence[0].quote) == ("by hand", ("Salman",), "The hall is too small")
    assert step.by_hand == stale == ()
    holds(recap)


def test_an_item_without_words_is_added_at_the_end() -> None:
    recap, stale = by('[[add]]\nkind = "decision"\ntext = "The group meets in May."\noutcome = "carried"')
    one = recap.decisions[-1]
    assert (one.text, one.rule, one.evidence, one.outcome) == ("The group meets in May.", "by hand", (), "carried")
    assert stale == one.by_hand == ()
    holds(recap)


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("next step", 'due = 2024-03-01\nowner = "the group"'),
        ("decision", ""),
        ("proposal", 'title = "A hall"\nwho = "Amal"\nquote = "the hall is too small"'),
        ("proposal", ""),
        ("challenge", 'who = "Amal"'),
        ("advice", 'who = "Amal"'),
        ("question", 'who = "Amal"'),
    ],
)
def test_any_kind_of_finding_is_added(kind: str, more: str) -> None:
    recap, stale = by(f'[[add]]\nkind = "{kind}"\ntext = "Find a hall."\n{more}')
    item = getattr(recap, KINDS[kind].items)[-1]
    assert (item.text, item.rule, len(item.id), stale) == ("Find a hall.", "by hand", 8, ())
    holds(recap)


def test_a_resource_is_added() -> None:
    recap, _ = by('[[add]]\nkind = "resource"\nurl = "https://example.org/hall"\nwords = "the hall"\nwho = "Salman"')
    added = recap.resources[-1]
    assert (added.label, added.shared_by, added.by_hand) == (added.url, "Salman", ("shared_by", "url"))
    holds(recap)


def test_words_are_taken_from_the_one_who_said_them() -> None:
    file = '[[add]]\nkind = "question"\ntext = "Which theme?"\nwords = "a weekly theme"\nsaid_by = "{}"'
    recap, stale = by(file.format("ruth"))
    assert (recap.questions[0].evidence[0].turn, stale) == (2, ())
    assert by(file.format("Amal")) == (found(CALL), ("add 1, “a weekly theme”: Amal did not say these words",))


def test_items_are_merged_into_the_first() -> None:
    recap, stale = by(
        '[[merge]]\nkind = "next step"\nwords = ["We\'ll have a draft.", "I\'ll draft it on Monday"]\ntext = "Draft it"'
    )
    *others, step = recap.next_steps
    assert (others, stale) == (list(found(CALL).next_steps[:3]), ())
    assert (step.text, step.id) == ("Draft it", found(CALL).next_steps[3].id)
    assert [piece.quote for piece in step.evidence] == ["We'll have a draft.", "I'll draft it on Monday"]
    assert step.by_hand == ("evidence", "text")
    assert (step.owners, step.ownership, step.due, step.due_said) == (
        ("Ruth",), Ownership.NAMED, date(2024, 2, 12), "on Monday",
    )  # fmt: skip
    holds(recap)


def test_what_linked_to_a_merged_item_links_to_the_one_that_took_it_in() -> None:
    recap, stale = by('[[merge]]\nkind = "proposal"\nwords = ["we keep going", "What if we had a weekly theme?"]')
    (proposal,) = recap.proposals
    assert (proposal.title, proposal.aim, proposal.proposers, stale) == ("Go on", "to go on", ("Ruth",), ())
    assert recap.decisions[0].settles == proposal.id
    assert proposal.resources == (recap.resources[0].id,)
    holds(recap)


def test_a_speaker_is_renamed_before_anything_is_found() -> None:
    corrections = Corrections(names={"speaker 2": "Nadia Karim"})
    known = informed(CALL, corrections)
    assert known.speakers == ("Nadia Karim", "Salman", "Ruth")
    assert known.attendees == ("Nadia Karim", "Amal")
    recap, stale = by('[names]\n"SPEAKER  2" = "Nadia Karim"')
    assert (recap.speakers[0].name, recap.speakers[0].by_hand) == ("Nadia Karim", ("name",))
    assert recap.next_steps[0].owners == ("Nadia Karim",)
    assert recap.next_steps[0].evidence[0].speaker == "Nadia Karim"
    assert (recap.state, stale) == (State.CORRECTED, ())
    holds(recap)


def test_two_names_may_be_exchanged() -> None:
    known = informed(CALL, Corrections(names={"Ruth": "Salman", "Salman": "Ruth"}))
    assert known.speakers == ("Speaker 2", "Ruth", "Salman")


def test_the_meeting_is_corrected() -> None:
    recap, stale = by('[meeting]\ntitle = "Hall"\ngroup = "Friends"\ndate = 2024-02-11\noverview = ["One.", "Two."]')
    assert (recap.title, recap.group, recap.date) == ("Hall", "Friends", date(2024, 2, 11))
    assert recap.overview == ("One.", "Two.")
    assert (recap.by_hand, recap.state, stale) == (("title", "group", "date", "overview"), State.CORRECTED, ())
    holds(recap)


def test_a_group_and_an_overview_can_be_taken_away() -> None:
    grouped = CALL.model_copy(update={"group": "Friends"})
    recap, _ = by('[meeting]\ngroup = ""\noverview = ""', grouped)
    assert (recap.group, recap.overview) == (None, ())


def test_minutes_are_adopted() -> None:
    recap, stale = by("[meeting]\nadopted = 2024-03-01")
    assert (recap.state, recap.adopted, stale) == (State.ADOPTED, date(2024, 3, 1), ())
    assert recap.model_copy(update={"state": State.DRAFT, "adopted": None}) == found(CALL)


def test_what_changes_after_it_was_adopted_is_adopted_no_more() -> None:
    recap, _ = by("[meeting]\nadopted = 2024-03-01")
    corrections = Corrections(drop=(Drop(words=("sticky note",)),))
    later, _ = correct(recap, corrections, CALL)
    assert (later.state, later.adopted) == (State.CORRECTED, None)


def test_the_overview_is_made_anew_unless_it_is_given() -> None:
    recap = found(CALL)
    dropped = Corrections(drop=(Drop(kind="decision", words=("agreed",)),))
    made, _ = correct(recap, dropped, CALL, overview=overview)
    assert "Nothing was settled." in made.overview
    own = dropped.model_copy(update={"meeting": written('[meeting]\noverview = "Ours."').meeting})
    assert correct(recap, own, CALL, overview=overview)[0].overview == ("Ours.",)
    assert correct(recap, dropped, CALL)[0].overview == recap.overview
    assert correct(recap, Corrections(), CALL, overview=overview)[0].overview == recap.overview


def test_no_corrections_change_nothing() -> None:
    recap = found(CALL)
    same_recap, stale = correct(recap, Corrections(), CALL)
    assert same_recap is recap
    assert (recap.state, stale) == (State.DRAFT, ())
    assert informed(CALL, Corrections()) is CALL


STALE = {
    '[names]\n"Speaker 9" = "Nadia"': "names 1, “Speaker 9”: nobody here has this label",
    '[meeting]\nwithhold = "turn 3"': "withhold 1, “turn 3”: nothing was kept out",
    '[[drop]]\nwords = "ring the\\n mayor"': "drop 1, “ring the mayor”: nobody said these words",
    '[[drop]]\nwords = "Thanks"': "drop 1, “Thanks”: no item rests on these words",
    '[[drop]]\nkind = "question"\nwords = "the hall is too small"': (
        "drop 1, “the hall is too small”: no question rests on these words"
    ),
    '[[drop]]\nkind = "next step"\nwords = "sticky note"\nsaid_by = "Ruth"': (
        "drop 1, “sticky note”: no next step rests on these words"
    ),
    '[[drop]]\nkind = "next step"\nwords = "draft"': (
        "drop 1, “draft”: 2 items rest on these words; give more of them, said_by, or which"
    ),
    '[[drop]]\nwords = "a weekly theme"': (
        "drop 1, “a weekly theme”: 2 items rest on these words; give the kind, more of them, said_by, or which"
    ),
    '[[drop]]\nwords = ["send the sheet", "sticky note"]': (
        "drop 1, “send the sheet … sticky note”: no item rests on these words"
    ),
    '[[change]]\nwords = "So that\'s agreed"\nowner = "Ruth"': "change 1, “So that's agreed”: a decision has no owner",
    '[[change]]\nwords = "too small"\nwho = ["A", "B"]': (
        "change 1, “too small”: a challenge comes from one person only"
    ),
    '[[change]]\nkind = "next step"\nwords = "sticky"\ndue_said = "by May"': (
        "change 1, “sticky”: nobody said the words of its due_said"
    ),
    '[[change]]\nkind = "proposal"\nwords = "keep going"\noutcomes = ["hall", "by May"]': (
        "change 1, “keep going”: nobody said the words of its outcomes"
    ),
    '[[change]]\nkind = "speaker"\nwords = "Salman"\nbackground = "I run the print shop"': (
        "change 1, “Salman”: nobody said the words of its background"
    ),
    '[[add]]\nkind = "decision"\ntext = "No."\nwords = "ring the mayor"': (
        "add 1, “ring the mayor”: nobody said these words"
    ),
    '[[add]]\nkind = "proposal"\ntext = "No."\nquote = "ring the mayor"': (
        "add 1, “No.”: nobody said the words of its quote"
    ),
    '[[add]]\nkind = "question"\ntext = "who has it though"': "add 1, “who has it though”: it stands there already",
    '[[merge]]\nwords = ["sticky note", "ring the mayor"]': (
        "merge 1, “sticky note … ring the mayor”: “ring the mayor”: nobody said these words"
    ),
    '[[merge]]\nwords = ["sticky note", "put that on"]': "merge 1, “sticky note … put that on”: it is one item already",
    '[[merge]]\nwords = ["sticky note", "the hall is too small"]': (
        "merge 1, “sticky note … the hall is too small”: these are no items of one kind that can be merged"
    ),
    '[[merge]]\nwords = ["sticky note", "send the sheet"]\ntitle = "Both"': (
        "merge 1, “sticky note … send the sheet”: a next step has no title"
    ),
}


@pytest.mark.parametrize("file", STALE)
def test_what_fits_nothing_is_told_and_changes_nothing(file: str) -> None:
    corrections = written(file)
    recap = found(informed(CALL, corrections))
    same_recap, stale = correct(recap, corrections, CALL)
    assert [str(one) for one in stale] == [STALE[file]]
    assert same_recap is recap


def test_what_fits_is_done_though_another_fits_nothing() -> None:
    recap, stale = by('[[drop]]\nwords = "ring the mayor"\n[[drop]]\nwords = "sticky note"')
    assert len(recap.next_steps) == 4
    assert stale == ("drop 1, “ring the mayor”: nobody said these words",)


def test_what_is_dropped_cannot_be_changed() -> None:
    _, stale = by('[[drop]]\nwords = "sticky"\n[[change]]\nwords = "on a sticky note"\nowner = "Ruth"')
    assert stale == ("change 1, “on a sticky note”: no item rests on these words",)


ALL = """
[meeting]
title = "Hall"
adopted = 2024-03-01

[names]
"Speaker 2" = "Nadia Karim"

[[drop]]
words = "on a sticky note"

[[change]]
kind = "next step"
words = "I'll send the sheet to Salman by Friday"
owner = "Salman"
due = 2024-02-23

[[merge]]
kind = "next step"
words = ["We'll have a draft.", "I'll draft it on Monday"]

[[add]]
kind = "next step"
text = "Open the hall"
words = "The hall is too small."

[[add]]
kind = "decision"
text = "The group meets in May."
"""


def test_corrections_are_keyed_to_words_and_not_to_places() -> None:
    later = spoken(("Amal", "Hello."), ("Ruth", "Let us begin. We have the hall until nine."))
    (recap, stale), (moved, gone) = by(ALL), by(ALL, later)
    assert stale == gone == ()
    assert [step.id for step in moved.next_steps] == [step.id for step in recap.next_steps]
    assert [step.text for step in moved.next_steps] == [step.text for step in recap.next_steps]
    assert [step.evidence[0].turn for step in moved.next_steps] == [
        step.evidence[0].turn + 2 for step in recap.next_steps
    ]
    for one, transcript in ((recap, CALL), (moved, later)):
        holds(one)
        assert [quote for quote, _ in quotes(one, transcript)] == [text for _, text in quotes(one, transcript)]


def test_corrected_twice_the_page_is_the_same_and_what_is_done_is_told() -> None:
    corrections = written(ALL)
    recap, _ = by(ALL)
    again, stale = correct(recap, corrections, CALL, overview=overview)
    assert again == recap
    assert [str(one) for one in stale] == [
        "merge 1, “We'll have a draft. … I'll draft it on Monday”: it is one item already",
        "drop 1, “on a sticky note”: no item rests on these words",
        "add 1, “The hall is too small.”: it stands there already",
        "add 2, “The group meets in May.”: it stands there already",
    ]


def test_corrections_fit_what_the_rules_find(samples: Path) -> None:
    transcript = minutes.read(samples / "2024-02-11-alliance-call.vtt")
    corrections = written(
        '[names]\n"Kambiz Rostami" = "Kambiz Rahimi"\n'
        '[[change]]\nkind = "next step"\nwords = "I’ll send Ines the ten best videos"\nowner = "Omar Daher"\n'
        '[[drop]]\nkind = "next step"\nwords = "I\'ll put that on a sticky note"'
    )
    known = informed(transcript, corrections)
    recap, stale = correct(minutes.recap(known), corrections, transcript, overview=overview)
    assert stale == ()
    assert "sticky note" not in "".join(steps(recap))
    assert [step.owners for step in recap.next_steps if "ten best videos" in step.text] == [("Omar Daher",)]
    assert "Kambiz Rahimi" in [speaker.name for speaker in recap.speakers]
    assert "Kambiz Rostami" not in recap.model_dump_json()
    assert all(quote == text for quote, text in quotes(recap, known))
    holds(recap)


MISTAKES = {
    "[[drop]\nwords = 1": (
        "line 1: Expected ']]' at the end of an array declaration; "
        'write each line as key = "text", or key = 2024-02-23'
    ),
    "[[drop]]\nwords = “note”": 'line 2: Invalid value; use straight quotation marks: "…"',
    '[[drop]]\nwords = "': ('line 2: Unterminated string; write each line as key = "text", or key = 2024-02-23'),
    '[[add]]\nowner = "A"\nowner = "B"\ntext = "c"': "line 3: the key stands twice in its table; keep one of them",
    '[meeting]\ntitle = "he said “no”" and': (
        "line 2: Expected newline or end of document after a statement; "
        'write each line as key = "text", or key = 2024-02-23'
    ),
    "[[add]]\ndue = 2024-02-31": (
        'line 2: Invalid date or datetime; write each line as key = "text", or key = 2024-02-23'
    ),
    '[dropped]\nwords = "a"': (
        "line 1: no table is called dropped; use one of: "
        "[meeting], [names], [[drop]], [[change]], [[merge]], [[add]], [[keep]]"
    ),
    'owner = "Ruth"': (
        "line 1: no table is called owner; use one of: "
        "[meeting], [names], [[drop]], [[change]], [[merge]], [[add]], [[keep]]"
    ),
    '[drop]\nwords = "a"': "line 1: drop is not written as a table; begin it with [[drop]]",
    '[[meeting]]\ntitle = "a"': "line 1: meeting is not written as a table; begin it with [meeting]",
    'drop = ["a"]': "line 1: drop is not written as a table; begin it with [[drop]]",
    "names = 3": "line 1: names is not written as a table; begin it with [names]",
    '[meeting]\nroom = "a"': (
        "line 2: [meeting] has no room; use one of: title, group, date, place, chair, note_taker, apologies, overview, "
        "adopted, withhold"
    ),
    '[meeting]\ntitle = " "': "line 2: title is empty; write the text, or leave the line out",
    "[meeting]\n\ntitle = 3": 'line 3: title must be text in quotation marks; write it as "text"',
    "[meeting]\ndate = 2024-02-11T10:00:00": "line 2: date is no day; write a day as 2024-02-23",
    '[meeting]\nadopted = "2024-02-31"': ("line 2: adopted is a day that no calendar has; write a day as 2024-02-23"),
    '[meeting]\nwithhold = ["1:00-2:00", "soon"]': (
        'line 2: withhold \'soon\' is no stretch of the meeting; write "12:30-14:00" or "turns 12-14"'
    ),
    '[names]\nA = "B"\n"Speaker 2" = 2': 'line 3: "Speaker 2" must be text in quotation marks; write it as "text"',
    '[names]\n"" = "A"': 'line 2: "" is empty; write the text, or leave the line out',
    '[names]\nRuth = "A"\nRUTH = "B"': "line 3: 'Ruth' and 'RUTH' are one label; keep one of them",
    '[[drop]]\nkind = "decision"': 'line 1: words is missing; add words = "…"',
    '[[drop]]\nwords = "a"\nwhich = 0': "line 3: which is no place in a row; write 1 for the first, 2 for the second",
    '[[keep]]\nwords = "a"\n[[drop]]\nwords = "a"': (
        "line 1: these words are corrected twice, first on line 3; keep one of them"
    ),
    '[[drop]]\nword = "a"': "line 2: [[drop]] has no word; use one of: kind, words, said_by, which, why",
    '[[drop]]\nwords = "a"\n\n# not "so\n[[drop]]\nwords = "…"': (
        "line 6: words holds no words; give some of the words that the item rests on"
    ),
    "[[drop]]\nwords = [1]": (
        'line 2: words must be text in quotation marks, or a list of such; write it as "one" or ["one", "two"]'
    ),
    '[[drop]]\nkind = "task"\nwords = "a"': (
        "line 2: kind 'task' is not known; use one of: next step, decision, proposal, challenge, advice, question, "
        "resource, topic, speaker, closing, unsaved link"
    ),
    '[[change]]\nkind = "decision"\nwords = "a"': "line 1: nothing is changed; add one of: text, outcome",
    '[[change]]\nkind = "decision"\nwords = """a\n[[change]]\nb"""\nowner = "Ruth"': (
        "line 6: a decision has no owner; use one of: text, outcome"
    ),
    '[[change]]\nkind = "unsaved link"\nwords = "a"\nurl = "b"': (
        "line 2: an unsaved link cannot be changed; use one of: next step, decision, proposal, challenge, advice, "
        "question, resource, topic, speaker"
    ),
    '[[change]]\nkind = "next step"\nwords = "a"\ndue = "soon"': "line 4: due is no day; write a day as 2024-02-23",
    '[[change]]\nkind = "next step"\nwords = "a"\nowner = ["Ruth", "the group"]': (
        'line 4: owner names the group and others; write "the group" alone, or the names'
    ),
    '[[change]]\nkind = "proposal"\nwords = "a"\nstatus = "over"': (
        "line 4: status 'over' is not known; use one of: 'proposed', 'running', 'done', 'rejected'"
    ),
    '[[change]]\nkind = "decision"\nwords = "a"\noutcome = "open"': (
        "line 4: outcome 'open' is not known; use one of: 'carried', 'rejected', 'left open'"
    ),
    '[[change]]\nkind = "advice"\nwords = "a"\nwho = ["A", "B"]': (
        "line 4: advice comes from one person only; name one"
    ),
    '[[merge]]\nwords = "a"': 'line 2: words are of one item only; give words of each: ["one", "two"]',
    '[[merge]]\nkind = "topic"\nwords = ["a", "b"]': (
        "line 2: a topic cannot be merged; use one of: next step, decision, proposal, challenge, advice, question"
    ),
    '[[add]]\ntext = "a"': 'line 1: kind is missing; add kind = "…"',
    '[[add]]\nkind = "speaker"\nbackground = "a"': (
        "line 2: a speaker cannot be added; use one of: next step, decision, proposal, challenge, advice, question, "
        "resource"
    ),
    '[[add]]\nkind = "decision"\nwords = "a"': 'line 1: text is missing; add text = "…"',
    '[[add]]\nkind = "resource"\nurl = "a"': 'line 1: words is missing; add words = "…"',
    '[[drop]]\nwords = "A, b"\n\n[[change]]\nkind = "advice"\nwords = "a b!"\ntext = "c"': (
        "line 4: these words are corrected twice, first on line 1; keep one of them"
    ),
    '[[change]]\nwords = "b"\ntext = "c"\n[[merge]]\nwords = ["a", "b"]': (
        "line 4: these words are corrected twice, first on line 1; keep one of them"
    ),
}


@pytest.mark.parametrize("file", MISTAKES)
def test_a_mistake_is_told_with_its_line_and_what_is_allowed(file: str, tmp_path: Path) -> None:
    path = tmp_path / "call.toml"
    path.write_text(file, "utf-8")
    with pytest.raises(RulesError) as error:
        load(path)
    assert str(error.value) == f"call.toml, {MISTAKES[file]}"


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"^none\.toml: no such file or directory; name a file of corrections$"):
        load(tmp_path / "none.toml")
    (tmp_path / "old.toml").write_bytes(b'[names]\nA = "\xe9"')
    with pytest.raises(RulesError, match=r"^old\.toml: not UTF-8 text; save it as UTF-8$"):
        load(tmp_path / "old.toml")
    (tmp_path / "deep.toml").write_text("a = " + "[" * 9999)
    with pytest.raises(RulesError, match=r"^deep\.toml: not valid TOML; mend it$"):
        load(tmp_path / "deep.toml")


def test_a_file_of_notepad_is_read(tmp_path: Path) -> None:
    (tmp_path / "call.toml").write_bytes('\ufeff[[drop]]\r\nwords = "a"\r\n'.encode())
    assert load(tmp_path / "call.toml") == Corrections(drop=(Drop(words=("a",)),))


def test_two_corrections_of_one_thing_are_no_value_either() -> None:
    one = Drop(kind="decision", words=("a",))
    with pytest.raises(ValidationError, match="these words are corrected twice"):
        Corrections(drop=(one, one))
    other = Drop(kind="advice", words=("a",))
    assert Corrections(drop=(one, other, one.model_copy(update={"said_by": "Ruth"}))).drop[1] == other


DUMPED = """\
# What a person set right in the minutes. `words` are words of the transcript that an item rests on.

[meeting]
title = "The “hall”, \\"new\\""
date = 2024-02-11

[names]
"Speaker 2" = "Nadia Karim"

[[drop]]
kind = "next step"
words = "I'll put that on a sticky note."
why = "said in jest"

[[change]]
kind = "next step"
words = [
    "Who can?",
    "I can.",
]
owner = ""
due = 2024-02-23

[[add]]
kind = "decision"
text = "The group meets in May."
"""


def test_a_file_is_written_in_one_order() -> None:
    corrections = written(DUMPED)
    assert dump(corrections) == DUMPED
    assert dump(Corrections()) == DUMPED.splitlines(keepends=True)[0]


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: bool(text.strip()))
WORDS = st.lists(st.text('ab İß’\x7f\n"\\', min_size=1).map(lambda text: "w" + text), min_size=1, max_size=3)
DAYS = st.dates()


def fields(kind: str) -> st.SearchStrategy[dict[str, object]]:
    """What can be said of an item of a kind, at least one thing."""
    values: dict[str, st.SearchStrategy[object]] = {
        "due": DAYS | st.just(""),
        "owner": st.just("the group") | st.just("") | st.lists(TEXT.map(lambda text: "x" + text), min_size=1),
        "who": st.just("") | TEXT,
        "status": st.sampled_from(Status),
        "outcome": st.sampled_from(Outcome),
        "channels": st.lists(TEXT),
    }
    allowed = {name: values.get(name, TEXT) for name in KINDS[kind].fields}
    return st.fixed_dictionaries({}, optional=allowed).filter(bool)


def tables(kinds: tuple[str, ...], words: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[dict[str, object]]]:
    """Up to three tables that say something of items of these kinds."""
    one = st.sampled_from(kinds).flatmap(
        lambda kind: st.builds(lambda said, words: {"kind": kind, "words": words, **said}, fields(kind), words)
    )
    return st.lists(one, max_size=3)


def agreed(file: dict[str, object]) -> bool:
    """Whether it is free of corrections that contradict each other."""
    try:
        Corrections.model_validate(file)
    except ValidationError:
        return False
    return True


FILES = st.fixed_dictionaries(
    {},
    optional={
        "meeting": st.fixed_dictionaries(
            {},
            optional={"title": TEXT, "group": TEXT | st.just(""), "date": DAYS, "adopted": DAYS,
                      "overview": st.lists(TEXT), "withhold": st.just(["1:02:30-1:04:00", "turn 7"])},
        ),
        "names": st.dictionaries(TEXT, TEXT, max_size=3),
        "drop": st.lists(st.fixed_dictionaries({"words": WORDS}, optional={"why": TEXT, "said_by": TEXT}), max_size=3),
        "change": tables(CHANGED, WORDS),
        "merge": tables(MERGED, WORDS.filter(lambda words: len(words) > 1)),
        "add": tables(tuple(ADDED)[:-1], WORDS).map(lambda many: [{"text": "T"} | one for one in many]),
        "keep": st.lists(
            st.fixed_dictionaries({"words": WORDS}, optional={"which": st.integers(1, 9), "why": TEXT}), max_size=3
        ),
    },
).filter(agreed)  # fmt: skip


@given(FILES)
def test_what_is_written_is_read_as_it_was(file: dict[str, object]) -> None:
    corrections = Corrections.model_validate(file)
    text = dump(corrections)
    assert written(text) == corrections
    assert dump(written(text)) == text


PIECES = st.lists(
    st.sampled_from([piece for _, text in SAID for piece in (text, *text.split(". "), *text.split())]).filter(letters),
    min_size=1,
    max_size=2,
)
"""What somebody said: a turn, a sentence, a word."""
FITTING = st.fixed_dictionaries(
    {},
    optional={
        "drop": st.lists(st.fixed_dictionaries({"kind": st.sampled_from(list(KINDS)), "words": PIECES}), max_size=3),
        "change": tables(CHANGED, PIECES),
        "merge": st.lists(st.fixed_dictionaries({"words": PIECES.filter(lambda words: len(words) > 1)}), max_size=2),
        "add": tables(tuple(ADDED)[:-1], PIECES).map(lambda many: [{"text": "T"} | one for one in many]),
    },
).filter(agreed)


@given(FITTING)
def test_whatever_is_corrected_stands_on_what_was_said(file: dict[str, object]) -> None:
    corrections, before = Corrections.model_validate(file), found(CALL)
    recap, stale = correct(before, corrections, CALL)
    holds(recap)
    assert all(quote == text for quote, text in quotes(recap, CALL))
    many = sum(len(getattr(corrections, table)) for table in ("drop", "change", "merge", "add"))
    assert (recap is before) == (len(stale) == many)


@pytest.mark.parametrize(
    ("words", "text", "piece"),
    [
        ("send the list.", "So I'll send  the LIST. Okay?", "send  the LIST."),
        ("I’ll go", "I'll go.", "I'll go"),
        ("follow up", "a follow-up", "follow-up"),
        ("cafe\u0301", "the café, now", "café"),
        ("strasse", "die Straße", "Straße"),
        ("art", "start", None),
        ("art", "start with art", "art"),
        ("cafe", "the cafe\u0301", None),
        ("…", "any…", None),
        ("", "any", None),
        ("کتاب", "این کتاب خوب", "کتاب"),
    ],
)
def test_words_are_found_whatever_their_case_marks_and_space(words: str, text: str, piece: str | None) -> None:
    at = span(words, text)
    assert (at and text[at[0] : at[1]]) == piece


def test_words_are_the_same_without_what_stands_between_them() -> None:
    assert same("I’ll  GO!", "i'll go")
    assert not same("I'll go", "I'll go now")


def test_nothing_that_a_rule_found_rests_on_nothing() -> None:
    with pytest.raises(ValidationError, match="what a rule found must rest on evidence"):
        Finding(id="1", text="a", rule="decision", evidence=())
    assert Finding(id="1", text="a", rule="by hand", evidence=()).evidence == ()


def test_a_stale_correction_has_its_parts() -> None:
    _, (stale,) = correct(found(CALL), Corrections(add=(Add(kind="advice", text="Ask for the key early"),)), CALL)
    assert stale == Stale(1, "add", "Ask for the key early", "it stands there already")


def test_records_are_made_as_files_are_read() -> None:
    assert (
        Change(kind="next step", words=("a",), owner=())
        == written('[[change]]\nkind = "next step"\nwords = "a"\nowner = ""').change[0]
    )
    assert Merge(words=("a", "b")).given == {}


@pytest.mark.parametrize("span", ["14:00-12:30", "1:00:00-59:30", "turns 6-4"])
def test_a_stretch_that_ends_before_it_begins_is_told(span: str) -> None:
    with pytest.raises(RulesError, match=r"line 2: withhold .* ends before it begins; turn it round"):
        parse(f'[meeting]\nwithhold = "{span}"\n', "call.toml")


# --- place, chair, note-taker, apologies


ROLES = (
    Attendance(role="chair", person="Ruth", evidence=rests(CALL, "What if we had a weekly theme?")),
    Attendance(role="apologies", person="Pete", evidence=rests(CALL, "Ask for the key early.")),
)


def attending(file: str) -> Recap:
    recap = found(CALL).model_copy(update={"attendance": ROLES, "chair": "Ruth", "place": "Room 1"})
    done, stale = correct(recap, written(file), CALL)
    assert stale == ()
    holds(done)
    return done


def test_place_chair_note_taker_and_apologies_are_given() -> None:
    lines = ('place = "Room 2"', 'chair = "Salman"', 'note_taker = "Ruth"', 'apologies = ["Lena", "Omar"]')
    recap = attending("\n".join(["[meeting]", *lines]))
    assert (recap.place, recap.chair, recap.note_taker) == ("Room 2", "Salman", "Ruth")
    assert recap.apologies == ("Lena", "Omar")
    assert {"place", "chair", "note_taker", "apologies"} <= set(recap.by_hand)
    assert not any(one.evidence for one in recap.attendance)
    assert recap.state is State.CORRECTED


def test_who_is_given_as_found_keeps_the_words_for_it() -> None:
    recap = attending('[meeting]\nchair = "Ruth"\napologies = ["Pete", "Omar"]')
    assert recap.attendance == (*ROLES, Attendance(role="apologies", person="Omar"))


def test_of_what_is_left_out_of_the_file_all_stays() -> None:
    recap = attending('[meeting]\ntitle = "Call"\nnote_taker = "Salman"')
    assert recap.attendance == (ROLES[0], Attendance(role="note_taker", person="Salman"), ROLES[1])
    assert (recap.chair, recap.place) == ("Ruth", "Room 1")


def test_an_empty_text_is_nobody() -> None:
    recap = attending('[meeting]\nchair = ""\napologies = ""\nplace = ""')
    assert (recap.chair, recap.attendance, recap.place) == (None, (), None)


def test_a_name_given_to_a_label_holds_in_the_head_too() -> None:
    head = CALL.model_copy(update={"chair": "speaker 2", "apologies": ("speaker 2", "Pete"), "note_taker": None})
    told = informed(head, written('[names]\n"Speaker 2" = "Nadia Karim"'))
    assert (told.chair, told.apologies, told.note_taker) == ("Nadia Karim", ("Nadia Karim", "Pete"), None)
