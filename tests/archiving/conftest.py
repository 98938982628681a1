from pathlib import Path

import pytest

from archiving.archives import save, spring, summer


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder of two meetings."""
    return save(tmp_path / "calls", spring=spring(), summer=summer())
