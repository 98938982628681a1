"""The panel without a browser: messages go in; what is shown, and the file of corrections, come out."""

import copy
from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook, new_output

import minutes
from minutes.model import Transcript
from minutes.notebook import panel as room
from minutes.notebook import review
from minutes.notebook.panel import Panel
from minutes.notebook.panel.still import still
from minutes.revising.corrections import Corrections, load

TALK = """\
Amal: 🎈🎈 Welcome. I'm Amal, I make radio.
Omar: Sixty people came. Why do they stop?
Lena: The trouble is that the council has taken away our permit for the square.
Amal: What if we moved the stall to the harbour?
Lena: 🎈 I like that. Any objections? No? Then it's agreed, the stall moves to the harbour.
Amal: Lena, could you write to the harbour office?
Lena: Sure, I'll do it by Friday.
"""
STEP, DECISION, OMAR = "next_step-0", "decision-0", "speaker-1"
NASTY = "</li><img src=x onerror=alert(1)><script>alert(2)</script> & “so on”"


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Transcript:
    file = tmp_path_factory.mktemp("talk") / "2024-02-11 stall.txt"
    file.write_text(TALK, "utf-8")
    return minutes.read(file)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "stall.toml"


@pytest.fixture
def panel(talk: Transcript, file: Path) -> Panel:
    return review(talk, file)


def ask(panel: Panel, do: str, **more: object) -> dict[str, Any]:
    """The state that answers one more message."""
    number = panel.state["answer"] + 1
    panel.answer({"n": number, "do": do, **more})
    assert panel.state["answer"] == number
    return dict(panel.state)


def done(panel: Panel, do: str, **more: object) -> Corrections:
    """What stands in the file once a message was obeyed."""
    assert ask(panel, do, **more)["wrong"] == ""
    assert panel.file
    return load(panel.file)


def card(panel: Panel, key: str) -> dict[str, Any]:
    (found,) = [one for one in panel.state["cards"] if one["key"] == key]
    return dict(found)


def test_before_the_first_decision_there_is_no_file(panel: Panel, file: Path) -> None:
    assert (panel.state["answer"], panel.state["undo"], panel.state["said"]) == (0, False, "")
    assert {one["status"] for one in panel.state["cards"]} == {"open"}
    assert card(panel, "meeting")["can"] == ["change"]
    assert panel.file is None
    assert not file.exists()


def test_what_is_accepted_is_kept(panel: Panel) -> None:
    known = done(panel, "keep", key=STEP)
    assert known == Corrections(keep=known.keep)
    assert [(one.kind, one.words) for one in known.keep] == [
        ("next step", ("Lena, could you write to the harbour office?",))
    ]
    assert card(panel, STEP)["status"] == "kept"
    assert panel.state["said"] == "Accepted. Kept in stall.toml."
    assert panel.state["undo"]


def test_what_is_rejected_is_off_the_page(panel: Panel) -> None:
    known = done(panel, "drop", key=DECISION)
    assert known == Corrections(drop=known.drop)
    assert len(known.drop) == 1
    assert card(panel, DECISION)["status"] == "dropped"
    assert panel.recap.decisions == ()


def test_what_is_changed_is_as_it_was_written(panel: Panel) -> None:
    fields = {"text": "Ring the harbour office", "owner": "Omar, Lena", "due": "2024-02-20"}
    known = done(panel, "change", key=STEP, fields=fields)
    assert known == Corrections(change=known.change)
    assert card(panel, STEP)["status"] == "changed"
    assert card(panel, STEP)["line"] == "Ring the harbour office"
    assert card(panel, STEP)["was"].startswith("Write to the harbour office · Lena")
    (step,) = panel.recap.next_steps
    assert (step.text, step.owners, str(step.due)) == ("Ring the harbour office", ("Omar", "Lena"), "2024-02-20")


def test_what_is_missing_is_added_with_its_words(panel: Panel) -> None:
    words = [{"turn": 1, "text": "Sixty people came."}]
    known = done(
        panel, "add", kind="decision", fields={"text": "We count visitors.", "outcome": "carried"}, words=words
    )
    assert [(one.kind, one.text, one.words) for one in known.add] == [
        ("decision", "We count visitors.", ("Sixty people came.",))
    ]
    assert known == Corrections(add=known.add)
    (added,) = [one for one in panel.state["cards"] if one["status"] == "added"]
    assert [(one["turn"], one["quote"]) for one in added["said"]] == [(1, "Sixty people came.")]


def test_what_is_added_need_not_rest_on_words_but_a_link_must(panel: Panel) -> None:
    known = done(panel, "add", kind="decision", fields={"text": "We meet on Sundays."}, words=[])
    assert [(one.text, one.words) for one in known.add] == [("We meet on Sundays.", None)]
    told = ask(panel, "add", kind="resource", fields={"url": "https://example.org/a", "label": ""}, words=[])
    assert told["wrong"]
    assert load(panel.file or "") == known


