"""Whether a place can do what another did: conditions of a practice against facts of a place."""

from .check import check, needs_of, positions
from .codec import dump, load
from .faults import Fault, Why, faults
from .limits import LONGEST_NAME, LONGEST_WHAT, MOST, MOST_NEEDS, MOST_VARIANTS, PARTNER_KINDS
from .model import Condition, Conditions, Finding, Need, Place, Standing, Variant, Verdict
from .verify import verify

__all__ = [
    "LONGEST_NAME",
    "LONGEST_WHAT",
    "MOST",
    "MOST_NEEDS",
    "MOST_VARIANTS",
    "PARTNER_KINDS",
    "Condition",
    "Conditions",
    "Fault",
    "Finding",
    "Need",
    "Place",
    "Standing",
    "Variant",
    "Verdict",
    "Why",
    "check",
    "dump",
    "faults",
    "load",
    "needs_of",
    "positions",
    "verify",
]
