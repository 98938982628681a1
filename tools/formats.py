"""Writes docs/formats.md from the readers: `python tools/formats.py`; with --print, to standard output."""

import sys
from pathlib import Path

from minutes.reading import READERS
from minutes.reading.base import Reader
from minutes.reading.limits import USUAL

PAGE = Path(__file__).parent.parent / "docs" / "formats.md"
NOTES = Path(__file__).parent / "formats_notes.md"


def page() -> str:
    """The page as it should stand."""
    rows = "\n".join(row(reader) for reader in READERS)
    limits = "\n".join(f"| `{name}` | {value:,} |" for name, value in USUAL._asdict().items())
    return NOTES.read_text("utf-8").replace("{{readers}}", rows).replace("{{limits}}", limits)


def row(reader: Reader) -> str:
    """One reader as a row: every program it is told to read, and those that were seen in made files only."""
    unseen = "all" if not reader.verified else ", ".join(reader.unverified) or "none"
    return f"| `{reader.name}` | {' '.join(f'`{suffix}`' for suffix in reader.suffixes)} | {reader.told} | {unseen} |"


if __name__ == "__main__":
    if "--print" in sys.argv:
        sys.stdout.write(page())
    else:
        PAGE.write_text(page(), "utf-8")
