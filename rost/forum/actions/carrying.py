"""When municipalities become another one: forums to come go on in the successor.

Forums that were over stay with the predecessors, as history does everywhere. A published version
keeps the names it was approved with; the draft has the new ones, and the next version shows them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from rost.directory.models import Municipality
from rost.forum.actions.locking import lock_edition
from rost.forum.actions.registration import fill_free_places
from rost.forum.models import Contribution, Edition, Quota, Registration, Route, Stop
from rost.forum.queries.registration import district_of


def lock_editions(*, on: date) -> None:
    """Lock forums that are not over, in the order of their numbers, before any place is locked."""
    for edition in _not_over(on):
        lock_edition(edition)


@transaction.atomic
def carry_places(
    *, predecessors: Sequence[int], successor: Municipality, on: date, now: datetime
) -> int:
    """Move registrations, quotas, hosts, stops and parts; returns how many rows went on.

    What two districts may have together can be more than what either might: free seats are
    given to those who wait.
    """
    moved = 0
    for identity in _not_over(on):
        edition = lock_edition(identity)
        moved += _carry_quotas(edition, predecessors, successor, on)
        moved += _carry_registrations(edition, predecessors, successor)
        moved += _carry_programme(edition, predecessors, successor)
        fill_free_places(edition=edition, now=now)
    return moved


def _not_over(on: date) -> list[int]:
    return list(Edition.objects.filter(ends_on__gte=on).order_by("pk").values_list("pk", flat=True))


def _carry_quotas(
    edition: Edition, predecessors: Sequence[int], successor: Municipality, on: date
) -> int:
    """Quotas of the districts add up; a district without one has no limit, nor has the sum."""
    ending = [
        place.pk
        for place in Municipality.objects.filter(pk__in=predecessors)
        if place.district_code == place.code
    ]
    heir = district_of(successor)
    taken = Quota.objects.filter(edition=edition, district__in=ending)
    count = taken.count()
    if not count:
        return 0
    districts = set(ending)
    if heir is not None and (heir.valid_from is None or heir.valid_from < on):
        districts.add(heir.pk)
    seats: dict[int | None, dict[int, int]] = defaultdict(dict)
    for quota in Quota.objects.filter(edition=edition, district__in=districts):
        seats[quota.category_id][quota.district_id] = quota.seats
    Quota.objects.filter(edition=edition, district__in=districts).delete()
    if heir is not None:
        Quota.objects.bulk_create(
            Quota(edition=edition, district=heir, category_id=category, seats=sum(own.values()))
            for category, own in seats.items()
            if own.keys() == districts
        )
    return count


def _carry_registrations(
    edition: Edition, predecessors: Sequence[int], successor: Municipality
) -> int:
    """Everybody comes from the successor, or from under it; nobody's seat is touched."""
    own = Q(municipality__in=predecessors) | Q(district__in=predecessors)
    rows = list(
        Registration.objects.filter(own, edition=edition).select_related("municipality__parent")
    )
    districts: dict[int, Municipality | None] = {}
    for row in rows:
        if row.municipality_id in predecessors:
            row.municipality = successor
        place = row.municipality or successor
        if place.pk not in districts:
            districts[place.pk] = district_of(place)
        row.district = districts[place.pk]
    Registration.objects.bulk_update(rows, ["municipality", "district"], batch_size=200)
    return len(rows)


def _carry_programme(edition: Edition, predecessors: Sequence[int], successor: Municipality) -> int:
    routes = Route.objects.filter(edition=edition, host__in=predecessors)
    stops = Stop.objects.filter(route__edition=edition, territory__in=predecessors)
    parts = Contribution.objects.filter(session__edition=edition, territory__in=predecessors)
    return (
        routes.update(host=successor)
        + stops.update(territory=successor)
        + parts.update(territory=successor)
    )
