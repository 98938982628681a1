"""Importing this reads the rules and the language model: once, for all workers that a fork server then makes."""

import os
from contextlib import suppress

from minutes.drafting import recap
from minutes.errors import ModelMissing
from minutes.reading import read
from minutes.writing import render

# Before numpy comes: a process that forks must have no threads, and workers that share a machine need none.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

with suppress(ModelMissing):  # each file will say so
    render(recap(read(b"Amal: I'll send the list by Friday.\nOmar: Thanks.")), "docx")
