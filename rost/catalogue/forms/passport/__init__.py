"""A passport as a form: its questions, its rows, its fields."""

from .fields import MoneyField, TextField, amount_text, long_text
from .form import LANGUAGES, Group, GroupShown, PassportQuestions
from .rows import ROWS, Rows

__all__ = [
    "LANGUAGES",
    "ROWS",
    "Group",
    "GroupShown",
    "MoneyField",
    "PassportQuestions",
    "Rows",
    "TextField",
    "amount_text",
    "long_text",
]
