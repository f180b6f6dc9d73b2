"""Where a session is, as the public sees it: hall, route, their names, the times of the bus."""

from __future__ import annotations

from .model import Programme, Session


class Places:
    """Halls and routes of a programme by slug."""

    def __init__(self, programme: Programme) -> None:
        self.halls = {hall.slug: hall for hall in programme.halls}
        self.routes = {route.slug: route for route in programme.routes}

    def hall_name(self, session: Session) -> str:
        hall = self.halls.get(session.hall)
        return hall.name if hall else ""

    def route_name(self, session: Session) -> str:
        route = self.routes.get(session.route)
        return route.name if route else ""

    def route_times(self, session: Session) -> tuple[object, ...]:
        route = self.routes.get(session.route)
        return (route.departs, route.returns, route.departs_from) if route else ()


def place_changes(was: Session, one: Session, old: Places, new: Places) -> tuple[str, ...]:
    found = []
    if was.hall != one.hall:
        found.append("hall")
    elif old.hall_name(was) != new.hall_name(one):
        found.append("hall_name")
    if was.route != one.route:
        found.append("route")
    else:
        if old.route_name(was) != new.route_name(one):
            found.append("route_name")
        if old.route_times(was) != new.route_times(one):
            found.append("route_times")
    return tuple(found)
