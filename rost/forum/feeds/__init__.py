"""What programs read: schedules of the frab family and calendars."""

from .calendars import (
    agenda_calendar,
    calendar,
    person_calendar,
    session_calendar,
    track_calendar,
)
from .door_shell import door_manifest, door_worker
from .doors import door_devices, door_marks, door_people
from .programme import programme_docx, programme_pdf
from .schedules import schedule_json, schedule_xml

__all__ = [
    "agenda_calendar",
    "calendar",
    "door_devices",
    "door_manifest",
    "door_marks",
    "door_people",
    "door_worker",
    "person_calendar",
    "programme_docx",
    "programme_pdf",
    "schedule_json",
    "schedule_xml",
    "session_calendar",
    "track_calendar",
]
