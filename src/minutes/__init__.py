"""Meeting transcripts in, minutes out.

>>> import minutes
>>> transcript = minutes.read(b"Amal: I'll send the list to Omar by Friday.\\nOmar: Thanks.")
>>> [turn.speaker for turn in transcript.turns]
['Amal', 'Omar']
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutes.drafting import check, recap
    from minutes.errors import MinutesError
    from minutes.many import recap_many
    from minutes.model import Recap, Series, Transcript
    from minutes.reading import read
    from minutes.writing import write

__all__ = ["MinutesError", "Recap", "Series", "Transcript", "check", "read", "recap", "recap_many", "write"]
__version__ = "0.1.0"

_HOMES = {
    "MinutesError": "errors",
    "Recap": "model",
    "Series": "model",
    "Transcript": "model",
    "check": "drafting",
    "read": "reading",
    "recap": "drafting",
    "recap_many": "many",
    "write": "writing",
}


if not TYPE_CHECKING:  # a type checker reads the names above, and would take any name for one of ours

    def __getattr__(name: str) -> object:
        """A public name from its room, which is loaded when it is first asked for (PEP 562)."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        import_module("minutes.writing")  # it says how a record shows itself in a notebook
        globals()[name] = found = getattr(import_module(f"minutes.{_HOMES[name]}"), name)
        return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
