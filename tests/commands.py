"""The command as people start it, and what a refusal must look like."""

import os
import subprocess
import sys
from pathlib import Path

CALL = "Amal: I'll send the list to Omar by Friday.\nOmar: Thanks, Amal.\n"
OTHER = "Lena: I'll book the room by Monday.\nOmar: Great.\n"


def run(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """What the command says and leaves with."""
    done = subprocess.run(
        [sys.executable, "-m", "minutes", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "COLUMNS": "100"},
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def refused(done: subprocess.CompletedProcess[str], *told: str) -> None:
    """One line on standard error for each thing told, nothing on standard output, exit code 1."""
    lines = done.stderr.splitlines()
    assert len(lines) == len(told), done.stderr
    for line, words in zip(lines, told, strict=True):
        assert line.startswith("minutes: error: ")
        assert words in line
        assert line.isprintable()
    assert (done.returncode, done.stdout) == (1, "")
