"""The command line: arguments, files and exit codes. How anything is done is the rooms' business."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Never

from tqdm import tqdm

import minutes
from minutes import batch, telling
from minutes.errors import MinutesError, NotFound, OutputError
from minutes.finding import explain, rules
from minutes.finding.proving import prove
from minutes.model import Recap, Series, Transcript
from minutes.reading import READERS, joined, merged
from minutes.reading.limits import USUAL
from minutes.reading.names import load
from minutes.writing import WRITERS, render
from minutes.writing.spoken import SPOKEN

DONE, REFUSED, STOPPED = 0, 1, 130
_STANDARD = "-"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 done, 1 refused, 130 stopped from the keyboard. Wrong usage leaves with 2 by way of argparse."""
    chosen = _parser().parse_args(arguments)
    try:
        code: int = chosen.run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        # `minutes recap call.vtt | head` has all it wants; Python would complain of the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("minutes: stopped", file=sys.stderr)
        return STOPPED
    except MinutesError as error:
        return _refuse(error)
    except Exception as bug:  # the last line of defence: a user never meets a traceback
        return _refuse(batch.fault(bug))
    return code


def _recap(chosen: argparse.Namespace) -> int:
    """Writes the recap of one meeting or of a series."""
    chosen.files = list(_once(chosen.files))
    _agree(chosen)
    target = None if chosen.out == _STANDARD else Path(chosen.out)
    refused = batch.guard(target, _paths(chosen.files)) if target else None
    if refused:
        return _refuse(refused)
    words, meetings = _words(chosen), _meetings(chosen)
    if not meetings:
        return REFUSED
    if len(meetings) > 1:
        page: Recap | Series = minutes.recap(meetings, words=words)
    else:
        page = minutes.recap(meetings[0], date=chosen.date, title=chosen.title, words=words)
    if target:
        minutes.write(page, target, format=chosen.format)
    else:
        _say(render(page, chosen.format or "md"))
    return DONE


def _once(names: Iterable[str]) -> Iterator[str]:
    """The files without those that were named before, by this name or by another of theirs; these are told of."""
    known: set[tuple[int, int]] = set()
    for name in names:
        try:
            found = os.stat(name) if name != _STANDARD else None
        except (OSError, ValueError):  # reading it will say what is wrong
            found = None
        if found and (found.st_dev, found.st_ino) in known:
            _tell("note", f"{name} was named twice and is read once.")
        else:
            known |= {(found.st_dev, found.st_ino)} if found else set()
            yield name


def _agree(chosen: argparse.Namespace) -> None:
    """Leaves with 2 where the arguments do not go together."""
    if len(chosen.files) > 1 and not chosen.join:
        if chosen.date or chosen.title:
            chosen.parser.error("--date and --title speak of one meeting, and several files were given")
        if chosen.chat:
            chosen.parser.error("--with speaks of one meeting, and several files were given; --join makes them one")
    if [*chosen.files, chosen.chat].count(_STANDARD) > 1:
        chosen.parser.error("standard input can be read once only")
    if chosen.out == _STANDARD and chosen.format == "docx":
        chosen.parser.error("a Word file is not for the screen: name it with -o")


def _transcript(chosen: argparse.Namespace) -> int:
    """Says how a transcript was understood."""
    _one(chosen)
    for transcript in _meetings(chosen):
        _tell("note", _understood(transcript))
        _say(SPOKEN[chosen.format](transcript))
        return DONE
    return REFUSED


def _understood(transcript: Transcript) -> str:
    """What was read, in numbers."""
    kinds = " and ".join(dict.fromkeys(source.format for source in transcript.sources))
    unnamed = sum(turn.speaker is None for turn in transcript.turns)
    words = sum(len(turn.text.split()) for turn in transcript.turns)
    counts = {"turn": len(transcript.turns), "word": words, "speaker": len(transcript.speakers)}
    told = ", ".join(f"{count} {thing}{'' if count == 1 else 's'}" for thing, count in counts.items())
    return f"read as {kinds}: {told}{f'; {unnamed} of the turns without a name' if unnamed else ''}."


def _explain(chosen: argparse.Namespace) -> int:
    """Says why a recap holds what it holds."""
    _one(chosen)
    words = _words(chosen)
    for transcript in _meetings(chosen):
        _say(telling.EXPLAINED[chosen.format](explain(transcript, words=words)))
        return DONE
    return REFUSED


def _one(chosen: argparse.Namespace) -> None:
    """Leaves with 2 where several files were given that are not one meeting."""
    if len(chosen.files) > 1 and not chosen.join:
        chosen.parser.error("one file is shown at a time; --join takes several as parts of one meeting")


def _words(chosen: argparse.Namespace) -> rules.Rulebook | None:
    """The rules with those of the user's file, or None where there is none."""
    return rules.standard().plus(rules.load(Path(chosen.words))) if chosen.words else None


def _rules(chosen: argparse.Namespace) -> int:
    """Lists the cues, or runs the examples of a user's own."""
    if not chosen.check:
        _say("".join(f"{line}\n" for line in telling.cues(rules.standard())).encode())
        return DONE
    path = Path(chosen.check)
    book = rules.load(path)
    failures = prove(book, rules.standard())
    for error in telling.failed(failures, path.name):
        _refuse(error)
    if failures:
        return REFUSED
    print(_printable(telling.proved(book.cue, path.name)))
    return DONE


