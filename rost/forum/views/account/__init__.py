"""The account of an edition: one page of figures, and the same as PDF and spreadsheet."""

from .files import account_file
from .page import account

__all__ = ["account", "account_file"]
