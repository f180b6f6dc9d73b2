"""Tables of the forum: edition and its places, programme, versions, registration, agenda."""

from .editions import Day, Edition, EditionDocument, Hall, Route, Stop, Track
from .programme import (
    Availability,
    Contribution,
    Material,
    RuleLevel,
    Session,
    Version,
)
from .registration import (
    AgendaItem,
    Category,
    Invitation,
    Question,
    QuestionTopic,
    Quota,
    Registration,
    RegistrationStatus,
    SeatStatus,
)

__all__ = [
    "AgendaItem",
    "Availability",
    "Category",
    "Contribution",
    "Day",
    "Edition",
    "EditionDocument",
    "Hall",
    "Invitation",
    "Material",
    "Question",
    "QuestionTopic",
    "Quota",
    "Registration",
    "RegistrationStatus",
    "Route",
    "RuleLevel",
    "SeatStatus",
    "Session",
    "Stop",
    "Track",
    "Version",
]
