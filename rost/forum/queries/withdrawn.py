"""Sessions that calendars once had and the approved programme no longer places in time."""

from __future__ import annotations

from rost.core.programme import codec
from rost.core.programme.model import Programme, Session, State
from rost.forum.models import Edition, Version


def withdrawn_from(edition: Edition, programme: Programme) -> list[Session]:
    """They as they last stood; a calendar must be told that they are off, or keeps them.

    A session that was changed has a revision above 0; older versions are read only when some
    such session is there, newest first, until each is found.
    """
    sought = {one.code for one in programme.sessions if one.sequence and not in_calendars(one)}
    found: list[Session] = []
    if not sought:
        return found
    versions = Version.objects.filter(edition=edition)
    for content in versions.order_by("-number").values_list("content", flat=True).iterator(5):
        for one in codec.load(content).sessions:
            if one.code in sought and one.state is State.ACCEPTED and one.start is not None:
                found.append(one)
                sought.discard(one.code)
        if not sought:
            break
    return found


def in_calendars(session: Session) -> bool:
    return session.state is not State.PROPOSED and session.start is not None
