"""Tables of the library: practices and their versions, reviews, adoptions."""

from .adoption import (
    Adoption,
    AdoptionEvidence,
    AdoptionResult,
    AdoptionState,
    AdoptionStep,
)
from .practices import Photo, Practice, PracticeFile, PracticeState, Version
from .reviews import Decision, Evidence, Review

__all__ = [
    "Adoption",
    "AdoptionEvidence",
    "AdoptionResult",
    "AdoptionState",
    "AdoptionStep",
    "Decision",
    "Evidence",
    "Photo",
    "Practice",
    "PracticeFile",
    "PracticeState",
    "Review",
    "Version",
]
