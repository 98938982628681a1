"""What holds for every test: nothing reaches for the network, neither here nor in a Python that a test starts."""

import os
import runpy
from pathlib import Path

import pytest

HERE = Path(__file__).parent
OFFLINE = HERE / "offline"

runpy.run_path(str(OFFLINE / "sitecustomize.py"))
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(OFFLINE), os.environ.get("PYTHONPATH")]))
os.environ["PYTHONWARNINGS"] = "error"


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample transcripts."""
    return HERE.parent / "sample_transcripts"
