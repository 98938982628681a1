"""The arguments of every command."""

from __future__ import annotations

import argparse
import re
from datetime import date
from typing import Never

import minutes
from minutes import telling
from minutes.archiving import KINDS, STATES
from minutes.cli import archive, commands, folders, proofs
from minutes.cli.inputs import STANDARD
from minutes.cli.telling import printable
from minutes.errors import InputError
from minutes.model import Recap, Series, Transcript
from minutes.reading.limits import USUAL
from minutes.writing import WRITERS
from minutes.writing.layout import EVIDENCE, FULL, PAPERS, PARTS, QUOTES, STYLES, named
from minutes.writing.spoken import SPOKEN

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WRITTEN = [writer.name for writer in WRITERS]


class _Parser(argparse.ArgumentParser):
    """Arguments, with errors that quote them safely."""

    def error(self, message: str) -> Never:
        """Leaves with 2 and one line."""
        self.exit(2, f"{self.prog}: error: {printable(message)}; see {self.prog} --help\n")


def parser() -> argparse.ArgumentParser:
    """All commands with their options; each sets `run`, which takes the arguments and gives an exit code."""
    parser = _Parser(
        prog="minutes",
        description="Turns meeting transcripts into minutes, on this machine alone.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=_version())
    known = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _recap(known.add_parser("recap", help="make a recap of a meeting, or of a series of meetings"))
    _read(known.add_parser("read", help="show a transcript as it was understood"))
    _explain(known.add_parser("explain", help="say which rule and which words found each item, and what was rejected"))
    _check(known.add_parser("check", help="prove that what a finished page says stands in the transcript"))
    _learn(known.add_parser("learn", help="write what a person changed on a page into a file of corrections"))
    _veil(known.add_parser("veil", help="draw up a file of stand-ins for names, or look for names in a finished page"))
    _words(known.add_parser("words", help="list the words that make the rules fire, or check a file of your own"))
    _batch(known.add_parser("batch", help="make a recap of every transcript in a folder"))
    _archive(known.add_parser("archive", help="bring the store of a folder of saved recaps up to date"))
    _find(known.add_parser("find", help="search a folder of saved recaps"))
    known.add_parser("formats", help="list the formats that are read and written").set_defaults(run=commands.formats)
    return parser


def _recap(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "files", nargs="+", metavar="FILE", help="a transcript, or minutes saved as JSON; - reads standard input"
    )
    command.add_argument("-o", "--out", default=STANDARD, help="the page to write; its suffix names the format")
    command.add_argument("--format", choices=_WRITTEN, help="of the page; Markdown where nothing says otherwise")
    _wishes(command)
    command.add_argument("--ties", metavar="TOML", help="what a person says of the ties between several meetings")
    command.add_argument("--veil", metavar="TOML", help="a file of stand-ins for names, for an edition to hand round")
    _laying_out(command)
    _reading(command)
    command.set_defaults(run=commands.recap, parser=command)


def _read(command: argparse.ArgumentParser) -> None:
    _files(command)
    command.add_argument("--format", choices=list(SPOKEN), default="md", help="of the page")
    _reading(command)
    command.set_defaults(run=commands.transcript, parser=command)


def _explain(command: argparse.ArgumentParser) -> None:
    _files(command)
    command.add_argument("--format", choices=list(telling.EXPLAINED), default="text", help="of what is told")
    _wording(command)
    _withholding(command)
    _reading(command)
    command.set_defaults(run=commands.explained, parser=command)


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("page", metavar="PAGE", help="the finished page: .docx, .md, .html or .json")
    _files(command)
    _wishes(command)
    command.add_argument("--veil", metavar="TOML", help="the file of stand-ins that the page was made with")
    command.add_argument("--template", metavar="DOCX", help="the Word file that the page was made with")
    _reading(command)
    command.set_defaults(run=proofs.checked, parser=command)


def _learn(command: argparse.ArgumentParser) -> None:
    command.add_argument("page", metavar="PAGE", help="the page that a person has edited")
    _files(command)
    command.add_argument("-o", "--out", default=STANDARD, help="the file of corrections to write")
    _wishes(command)
    _reading(command)
    command.set_defaults(run=proofs.learned, parser=command)


def _veil(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help="a transcript; with --check, the veil file")
    command.add_argument("--check", metavar="PAGE", help="a finished page to look through for names")
    command.add_argument("-o", "--out", default=STANDARD, help="the veil file to write")
    _wishes(command)
    _reading(command)
    command.set_defaults(run=proofs.veiled, parser=command)


def _words(command: argparse.ArgumentParser) -> None:
    command.add_argument("--check", metavar="TOML", help="run the examples of a file of rules")
    command.set_defaults(run=commands.words)


def _batch(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", metavar="FOLDER", help="the folder of transcripts; its subfolders are left alone")
    command.add_argument("-o", "--out", required=True, metavar="FOLDER", help="the folder of the pages")
    command.add_argument("--jobs", type=_count, metavar="N", help="how many processes work side by side; all cores")
    command.add_argument("--format", choices=_WRITTEN, default="docx", help="of the pages; docx where nothing is said")
    _wording(command)
    _laying_out(command)
    command.set_defaults(run=folders.folder, parser=command)


def _archive(command: argparse.ArgumentParser) -> None:
    command.add_argument("archive", metavar="ARCHIVE", help="the folder of recaps, as JSON")
    command.set_defaults(run=archive.kept)


def _find(command: argparse.ArgumentParser) -> None:
    command.add_argument("words", metavar="WORDS", help='all of them, in any form; "" lists all that the options allow')
    command.add_argument("archive", metavar="ARCHIVE", help="the folder of recaps, as JSON")
    command.add_argument("--kind", choices=KINDS, action="append", default=[], help="of lines; can be given again")
    command.add_argument("--owner", metavar="NAME", help="whose they are: a name, or words of it")
    state = command.add_mutually_exclusive_group()
    for name in STATES:
        state.add_argument(f"--{name}", action="store_const", const=name, dest="state", help=f"only what is {name}")
    command.add_argument("--since", type=_day, metavar="DAY", help="the first day of a meeting, as 2024-02-11")
    command.add_argument("--until", type=_day, metavar="DAY", help="the last day of a meeting")
    command.add_argument("--limit", type=_count, metavar="N", help="how many lines to show at most")
    command.add_argument("--format", choices=list(archive.SHOWN), default="text", help="of the lines")
    command.set_defaults(run=archive.found)


def _files(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help="a transcript; - reads standard input")


def _wishes(command: argparse.ArgumentParser) -> None:
    """Adds what can be said of one meeting and its minutes."""
    command.add_argument("--date", type=_day, help="the day of the meeting, as 2024-02-11")
    command.add_argument("--title", help="the title of the page")
    command.add_argument("--corrections", metavar="TOML", help="a file of what a person set right")
    command.add_argument("--previous", metavar="JSON", help="the minutes of the meeting before, saved as JSON")
    _withholding(command)
    _wording(command)


def _withholding(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--withhold", metavar="RANGE", action="append", default=[],
        help='keep a stretch out of the minutes: 12:30-14:00, or "turns 12-14"',
    )  # fmt: skip


def _wording(command: argparse.ArgumentParser) -> None:
    """Adds what can be said about the words that make rules fire."""
    command.add_argument("--words", metavar="TOML", help="a file of rules of your own, beside ours")


def _laying_out(command: argparse.ArgumentParser) -> None:
    """Adds what can be said about how a page is laid out."""
    command.add_argument("--style", choices=STYLES, default=FULL, help="short: next steps, decisions and what is open")
    command.add_argument("--parts", type=_parts, default=(), metavar="PARTS", help=f"only these, as {','.join(PARTS)}")
    command.add_argument("--evidence", choices=EVIDENCE, default=QUOTES, help="the words, or just where they were said")
    command.add_argument("--paper", choices=PAPERS, help="of Word and of print; a4 where nothing says otherwise")
    command.add_argument("--template", metavar="DOCX", help="a Word file of your own, whose styles the page takes")


def _parts(text: str) -> tuple[str, ...]:
    try:
        return named(text)
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _reading(command: argparse.ArgumentParser) -> None:
    """Adds what can be said about how files are read."""
    command.add_argument("--encoding", help="of a text file, where it cannot be told from the file")
    command.add_argument("--private", action="store_true", help="read messages to one person only as well")
    command.add_argument("--roster", metavar="TOML", help="names for labels, right words for misheard ones")
    command.add_argument("--with", dest="chat", metavar="CHAT", help="the saved chat of the call, put in by time")
    command.add_argument("--join", action="store_true", help="take the files as parts of one meeting, in their order")
    command.add_argument(
        "--limit", type=_limit, action="append", default=[], metavar="NAME=NUMBER",
        help=f"raise a limit: {', '.join(USUAL._fields)}",
    )  # fmt: skip


def _limit(text: str) -> tuple[str, int]:
    name, _, number = text.partition("=")
    if name not in USUAL._fields or not number.isdecimal() or not int(number):
        raise argparse.ArgumentTypeError(f"a limit is written as size=80000000; there are {', '.join(USUAL._fields)}")
    return name, int(number)


def _version() -> str:
    """Our own number, and those of the JSON that is read and written."""
    schemas = [record.model_fields["schema_"].default for record in (Transcript, Recap, Series)]
    return "\n".join([f"minutes {minutes.__version__}", *schemas])


def _day(text: str) -> date:
    if not _DAY.fullmatch(text):  # Python alone would take 20240211 and 2024-W06-7 as well
        raise argparse.ArgumentTypeError("a day is written as 2024-02-11")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("there is no such day") from None


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError("a number of 1 or more")
    return int(text)
