"""Commitments as the desk, the public and the one who promised read them."""

from .confirmers import confirmers_of, may_answer
from .doors import get_commitment_for, get_evidence_for, may_note, moderates
from .figures import Account, account_of, previous_edition, total_of
from .listing import Filter, Row, desk_rows, needs_of, public_rows, session_rows
from .mine import Mine, mine_of
from .personal import commitments_of
from .promisers import Promiser, promiser_by_text
from .reading import read_commitments

__all__ = [
    "Account",
    "Filter",
    "Mine",
    "Promiser",
    "Row",
    "account_of",
    "commitments_of",
    "confirmers_of",
    "desk_rows",
    "get_commitment_for",
    "get_evidence_for",
    "may_answer",
    "may_note",
    "mine_of",
    "moderates",
    "needs_of",
    "previous_edition",
    "promiser_by_text",
    "public_rows",
    "read_commitments",
    "session_rows",
    "total_of",
]
