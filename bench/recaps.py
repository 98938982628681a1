"""The whole recap beside three others, on the same words in the same run: `make bench`.

Only ratios are comparable from one machine to another. What is measured, and how, is told in docs/speed.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from itertools import islice
from pathlib import Path

import archive
from calls import SAMPLES, calls, meeting, pieces
from evaluate import placed
from speed import Cut, cold, memory, warm
from tables import Measured, tables

from minutes import Transcript, read
from minutes.model import Turn
from minutes.writing.spoken import as_json

PAGE = Path(__file__).parent.parent / "docs" / "speed.md"
SHORT = SAMPLES / "2024-10-03-food-coop.md"
"""For what counts by its start."""
PIECE = 10_000
"""Words of an hour."""
TIMES = (1, 4, 16)
"""How many pieces make a meeting; the last are all there are."""


def main() -> None:
    """Prints the tables; writes them into the page where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=Path, help="a folder of real transcripts; without it, our samples")
    parser.add_argument("--meetings", type=int, default=1000, help="how many make the archive")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/speed.md")
    chosen = parser.parse_args()
    given = calls(chosen.calls)
    if not given:
        sys.exit(f"{chosen.calls}: no transcript that can be read")
    with tempfile.TemporaryDirectory() as folder:
        told = "\n".join(tables(measured(given, chosen.meetings, Path(folder))))
    print(told)
    if chosen.write:
        PAGE.write_text(placed(PAGE.read_text("utf-8"), "speed", told), "utf-8")


def measured(given: list[Transcript], meetings: int, folder: Path) -> Measured:
    """All that is told, of meetings made in a folder."""
    before, *parts = islice(pieces(given, PIECE), 1 + max(TIMES))
    cuts = [cut(parts, times, folder) for times in TIMES]
    page = folder / "page.docx"
    seconds = warm(cuts, kept(meeting(before), folder / "before.json"))
    archive.fill(folder / "archive", given, meetings)
    return Measured(
        transcripts=len(given),
        warm={key: value / max(TIMES) for key, value in seconds.items()},
        peaks=memory([one for one in cuts if len(one.meetings) in (1, max(TIMES))], page),
        cold=cold(kept(read(SHORT), folder / "short.json"), page),
        meetings=meetings,
        rates=archive.rates(folder / "archive", meetings, folder),
    )


def cut(parts: list[tuple[Turn, ...]], times: int, folder: Path) -> Cut:
    """The pieces, so many of them to a meeting."""
    joined = [parts[at : at + times] for at in range(0, len(parts), times)]
    made = [meeting(turn for part in some for turn in part) for some in joined]
    names = (folder / f"{times}-{number}.json" for number in range(len(made)))
    return Cut(times * PIECE, tuple(map(kept, made, names)))


def kept(transcript: Transcript, file: Path) -> Path:
    """The file in which a transcript stands now."""
    file.write_bytes(as_json(transcript))
    return file


if __name__ == "__main__":
    main()
