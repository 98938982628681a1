"""The minutes on a person's desk: what the rules found, what was decided of each item, and the file that keeps it."""

from minutes.reviewing.cards import Card
from minutes.reviewing.forms import Choice, Field, Form
from minutes.reviewing.quoting import Marked
from minutes.reviewing.review import Review

__all__ = ["Card", "Choice", "Field", "Form", "Marked", "Review"]
