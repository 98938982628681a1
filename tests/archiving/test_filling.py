"""An archive and its store: what is new, changed, gone, damaged or there twice."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from archiving.archives import STORE, meeting, save, spring, step, summer
from minutes.archiving import Filled, Question, ask, bring_up, filling, keeping
from minutes.errors import NotFound, OutputError
from minutes.model import Decision, Recap, Series, State


def texts(archive: Path, **question: object) -> list[str]:
    return [hit.text for hit in ask(archive, Question.model_validate(question)).hits]


def counts(filled: Filled) -> tuple[int, ...]:
    return (filled.new, filled.changed, filled.removed, filled.unchanged)


# --- kept up to date


def test_a_store_is_made_from_the_recaps_and_then_left_alone(archive: Path) -> None:
    filled = bring_up(archive)
    assert (filled.meetings, filled.lines, counts(filled), filled.notes) == (2, 11, (2, 0, 0, 0), ())
    before = (archive / STORE).read_bytes()
    assert counts(bring_up(archive)) == (0, 0, 0, 2)
    assert (archive / STORE).read_bytes() == before


def test_what_is_new_changed_or_gone_is_seen(archive: Path) -> None:
    bring_up(archive)
    save(archive, autumn=meeting("Autumn call", next_steps=(step("n4", "Paint the banner"),)))
    assert texts(archive, words="banner") == ["Paint the banner"]
    changed = summer().model_copy(update={"next_steps": (step("n5", "Weed the allotment", "Amal"),)})
    save(archive, summer=changed)
    (archive / "autumn.json").unlink()
    assert counts(bring_up(archive)) == (0, 1, 1, 1)
    assert texts(archive, words="banner") == []
    assert texts(archive, words="allotment") == ["Weed the allotment"]


def test_a_renamed_file_is_the_same_meeting(archive: Path) -> None:
    bring_up(archive)
    (archive / "spring.json").rename(archive / "february.json")
    assert counts(bring_up(archive)) == (0, 0, 0, 2)
    assert {hit.file for hit in ask(archive, Question(words="leaflets")).hits} == {"february.json"}


def test_a_file_that_was_only_touched_is_not_taken_apart_again(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bring_up(archive)
    (archive / "spring.json").touch()
    monkeypatch.setattr(filling, "_put_meeting", stop)
    assert counts(bring_up(archive)) == (0, 0, 0, 2)


def test_only_json_of_the_folder_itself_counts(archive: Path) -> None:
    save(archive / "older", other=meeting("Older"))
    (archive / "notes.txt").write_text("nothing", "utf-8")
    (archive / ".hidden.json").write_text("{", "utf-8")
    filled = bring_up(archive)
    assert (filled.meetings, filled.refused) == (2, ())


def test_what_was_brought_up_bit_by_bit_answers_as_what_was_made_at_once(archive: Path) -> None:
    (archive / "summer.json").rename(archive.parent / "summer.json")
    bring_up(archive)
    (archive.parent / "summer.json").rename(archive / "summer.json")
    for words in ("", "the", "allotment", "job board", "o*"):
        bit_by_bit = ask(archive, Question(words=words)).hits
        (archive / STORE).rename(archive.parent / STORE)
        assert ask(archive, Question(words=words)).hits == bit_by_bit
        (archive.parent / STORE).replace(archive / STORE)


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(NotFound, match="no such file"):
        bring_up(tmp_path / "gone")
    with pytest.raises(NotFound, match="a file, not a folder"):
        bring_up(tmp_path / "file")


def test_a_folder_without_recaps_gets_no_store(tmp_path: Path) -> None:
    assert bring_up(tmp_path).meetings == 0
    assert list(tmp_path.iterdir()) == []


# --- what a series and later meetings say


def test_a_step_that_a_later_meeting_calls_done_is_done(archive: Path) -> None:
    assert texts(archive, kind=["next_step"], state="done") == ["Post the vacancy on the job board"]
    (archive / "summer.json").unlink()
    assert texts(archive, kind=["next_step"], state="done") == []


def test_what_is_done_stays_so_whatever_becomes_of_the_files(archive: Path) -> None:
    done = ["Post the vacancy on the job board"]
    assert texts(archive, kind=["next_step"], state="done") == done
    (archive / "spring.json").rename(archive / "a.json")
    assert texts(archive, kind=["next_step"], state="done") == done
    save(archive, b=spring())
    (archive / "a.json").unlink()
    assert texts(archive, kind=["next_step"], state="done") == done
    (archive / "b.json").write_text(spring().model_dump_json(), "utf-8")
    assert texts(archive, kind=["next_step"], state="done") == done


def test_meetings_of_another_group_say_nothing_of_it(archive: Path) -> None:
    save(archive, summer=summer().model_copy(update={"group": "Others"}))
    assert texts(archive, kind=["next_step"], state="done") == []
    save(archive, spring=spring().model_copy(update={"group": "Others"}))
    assert texts(archive, kind=["next_step"], state="done") == ["Post the vacancy on the job board"]


def test_a_decision_that_another_took_the_place_of_is_no_longer_open(tmp_path: Path) -> None:
    def decided(id: str, text: str) -> Decision:
        evidence = step(id, "x", quote=text).evidence
        return Decision(id=id, text=text, rule="r", evidence=evidence)

    first = meeting("A", "2024-01-01", decisions=(decided("a", "The fee for market stalls is ten pounds."),))
    later = meeting("B", "2024-02-01", decisions=(decided("b", "The fee for market stalls is twelve pounds instead."),))
    archive = save(tmp_path, a=first, b=later)
    assert texts(archive, state="open") == ["The fee for market stalls is twelve pounds instead."]
    assert texts(archive, state="done") == ["The fee for market stalls is ten pounds."]


def test_each_recap_of_a_series_counts(tmp_path: Path) -> None:
    series = Series(recaps=(spring(), summer()))
    (tmp_path / "both.json").write_text(series.model_dump_json(), "utf-8")
    assert bring_up(tmp_path).meetings == 2
    assert [hit.title for hit in ask(tmp_path, Question(words="allotment")).hits] == ["Summer call"]


# --- the same meeting twice


def test_a_meeting_that_is_there_twice_is_taken_once(archive: Path) -> None:
    save(archive, again=spring())
    filled = bring_up(archive)
    assert (filled.meetings, filled.lines) == (2, 11)
    assert filled.twice == ("spring.json: the same meeting as in again.json, which is taken",)
    assert texts(archive, words="leaflets") == ["Print the leaflets"]
    (archive / "again.json").unlink()
    assert (bring_up(archive).twice, texts(archive, words="leaflets")) == ((), ["Print the leaflets"])


def test_of_two_the_one_that_a_person_corrected_is_taken(archive: Path) -> None:
    right = step("n2", "Print the posters", "Lena Vogt")
    save(archive, zz=spring().model_copy(update={"state": State.CORRECTED, "next_steps": (right,)}))
    assert texts(archive, kind=["next_step"], owner="lena") == ["Print the posters"]
    assert bring_up(archive).twice == ("spring.json: the same meeting as in zz.json, which is taken",)


def test_recaps_without_hashes_are_one_where_they_say_the_same(tmp_path: Path) -> None:
    bare = spring().model_copy(update={"sources": ()})
    archive = save(tmp_path, a=bare, b=bare, c=bare.model_copy(update={"title": "Another"}))
    assert bring_up(archive).meetings == 2


# --- files that are no recaps


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{"schema": "minutes/recap/0"}', "written by another version: schema minutes/recap/0; make it again"),
        (b'{"schema": "minutes/transcript/1", "turns": []}', "JSON, but neither a recap nor a series"),
        (b"[1]", "JSON, but neither a recap nor a series"),
        (b'{"schema": ["minutes/recap/1"]}', "JSON, but neither a recap nor a series"),
        (b"{", "not valid JSON"),
        (b"\xff", "not UTF-8 text"),
        (b"[" * 100_000, "JSON that no recap needs"),
        (b"", "not valid JSON"),
        (b'{"schema": "minutes/recap/1"}', "field title: field required"),
        (b'{"schema": "minutes/series/1", "recaps": [{"title": 1}]}', "field recaps.0.title"),
    ],
)
def test_what_is_no_recap_is_told_and_the_rest_is_found(archive: Path, data: bytes, told: str) -> None:
    (archive / "odd.json").write_bytes(data)
    for _ in range(2):
        filled = bring_up(archive)
        assert len(filled.refused) == 1
        assert filled.refused[0].startswith("odd.json")
        assert told in filled.refused[0]
        assert filled.meetings == 2
    save(archive, odd=meeting("Mended"))
    assert (bring_up(archive).refused, bring_up(archive).meetings) == ((), 3)


def test_a_recap_that_went_bad_is_no_longer_found(archive: Path) -> None:
    bring_up(archive)
    (archive / "spring.json").write_text('{"schema": "minutes/recap/0"}', "utf-8")
    assert counts(bring_up(archive)) == (0, 0, 1, 1)
    assert texts(archive, words="leaflets") == []


def test_a_file_that_cannot_be_read_is_told_until_it_can(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path.name == "spring.json":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    assert bring_up(archive).refused == ("spring.json: permission denied; allow yourself to read it, or rename it",)
    monkeypatch.undo()
    assert (bring_up(archive).refused, bring_up(archive).meetings) == ((), 2)


# --- a store that is not sound


def broken(path: Path) -> Iterator[tuple[bytes, str]]:
    """Stores that are none, and what is told of them."""
    whole = path.read_bytes()
    yield b"garbage" * 1000, "file is not a database"
    yield whole[: len(whole) // 2], "malformed"
    yield b"", "made by another version of minutes, or by another program"
    with closing(sqlite3.connect(path.with_name("foreign"))) as foreign:
        foreign.executescript("CREATE TABLE mine (one TEXT); PRAGMA user_version = 7;")
    yield path.with_name("foreign").read_bytes(), "made by another version of minutes, or by another program"
    with closing(sqlite3.connect(path)) as older:
        older.execute("PRAGMA user_version = 1")
    yield path.read_bytes(), "made by another version of minutes, or by another program"


def test_a_store_that_is_not_sound_is_made_anew_and_told(archive: Path) -> None:
    path = archive / STORE
    bring_up(archive)
    for data, told in broken(path):
        path.write_bytes(data)
        answer = ask(archive, Question(words="leaflets"))
        assert [hit.text for hit in answer.hits] == ["Print the leaflets"]
        assert len(answer.filled.notes) == 1
        assert told in answer.filled.notes[0]
        assert answer.filled.notes[0].startswith(f"{path}: ")
        assert answer.filled.notes[0].endswith("; made anew from the recaps")
        assert bring_up(archive).notes == ()


def test_a_store_that_is_broken_deep_inside_is_made_anew(archive: Path) -> None:
    path = archive / STORE
    bring_up(archive)
    whole = path.read_bytes()
    for page in range(1, len(whole) // 4096):
        path.write_bytes(whole[: page * 4096] + b"\xee" * 4096 + whole[(page + 1) * 4096 :])
        assert texts(archive, words="leaflets", owner="lena", kind=["next_step"]) == ["Print the leaflets"]


@pytest.mark.parametrize(("there", "instead"), [(b'{"turn":12', b'{"tern":12'), (b"the leaflets", b"the \xffeaflets")])
def test_a_store_with_other_letters_is_made_anew(archive: Path, there: bytes, instead: bytes) -> None:
    bring_up(archive)
    (archive / STORE).write_bytes((archive / STORE).read_bytes().replace(there, instead))
    answer = ask(archive, Question(words="leaflets"))
    assert [hit.text for hit in answer.hits] == ["Print the leaflets"]
    assert len(answer.filled.notes) == 1


def test_killed_in_the_middle_the_store_is_as_it_was(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bring_up(archive)
    before = (archive / STORE).read_bytes()
    save(archive, autumn=meeting("Autumn call", next_steps=(step("n4", "Paint the banner"),)))
    (archive / "spring.json").unlink()
    with monkeypatch.context() as patched:
        patched.setattr(filling, "settle", stop)
        with pytest.raises(KeyboardInterrupt):
            bring_up(archive)
    assert (archive / STORE).read_bytes() == before
    assert sorted(path.name for path in archive.iterdir()) == [STORE, "autumn.json", "summer.json"]
    assert counts(bring_up(archive)) == (1, 0, 1, 1)


def test_where_nothing_may_be_written_the_recaps_are_searched_all_the_same(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OutputError("no permission to write here")

    monkeypatch.setattr(keeping, "put", refused)
    answer = ask(archive, Question(words="leaflets"))
    assert [hit.text for hit in answer.hits] == ["Print the leaflets"]
    told = f"{archive / STORE}: cannot be kept here (no permission to write here); the recaps were read without it"
    assert answer.filled.notes == (told,)
    assert not (archive / STORE).exists()


def test_while_somebody_else_writes_the_recaps_are_read_without_the_store(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minutes.archiving.store._PATIENCE", 0.01)
    bring_up(archive)
    with closing(sqlite3.connect(archive / STORE)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert ask(archive, Question(words="leaflets")).filled.notes == ()
        save(archive, autumn=meeting("Autumn call", next_steps=(step("n4", "Paint the banner"),)))
        answer = ask(archive, Question(words="banner"))
    assert [hit.text for hit in answer.hits] == ["Paint the banner"]
    assert answer.filled.notes == (
        f"{archive / STORE}: somebody else is writing to it; the recaps were read without it",
    )
    assert counts(bring_up(archive)) == (1, 0, 0, 2)


# --- nothing is only in it


def test_nothing_is_in_the_store_that_is_not_in_the_recaps(archive: Path) -> None:
    bring_up(archive)
    said = "".join(file.read_text("utf-8") for file in archive.glob("*.json"))
    with closing(sqlite3.connect(archive / STORE)) as store:
        rows = store.execute(
            "SELECT text, said, beside, title FROM line JOIN meeting ON meeting.id = meeting"
        ).fetchall()
    pieces = [piece for row in rows for value in row for piece in value.split(" \ue000 ")]
    assert len(pieces) > 40
    assert [piece for piece in pieces if piece not in said] == []


def test_no_word_of_a_meeting_that_was_taken_out_stays_behind(archive: Path) -> None:
    bring_up(archive)
    secret = [b"leaflets", b"leaflet", b"vacanc", b"Lena", b"freezing"]
    store = (archive / STORE).read_bytes()
    assert all(word in store for word in secret)
    (archive / "spring.json").unlink()
    bring_up(archive)
    store = (archive / STORE).read_bytes()
    assert [word for word in secret if word in store] == []
    assert b"allotment" in store


def test_the_recaps_are_never_changed(archive: Path) -> None:
    before = {file.name: file.read_bytes() for file in archive.glob("*.json")}
    bring_up(archive)
    texts(archive, words="leaflets")
    assert {file.name: file.read_bytes() for file in archive.glob("*.json")} == before


def test_a_recap_without_anything_in_it_is_a_meeting(tmp_path: Path) -> None:
    filled = bring_up(save(tmp_path, bare=Recap(title="Quiet call")))
    assert (filled.meetings, filled.lines) == (1, 0)


def stop(*_: object) -> None:
    """What happens when somebody presses Ctrl-C."""
    raise KeyboardInterrupt
