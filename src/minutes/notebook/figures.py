"""Pictures of a meeting: who spoke how much, and what came when; each tells the same in words to whoever cannot see it.

The names stand in the picture as text, and the browser writes them: it knows every script and every direction, which
the fonts that come with matplotlib do not. Nothing here measures them, so nothing can be missing from a font.
"""

from __future__ import annotations

import unicodedata
from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import chain
from typing import Any, Literal, NamedTuple

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure
from matplotlib.text import Text

from minutes.model import Evidence, Finding, Recap, Speaker, Topic
from minutes.writing.cells import amounts, span
from minutes.writing.embedded import INK, paragraph
from minutes.writing.markup import Markup, tag
from minutes.writing.plain import plain
from minutes.writing.trace import clock
from minutes.writing.words import Words, words

_GREY, _BLUE = "#797979", "#117cd3"
"""As readable on white as on the dark of a notebook, like all colours here: 4.3 to 1 on #fff and on #111."""
_KINDS = {
    "next_steps": ("o", "#117cd3"),
    "decisions": ("s", "#d84700"),
    "proposals": ("D", "#008a61"),
    "challenges": ("^", "#c43dc7"),
    "advice": ("v", "#a27000"),
    "questions": ("P", "#8a5de8"),
}
"""The shape and the colour of each kind of finding."""
_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "minutes",
    "font.family": ["sans-serif"],
    "font.sans-serif": ["DejaVu Sans", "Verdana"],  # of one width, on most machines one or the other
    "font.size": 12,
}
_WIDTH, _LEFT, _RIGHT, _ROW, _EDGE = 800, 230, 140, 24, 8
"""Of a picture, in its own points: all of it, what is left for names and for figures, and a line."""
_NAME = 26
"""The width of the longest name, in letters."""
_MOST = 40
"""People that the picture names; of a crowd, those who spoke most."""
_STEPS = {
    True: (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400),
    False: tuple(step * 10**zeros for zeros in range(7) for step in (1, 2, 5)),
}
"""What may lie between two lines of a clock, in seconds, and else of turns."""
_LINES = 6


def talk(recap: Recap) -> Markup:
    """Who spoke how much: a bar for each, the longest first, or a sentence where nobody is known to have spoken."""
    bars = _bars(recap.speakers, words(recap.language))
    if not bars:
        return paragraph("Nothing to draw: nobody is named who spoke.")
    with _settings():
        figure, axes = _canvas(len(bars) * _ROW)
        scale = _Scale(0, bars[0].part)
        for row, bar in enumerate(bars):
            end = _LEFT if row == _MOST else scale.x(bar.part)  # a crowd is nobody to be measured by
            _name(axes, row, bar.name)
            _bar(axes, row, _LEFT, end, _BLUE)
            _write(axes, end + 8, _y(row), bar.told)
        told = "; ".join(f"{bar.name}: {bar.told}" for bar in bars)
        measure = "the time" if _clocked(recap.speakers) else "the words"
        return _shown(
            figure, f"Who spoke how much, as a share of {measure}. {told}.", f"Who spoke how much of {measure}"
        )


class _Bar(NamedTuple):
    name: str
    part: float
    """Of the whole, from 0 to 1."""
    amount: str

    @property
    def told(self) -> str:
        return f"{self.part:.0%}, {self.amount}"


def _bars(speakers: tuple[Speaker, ...], fixed: Words) -> list[_Bar]:
    """Those who spoke most, the loudest first; all others together come last."""
    spoken = amounts(speakers)
    whole = sum(spoken)
    order = sorted(range(len(spoken)), key=lambda at: -spoken[at]) if whole else []
    named = [(speakers[at].name, spoken[at]) for at in order[:_MOST]]
    rest = [spoken[at] for at in order[_MOST:]]
    crowd = [(fixed.lines["more"].format(count=len(rest)), sum(rest))] if rest else []
    told = _timed if _clocked(speakers) else _worded
    return [_Bar(plain(name), amount / whole, told(amount)) for name, amount in (*named, *crowd)]