def test_what_was_decided_is_taken_back(panel: Panel, file: Path) -> None:
    kept = done(panel, "keep", key=STEP)
    assert done(panel, "drop", key=STEP) != kept
    assert done(panel, "undo") == kept
    assert done(panel, "restore", key=STEP) == Corrections()
    assert card(panel, STEP)["status"] == "open"
    assert done(panel, "undo") == kept
    assert done(panel, "undo") == Corrections()
    assert not panel.state["undo"]


@pytest.mark.parametrize(("form", "start"), [("docx", b"PK"), ("md", b"# "), ("html", b"<!DOCTYPE html>")])
def test_a_page_is_written_beside_the_file(panel: Panel, talk: Transcript, file: Path, form: str, start: bytes) -> None:
    done(panel, "keep", key=STEP)
    page = file.with_suffix(f".{form}")
    assert ask(panel, "export", **{"as": form})["said"] == f"Written to {page.name}."
    assert page.read_bytes().startswith(start)
    assert minutes.check(page, talk, corrections=file).stands


def test_an_edition_with_stand_ins_draws_up_their_file_first(panel: Panel, file: Path) -> None:
    veil, page = file.with_suffix(".veil.toml"), file.with_name("round.docx")
    assert "Read it" in ask(panel, "export", **{"as": "veiled"})["said"]
    assert veil.exists()
    assert not page.exists()
    assert ask(panel, "export", **{"as": "veiled"})["said"].startswith("Written to round.docx")
    assert page.exists()


WRONG: dict[str, dict[str, object]] = {
    "nothing is asked": {},
    "nothing that can be done": {"do": "fly"},
    "no key": {"do": "keep"},
    "a key of nothing": {"do": "drop", "key": "next_step-99"},
    "a key that is none": {"do": "keep", "key": 7},
    "no fields": {"do": "change", "key": STEP, "fields": None},
    "fields that are no texts": {"do": "change", "key": STEP, "fields": {"text": ["a"]}},
    "a wording of spaces": {"do": "change", "key": STEP, "fields": {"text": "  "}},
    "a day that is none": {"do": "change", "key": STEP, "fields": {"due": "2024-02-31"}},
    "a kind that is none": {"do": "add", "kind": "elephant", "fields": {"text": "a"}, "words": []},
    "no wording": {"do": "add", "kind": "decision", "fields": {}, "words": []},
    "words that nobody said": {
        "do": "add",
        "kind": "decision",
        "fields": {"text": "a"},
        "words": [{"turn": 1, "text": "b"}],
    },
    "a turn that is none": {
        "do": "add",
        "kind": "decision",
        "fields": {"text": "a"},
        "words": [{"turn": 99, "text": "b"}],
    },
    "words of spaces": {"do": "add", "kind": "decision", "fields": {"text": "a"}, "words": [{"turn": 1, "text": "  "}]},
    "a page that is none": {"do": "export", "as": "exe"},
    "a page elsewhere": {"do": "export", "as": "../../page"},
}


@pytest.mark.parametrize("message", WRONG.values(), ids=WRONG)
def test_what_cannot_be_done_is_told_in_a_line_and_changes_nothing(
    panel: Panel, file: Path, message: dict[str, object]
) -> None:
    done(panel, "keep", key=DECISION)
    before, cards, around = file.read_bytes(), copy.deepcopy(panel.state["cards"]), sorted(file.parent.iterdir())
    panel.answer({"n": 2, **message})
    assert panel.state["answer"] == 2
    assert panel.state["wrong"]
    assert "\n" not in panel.state["wrong"]
    assert panel.state["said"] == ""
    assert panel.state["cards"] == cards
    assert file.read_bytes() == before
    assert sorted(file.parent.iterdir()) == around


