"""Whether a place can do what another did: conditions of a practice against facts of a place."""

from .model import Condition, Conditions, Finding, Need, Place, Standing, Variant, Verdict

__all__ = [
    "Condition",
    "Conditions",
    "Finding",
    "Need",
    "Place",
    "Standing",
    "Variant",
    "Verdict",
]
