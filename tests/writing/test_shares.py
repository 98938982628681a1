"""The shares of talk as bars: the figure stays a text, and the picture tells it to whoever does not see it."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import html
from PIL import Image

from minutes.checking.leaks import leaks
from minutes.checking.sheets import parse
from minutes.model import Recap
from minutes.revising.veil import Veil
from minutes.writing import render, shares

PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
PLACE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def filled(percent: int) -> float:
    """How much of the middle line of a bar has the colour of what is filled."""
    bar = Image.open(BytesIO(shares.drawn(percent))).convert("RGB")
    middle = [bar.getpixel((x, shares.HIGH // 2)) for x in range(shares.ACROSS)]
    return middle.count((0x0E, 0x5A, 0x6B)) / shares.ACROSS


@pytest.mark.parametrize("percent", [0, 1, 18, 50, 99, 100])
def test_a_bar_is_filled_as_far_as_its_share(percent: int) -> None:
    assert filled(percent) == pytest.approx(percent / 100)


def test_only_our_own_bars_are_taken_for_bars() -> None:
    other = BytesIO()
    Image.new("RGB", (shares.ACROSS, shares.HIGH), "red").save(other, "PNG")
    assert shares.is_drawn(shares.drawn(37))
    assert not shares.is_drawn(other.getvalue())


def share_cells(recap: Recap) -> list[Any]:
    table = next(table for table in Document(BytesIO(render(recap, "docx"))).tables if len(table.columns) == 5)
    return [row.cells[-1] for row in table.rows[1:]]


def test_word_shows_a_bar_with_its_share_beside_the_figure(rich: Recap) -> None:
    for cell in share_cells(rich):
        figure = cell.text.strip()
        (place,) = cell._tc.iter(PLACE)
        assert figure.endswith("%")
        assert place.get("descr") == f"{figure} of the talk"


def test_html_shows_a_bar_that_says_nothing_beside_the_figure(rich: Recap) -> None:
    page = html.fromstring(render(rich, "html"))
    bars = page.findall(".//svg")
    assert len(bars) == len(rich.speakers)
    for bar in bars:
        assert bar.get("aria-hidden") == "true"
        assert not "".join(map(str, bar.itertext())).strip()
        _, part = bar.findall("rect")
        assert (bar.tail or "").strip() == f"{part.get('width')}%"


def test_the_page_still_asks_for_nothing(rich: Recap) -> None:
    page = render(rich, "html").decode()
    assert "default-src &#x27;none&#x27;; style-src &#x27;sha256-" in page
    assert "<img" not in page


def test_who_spoke_alone_is_measured_by_nobody(rich: Recap) -> None:
    alone = rich.model_copy(update={"speakers": rich.speakers[:1]})
    assert b"<svg" not in render(alone, "html")
    assert [list(cell._tc.iter(PIC)) for cell in share_cells(alone)] == [[]]


def test_bars_are_no_strangers_in_a_page(rich: Recap) -> None:
    page = render(rich, "docx")
    with ZipFile(BytesIO(page)) as package:
        assert any(name.startswith("word/media/") for name in package.namelist())
    assert not [extra for extra in parse(page, "page.docx").extras if extra.place == "part"]
    assert leaks(page, "page.docx", Veil(())).unread == ()
