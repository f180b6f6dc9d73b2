"""What the demonstration shows: the forum of 18–19 February 2020.

Stated by the public source: the name, the dates, the place, the three organisers, the grant, the
four tasks, that there were open lectures and discussion tracks led by federal and regional
experts, moderators and teachers of the academy, and one guest expert. Everything else here
(halls, hours, titles, every other person) is demonstration data and marked so on the pages.
"""

from .commitments import PROMISES, Promise
from .days import FORUM_WORDS, GUESTS, SESSION_WORDS, SHEET_HALL, SIGNATORY, VOLUNTEERS
from .edition import CATEGORIES, DAYS, EDITION, HALLS, ORGANISERS, QUESTIONS, ROUTE, TRACKS
from .following import CALL_TEXT
from .hall import Asked, Voted
from .people import GUEST, SPEAKERS, Person
from .projects import PROJECTS, WORDS_TO_AUTHOR, Offer
from .sessions import SESSIONS, Slot

__all__ = [
    "CALL_TEXT",
    "CATEGORIES",
    "DAYS",
    "EDITION",
    "FORUM_WORDS",
    "GUEST",
    "GUESTS",
    "HALLS",
    "ORGANISERS",
    "PROJECTS",
    "PROMISES",
    "QUESTIONS",
    "ROUTE",
    "SESSIONS",
    "SESSION_WORDS",
    "SHEET_HALL",
    "SIGNATORY",
    "SPEAKERS",
    "TRACKS",
    "VOLUNTEERS",
    "WORDS_TO_AUTHOR",
    "Asked",
    "Offer",
    "Person",
    "Promise",
    "Slot",
    "Voted",
]
