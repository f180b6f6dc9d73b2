"""One door to the floor of a session: what a visitor may not see is not there for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from rost.core.programme.model import Part, State
from rost.core.programme.model import Session as Planned
from rost.directory.rules import Visitor, may
from rost.forum.models import Contribution, Edition
from rost.forum.queries.published import Published, published_of
from rost.forum.rules import SEE_DRAFT
from rost.live.models import Floor, HallQuestion, HallRules
from rost.live.rules import KEEP_HALL
from rost.live.rules.hours import Hours, Standing, hours, standing
from rost.live.rules.limits import NO_LIMIT_KNOWN


@dataclass(frozen=True, slots=True)
class Hall:
    """A floor with the session as the public sees it, and the hours in which it is open."""

    floor: Floor
    edition: Edition
    published: Published
    planned: Planned
    hours: Hours

    def standing(self, now: datetime) -> Standing:
        """A demonstration is walked long after its dates: there only what is set by hand shuts."""
        if self.planned.state is State.CANCELLED:
            return Standing.OVER
        found = standing(self.hours, now)
        by_hand = self.floor.opens_at is not None or self.floor.closes_at is not None
        if self.edition.is_demonstration and not by_hand and found is not Standing.UNKNOWN:
            return Standing.OPEN
        return found

    @property
    def people(self) -> int:
        """How many may be in the hall at once."""
        place = self.published.halls.get(self.planned.hall or "")
        return self.floor.people or (place.capacity if place else 0) or NO_LIMIT_KNOWN


def floor_for(visitor: Visitor, slug: str, code: str) -> Hall | None:
    """The hall of a published session of an edition the visitor may see; one query when warm."""
    floor = _floors().filter(session__edition__slug=slug, session__code=code, is_on=True).first()
    if floor is None:
        return None
    edition = floor.session.edition
    if not edition.is_public and not may(visitor, SEE_DRAFT, space=edition.space):
        return None
    return hall_of(floor)


def floor_for_desk(visitor: Visitor, slug: str, code: str) -> Hall | None:
    """The same for whoever keeps the hall: of the edition, or as moderator of this session."""
    floor = _floors().filter(session__edition__slug=slug, session__code=code).first()
    if floor is None or not keeps(visitor, floor):
        return None
    return hall_of(floor)


def keeps(visitor: Visitor, floor: Floor) -> bool:
    if may(visitor, KEEP_HALL, space=floor.session.edition.space):
        return True
    if visitor.person is None:
        return False
    return Contribution.objects.filter(
        session=floor.session_id, person=visitor.person, part=Part.MODERATOR
    ).exists()


def question_for(hall: Hall, question: UUID) -> HallQuestion | None:
    return HallQuestion.objects.filter(floor=hall.floor, pk=question).first()


def hall_of(floor: Floor) -> Hall | None:
    """None while the public programme does not have the session."""
    edition = floor.session.edition
    published = published_of(edition)
    planned = published.sessions.get(floor.session.code) if published else None
    if published is None or planned is None:
        return None
    return Hall(floor, edition, published, planned, _hours(floor, edition, planned))


def rules_of(edition: Edition) -> HallRules:
    """As they are kept, otherwise the defaults, not saved; no query where they came along."""
    found: HallRules | None = getattr(edition, "hall_rules", None)
    return found if found is not None else HallRules(edition=edition)


def _hours(floor: Floor, edition: Edition, planned: Planned) -> Hours:
    rules = rules_of(edition)
    return hours(
        starts=planned.start,
        ends=planned.end,
        before=rules.opens_before,
        after=rules.closes_after,
        opens_at=floor.opens_at,
        closes_at=floor.closes_at,
    )


def _floors() -> QuerySet[Floor]:
    return (
        Floor.objects.select_related("session__edition__published", "session__edition__hall_rules")
        .defer("session__edition__published__content")
        .order_by()
    )
