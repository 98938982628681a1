"""Tables with a row for each piece of speech: CSV, TSV, pasted spreadsheets, tables in Word."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from io import StringIO

from minutes.errors import BrokenFile
from minutes.reading.base import Draft, Page, Reader, Said, counted
from minutes.reading.clocks import seconds
from minutes.reading.decoding import squeezed

_COLUMNS = {
    "speaker": "speaker|name|speaker name|who|participant|user|author|from|sender|spk|speaker_name",
    "text": "text|transcript|transcription|content|speech|message|utterance|sentence|words|body|caption|line|dialogue",
    "start": "start|start time|start_time|begin|from|time|timestamp|in|in point|start (s)|starttime|time in",
    "end": "end|end time|end_time|to|out|stop|end (s)|endtime|time out",
}
_KNOWN = {name: kind for kind, names in reversed(_COLUMNS.items()) for name in names.split("|")}
_NUMBER = re.compile(r"^\d{1,12}(?:[.,]\d{1,9})?$")


def sniff(page: Page) -> float:
    """Sure where the first line names a column of text and another one that is known."""
    first = page.text.lstrip().split("\n", 1)[0][:500]
    return 0.85 if _columns(next(csv.reader([first], delimiter=_delimiter(first)), [])) else 0.0


def parse(page: Page) -> Draft:
    """One piece a row."""
    text = page.text.lstrip("\n")
    first = text.split("\n", 1)[0]
    mark = _delimiter(first)
    tabs = mark == "\t"  # tabs need no quotes around cells, so a quotation mark in such a file is one
    lines = StringIO(text)
    rows = csv.reader(lines, delimiter=mark, quoting=csv.QUOTE_NONE) if tabs else csv.reader(lines, delimiter=mark)
    old = csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    try:
        draft = draft_of_rows(list(rows))
    except csv.Error as error:
        raise BrokenFile(
            f"a table with a mistake: {error}", place=f"line {rows.line_num}", todo="save it again"
        ) from None
    finally:
        csv.field_size_limit(old)
    return draft or Draft(())


def draft_of_rows(rows: Sequence[Sequence[str]]) -> Draft | None:
    """The speech of rows under a row of column names, or None where no row names the columns."""
    columns = _columns(rows[0]) if rows else None
    if not columns:
        return None
    found = [row for row in rows[1:] if any(cell.strip() for cell in row)]
    starts = [_clock(row, columns.get("start")) for row in found]
    ends = [_clock(row, columns.get("end")) for row in found]
    per_second = 1000 if _is_milliseconds(found, columns) else 1
    said = tuple(
        Said(
            _cell(row, columns.get("speaker")) or None,
            squeezed(_cell(row, columns["text"])),
            None if start is None else start / per_second,
            None if end is None else end / per_second,
        )
        for row, start, end in zip(found, starts, ends, strict=True)
    )
    empty = sum(1 for piece in said if not piece.text)
    remarks = counted(empty, "row", "without words were left out.")
    return Draft(tuple(piece for piece in said if piece.text), remarks=remarks)


def _delimiter(first: str) -> str:
    return max("\t;,|", key=first.count)


def _columns(names: Sequence[str]) -> dict[str, int] | None:
    """Which column holds what, or None where the row names no column of text beside another one."""
    found: dict[str, int] = {}
    for at, name in enumerate(names):
        kind = _KNOWN.get(" ".join(name.strip(" .:\ufeff").lower().split()))
        if kind:
            found.setdefault(kind, at)
    return found if "text" in found and len(found) > 1 else None


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""


def _clock(row: Sequence[str], at: int | None) -> float | None:
    told = _cell(row, at)
    return float(told.replace(",", ".")) if _NUMBER.match(told) else seconds(told)


def _is_milliseconds(rows: Sequence[Sequence[str]], columns: dict[str, int]) -> bool:
    """Whether whole numbers are milliseconds, as Whisper writes them: far too long for the words in a row."""
    told = [_cell(row, columns.get("start")) for row in rows]
    letters = sum(len(_cell(row, columns["text"])) for row in rows)
    whole = [int(cell) for cell in told if cell.isdecimal() and len(cell) < 13]
    return len(whole) == len(rows) > 0 and "end" in columns and max(whole) >= 1000 and letters < max(whole) / 2


READER = Reader(
    "csv", (".csv", ".tsv"), "Tables with a row for each piece of speech: CSV, TSV, Whisper TSV", sniff, parse
)
