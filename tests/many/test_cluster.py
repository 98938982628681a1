"""The Python of docs/batch.md runs as it stands there: on our own processes, and on a Dask cluster of two workers."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import minutes
from commands import CALL, OTHER

ROOT = Path(__file__).parent.parent.parent
PROCESSES, CLUSTER = re.findall(
    r"^```python\n(.*?)^```$", (ROOT / "docs" / "batch.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a folder of calls, one of them empty."""
    (tmp_path / "calls").mkdir()
    for name, text in {"a.txt": CALL, "b.vtt": "", "c.txt": OTHER}.items():
        (tmp_path / "calls" / name).write_text(text, "utf-8")
    return tmp_path


def ran(code: str, here: Path) -> list[str]:
    """The lines that a script writes; it may not complain of anything."""
    (here / "script.py").write_text(code, "utf-8")
    environment = os.environ | {"PYTHONWARNINGS": "default"}
    done = subprocess.run(
        [sys.executable, "script.py"], cwd=here, env=environment, capture_output=True, text=True, timeout=300
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_processes_of_our_own(here: Path) -> None:
    assert ran(PROCESSES, here) == ["b.vtt: empty; save or export the transcript again"]
    for name in ("a", "c"):
        minutes.write(minutes.recap(minutes.read(here / "calls" / f"{name}.txt")), here / "alone.md")
        assert (here / f"{name}.md").read_bytes() == (here / "alone.md").read_bytes()


def test_a_cluster_gives_what_one_process_gives(here: Path) -> None:
    assert ran(CLUSTER, here) == ["a.txt 1", "b.vtt b.vtt: empty; save or export the transcript again", "c.txt 1"]
    compared = CLUSTER.replace("print(path.name,", "recap and print(recap == minutes.recap(minutes.read(path)),")
    assert ran(compared, here) == ["True 1", "True 1"]
