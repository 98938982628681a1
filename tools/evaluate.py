"""Recap every meeting of an annotated set and hold the recaps against it: `python tools/evaluate.py [SET]`.

SET is a folder of annotated meetings, one JSON file each, or a .jsonl file with one a line; without it, our own in
tests/evaluation/meetings. The shape is told in tests/evaluation/README.md.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from scoring import ITEMS, Item, Score, score

import minutes

ROOT = Path(__file__).parent.parent
OURS = ROOT / "tests" / "evaluation" / "meetings"
PAGE = ROOT / "docs" / "quality.md"


class Held(NamedTuple):
    """One meeting with what its recap came to."""

    meeting: Mapping[str, Any]
    score: Score


def main() -> int:
    """Prints the tables; says what was missed and made up where asked; writes the tables into the page where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", nargs="?", type=Path, default=OURS, help="a folder, or a .jsonl file")
    parser.add_argument("--misses", choices=ITEMS, help="list what was missed of a category, and what was made up")
    parser.add_argument("--by-meeting", action="store_true", help="a line for each meeting")
    parser.add_argument("--write", metavar="NAME", help="write the tables into docs/quality.md, where it says NAME")
    chosen = parser.parse_args()
    held = measured(chosen.set)
    told = "\n".join(table(held))
    print(told)
    for line in (
        *(by_meeting(held) if chosen.by_meeting else ()),
        *(misses(held, chosen.misses) if chosen.misses else ()),
    ):
        print(line)
    if chosen.write:
        PAGE.write_text(placed(PAGE.read_text("utf-8"), chosen.write, told), "utf-8")
    return 0


def measured(path: Path) -> list[Held]:
    """Each meeting of a set with its score, several side by side."""
    meetings = list(annotated(path))
    with ProcessPoolExecutor() as pool:
        return [Held(*pair) for pair in zip(meetings, pool.map(measure, meetings), strict=True)]


def annotated(path: Path) -> Iterator[Mapping[str, Any]]:
    """The meetings of a set in the order of their files or lines."""
    if path.is_dir():
        texts: Iterable[str] = (file.read_text("utf-8") for file in sorted(path.glob("*.json")))
    else:
        texts = (line for line in path.read_text("utf-8").split("\n") if line.strip())
    yield from map(json.loads, texts)


def measure(meeting: Mapping[str, Any]) -> Score:
    """The score of one meeting; raises where its turns are not read one to one, since annotations count them."""
    shown = {"schema": "minutes/transcript/1", **{key: meeting.get(key) for key in ("title", "date", "turns")}}
    transcript = minutes.read(json.dumps(shown).encode())
    if len(transcript.turns) != len(meeting["turns"]):
        raise ValueError(f"{meeting['id']}: {len(meeting['turns'])} turns, and {len(transcript.turns)} were read")
    recap: Item = json.loads(minutes.recap(transcript).model_dump_json())
    return score(meeting["gold"], recap, transcript.speakers)


def table(held: Iterable[Held]) -> Iterator[str]:
    """What the meetings came to together, as Markdown."""
    held = list(held)
    total = Score()
    for one in held:
        total.add(one.score)
    yield "| | precision | recall | F1 | annotated | found | F1 of turns |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for name, count in total.items.items():
        turns = f"{total.turns[name].f1:.3f}" if name in total.turns else ""
        figures = f"{count.precision:.3f} | {count.recall:.3f} | {count.f1:.3f} | {count.gold} | {count.found}"
        yield f"| {name.replace('_', ' ')} | {figures} | {turns} |"
    yield f"\nMean F1 of the categories: {total.macro:.3f}. Meetings: {len(held)}."
    lowest = min(held, key=lambda one: one.score.whole.f1)
    yield f"Lowest F1 of all items of one meeting: {lowest.score.whole.f1:.3f} ({lowest.meeting['id']}).\n"
    if total.right:
        yield "| right | share | of |\n| --- | ---: | ---: |"
        yield from (f"| {name} | {sum(of) / len(of):.3f} | {len(of)} |" for name, of in sorted(total.right.items()))


def by_meeting(held: Iterable[Held]) -> Iterator[str]:
    """A line for each meeting: F1 of all its items; for each category found and annotated, annotated, found."""
    for meeting, result in held:
        counts = (f"{name} {of.both}/{of.gold}/{of.found}" for name, of in result.items.items())
        yield f"{result.whole.f1:.3f} {meeting['id']}: {', '.join(counts)}"


def misses(held: Iterable[Held], category: str) -> Iterator[str]:
    """What was missed with the turns that say it, and what was made up with its rule."""
    for meeting, result in held:
        yield f"== {meeting['id']}"
        for name, item in result.missed:
            if name == category:
                yield f"  missed: {item.get('title') or item.get('text')}"
                yield from (f"      {_turn(meeting, turn)}" for turn in item["turns"])
        for name, item in result.extra:
            if name == category:
                yield f"  extra: {item['text']} ({item['rule']})"
                yield from (
                    f"      {_turn(meeting, turn)}" for turn in sorted({one["turn"] for one in item["evidence"]})
                )


def _turn(meeting: Mapping[str, Any], number: int) -> str:
    turn = meeting["turns"][number]
    return f"[{number}] {turn['speaker']}: {turn['text'][:300]}"


def placed(page: str, name: str, told: str) -> str:
    """The page with the tables between the two marks of this name."""
    marks = re.compile(rf"(<!-- {re.escape(name)} -->\n).*?(<!-- /{re.escape(name)} -->)", re.DOTALL)
    new, count = marks.subn(lambda found: f"{found[1]}{told}\n{found[2]}", page)
    if count != 1:
        raise ValueError(f"{count} places named {name!r} in {PAGE.name}")
    return new


if __name__ == "__main__":
    sys.exit(main())
