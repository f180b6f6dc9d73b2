"""What is typed about the schedule."""

from .needs import (
    ClosureForm,
    NeedsForm,
    OrderForm,
    PenaltyForm,
    RulesForm,
    SimilarForm,
    SpeakerForm,
)
from .solving import DropoutForm, SolvingForm

__all__ = [
    "ClosureForm",
    "DropoutForm",
    "NeedsForm",
    "OrderForm",
    "PenaltyForm",
    "RulesForm",
    "SimilarForm",
    "SolvingForm",
    "SpeakerForm",
]
