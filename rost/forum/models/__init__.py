"""Tables of the forum: edition, programme, registration, attendance, what it came to."""

from .account import EditionTotals, Feedback
from .attendance import (
    AttendanceRules,
    Badge,
    BadgeEnd,
    Direction,
    Door,
    DoorDevice,
    DoorKind,
    DoorPass,
    Mark,
    MarkSource,
)
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
from .sheets import Sheet

__all__ = [
    "AgendaItem",
    "AttendanceRules",
    "Availability",
    "Badge",
    "BadgeEnd",
    "Category",
    "Contribution",
    "Day",
    "Direction",
    "Door",
    "DoorDevice",
    "DoorKind",
    "DoorPass",
    "Edition",
    "EditionDocument",
    "EditionTotals",
    "Feedback",
    "Hall",
    "Invitation",
    "Mark",
    "MarkSource",
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
    "Sheet",
    "Stop",
    "Track",
    "Version",
]
