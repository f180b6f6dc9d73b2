"""Pages of the organiser's desk."""

from .edition import desk, document_new, document_removal, edition_facts, edition_new
from .home import edition_desk, rules
from .people import (
    availability,
    availability_removal,
    contribution,
    contribution_new,
    contribution_removal,
    contributor_new,
    contributor_search,
    people,
)
from .places import (
    day,
    day_removal,
    hall,
    hall_closing,
    hall_opening,
    hall_removal,
    places,
    track,
    track_removal,
)
from .programme import command, place, place_removal, programme, swap
from .routes import route, route_new, route_removal, routes, stop, stop_removal
from .sessions import (
    material_new,
    material_removal,
    session,
    session_new,
    session_removal,
    sessions,
)
from .versions import approval, difference, versions

__all__ = [
    "approval",
    "availability",
    "availability_removal",
    "command",
    "contribution",
    "contribution_new",
    "contribution_removal",
    "contributor_new",
    "contributor_search",
    "day",
    "day_removal",
    "desk",
    "difference",
    "document_new",
    "document_removal",
    "edition_desk",
    "edition_facts",
    "edition_new",
    "hall",
    "hall_closing",
    "hall_opening",
    "hall_removal",
    "material_new",
    "material_removal",
    "people",
    "place",
    "place_removal",
    "places",
    "programme",
    "route",
    "route_new",
    "route_removal",
    "routes",
    "rules",
    "session",
    "session_new",
    "session_removal",
    "sessions",
    "stop",
    "stop_removal",
    "swap",
    "track",
    "track_removal",
    "versions",
]