def _clocked(speakers: Iterable[Speaker]) -> bool:
    return all(speaker.seconds is not None for speaker in speakers)


def _timed(seconds: float) -> str:
    return f"{seconds / 60:.1f} min"


def _worded(amount: float) -> str:
    return "1 word" if amount == 1 else f"{amount:,.0f} words"


def timeline(recap: Recap) -> Markup:
    """What came when: a span for each topic, a row of marks for each kind of finding, or a sentence without either."""
    course = _course(recap)
    rows = len(course.spans) + len(course.marks)
    if not rows:
        why = "an edition with stand-ins tells no places" if recap.veiled else "no topics, and no findings with a place"
        return paragraph(f"Nothing to draw: {why}.")
    with _settings():
        figure, axes = _canvas((rows + 1) * _ROW)
        _ticks(axes, rows, course)
        for row, one in enumerate(course.spans):
            _name(axes, row, one.title)
            _bar(axes, row, course.scale.x(one.start), course.scale.x(one.end), _GREY)
            _write(axes, _WIDTH - _RIGHT + 12, _y(row), span(course.told(one.start), course.told(one.end)))
        for row, (kind, places) in enumerate(course.marks.items(), start=len(course.spans)):
            _name(axes, row, course.fixed.titles[kind])
            _dots(axes, row, kind, [course.scale.x(place) for place in places])
            _write(axes, _WIDTH - _RIGHT + 12, _y(row), str(len(places)))
        unit = "the clock of the recording" if course.timed else "turns"
        return _shown(figure, _course_told(recap, course), f"What came when, by {unit}")


