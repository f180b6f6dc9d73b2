"""The account of an edition: its rows, the figures they come to, and what does not agree."""

from rost.forum.rules.account import Figures, Rows, verify

from .figures import Account, account_of, figures_of
from .rows import rows_of

__all__ = ["Account", "Figures", "Rows", "account_of", "figures_of", "rows_of", "verify"]
