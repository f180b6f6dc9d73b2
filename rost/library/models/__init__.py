"""Tables of the library: practices and their versions, reviews, adoptions."""

from .adoption import (
    Adoption,
    AdoptionEvidence,
    AdoptionReminder,
    AdoptionResult,
    AdoptionState,
    AdoptionStep,
)
from .practices import CoAuthorKey, Photo, Practice, PracticeFile, PracticeState, Version
from .reviews import Decision, Evidence, Review
from .shelf import Shelved, ShelvedIssue

__all__ = [
    "Adoption",
    "AdoptionEvidence",
    "AdoptionReminder",
    "AdoptionResult",
    "AdoptionState",
    "AdoptionStep",
    "CoAuthorKey",
    "Decision",
    "Evidence",
    "Photo",
    "Practice",
    "PracticeFile",
    "PracticeState",
    "Review",
    "Shelved",
    "ShelvedIssue",
    "Version",
]
