"""Tables with a row for each piece of speech: CSV, TSV, pasted spreadsheets, tables in Word and on web pages."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from io import StringIO

from minutes.errors import BrokenFile
from minutes.reading import labels, parts
from minutes.reading.base import Draft, Page, Reader, Said, counted
from minutes.reading.clocks import seconds
from minutes.reading.decoding import squeezed

_COLUMNS = {
    "speaker": "speaker|name|speaker name|who|participant|user|author|from|sender|spk|speaker_name|username|person",
    "text": "text|transcript|transcription|content|speech|message|utterance|sentence|words|body|caption|line|dialogue|"
    "said|spoken text|comment",
    "start": "start|start time|start_time|begin|from|time|timestamp|in|in point|start (s)|starttime|time in|date|"
    "timecode|start timecode|time code|ts",
    "end": "end|end time|end_time|to|out|stop|end (s)|endtime|time out|end timecode|out point",
}
_KNOWN = {name: kind for kind, names in reversed(_COLUMNS.items()) for name in names.split("|")}
_NUMBER = re.compile(r"^\d{1,12}(?:[.,]\d{1,9})?$")
_FIRST = 12
"""Rows at the top among which the names of the columns stand."""
_SEEN = 200
"""Rows that show what the columns of a table without their names hold."""

Columns = dict[str, int]


def sniff(page: Page) -> float:
    """Sure where an early row names a column of text and another one; likely where rows without names look like it."""
    top = page.text.lstrip("\n")[:60_000]
    mark = _delimiter(top.split("\n", 1)[0])
    lines = top.split("\n")[:_SEEN]
    rows = list(csv.reader(lines[:_FIRST], delimiter=mark))
    if any(_columns(row) for row in rows):
        return 0.85
    if mark == "," and not page.name.lower().endswith(".csv"):
        return 0.0
    return 0.6 if _guessed(list(csv.reader(lines[:-1] or lines, delimiter=mark))) else 0.0


def parse(page: Page) -> Draft:
    """One piece a row."""
    text = page.text.lstrip("\n")
    mark = _delimiter(text[:60_000].split("\n", 1)[0])
    tabs = mark == "\t"  # tabs need no quotes around cells, so a quotation mark in such a file is one
    lines = StringIO(text)
    rows = csv.reader(lines, delimiter=mark, quoting=csv.QUOTE_NONE) if tabs else csv.reader(lines, delimiter=mark)
    old = csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    try:
        table = list(rows)
    except csv.Error as error:
        raise BrokenFile(
            f"a table with a mistake: {error}", place=f"line {rows.line_num}", todo="save it again"
        ) from None
    finally:
        csv.field_size_limit(old)
    draft = draft_of_rows(table)
    if draft is None and (columns := _guessed(table[:_SEEN])):
        draft = _draft(table, columns)
    return draft or Draft(())


def draft_of_rows(rows: Sequence[Sequence[str]]) -> Draft | None:
    """The speech of rows under a row of column names, or None where none of the first rows names the columns."""
    for at, row in enumerate(rows[:_FIRST]):
        columns = _columns(row)
        if columns:
            return _draft(rows[at + 1 :], columns)
    return None


def _draft(rows: Sequence[Sequence[str]], columns: Columns) -> Draft:
    """The speech of rows whose columns are known."""
    found = [row for row in rows if any(cell and not cell.isspace() for cell in row)]
    starts = [_clock(row, columns.get("start")) for row in found]
    ends = [_clock(row, columns.get("end")) for row in found]
    per_second = 1000 if _is_milliseconds(found, columns) else 1
    said = [
        Said(
            _cell(row, columns.get("speaker")) or None,
            squeezed(_cell(row, columns["text"])),
            None if start is None else start / per_second,
            None if end is None else end / per_second,
        )
        for row, start, end in zip(found, starts, ends, strict=True)
    ]
    draft = Draft(tuple(said))
    if "start" in columns and not any(start is not None for start in starts):
        draft = _dated(said, [_cell(row, columns["start"]) for row in found])
    empty = sum(1 for piece in said if not piece.text)
    remarks = counted(empty, "row", "without words were left out.")
    return draft._replace(said=tuple(piece for piece in draft.said if piece.text), remarks=remarks)


def _dated(said: list[Said], told: list[str]) -> Draft:
    """The pieces with times from the minute of the first one on, where the rows have moments of the world."""
    moments = [parts.moment(cell) if cell else None for cell in told]
    first = next((moment for moment in moments if moment), None)
    if first is None:
        return Draft(tuple(said))
    begun = first.replace(second=0, microsecond=0)
    timed = (
        piece._replace(start=parts.since(begun, moment)) if moment else piece
        for piece, moment in zip(said, moments, strict=True)
    )
    return Draft(tuple(timed), date=first.date(), start=f"{first:%H:%M}", glue="\n")


def _delimiter(first: str) -> str:
    return max("\t;,|", key=first.count)


def _columns(names: Sequence[str]) -> Columns | None:
    """Which column holds what, or None where the row names no column of text beside another one."""
    found: Columns = {}
    for at, name in enumerate(names):
        kind = _KNOWN.get(" ".join(name.strip(" .:\ufeff").lower().split())) if len(name) < 60 else None
        if kind:
            found.setdefault(kind, at)
    return found if "text" in found and len(found) > 1 else None


def _guessed(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Which column holds what in rows of one width without names: names that come back, times, and the longest."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    width = len(filled[0]) if filled else 0
    if len(filled) < 3 or not 1 < width < 9 or sum(len(row) == width for row in filled) * 10 < len(filled) * 9:
        return None
    columns = [[_cell(row, at) for row in filled] for at in range(width)]
    timed = [at for at, cells in enumerate(columns) if _are_times(cells)]
    named = [at for at, cells in enumerate(columns) if at not in timed and _are_names(cells)]
    rest = [at for at in range(width) if at not in timed and at not in named[:1]]
    if not rest or not (named or timed):
        return None
    found = {"text": max(rest, key=lambda at: sum(map(len, columns[at])))}
    found |= dict(zip(("start", "end"), timed, strict=False))
    return found | ({"speaker": named[0]} if named else {})


def _are_times(cells: Sequence[str]) -> bool:
    return all(seconds(cell) is not None for cell in cells if cell) and any(cells)


def _are_names(cells: Sequence[str]) -> bool:
    """Whether the cells of a column are names, of which some come back."""
    counts = Counter(cell for cell in cells if cell)
    return len(counts) < sum(counts.values()) and all(len(cell) < 60 and labels.like_name(cell) for cell in counts)


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""


def _clock(row: Sequence[str], at: int | None) -> float | None:
    told = _cell(row, at)
    if not told:
        return None
    return float(told.replace(",", ".")) if _NUMBER.match(told) else seconds(told)


def _is_milliseconds(rows: Sequence[Sequence[str]], columns: Columns) -> bool:
    """Whether whole numbers are milliseconds, as Whisper writes them: far too long for the words in a row."""
    if "end" not in columns:
        return False
    told = [_cell(row, columns.get("start")) for row in rows]
    whole = [int(cell) for cell in told if cell.isdecimal() and len(cell) < 13]
    if not len(whole) == len(rows) > 0 or max(whole) < 1000:
        return False
    return sum(len(_cell(row, columns["text"])) for row in rows) < max(whole) / 2


READER = Reader(
    "csv",
    (".csv", ".tsv"),
    "Tables with a row for each piece of speech: CSV, TSV, Whisper TSV, pasted spreadsheets",
    sniff,
    parse,
)
