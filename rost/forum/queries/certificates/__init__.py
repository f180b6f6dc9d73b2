"""Certificates: who is entitled, what each paper says, what was done with it."""

from .contents import Draft, Maker, maker_of
from .entitlement import Standing, certificates_of, least_hours_of, standings_of
from .own import Own, own_of
from .page import STATES, Candidate, candidates, counts_of, matching

__all__ = [
    "STATES",
    "Candidate",
    "Draft",
    "Maker",
    "Own",
    "Standing",
    "candidates",
    "certificates_of",
    "counts_of",
    "least_hours_of",
    "maker_of",
    "matching",
    "own_of",
    "standings_of",
]
