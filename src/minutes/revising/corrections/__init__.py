"""A person's word over the machine's: a file of corrections, keyed to the words that items rest on."""

from minutes.revising.corrections.correcting import Stale, correct
from minutes.revising.corrections.file import dump, load
from minutes.revising.corrections.naming import informed
from minutes.revising.corrections.records import Add, Change, Corrections, Drop, Keep, Meeting, Merge

__all__ = [
    "Add",
    "Change",
    "Corrections",
    "Drop",
    "Keep",
    "Meeting",
    "Merge",
    "Stale",
    "correct",
    "dump",
    "informed",
    "load",
]
