"""A folder of saved recaps that can be searched; its store is made from them, and made again whenever it is gone."""

from minutes.archiving.asking import KINDS, STATES, Hit, Question
from minutes.archiving.filling import Filled
from minutes.archiving.keeping import Answer, ask, bring_up, find

__all__ = ["KINDS", "STATES", "Answer", "Filled", "Hit", "Question", "ask", "bring_up", "find"]
