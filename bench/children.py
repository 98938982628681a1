"""Programs started as anybody starts them, and what the system says they took."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Matrices are multiplied by one thread, for all alike."""
_UNIT = 1 if sys.platform == "darwin" else 1024


class Spent(NamedTuple):
    """What a process took."""

    cpu: float
    """Seconds of the processor."""
    wall: float
    """Seconds on the clock."""
    peak: int
    """Bytes of memory at their most."""
    said: str


def run(*command: object) -> Spent:
    """What a command took and said; one that fails ends the benchmark with its words."""
    # On Linux the memory of whoever starts a process counts as its own; this file by itself takes next to none.
    done = subprocess.run([sys.executable, __file__, *map(str, command)], stdout=subprocess.PIPE)
    if done.returncode:
        sys.exit(done.returncode)
    return Spent(*json.loads(done.stdout))


def _measured(command: list[str]) -> Spent:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begun = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, stderr=err, env=os.environ | _ONE_THREAD)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if child.returncode:
            sys.exit(f"{' '.join(command[:3])} ended with {child.returncode}: {err.read().decode()}")
        return Spent(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * _UNIT, out.read().decode())


if __name__ == "__main__":
    print(json.dumps(_measured(sys.argv[1:])))
