"""Reads of the audience vote: who may take part, what they marked, how it ended."""

from .ballots import Ballot, ballot_of, candidates_of, voter_behind
from .results import Participation, Result, counted, participation_of, result_of
from .standing import closed_for, standing_of

__all__ = [
    "Ballot",
    "Participation",
    "Result",
    "ballot_of",
    "candidates_of",
    "closed_for",
    "counted",
    "participation_of",
    "result_of",
    "standing_of",
    "voter_behind",
]
