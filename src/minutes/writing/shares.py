"""How much of the talk was somebody's, as a bar: one of the hundred and one pictures that there are of it."""

from __future__ import annotations

from functools import cache
from io import BytesIO

ACROSS, HIGH = 400, 36
"""Of a bar, in pixels; on a page it is as wide as its column allows."""
_FILLED, _TRACK = "#0e5a6b", "#d3dde0"
"""The colours of the house: of headings, and of lines."""


@cache
def drawn(percent: int) -> bytes:
    """The bar as a PNG, the same each time: the whole talk, and of it the share that is filled."""
    from PIL import Image, ImageDraw

    bar = Image.new("RGB", (ACROSS, HIGH), _TRACK)
    if percent:
        ImageDraw.Draw(bar).rectangle((0, 0, ACROSS * percent // 100 - 1, HIGH - 1), _FILLED)
    file = BytesIO()
    bar.quantize(2).save(file, "PNG", optimize=True)
    return file.getvalue()


def is_drawn(picture: bytes) -> bool:
    """Whether a picture is such a bar, and shows nothing else."""
    return len(picture) < 2 * len(drawn(50)) and any(picture == drawn(percent) for percent in range(101))
