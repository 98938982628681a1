"""The review panel in a JupyterLab, as people have it: what is done there stands in the file, and nothing else."""

from collections.abc import Iterator
from datetime import date as Date
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Locator, Page, expect

import minutes
from minutes.revising.corrections import Add, Corrections, load
from system.lab import Lab, started

pytestmark = pytest.mark.system

NOTEBOOK = "02-review-and-correct.ipynb"
FILE = "alliance-call.toml"
MADE = (FILE, "alliance-call.veil.toml", "alliance-call.docx", "round.docx")
FIRST, SECOND, THIRD = "next_step-0", "next_step-1", "next_step-2"
NO_ANSWER = "No answer from the notebook."


@pytest.fixture(scope="module")
def one_lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab and a browser, for all tests of this file."""
    with started(tmp_path_factory.mktemp("lab") / "house") as lab:
        lab.open(NOTEBOOK)
        yield lab


@pytest.fixture
def lab(one_lab: Lab, request: pytest.FixtureRequest) -> Iterator[Lab]:
    """The second notebook, and no corrections yet; nothing may have reached beyond this machine in the end."""
    for name in MADE:
        (one_lab.notebooks / name).unlink(missing_ok=True)
    yield one_lab
    request.node.add_report_section("teardown", "server", one_lab.log_end())  # shown where the test fails
    assert one_lab.reached_for == []
    assert one_lab.complaints == []


@pytest.fixture
def panel(lab: Lab) -> Locator:
    """The panel as it begins."""
    return begun(lab)


def begun(lab: Lab) -> Locator:
    """The panel of a cell that was run again."""
    lab.run("parameters")
    lab.run("panel")
    return shown(lab)


def shown(lab: Lab) -> Locator:
    panel = lab.cell_output("panel").locator(".minutes-panel")
    expect(panel).to_be_visible()
    return panel


def card(panel: Locator, key: str) -> Locator:
    return panel.locator(f'.card[data-key="{key}"]')


def press(panel: Locator, key: str, button: str) -> None:
    """Presses a button of a card."""
    card(panel, key).get_by_role("button", name=button).click()


def told(panel: Locator, sentence: str) -> None:
    expect(panel.get_by_role("status")).to_have_text(sentence)


def kept(lab: Lab) -> Corrections:
    return load(lab.notebooks / FILE)


def call(lab: Lab) -> minutes.Transcript:
    return minutes.read(lab.notebooks.parent / "sample_transcripts" / "2024-02-11-alliance-call.vtt")


def drag(page: Page, start: Locator, end: Locator) -> None:
    """Selects with the mouse from the beginning of one text to the end of the first line of another."""
    start.scroll_into_view_if_needed()
    first, last = start.bounding_box(), end.bounding_box()
    assert first
    assert last
    indent = 38  # of the words, under the name
    page.mouse.move(first["x"] + indent + 1, first["y"] + 8)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] - 2, last["y"] + 10, steps=5)
    page.mouse.up()


def focused(page: Page) -> str | None:
    """The key of the card in which the keyboard is."""
    key = page.evaluate("document.activeElement.closest('.card')?.dataset.key")
    return None if key is None else str(key)


def test_accept_reject_and_undo(lab: Lab, panel: Locator) -> None:
    press(panel, FIRST, "Accept")
    told(panel, f"Accepted. Kept in {FILE}.")
    assert kept(lab) == Corrections(keep=kept(lab).keep)
    assert [one.words for one in kept(lab).keep] == [("I'll put that on a sticky note.",)]
    expect(card(panel, FIRST)).to_contain_text("accepted")
    assert focused(lab.page) == SECOND
    press(panel, SECOND, "Reject")
    told(panel, f"Rejected. Kept in {FILE}.")
    assert (len(kept(lab).keep), len(kept(lab).drop)) == (1, 1)
    expect(panel.locator(".looked")).to_contain_text("2 of ")
    panel.get_by_role("button", name="Undo").click()
    told(panel, f"Undone. Kept in {FILE}.")
    assert kept(lab) == Corrections(keep=kept(lab).keep)
    press(panel, FIRST, "Put back")
    told(panel, f"Put back. Kept in {FILE}.")
    assert kept(lab) == Corrections()


def test_edit_a_wording_an_owner_and_a_day(lab: Lab, panel: Locator) -> None:
    press(panel, FIRST, "Edit")
    form = card(panel, FIRST)
    form.get_by_label("Wording").fill("Write “add dd” on a note")
    form.get_by_label("Who").fill("Ines Caldeira, Salman Mirza")
    form.get_by_label("By when").fill("2024-02-20")
    form.get_by_role("button", name="Save").click()
    told(panel, f"Changed. Kept in {FILE}.")
    (one,) = kept(lab).change
    assert kept(lab) == Corrections(change=(one,))
    assert (one.text, one.owner) == ("Write “add dd” on a note", ("Ines Caldeira", "Salman Mirza"))
    assert one.due == Date(2024, 2, 20)
    expect(form).to_contain_text("As the rules had it: Put that on a sticky note · Sam Whitlock")
    press(panel, FIRST, "Edit")
    form.get_by_label("Wording").fill(" ")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_have_text("Wording is empty; write the text, or leave the line out")
    assert kept(lab).change == (one,)
    form.get_by_role("button", name="Cancel").click()
    expect(form.get_by_role("alert")).to_have_count(0)


def test_words_marked_with_the_mouse_become_a_decision(lab: Lab, panel: Locator) -> None:
    words = panel.locator(".turn .words")
    drag(lab.page, words.nth(0), words.nth(1))
    panel.get_by_role("group", name="Add as").get_by_role("button", name="Decision").click()
    form = panel.locator("form")
    expect(form.get_by_label("What it is")).to_have_value("decision")
    expect(form.get_by_label("Wording")).to_have_value(
        "Okay, um, I think we're recording now. Is it, can somebody see the little red dot? Yeah, I can see it."
    )
    form.get_by_label("Wording").fill("Calls are recorded.")
    form.get_by_role("button", name="Save").click()
    told(panel, f"Added. Kept in {FILE}.")
    (one,) = kept(lab).add
    first, second = (turn.text for turn in call(lab).turns[:2])
    assert kept(lab) == Corrections(add=(one,))
    assert (one.kind, one.text, one.words) == ("decision", "Calls are recorded.", (first, second))
    expect(panel.locator(".card.added figure")).to_have_count(2)
    panel.get_by_role("button", name="Undo").click()
    told(panel, f"Undone. Kept in {FILE}.")
    assert kept(lab) == Corrections()
    expect(panel.locator(".card.added")).to_have_count(0)


def test_an_item_without_words(lab: Lab, panel: Locator) -> None:
    panel.get_by_role("button", name="Add an item").click()
    form = panel.locator("form")
    form.get_by_label("Wording").fill("We meet on Sundays.")
    form.get_by_label("What it is").select_option("decision")
    expect(form.get_by_label("Wording")).to_have_value("We meet on Sundays.")
    form.get_by_role("button", name="Save").click()
    told(panel, f"Added. Kept in {FILE}.")
    assert kept(lab) == Corrections(
        add=(Add(kind="decision", text="We meet on Sundays.", outcome=kept(lab).add[0].outcome),)
    )
    panel.get_by_role("button", name="Add an item").click()
    form.get_by_label("What it is").select_option("resource")
    form.get_by_label("Address").fill("https://example.org/list")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_be_visible()
    assert len(kept(lab).add) == 1


def test_by_keyboard_alone(lab: Lab, panel: Locator) -> None:
    cells, keys = lab.cells(), lab.page.keyboard
    lab.command_mode("panel")
    card(panel, FIRST).focus()
    keys.press("a")
    told(panel, f"Accepted. Kept in {FILE}.")
    assert focused(lab.page) == SECOND
    keys.press("r")
    told(panel, f"Rejected. Kept in {FILE}.")
    assert focused(lab.page) == THIRD
    keys.press("u")
    told(panel, f"Undone. Kept in {FILE}.")
    assert kept(lab) == Corrections(keep=kept(lab).keep)
    expect(card(panel, SECOND)).to_be_focused()
    keys.press("ArrowUp")
    assert focused(lab.page) == FIRST
    for _ in range(2):
        keys.press("ArrowDown")
    assert focused(lab.page) == THIRD
    keys.press("e")
    keys.press("Control+a")
    keys.type("dd xx Write the theme")
    keys.press("Tab")
    keys.press("Control+a")
    keys.type("the group")
    keys.press("Control+Enter")
    told(panel, f"Changed. Kept in {FILE}.")
    (one,) = kept(lab).change
    assert (one.text, one.owner) == ("dd xx Write the theme", ("the group",))
    assert focused(lab.page) == THIRD
    for key in ("b", "d", "d", "x", "m", "y", "Shift+Enter"):
        keys.press(key)
    keys.press("e")
    keys.press("Escape")
    assert focused(lab.page) == THIRD
    assert lab.cells() == cells
    assert (len(kept(lab).keep), len(kept(lab).drop), len(kept(lab).change)) == (1, 0, 1)


def test_with_tab_and_enter_alone(lab: Lab, panel: Locator) -> None:
    cells, keys = lab.cells(), lab.page.keyboard
    card(panel, FIRST).focus()
    for key in ("Tab", "Enter"):
        keys.press(key)
    told(panel, f"Accepted. Kept in {FILE}.")
    for _ in range(5):  # the four buttons of the next card, and the turn that its words stand in
        keys.press("Tab")
    for key in ("Enter", "Tab", "Enter"):  # its words are to be added, as the second of the kinds
        keys.press(key)
    expect(panel.locator("form").get_by_label("What it is")).to_have_value("decision")
    keys.type("dd We record our calls.")
    keys.press("Control+Enter")
    told(panel, f"Added. Kept in {FILE}.")
    (one,) = kept(lab).add
    assert one.text
    assert one.text.endswith("dd We record our calls.")
    assert len(kept(lab).keep) == 1
    assert lab.cells() == cells


def test_pages_that_are_saved_stand(lab: Lab, panel: Locator) -> None:
    press(panel, FIRST, "Accept")
    told(panel, f"Accepted. Kept in {FILE}.")
    save = panel.get_by_role("group", name="Save as")
    save.get_by_role("button", name="Word").click()
    told(panel, "Written to alliance-call.docx.")
    page = lab.notebooks / "alliance-call.docx"
    assert minutes.check(page, call(lab), corrections=lab.notebooks / FILE).stands
    save.get_by_role("button", name="stand-ins").click()
    expect(panel.get_by_role("status")).to_contain_text("Drew up alliance-call.veil.toml")
    assert not (lab.notebooks / "round.docx").exists()
    assert "Ruth Adeyemi" in (lab.notebooks / "alliance-call.veil.toml").read_text("utf-8")


def test_what_something_else_wrote_is_not_written_over(lab: Lab, panel: Locator) -> None:
    file = lab.notebooks / FILE
    file.write_text('[names]\n"Sam Whitlock" = "Sam"\n', "utf-8")
    before = file.read_bytes()
    press(panel, FIRST, "Accept")
    expect(panel.locator("header").get_by_role("alert")).to_contain_text("something else has changed this file")
    assert file.read_bytes() == before
    expect(card(panel, FIRST)).to_have_class("card open current")


def test_a_kernel_that_started_again_does_not_answer_and_nothing_is_lost(lab: Lab, panel: Locator) -> None:
    press(panel, FIRST, "Accept")
    told(panel, f"Accepted. Kept in {FILE}.")
    before = (lab.notebooks / FILE).read_bytes()
    lab.restart()
    press(panel, SECOND, "Accept")
    expect(panel.get_by_role("alert")).to_contain_text(NO_ANSWER)
    press(panel, SECOND, "Reject")
    expect(panel.get_by_role("alert")).to_contain_text(NO_ANSWER)
    assert (lab.notebooks / FILE).read_bytes() == before
    panel = begun(lab)
    expect(panel.get_by_role("alert")).to_have_count(0)
    expect(card(panel, FIRST)).to_contain_text("accepted")
    expect(card(panel, SECOND)).to_have_class("card open")


def test_a_broken_file_is_told_in_a_sentence(lab: Lab) -> None:
    (lab.notebooks / FILE).write_text("[[drop]\nkind = 3\n", "utf-8")
    lab.run("parameters")
    lab.run("panel")
    output = lab.cell_output("panel")
    expect(output).to_contain_text(f"{FILE}")
    assert "Traceback" not in output.inner_text()
    assert len(output.inner_text().strip().splitlines()) == 1
    assert (lab.notebooks / FILE).read_text("utf-8") == "[[drop]\nkind = 3\n"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everybody_can_use_it(lab: Lab, panel: Locator, theme: Any) -> None:
    lab.theme(theme)
    press(panel, FIRST, "Accept")
    press(panel, SECOND, "Reject")
    told(panel, f"Rejected. Kept in {FILE}.")
    press(panel, THIRD, "Edit")
    panel.get_by_role("button", name="Add an item").click()
    panel.locator(".draft form").get_by_role("button", name="Save").click()
    expect(panel.get_by_role("alert")).to_be_visible()
    lab.page.evaluate("document.body.style.height = '100vh'")  # what overflows a body of no height is hidden to axe
    whole = {"resultTypes": ["violations", "passes"]}
    seen = Axe().run(lab.page, context=".minutes-panel", options=whole).response
    grave = [one for one in seen["violations"] if one["impact"] in ("serious", "critical")]
    assert [(one["id"], one["nodes"][0]["html"]) for one in grave] == []
    held = {one["id"]: len(one["nodes"]) for one in seen["passes"]}
    assert min(held["color-contrast"], held["button-name"]) > 50
    assert held["label"] > 3
    lab.theme("light")


def test_the_still_copy_stands_in_for_the_panel(lab: Lab, panel: Locator, tmp_path: Path) -> None:
    still = lab.cell_output("panel").locator(".minutes-still")
    expect(still).to_be_hidden()
    press(panel, FIRST, "Reject")
    told(panel, f"Rejected. Kept in {FILE}.")
    lab.save()
    lab.reload()
    expect(card(shown(lab), FIRST)).to_contain_text("rejected")
    expect(still).to_be_hidden()
    lab.open(NOTEBOOK)
    output = lab.cell_output("panel")
    expect(output.locator(".minutes-still")).to_be_visible()
    expect(output).to_contain_text("Put that on a sticky note · Sam Whitlock · rejected")
    expect(output.locator(".minutes-panel")).to_have_count(0)
    expect(output.get_by_text("Error displaying widget")).to_be_hidden()
    lab.complaints.clear()  # JupyterLab's own, that there is no panel any more