def test_a_file_that_cannot_be_written_is_told(panel: Panel, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    assert "stall.toml" in ask(panel, "keep", key=STEP)["wrong"]
    assert card(panel, STEP)["status"] == "open"
    assert list(file.parent.iterdir()) == []


def test_evidence_is_counted_in_characters_of_the_turn(panel: Panel) -> None:
    pieces = [piece for one in panel.state["cards"] for piece in one["said"]]
    assert any("🎈" in panel.turns[piece["turn"]]["text"][: piece["start"]] for piece in pieces)
    for piece in pieces:
        turn = panel.turns[piece["turn"]]
        assert turn["text"][piece["start"] : piece["end"]] == piece["quote"]
        assert turn["who"] == piece["who"]


def test_a_new_name_is_told_in_turns_and_forms(panel: Panel) -> None:
    heard: list[str] = []
    panel.observe(lambda change: heard.append(change["name"]), ["turns", "forms"])
    done(panel, "keep", key=STEP)
    assert heard == []
    known = done(panel, "change", key=OMAR, fields={"name": "Omar Daher", "background": ""})
    assert known.names == {"Omar": "Omar Daher"}
    assert heard == ["turns", "forms"]
    assert panel.turns[1]["who"] == "Omar Daher"
    people = next(field for field in panel.forms[0]["fields"] if field["input"] == "people")
    assert "Omar Daher" in [choice["value"] for choice in people["choices"]]
    done(panel, "undo")
    assert panel.turns[1]["who"] == "Omar"


def test_two_panels_on_one_file_do_not_overwrite_each_other(talk: Transcript, panel: Panel, file: Path) -> None:
    second = review(talk, file)
    kept = done(panel, "keep", key=STEP)
    told = ask(second, "drop", key=STEP)
    assert told["wrong"].startswith("stall.toml: something else has changed this file")
    assert load(file) == kept
    assert card(second, STEP)["status"] == "open"
    assert {one["status"] for one in review(talk, file).state["cards"] if one["key"] == STEP} == {"kept"}


def parsed(markup: str) -> Any:
    return parser.document_fromstring(f"<!DOCTYPE html><body>{markup}</body>").find("body")


def test_the_still_copy_tells_what_was_decided_and_the_words(panel: Panel) -> None:
    done(panel, "keep", key=STEP)
    done(panel, "drop", key=DECISION)
    done(panel, "add", kind="question", fields={"text": "Why do they stop?"}, words=[{"turn": 1, "text": "Why"}])
    page = parsed(still("minutes-1", panel.state))
    lines = [" ".join(item.text_content().split()) for item in page.iter("li")]
    (step,) = [line for line in lines if line.startswith("Write to the harbour office · ")]
    assert "accepted" in step
    assert "“Lena, could you write to the harbour office?” (Amal, turn 6)" in step
    assert [struck.text for struck in page.iter("s")] == ["The stall moves to the harbour."]
    assert any(line.startswith("Why do they stop?") and "· added" in line for line in lines)
    asked = len(panel.state["cards"]) - 1  # nobody has to accept the title and the day
    assert (
        page.find(".//p").text
        == f"3 of {asked} looked at. What was decided is kept in stall.toml. To go on, run this cell."
    )


def test_hostile_words_stay_words_in_the_still_copy(panel: Panel) -> None:
    state = copy.deepcopy(dict(panel.state))
    for one in state["cards"]:
        one.update(line=NASTY, detail=NASTY, said=[{**piece, "quote": NASTY, "who": NASTY} for piece in one["said"]])
    state["file"] = NASTY
    page = parsed(still("minutes-1", state))
    assert {node.tag for node in page.iter()} <= {"body", "div", "style", "p", "h4", "ul", "li", "b", "s", "blockquote"}
    assert {name for node in page.iter() for name in node.attrib} == {"class", "data-still"}
    assert all(node.text == NASTY for node in page.iter("b"))
    assert NASTY in page.find(".//p").text


def test_the_still_copy_follows_and_stands_before_the_panel(panel: Panel, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[dict[str, str], dict[str, Any]]] = []
    monkeypatch.setattr(room, "display", lambda bundle, **more: shown.append((bundle, more)))
    done(panel, "keep", key=STEP)
    assert shown == []
    panel._ipython_display_()
    done(panel, "drop", key=STEP)
    (first, told), (second, _), (third, again) = shown
    assert f'data-still="{panel.still}"' in first["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in second
    assert (second["text/html"], second["text/plain"]) == ("", "")
    assert (again["display_id"], again["update"]) == (told["display_id"], True)
    assert "accepted" in first["text/html"]
    assert "rejected" in third["text/html"]


def test_an_exported_page_holds_the_still_copy_alone(panel: Panel, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[dict[str, Any]] = []
    monkeypatch.setattr(room, "display", lambda bundle, **_: shown.append(bundle))
    panel._ipython_display_()
    outputs = [new_output("display_data", data=bundle) for bundle in shown]
    cells = [new_code_cell("panel", outputs=outputs)]
    exporter = HTMLExporter(template_name="lab")  # type: ignore[no-untyped-call]  # nbconvert does not say what it takes
    page, _ = exporter.from_notebook_node(new_notebook(cells=cells))
    whole: Any = parser.document_fromstring(page)
    still_copy, empty = whole.find_class("jp-OutputArea-output")
    assert "The stall moves to the harbour." in still_copy.text_content()
    assert empty.text_content().strip() == ""
    assert repr(panel)[:20] not in page
