"""What holds for every test: nothing reaches for the network, neither here nor in a Python that a test starts."""

import os
import runpy
from pathlib import Path

import pytest

HERE = Path(__file__).parent
OFFLINE = HERE / "offline"

runpy.run_path(str(OFFLINE / "sitecustomize.py"))
os.environ["PYTHONPATH"] = os.pathsep.join([str(OFFLINE), str(HERE.parent / "src")])
os.environ["PYTHONWARNINGS"] = "error"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` writes expected pages anew where they differ; read the difference before it is committed."""
    parser.addoption("--accept", action="store_true", help="write the expected pages anew")


@pytest.fixture(scope="session")
def accept(pytestconfig: pytest.Config) -> bool:
    """Whether expected pages are to be written anew. The test fails all the same, so the switch cannot be left on."""
    return bool(pytestconfig.getoption("accept"))


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample transcripts."""
    return HERE.parent / "sample_transcripts"
