"""The minutes of every sample as people see them: Word drawn by LibreOffice, HTML in a browser, for everybody."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Browser, Page, sync_playwright

import minutes
from minutes.model import Recap, Series, State

pytestmark = pytest.mark.system

HERE = Path(__file__).parent.parent
SAMPLES = sorted(path.name for path in (HERE.parent / "sample_transcripts").iterdir())
PAGES = [*SAMPLES, "rich", "adopted", "series"]
SHOWN = ("Next steps", "Decisions", "Participants", "How these minutes were made")
SCREENS = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 375, "height": 667}}


@pytest.fixture(scope="module")
def made(samples: Path) -> Mapping[str, Recap | Series]:
    """The minutes of each sample, a page with something of everything, and the pages of a series."""
    found = {name: minutes.recap(minutes.read(samples / name)) for name in SAMPLES}
    rich = Recap.model_validate_json((HERE / "writing" / "made" / "rich.json").read_bytes())
    adopted = rich.model_copy(update={"state": State.ADOPTED})
    series = minutes.recap([found[name] for name in SAMPLES if "food-coop" in name])
    return {**found, "rich": rich, "adopted": adopted, "series": series}


def start(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """What a program says that keeps to its own settings."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(list(map(str, command)), env=env, capture_output=True, text=True, check=True, timeout=180)


def pictures(pdf: Path) -> list[bytes]:
    """The grey pixels of each page, small."""
    start("pdftoppm", "-gray", "-r", "30", pdf, pdf.with_suffix(""))
    pages = sorted(pdf.parent.glob(f"{pdf.stem}-*.pgm"))
    return [page.read_bytes().split(b"\n", 3)[3] for page in pages]


def drawn(pdf: Path, *shown: str) -> None:
    """All that matters is in the text of the pages, and none of them is blank or black."""
    text = " ".join(start("pdftotext", "-layout", pdf, "-").stdout.split())
    assert [words for words in shown if words not in text] == []
    for pixels in pictures(pdf):
        ink = sum(pixel < 128 for pixel in pixels) / len(pixels)
        assert 0.0001 < ink < 0.5  # a last page may hold five small lines


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Settings of LibreOffice that are nobody's."""
    return f"-env:UserInstallation={(tmp_path_factory.mktemp('office') / 'profile').as_uri()}"


@pytest.mark.parametrize("name", SAMPLES)
def test_word_is_drawn_by_libreoffice_without_a_warning(
    made: Mapping[str, Recap | Series], name: str, profile: str, tmp_path: Path
) -> None:
    minutes.write(made[name], tmp_path / "page.docx")
    done = start("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "page.docx")
    # It tells of itself that it has no Java, which no page needs.
    assert [line for line in done.stderr.splitlines() if "javaldx" not in line] == []
    drawn(tmp_path / "page.pdf", *SHOWN)


def test_a_word_file_that_libreoffice_saved_again_stands(
    made: Mapping[str, Recap | Series], samples: Path, profile: str, tmp_path: Path
) -> None:
    again = tmp_path / "again"
    minutes.write(made[SAMPLES[0]], tmp_path / "page.docx")
    start("soffice", profile, "--headless", "--convert-to", "docx", "--outdir", again, tmp_path / "page.docx")
    report = minutes.check(again / "page.docx", minutes.read(samples / SAMPLES[0]))
    assert report.failing == ()


def test_html_is_printed_by_a_browser(made: Mapping[str, Recap | Series], tmp_path: Path) -> None:
    minutes.write(made[SAMPLES[0]], tmp_path / "page.html")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    start("chromium", *flags, f"--print-to-pdf={tmp_path / 'page.pdf'}", (tmp_path / "page.html").as_uri())
    drawn(tmp_path / "page.pdf", *SHOWN, "Sunday 11 February 2024", "Ines Caldeira", "by Friday")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield opened
        opened.close()


def seen(browser: Browser, minutes_: Recap | Series, folder: Path, **options: Any) -> Page:
    """The HTML page of minutes, open in a browser."""
    minutes.write(minutes_, folder / "page.html")
    page = browser.new_page(**options)
    page.goto((folder / "page.html").as_uri())
    return page


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_everybody_can_read_the_page(
    made: Mapping[str, Recap | Series], browser: Browser, name: str, colours: Any, tmp_path: Path
) -> None:
    for size in SCREENS.values():
        page = seen(browser, made[name], tmp_path, color_scheme=colours, viewport=size)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        found = Axe().run(page, options={"resultTypes": ["violations", "passes"]}).response
        grave = [one for one in found["violations"] if one["impact"] in ("serious", "critical")]
        assert [(one["id"], one["nodes"][0]["html"]) for one in grave] == []
        held = {one["id"]: len(one["nodes"]) for one in found["passes"]}
        assert held["color-contrast"] > 50
        assert {"landmark-one-main", "document-title", "html-has-lang"} <= held.keys()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        page.close()


def test_each_line_unfolds_to_its_words_without_a_script(
    made: Mapping[str, Recap | Series], browser: Browser, tmp_path: Path
) -> None:
    page = seen(browser, made[SAMPLES[0]], tmp_path, java_script_enabled=False)
    lines = page.locator("details")
    assert lines.count() > 20
    for line in lines.all():
        quote = line.locator("blockquote").first
        assert not quote.is_visible()
        line.locator("summary").click()
        assert quote.is_visible()
        assert quote.inner_text().strip("“” \n")
    page.close()
