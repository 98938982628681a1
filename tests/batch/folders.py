"""Folders of small calls."""

from pathlib import Path


def folder_of(tmp_path: Path, **files: str) -> Path:
    """A new folder with these files."""
    folder = tmp_path / "calls"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return folder
