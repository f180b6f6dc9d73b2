"""Tables of the library: practices and their versions, reviews, adoptions."""

from .adoption import (
    Adoption,
    AdoptionEvidence,
    AdoptionReminder,
    AdoptionResult,
    AdoptionState,
    AdoptionStep,
)
from .exchange import Brought
from .practices import CoAuthorKey, Photo, Practice, PracticeFile, PracticeState, Version
from .reviews import Decision, Evidence, Review, ReviewReminder, Withdrawal
from .shelf import Shelved, ShelvedIssue

__all__ = [
    "Adoption",
    "AdoptionEvidence",
    "AdoptionReminder",
    "AdoptionResult",
    "AdoptionState",
    "AdoptionStep",
    "Brought",
    "CoAuthorKey",
    "Decision",
    "Evidence",
    "Photo",
    "Practice",
    "PracticeFile",
    "PracticeState",
    "Review",
    "ReviewReminder",
    "Shelved",
    "ShelvedIssue",
    "Version",
    "Withdrawal",
]
