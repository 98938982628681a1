"""Does a finished page still show what a veil hides?"""

from __future__ import annotations

from minutes.checking.leaks.looking import leaks
from minutes.checking.leaks.pieces import Leak, Leaks

__all__ = ["Leak", "Leaks", "leaks"]