class _Scale(NamedTuple):
    """From a place in the meeting, or an amount, to a place in the picture."""

    first: float
    last: float

    def x(self, value: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (value - self.first) / ((self.last - self.first) or 1)


class _Span(NamedTuple):
    title: str
    start: float
    end: float


class _Course(NamedTuple):
    """What came when, in seconds where all of it has a clock, else in turns counted from one."""

    timed: bool
    spans: list[_Span]
    marks: dict[str, list[float]]
    """Where the findings of each kind stand, in their order."""
    scale: _Scale
    fixed: Words

    def told(self, place: float) -> str:
        return clock(place) if self.timed else f"{place:.0f}"


def _course(recap: Recap) -> _Course:
    found = {kind: [piece for one in getattr(recap, kind) for piece in _first(one)] for kind in _KINDS}
    timed = all(piece.start is not None for pieces in found.values() for piece in pieces)
    timed = timed and all(topic.start is not None and topic.end is not None for topic in recap.topics)
    spans = [_span(topic, timed) for topic in recap.topics]
    marks = {kind: sorted(_place(piece, timed) for piece in pieces) for kind, pieces in found.items() if pieces}
    length = recap.seconds if timed and recap.seconds else 0
    last = max([length, *(one.end for one in spans), *chain.from_iterable(marks.values())])
    return _Course(timed, spans, marks, _Scale(0 if timed else 1, last), words(recap.language))


def _first(found: Finding) -> Iterator[Evidence]:
    """The words with which it begins, if it rests on any whose place is told."""
    yield from (piece for piece in found.evidence[:1] if piece.placed)


def _place(piece: Evidence, timed: bool) -> float:
    return piece.start or 0 if timed else piece.turn + 1


def _span(topic: Topic, timed: bool) -> _Span:
    if timed:
        return _Span(plain(topic.title), topic.start or 0, topic.end or 0)
    return _Span(plain(topic.title), topic.first_turn + 1, topic.last_turn + 1)


def _course_told(recap: Recap, course: _Course) -> str:
    """All that the picture shows, in words."""
    turns = "" if course.timed else "turn "
    parts = ["What came when."]
    topics = (f"{one.title}, {turns}{course.told(one.start)} to {course.told(one.end)}" for one in course.spans)
    if course.spans:
        parts.append(f"{course.fixed.titles['topics']}: {'; '.join(topics)}.")
    for kind, places in course.marks.items():
        told = ", ".join(f"{turns}{course.told(place)}" for place in places)
        parts.append(f"{course.fixed.titles[kind]} ({len(places)}): {told}.")
    if left := sum(len(getattr(recap, kind)) - len(course.marks.get(kind, ())) for kind in _KINDS):
        parts.append(f"Without a place: {left}.")
    return " ".join(parts)


@contextmanager
def _settings() -> Iterator[None]:
    """Settings of our own alone for the time of a picture, whatever this machine has in its own."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_SETTINGS)
        yield


def _canvas(height: float) -> tuple[Figure, Axes]:
    """An empty picture, measured from its upper left corner; it has no ground of its own."""
    tall = height + 2 * _EDGE
    figure = Figure(figsize=(_WIDTH / 72, tall / 72), dpi=72, facecolor="none")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, _WIDTH)
    axes.set_ylim(tall, 0)
    return figure, axes


def _y(row: int) -> float:
    return _EDGE + (row + 0.5) * _ROW


def _name(axes: Axes, row: int, name: str) -> None:
    _write(axes, _LEFT - 10, _y(row), _cut(plain(name)), "right")


def _bar(axes: Axes, row: int, start: float, end: float, color: str) -> None:
    axes.barh(_y(row), max(end - start, 3), height=_ROW * 0.6, left=start, color=color)


def _dots(axes: Axes, row: int, kind: str, places: list[float]) -> None:
    marker, color = _KINDS[kind]
    axes.plot((_LEFT, _WIDTH - _RIGHT), (_y(row), _y(row)), color=_GREY, linewidth=0.5)
    axes.plot(places, [_y(row)] * len(places), linestyle="none", marker=marker, markersize=9, color=color)


def _ticks(axes: Axes, rows: int, course: _Course) -> None:
    """The lines of a clock, or of the turns, with their figures at the foot."""
    first, last = course.scale
    steps = _STEPS[course.timed]
    step = next((step for step in steps if (last - first) / step <= _LINES), steps[-1])
    for place in range(0 if course.timed else step, int(last) + 1, step):
        x = course.scale.x(place)
        axes.plot((x, x), (_EDGE, _EDGE + rows * _ROW), color=_GREY, linewidth=0.5, linestyle=(0, (2, 4)))
        _write(axes, x, _y(rows), course.told(place), "center")


class _Words(Text):
    """A text that is not measured but written as it stands, for the browser to lay out."""

    def draw(self, renderer: RendererBase) -> None:
        x, y = self.get_transform().transform(self.get_position())
        pen = renderer.new_gc()
        pen.set_foreground(self.get_color())
        _, height = renderer.get_canvas_width_height()
        renderer.draw_text(pen, x, height - y, self.get_text(), self.get_fontproperties(), 0, mtext=self)


def _write(axes: Axes, x: float, y: float, text: str, side: Literal["left", "right", "center"] = "left") -> None:
    """The text with its middle at this height; what is read from right to left moves nothing else in it."""
    axes.add_artist(
        _Words(x, y + 4, f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}", color=_GREY, ha=side)
    )


def _cut(text: str) -> str:
    """The text at the width that there is for it."""
    room = _NAME
    for at, letter in enumerate(text):
        room -= 0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if room < 0:
            return text[: at - 1].rstrip() + "…"
    return text


def _shown(figure: Figure, told: str, caption: str) -> Markup:
    """The picture under its caption; whoever cannot see it hears what it tells."""
    file = BytesIO()
    figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    source = f"data:image/svg+xml;base64,{b64encode(file.getvalue()).decode()}"
    style = f"display: block; width: {_WIDTH}px; max-width: 100%; height: auto"
    image = Markup(tag("img", src=source, alt=told, style=style).replace("</img>", ""))  # an element without an end
    title = tag("figcaption", caption, style=f"color: {INK}; font-weight: 600")
    return tag("figure", title, image, style="margin: 0.5em 0")
