"""The store of an archive: one SQLite file with full-text search, holding nothing that the recaps do not."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from zlib import crc32

import minutes

NAME = ".minutes.sqlite"
_PATIENCE = 10.0
"""Seconds to wait for somebody else who writes."""
_SCHEMA = """
CREATE TABLE file (name TEXT PRIMARY KEY, size INTEGER, modified INTEGER, sha256 TEXT, trouble TEXT);
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT REFERENCES file ON DELETE CASCADE, place INTEGER,
    title TEXT, day TEXT, start TEXT, of_group TEXT, sha256 TEXT, identity TEXT, firmness INTEGER, taken INTEGER
);
CREATE TABLE line (
    id INTEGER PRIMARY KEY, meeting INTEGER REFERENCES meeting ON DELETE CASCADE, place INTEGER,
    kind TEXT, item TEXT, text TEXT, said TEXT, beside TEXT, owners TEXT,
    found TEXT, state TEXT, due TEXT, evidence TEXT
);
CREATE TABLE owner (line INTEGER REFERENCES line ON DELETE CASCADE, name TEXT);
CREATE INDEX meeting_file ON meeting (file);
CREATE INDEX meeting_identity ON meeting (identity);
CREATE INDEX line_meeting ON line (meeting);
CREATE INDEX owner_line ON owner (line);
CREATE VIRTUAL TABLE stemmed USING fts5 (
    text, said, beside, content='line', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE spelt USING fts5 (
    text, said, beside, content='line', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER line_added AFTER INSERT ON line BEGIN
    INSERT INTO stemmed (rowid, text, said, beside) VALUES (new.id, new.text, new.said, new.beside);
    INSERT INTO spelt (rowid, text, said, beside) VALUES (new.id, new.text, new.said, new.beside);
END;
CREATE TRIGGER line_gone AFTER DELETE ON line BEGIN
    INSERT INTO stemmed (stemmed, rowid, text, said, beside) VALUES ('delete', old.id, old.text, old.said, old.beside);
    INSERT INTO spelt (spelt, rowid, text, said, beside) VALUES ('delete', old.id, old.text, old.said, old.beside);
END;
"""
_VERSION = crc32(f"{minutes.__version__}{_SCHEMA}".encode()) >> 1
"""A store that another version of the program made, or that has other tables, has another number."""


class Unfit(Exception):
    """A file that is no store, or not of this version."""


def opened(path: Path) -> sqlite3.Connection:
    """The store in a file that is there.

    Raises:
        Unfit: a store of another version, or a database of something else.
        sqlite3.DatabaseError: damaged, or it cannot be read.
    """
    store = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, timeout=_PATIENCE, isolation_level=None)
    try:
        store.execute("PRAGMA foreign_keys = ON")
        store.execute("PRAGMA secure_delete = ON")  # who takes a meeting out of the archive wants it gone
        (version,) = store.execute("PRAGMA user_version").fetchone()
        if version != _VERSION:
            raise Unfit("made by another version of minutes, or by another program")
    except BaseException:
        store.close()
        raise
    return store


def made() -> sqlite3.Connection:
    """An empty store in memory."""
    store = sqlite3.connect(":memory:", isolation_level=None)
    store.executescript(f"PRAGMA foreign_keys = ON; {_SCHEMA} PRAGMA user_version = {_VERSION};")
    return store
