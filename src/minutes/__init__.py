"""Meeting transcripts in, minutes out.

>>> import minutes
>>> transcript = minutes.read(b"Amal: I'll send the list to Omar by Friday.\\nOmar: Thanks.")
>>> [turn.speaker for turn in transcript.turns]
['Amal', 'Omar']
"""

from minutes.drafting import check, recap
from minutes.errors import MinutesError
from minutes.model import Recap, Series, Transcript
from minutes.reading import read
from minutes.writing import write

__all__ = ["MinutesError", "Recap", "Series", "Transcript", "check", "read", "recap", "write"]
__version__ = "0.1.0"
