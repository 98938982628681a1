"""The notebooks in the JupyterLab that people open them in, with a browser before it."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from system.lab import NEWS, OFFLINE, ROOT, Lab, LabError, Server, started

pytestmark = pytest.mark.system

FIRST = "01-first-recap.ipynb"
WRONG = 'FILE = "../sample_transcripts/no-such-call.vtt"\nDATE = None'


@pytest.fixture(scope="module")
def one_lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab and a browser, for all tests of this file."""
    with started(tmp_path_factory.mktemp("lab") / "house") as lab:
        yield lab


@pytest.fixture
def lab(one_lab: Lab, request: pytest.FixtureRequest) -> Iterator[Lab]:
    """The first notebook as it comes; nothing may have reached beyond this machine when the test is over."""
    one_lab.open(FIRST)
    yield one_lab
    request.node.add_report_section("teardown", "server", one_lab.log_end())  # shown where the test fails
    assert one_lab.reached_for == []


def test_lab_asks_nothing_when_it_opens(lab: Lab) -> None:
    expect(lab.page.get_by_role("tab", name=FIRST)).to_be_visible()
    expect(lab.page.locator(".jp-Dialog, .Toastify__toast")).to_have_count(0)


def test_the_first_notebook_from_top_to_bottom(lab: Lab) -> None:
    (lab.notebooks / "minutes.docx").unlink(missing_ok=True)
    lab.run_all()
    transcript = lab.cell_output("transcript")
    expect(transcript.get_by_role("table")).to_be_visible()
    expect(transcript.get_by_text("Kambiz Rostami").first).to_be_attached()
    page = lab.cell_output("recap").locator("iframe").content_frame
    expect(page.get_by_role("heading", level=1, name="Alliance call")).to_be_visible()
    expect(lab.cell_output("steps")).to_contain_text("Fri 16 Feb 2024")
    expect(lab.cell_output("word")).to_have_text("The minutes are in minutes.docx")
    assert (lab.notebooks / "minutes.docx").read_bytes().startswith(b"PK")


def test_a_wrong_path_is_told_in_one_sentence(lab: Lab) -> None:
    lab.write("parameters", WRONG)
    lab.run_all()
    told = lab.cell_output("transcript")
    expect(told).to_have_text("no-such-call.vtt: no such file; check the path")
    expect(lab.cell_output("recap")).to_be_empty()


def test_the_minutes_can_be_read_in_a_small_dark_window(lab: Lab) -> None:
    lab.theme("dark")
    lab.size(800, 700)
    lab.run_all()
    frame = lab.cell_output("recap").locator("iframe")
    frame.scroll_into_view_if_needed()
    expect(frame.content_frame.get_by_role("heading", level=1)).to_be_in_viewport()
    box, room = frame.bounding_box(), lab.cell("recap").bounding_box()
    assert box
    assert room
    assert box["x"] + box["width"] <= room["x"] + room["width"]
    lab.theme("light")


def test_a_kernel_that_starts_again_forgets_and_runs_all(lab: Lab) -> None:
    lab.run_all()
    lab.restart()
    expect(lab.cell_output("word")).to_have_text("The minutes are in minutes.docx")
    lab.run("word")
    expect(lab.cell_output("word")).to_contain_text("NameError")
    lab.restart_and_run_all()
    expect(lab.cell_output("word")).to_have_text("The minutes are in minutes.docx")


def test_a_kernel_is_kept_on_this_machine(lab: Lab) -> None:
    lab.write("parameters", "import socket\nsocket.create_connection(('192.0.2.1', 80))")
    lab.run("parameters")
    expect(lab.cell_output("parameters")).to_contain_text("OfflineError: socket.getaddrinfo reached for 192.0.2.1")


def test_a_request_beyond_this_machine_would_be_heard(lab: Lab) -> None:
    lab.page.evaluate("fetch('https://example.org/').catch(() => null)")
    lab.page.evaluate("new Promise(done => { new WebSocket('wss://example.net/').onerror = done; })")
    assert lab.abroad == ["https://example.org/", "wss://example.net/"]
    lab.abroad.clear()


def test_a_server_that_does_not_start_says_why(tmp_path: Path) -> None:
    server = Server(tmp_path / "house")
    shutil.rmtree(server.notebooks)
    with pytest.raises(LabError, match="JupyterLab did not start"), server.running():
        pass


def test_make_notebook_starts_lab_as_it_is_tested() -> None:
    done = subprocess.run(["make", "-n", "notebook"], cwd=ROOT, capture_output=True, text=True, check=True)
    said = done.stdout.replace("\\\n", "").split()
    assert [option for option in OFFLINE if option not in said] == []
    assert f"--LabApp.default_url=/lab/tree/notebooks/{FIRST}" in said
    assert NEWS in (ROOT / "Makefile").read_text("utf-8").split()
