"""What everyone may read: editions, their approved programmes, sessions, people and routes."""

from .badges import badge_code, badge_found
from .editions import edition, editions
from .files import document, material
from .programme import programme, programme_print
from .sessions import person, route, session

__all__ = [
    "badge_code",
    "badge_found",
    "document",
    "edition",
    "editions",
    "material",
    "person",
    "programme",
    "programme_print",
    "route",
    "session",
]
