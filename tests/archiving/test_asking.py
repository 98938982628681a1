"""Questions to an archive: words, filters, order, and whatever somebody may type."""

import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from nltk.stem import PorterStemmer

from archiving.archives import meeting, said, save, spring, step, summer
from minutes.archiving import KINDS, Hit, Question, ask, find
from minutes.errors import InputError, MinutesWarning
from minutes.model import Challenge, Decision, Outcome


def texts(archive: Path, words: str = "", **more: Any) -> list[str]:
    return [hit.text for hit in find(archive, words, **more)]


# --- words


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("job board", ["Post the vacancy on the job board"]),
        ("BOARDS jobs", ["Post the vacancy on the job board"]),
        ('"job board"', ["Post the vacancy on the job board"]),
        ('"board job"', []),
        ('"job board', ["Post the vacancy on the job board"]),
        ("job-board", ["Post the vacancy on the job board"]),
        ("board-job", []),
        ("job leaflets", []),
        ("vacanc*", ["Post the vacancy on the job board"]),
        ('"job boa"*', ["Post the vacancy on the job board"]),
        ("vacanc* posting", ["Post the vacancy on the job board"]),
        ("vacanc* leaflets", []),
        ("cafe", ["https://example.org/rota"]),
        ("perez", ["Ring early."]),
        ("PÉREZ", ["Ring early."]),
        ("market stall", ["Lena proposes a stall at the market."]),
        ("forty people", ["Lena proposes a stall at the market."]),
        ("freezing", ["The hall is too cold."]),
        ("bees", ["I keep bees"]),
        ("grand evening", ["that was a grand evening"]),
        ("vacancy & board", ["Post the vacancy on the job board"]),
        ("&", []),
        ("vacancy OR leaflets", []),
        ("NOT vacancy", []),
        ("text:vacancy", []),
        ("zebra", []),
    ],
)
def test_all_words_must_be_there_in_any_form(archive: Path, words: str, found: list[str]) -> None:
    assert texts(archive, words) == found


@pytest.mark.parametrize("words", ["", "  ", '""', "*"])
def test_without_a_word_all_lines_fit(archive: Path, words: str) -> None:
    assert len(texts(archive, words)) == 11


def test_no_phrase_reaches_from_one_piece_into_the_next(tmp_path: Path) -> None:
    evidence = (*said("Omar", "print the list"), *said("Amal", "thanks a lot"))
    archive = save(tmp_path, a=meeting("A", challenges=(Challenge(id="c", text="x", rule="r", evidence=evidence),)))
    assert (
        texts(archive, '"print the list"') == texts(archive, '"thanks a lot"') == texts(archive, "list thanks") == ["x"]
    )
    assert texts(archive, '"list thanks"') == []


def test_a_beginning_is_of_the_word_as_it_is_spelt(tmp_path: Path) -> None:
    steps = (step("a", "Ask the organisation"), step("b", "Post it"), step("c", "Ask at the post office"))
    archive = save(tmp_path, a=meeting("A", next_steps=steps))
    assert texts(archive, "organisat*") == ["Ask the organisation"]
    assert texts(archive, "posting*") == []


# --- what a hit says


def test_a_hit_says_what_whose_when_and_where(archive: Path) -> None:
    (hit,) = find(archive, "leaflets corner")
    assert hit == Hit(
        text="Print the leaflets",
        kind="next_step",
        owners=("Lena Vogt",),
        state="open",
        due=None,
        title="Spring call",
        date=date(2024, 2, 11),
        file="spring.json",
        id="n2",
        evidence=spring().next_steps[1].evidence[0],
        said="I'd best get leaflets printed at the corner shop",
    )


def test_what_was_said_is_shown_only_where_the_words_are_in_it(archive: Path) -> None:
    assert [hit.said for hit in find(archive, "cold hall")] == [None]
    assert [hit.said for hit in find(archive, "freezing")] == ["it's freezing"]
    assert {hit.said for hit in find(archive)} == {None}


def test_the_latest_meeting_comes_first_where_nothing_else_tells(tmp_path: Path) -> None:
    days = {"b": "2024-01-05", "a": "2024-03-05", "d": None, "c": "2024-03-05"}
    recaps = {name: meeting(name, day, next_steps=(step("n", f"Ask {name}"),)) for name, day in days.items()}
    assert texts(save(tmp_path, **recaps), "ask") == ["Ask a", "Ask c", "Ask b", "Ask d"]
    assert texts(tmp_path) == ["Ask a", "Ask c", "Ask b", "Ask d"]


# --- filters


def test_every_kind_can_be_asked_for(archive: Path) -> None:
    found = {kind: texts(archive, kind=kind) for kind in KINDS}
    assert all(found.values())
    assert sum(map(len, found.values())) == len(texts(archive)) == 11
    assert len(texts(archive, kind=["question", "decision"])) == 2