def _batch(chosen: argparse.Namespace) -> int:
    """Writes a page for every transcript of a folder."""
    words = _words(chosen)
    jobs = batch.plan(Path(chosen.folder), Path(chosen.out), chosen.format)
    code = DONE
    with tqdm(batch.run(jobs, chosen.jobs, words), total=len(jobs), unit="file", disable=None) as progress:
        for _, error in progress:
            if error:
                with tqdm.external_write_mode(file=sys.stderr):
                    code = _refuse(error)
    return code


def _formats(chosen: argparse.Namespace) -> int:
    """Says which formats are read and written."""
    for verb, formats in (("reads", READERS), ("writes", WRITERS)):
        for format in formats:
            print(f"{verb:8}{format.name:14}{format.told} ({' '.join(format.suffixes)})")
    return DONE


def _meetings(chosen: argparse.Namespace) -> list[Transcript]:
    """The meetings in the files that were named, with their chat; none where a file was refused."""
    names = [*chosen.files, *([chosen.chat] if chosen.chat else [])]
    read = list(_read(names, chosen))
    if len(read) < len(names):
        return []
    files, chat = read[: len(chosen.files)], read[len(chosen.files) :]
    meetings = [joined(files)] if chosen.join else files
    meetings = [merged(meetings[0], chat[0])] if chat else meetings
    for meeting in meetings:
        for remark in meeting.remarks:
            _tell("note", remark)
    return meetings


def _read(names: Iterable[str], chosen: argparse.Namespace) -> Iterator[Transcript]:
    """The transcripts that can be read; the others are told of, a line each."""
    roster = load(chosen.roster) if chosen.roster else None
    for name in names:
        try:
            transcript = minutes.read(
                _standard_input() if name == _STANDARD else Path(name),
                encoding=chosen.encoding,
                private=chosen.private,
                roster=roster,
                limits=USUAL._replace(**dict(chosen.limit)),
            )
        except MinutesError as error:
            _refuse(error.at(name))
        else:
            yield transcript


def _standard_input() -> bytes:
    """All of standard input."""
    try:
        return sys.stdin.buffer.read() if sys.stdin else b""
    except OSError as error:
        raise NotFound(error.strerror or "cannot be read", file="standard input", todo="name a file") from None


def _paths(names: Iterable[str]) -> list[Path]:
    return [Path(name) for name in names if name != _STANDARD]


def _say(page: bytes) -> None:
    """Bytes, so that a page is UTF-8 whatever the terminal thinks."""
    try:
        sys.stdout.buffer.write(page)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            error.strerror or "cannot be written", file="standard output", todo="name a file with -o"
        ) from None


def _refuse(error: MinutesError) -> int:
    _tell("error", str(error))
    return REFUSED


def _tell(kind: str, what: str) -> None:
    print(f"minutes: {kind}: {_printable(what)}", file=sys.stderr)


def _printable(text: str) -> str:
    """One line that cannot steer a terminal: a file may be named anything."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


class _Parser(argparse.ArgumentParser):
    """Arguments, with errors that quote them safely."""

    def error(self, message: str) -> Never:
        """Leaves with 2 and one line."""
        self.exit(2, f"{self.prog}: error: {_printable(message)}; see {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="minutes",
        description="Turns meeting transcripts into minutes, on this machine alone.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    written = [writer.name for writer in WRITERS]

    recap = commands.add_parser("recap", help="make a recap of a meeting, or of a series of meetings")
    recap.add_argument("files", nargs="+", metavar="FILE", help="a transcript; - reads standard input")
    recap.add_argument("-o", "--out", default=_STANDARD, help="the page to write; its suffix names the format")
    recap.add_argument("--format", choices=written, help="of the page; Markdown where nothing says otherwise")
    recap.add_argument("--date", type=_day, help="the day of the meeting, as 2024-02-11")
    recap.add_argument("--title", help="the title of the page")
    _wording(recap)
    _reading(recap)
    recap.set_defaults(run=_recap, parser=recap)

    read = commands.add_parser("read", help="show a transcript as it was understood")
    read.add_argument("files", nargs="+", metavar="FILE", help="a transcript; - reads standard input")
    read.add_argument("--format", choices=list(SPOKEN), default="md", help="of the page")
    _reading(read)
    read.set_defaults(run=_transcript, parser=read)

    explained = commands.add_parser(
        "explain", help="say which rule and which words found each item, and what was rejected"
    )
    explained.add_argument("files", nargs="+", metavar="FILE", help="a transcript; - reads standard input")
    explained.add_argument("--format", choices=list(telling.EXPLAINED), default="text", help="of what is told")
    _wording(explained)
    _reading(explained)
    explained.set_defaults(run=_explain, parser=explained)

    own = commands.add_parser("words", help="list the words that make the rules fire, or check a file of your own")
    own.add_argument("--check", metavar="TOML", help="run the examples of a file of rules")
    own.set_defaults(run=_rules)

    folder = commands.add_parser("batch", help="make a recap of every transcript in a folder")
    folder.add_argument("folder", metavar="FOLDER", help="the folder of transcripts; its subfolders are left alone")
    folder.add_argument("-o", "--out", required=True, metavar="FOLDER", help="the folder of the pages")
    folder.add_argument("--jobs", type=_count, default=1, metavar="N", help="how many processes work side by side")
    folder.add_argument("--format", choices=written, default="docx", help="of the pages; docx where nothing is said")
    _wording(folder)
    folder.set_defaults(run=_batch)

    formats = commands.add_parser("formats", help="list the formats that are read and written")
    formats.set_defaults(run=_formats)
    return parser


def _wording(command: argparse.ArgumentParser) -> None:
    """Adds what can be said about the words that make rules fire."""
    command.add_argument("--words", metavar="TOML", help="a file of rules of your own, beside ours")


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
