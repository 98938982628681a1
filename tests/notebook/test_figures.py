"""Pictures say in words what they show, hold words as words, and are the same on every run."""

import re
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable
from typing import Any

import matplotlib
import pytest
from lxml import etree
from lxml import html as parser

from minutes.model import Decision, Evidence, NextStep, Question, Recap, Speaker, Topic
from minutes.notebook import talk, timeline
from minutes.writing.plain import plain
from writing.filled import NASTY, filled

Drawing = Callable[[Recap], Any]
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
WHITE, DARK = "#ffffff", "#111111"


def piece(turn: int, start: float | None) -> tuple[Evidence, ...]:
    return (Evidence(turn=turn, speaker="Amal", start=start, char_start=0, char_end=1, quote="x"),)


def meeting(*starts: float | None) -> Recap:
    """Two speakers, two topics, two next steps, a decision, and a question that a person added without its words."""
    first, second, third = starts
    return Recap(
        title="Stall",
        speakers=(
            Speaker(name="Amal", labels=("Amal",), turns=3, words=30, seconds=first and 90.0),
            Speaker(name="Omar", labels=("Omar",), turns=5, words=90, seconds=first and 210.0),
        ),
        topics=(
            Topic(title="Round", first_turn=0, last_turn=1, start=first, end=second),
            Topic(title="Stall", first_turn=2, last_turn=8, start=second, end=third),
        ),
        decisions=(Decision(id="d", text="d", rule="r", evidence=piece(3, second)),),
        next_steps=tuple(
            NextStep(id=str(turn), text="n", rule="r", evidence=piece(turn, at))
            for turn, at in ((8, third), (2, second))
        ),
        questions=(Question(id="q", text="q", rule="by hand", evidence=()),),
    )


CLOCKED, BARE = meeting(3.0, 65.0, 300.0), meeting(None, None, None)


def crowd(count: int) -> Recap:
    people = (Speaker(name=f"P{at}", labels=(), turns=1, words=1000 - at) for at in range(count))
    return Recap(title="Assembly", speakers=tuple(people))


def image(draw: Drawing, recap: Recap) -> Any:
    (found,) = parser.fromstring(draw(recap).data).iter("img")
    return found


def alt(draw: Drawing, recap: Recap) -> str:
    return str(image(draw, recap).get("alt"))


def picture(draw: Drawing, recap: Recap) -> Any:
    kind, data = image(draw, recap).get("src").split(",")
    assert kind == "data:image/svg+xml;base64"
    return etree.fromstring(b64decode(data))


def texts(draw: Drawing, recap: Recap) -> list[str]:
    return [(text.text or "").strip("\u2068\u2069") for text in picture(draw, recap).iter(f"{SVG}text")]


def sentence(draw: Drawing, recap: Recap) -> str:
    page = parser.fromstring(draw(recap).data)
    assert list(page.iter("img")) == []
    return str(page.xpath("string()")).strip()


def test_talk_tells_the_time_where_all_clocks_are_known() -> None:
    assert alt(talk, CLOCKED) == "Who spoke how much, as a share of the time. Omar: 70%, 3.5 min; Amal: 30%, 1.5 min."
    assert texts(talk, CLOCKED) == ["Omar", "70%, 3.5 min", "Amal", "30%, 1.5 min"]


def test_talk_tells_the_words_where_there_is_no_clock() -> None:
    told = "Who spoke how much, as a share of the words. Omar: 75%, 90 words; Amal: 25%, 30 words."
    assert alt(talk, BARE) == told


def test_bars_are_as_long_as_their_share() -> None:
    bars = [path.get("d") for path in picture(talk, CLOCKED).iter(f"{SVG}path") if "#117cd3" in path.get("style", "")]
    xs = [[float(x) for x in re.findall(r"[ML] (\S+) ", bar)] for bar in bars]
    lengths = [max(x) - min(x) for x in xs]
    assert lengths[1] / lengths[0] == pytest.approx(90 / 210)


def test_a_crowd_is_told_together_after_those_who_spoke_most() -> None:
    told = alt(talk, crowd(60))
    assert "P0: 2%, 1,000 words; P1: 2%, 999 words;" in told
    assert told.endswith("P39: 2%, 961 words; and 20 more: 33%, 19,010 words.")
    assert "P40" not in texts(talk, crowd(60))


def test_one_speaker_has_all_of_it() -> None:
    assert "P0: 100%, 1,000 words." in alt(talk, crowd(1))


def test_timeline_tells_places_by_the_clock() -> None:
    assert alt(timeline, CLOCKED) == (
        "What came when. Topics: Round, 0:00:03 to 0:01:05; Stall, 0:01:05 to 0:05:00. "
        "Next steps (2): 0:01:05, 0:05:00. Decisions (1): 0:01:05. Without a place: 1."
    )
    assert {"Round", "0:00:03–0:01:05", "Next steps", "2", "Decisions", "0:05:00"} <= {*texts(timeline, CLOCKED)}


def test_timeline_tells_turns_where_there_is_no_clock() -> None:
    assert alt(timeline, BARE) == (
        "What came when. Topics: Round, turn 1 to 2; Stall, turn 3 to 9. "
        "Next steps (2): turn 3, turn 9. Decisions (1): turn 4. Without a place: 1."
    )


