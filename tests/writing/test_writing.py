"""The door: the formats by name and by suffix, and files written whole or not at all."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings

from minutes.errors import OutputError, UnknownFormat
from minutes.model import Recap, Series
from minutes.writing import WRITERS, Writer, render, suffix, write
from writing.filled import TEXTS, URLS, filled

BEGINS = {"md": b"# Northbank", "docx": b"PK", "html": b"<!DOCTYPE html>", "json": b'{\n  "schema": "minutes/recap/1"'}
TRACKERS = ("ics", "csv", "tasks")


@pytest.mark.parametrize("name", BEGINS)
def test_each_format_by_its_name(rich: Recap, name: str) -> None:
    assert render(rich, name).startswith(BEGINS[name])
    assert render(rich, name.upper()) == render(rich, name)


@pytest.mark.parametrize(("writer", "suffix"), [(writer, suffix) for writer in WRITERS for suffix in writer.suffixes])
def test_the_suffix_decides(rich: Recap, tmp_path: Path, writer: Writer, suffix: str) -> None:
    write(rich, tmp_path / f"page{suffix}")
    assert (tmp_path / f"page{suffix}").read_bytes() == render(rich, writer.name)


def test_a_named_format_decides_over_the_suffix(rich: Recap, tmp_path: Path) -> None:
    write(rich, str(tmp_path / "page.txt"), format="json")
    assert (tmp_path / "page.txt").read_bytes().startswith(BEGINS["json"])


@pytest.mark.parametrize(
    ("name", "format"), [("call.md", "md"), ("call.tasks.md", "tasks"), ("CALL.Tasks.MD", "tasks"), ("tasks.md", "md")]
)
def test_the_longest_suffix_decides(rich: Recap, tmp_path: Path, name: str, format: str) -> None:
    write(rich, tmp_path / name)
    assert (tmp_path / name).read_bytes() == render(rich, format)


def test_each_format_knows_the_suffix_of_its_files() -> None:
    assert [suffix(writer.name) for writer in WRITERS] == [
        *(".md", ".docx", ".html", ".json"),
        *(".ics", ".csv", ".tasks.md"),
    ]


@pytest.mark.parametrize("name", TRACKERS)
def test_trackers_are_made_the_same_every_time(rich: Recap, series: Series, name: str) -> None:
    assert render(rich, name) == render(Recap.model_validate_json(rich.model_dump_json()), name)
    assert render(series, name) == render(Series.model_validate_json(series.model_dump_json()), name)


@pytest.mark.parametrize("name", BEGINS)
def test_a_series_and_an_empty_recap_have_pages_too(series: Series, empty: Recap, name: str) -> None:
    assert b"march.vtt" in render(series, name) or name == "docx"
    assert render(empty, name)


@settings(deadline=None)
@given(TEXTS, URLS)
def test_json_is_the_recap_and_back(text: str, url: str) -> None:
    recap = filled(text, url)
    assert Recap.model_validate_json(render(recap, "json")) == recap


def test_json_is_utf_8_with_two_spaces_and_a_last_line(rich: Recap, series: Series) -> None:
    lines = render(rich, "json").decode().split("\n")
    assert lines[:3] == ["{", '  "schema": "minutes/recap/1",', f'  "title": "{rich.title}",']
    assert lines[-2:] == ["}", ""]
    assert "أمل حداد" in render(rich, "json").decode()
    assert render(series, "json").decode().split("\n")[1] == '  "schema": "minutes/series/1",'


def test_a_file_is_replaced_and_nothing_is_left_beside_it(rich: Recap, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("old")
    write(rich, page)
    assert page.read_bytes() == render(rich, "md")
    assert list(tmp_path.iterdir()) == [page]


def test_a_link_to_a_file_stays_a_link(rich: Recap, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("old")
    (tmp_path / "link.md").symlink_to(tmp_path / "page.md")
    write(rich, tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "page.md").read_bytes() == render(rich, "md")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "a folder, not a file; name a file in it"),
        ("gone/page.md", "its folder does not exist; make the folder first"),
        ("file/page.md", "its folder does not exist; make the folder first"),
        ("n" * 300 + ".md", "cannot be written (file name too long); choose another place"),
        ("a\x00b.md", "is not a name for a file; choose another name"),
        ("pipe.md", "may not be replaced; choose another file"),
    ],
)
def test_where_no_page_can_be_written(rich: Recap, tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "file").touch()
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(OutputError) as raised:
        write(rich, f"{tmp_path}/{name}")
    assert str(raised.value).endswith(f": {said}")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "pipe.md"]


def test_without_permission_nothing_is_written(rich: Recap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: object, target: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OutputError, match="no permission to write here; choose another folder"):
        write(rich, tmp_path / "page.md")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_old_page(rich: Recap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(number: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "page.md").write_text("old")
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OutputError, match=r"cannot be written \(no space left on device\)"):
        write(rich, tmp_path / "page.md")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("page.md", "old")]


@pytest.mark.parametrize(
    ("name", "format", "said"),
    [
        ("page.odt", None, "no page can be written as '.odt'; use one of md, docx, html, json, ics, csv, tasks"),
        ("page.md", "pdf", "no page can be written as 'pdf'; use one of md, docx, html, json, ics, csv, tasks"),
        ("page", None, "the name does not tell the format; use one of md, docx, html, json, ics, csv, tasks"),
    ],
)
def test_an_unknown_format_is_told_with_those_known(
    rich: Recap, tmp_path: Path, name: str, format: str | None, said: str
) -> None:
    with pytest.raises(UnknownFormat) as raised:
        write(rich, tmp_path / name, format=format)
    assert str(raised.value) == f"{tmp_path / name}: {said}"
    assert list(tmp_path.iterdir()) == []
