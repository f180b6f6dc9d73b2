"""What organisers type at their desk."""

from .command import Command, UnknownCommand, parse
from .days import DayForm
from .edition import DocumentForm, EditionForm, NewEditionForm
from .fields import keep_unique
from .people import AvailabilityForm, ContributionForm, NewPersonForm
from .places import HallForm, RouteForm, StopForm, TrackForm
from .placing import PlaceForm, SwapForm
from .rules import LevelsForm
from .sessions import MaterialForm, SessionForm
from .versions import ApprovalForm

__all__ = [
    "ApprovalForm",
    "AvailabilityForm",
    "Command",
    "ContributionForm",
    "DayForm",
    "DocumentForm",
    "EditionForm",
    "HallForm",
    "LevelsForm",
    "MaterialForm",
    "NewEditionForm",
    "NewPersonForm",
    "PlaceForm",
    "RouteForm",
    "SessionForm",
    "StopForm",
    "SwapForm",
    "TrackForm",
    "UnknownCommand",
    "keep_unique",
    "parse",
]