def test_one_clock_that_is_missing_makes_all_of_it_turns() -> None:
    assert "Next steps (2): turn 3, turn 9." in alt(timeline, meeting(3.0, 65.0, None))
    assert "Next steps (2): turn 3, turn 9." in alt(timeline, CLOCKED.model_copy(update={"topics": BARE.topics}))
    assert "Round, turn 1 to 2;" in alt(timeline, BARE.model_copy(update={"topics": CLOCKED.topics}))


@pytest.mark.parametrize("update", [{"topics": ()}, {"next_steps": (), "decisions": (), "questions": ()}])
def test_a_timeline_needs_only_topics_or_only_findings(update: dict[str, Any]) -> None:
    told = alt(timeline, CLOCKED.model_copy(update=update))
    assert ("Topics:" in told, "Decisions (1):" in told) == ("topics" not in update, "topics" in update)


def test_where_there_is_nothing_to_draw_it_is_said() -> None:
    assert sentence(talk, Recap(title="")) == "Nothing to draw: nobody is named who spoke."
    assert sentence(timeline, Recap(title="")) == "Nothing to draw: no topics, and no findings with a place."
    unplaced = (piece(0, None)[0].model_copy(update={"placed": False}),)
    found = (Decision(id="d", text="d", rule="r", evidence=unplaced),)
    veiled = Recap(title="", veiled=True, decisions=found)
    assert sentence(timeline, veiled) == "Nothing to draw: an edition with stand-ins tells no places."


@pytest.mark.parametrize("draw", [talk, timeline])
@pytest.mark.parametrize("text", [*NASTY, "$x^2$ \\frac{1}{2}", "王小明" * 9, "x" * 800])
def test_hostile_words_stay_words(draw: Drawing, text: str) -> None:
    recap = filled(text, "javascript:alert(1)")
    drawn = picture(draw, recap)
    used = {etree.QName(one).localname for one in drawn.iter() if str(one.tag).startswith(SVG)}
    assert used <= {"svg", "metadata", "defs", "style", "clipPath", "rect", "g", "path", "use", "text"}
    assert all(link.get(XLINK, "#").startswith("#") for link in drawn.iter())
    names = [one for one in texts(draw, recap) if one and plain(text).startswith(one.removesuffix("…"))]
    assert bool(names) == bool(plain(text))
    assert plain(text) in alt(draw, recap)


def test_long_names_are_cut_at_their_width() -> None:
    names = ("نور الهدى بنت عبد الرحمن آل سعيد", "王小明" * 9, "Bartholomew Featherstonehaugh-Cholmondeley")
    recap = Recap(title="", speakers=tuple(Speaker(name=name, labels=(), turns=1, words=1) for name in names))
    shown = texts(talk, recap)[::2]
    assert [len(name) for name in shown] == [25, 13, 26]  # a wide letter takes the room of two
    assert all(name.endswith("…") for name in shown)


@pytest.mark.parametrize("draw", [talk, timeline])
def test_the_same_recap_gives_the_same_bytes_whatever_the_settings(draw: Drawing) -> None:
    before = draw(CLOCKED).data
    with matplotlib.rc_context({"svg.fonttype": "path", "patch.force_edgecolor": True, "lines.markeredgewidth": 9}):
        own = dict(matplotlib.rcParams)
        assert draw(CLOCKED).data == before
        assert dict(matplotlib.rcParams) == own


@pytest.mark.parametrize("draw", [talk, timeline])
def test_a_picture_tells_nothing_of_this_machine(draw: Drawing) -> None:
    drawn = etree.tostring(picture(draw, CLOCKED), encoding="unicode")
    assert "matplotlib" not in drawn.lower()
    assert "<dc:date" not in drawn
    assert "/home" not in drawn


def test_another_python_draws_the_same_and_without_pyplot() -> None:
    code = (
        "import sys; from minutes.model import Recap; from minutes.notebook import timeline; "
        "sys.stdout.write(timeline(Recap.model_validate_json(sys.stdin.read())).data); "
        "sys.exit('matplotlib.pyplot' in sys.modules)"
    )
    given = CLOCKED.model_dump_json()
    run = subprocess.run([sys.executable, "-c", code], input=given, capture_output=True, text=True, encoding="utf-8")
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == timeline(CLOCKED).data


def light(color: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_each_colour_is_as_readable_on_white_as_on_dark() -> None:
    found = filled("x", "https://example.org")
    drawn = "".join(etree.tostring(picture(draw, found), encoding="unicode") for draw in (talk, timeline))
    colors = {*re.findall("#[0-9a-f]{6}", drawn)}
    assert len(colors) == 7
    best = (contrast(WHITE, DARK)) ** 0.5  # of a colour that stands between the two
    assert all(contrast(color, ground) > best - 0.04 for color in colors for ground in (WHITE, DARK))


def test_each_kind_has_a_shape_of_its_own() -> None:
    drawn = picture(timeline, filled("x", "https://example.org"))
    shapes = {path.get("d") for defs in drawn.iter(f"{SVG}defs") for path in defs.iter(f"{SVG}path")}
    assert len(shapes) == 6
