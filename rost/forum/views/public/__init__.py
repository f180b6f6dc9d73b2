"""What everyone may read: editions, their approved programmes, sessions, people and routes."""

from .editions import edition, editions
from .files import document, material
from .programme import programme, programme_print
from .sessions import person, route, session

__all__ = [
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