@pytest.mark.parametrize(
    ("owner", "found"),
    [
        ("lena", ["Lena proposes a stall at the market.", "Print the leaflets"]),
        ("Lena Vogt", ["Lena proposes a stall at the market.", "Print the leaflets"]),
        ("VOGT", ["Lena proposes a stall at the market.", "Print the leaflets"]),
        ("jose", ["Ring early."]),
        ("Len", []),
        ("Vogt Lena", []),
        ("", []),
        ("' OR 1=1 --", []),
    ],
)
def test_an_owner_is_a_name_or_words_of_it(archive: Path, owner: str, found: list[str]) -> None:
    assert texts(archive, owner=owner) == found


def test_what_is_open_and_what_is_done(archive: Path) -> None:
    assert texts(archive, state="done") == ["Post the vacancy on the job board"]
    assert texts(archive, state="open") == [
        "Water the allotment",
        "Lena proposes a stall at the market.",
        "The group meets on Tuesdays.",
        "Print the leaflets",
        "Who has the key?",
    ]
    assert texts(archive, owner="Omar", state="open") == []


def test_what_a_decision_left_open_is_said_to_be_so(tmp_path: Path) -> None:
    left = Decision(
        id="d", text="The fee.", rule="r", outcome=Outcome.LEFT_OPEN, evidence=said("Ines", "let's leave it")
    )
    (hit,) = find(save(tmp_path, a=meeting("A", decisions=(left,))), state="open")
    assert hit.state == "left open"


def test_days_are_of_meetings_and_both_count(archive: Path) -> None:
    save(archive, undated=meeting("Undated", next_steps=(step("n", "Ask round"),)))
    assert texts(archive, since="2024-06-02") == ["Water the allotment"]
    assert len(texts(archive, until=date(2024, 2, 11))) == 10
    assert texts(archive, since="2024-02-12", until="2024-06-01") == []
    assert "Ask round" in texts(archive)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"kind": "steps"}, "kind: 'steps' cannot be asked for"),
        ({"state": "shut"}, "state: 'shut' cannot be asked for"),
        ({"since": "yesterday"}, "since: 'yesterday' cannot be asked for"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(archive: Path, asked: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError, match=re.escape(told)):
        find(archive, **asked)


def test_what_is_left_out_is_a_warning(archive: Path) -> None:
    (archive / "odd.json").write_text("{", "utf-8")
    with pytest.warns(MinutesWarning, match="odd.json, line 1, column 2: not valid JSON"):
        assert len(find(archive, "leaflets")) == 1


# --- whatever somebody types


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save(tmp_path_factory.mktemp("archive"), spring=spring(), summer=summer())


TYPED = st.text(max_size=40) | st.text(alphabet="leaf*\"():^-+{}\\'%&ANDORT \x00\ud800é", max_size=30)


@given(TYPED)
@example('"')
@example("a* b* c*")
@example("NEAR(vacancy board)")
@example("\x00")
@example("{text}: vacancy")
@example("w " * 5000)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_is_typed_is_answered(kept: Path, words: str) -> None:
    hits = ask(kept, Question(words=words)).hits
    assert len(hits) <= 11


STEMMER = PorterStemmer(mode="ORIGINAL_ALGORITHM")
WORDS = sorted(
    {word.casefold() for word in re.findall(r"[^\W_]+", spring().model_dump_json() + summer().model_dump_json())}
)


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3),
    st.sampled_from([" ", "  ", " & ", ' "" ', "\t", " * "]),
    st.sampled_from(["{}", "{}*", '"{}"', '"{}"*', "({})", "-{}"]),
)
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@example(["print", "leaflets"], " ", "{}")
def test_what_is_answered_has_all_the_words(kept: Path, words: list[str], between: str, form: str) -> None:
    recaps = {"spring.json": spring(), "summer.json": summer()}
    for hit in ask(kept, Question(words=between.join(form.format(word) for word in words))).hits:
        there = spelt(whole(hit, recaps[hit.file].model_dump()))
        for word in spelt(" ".join(words)):
            if form.endswith("*"):
                assert any(one.startswith(word) for one in there)
            else:
                assert STEMMER.stem(word) in map(STEMMER.stem, there)


def whole(hit: Hit, recap: dict[str, Any]) -> str:
    """All that the recap says of the finding, or all about whoever says it where it has no id."""
    items = [item for value in recap.values() if isinstance(value, tuple | list) for item in value]
    return str([item for item in items if item.get("id") == hit.id] if hit.id else [hit.text, hit.owners])


def spelt(text: str) -> list[str]:
    """The words of a text, small and without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[^\W_]+", "".join(char for char in letters if not unicodedata.combining(char)))
