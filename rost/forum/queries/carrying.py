"""What of forums to come hangs on municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from rost.forum.models import Contribution, Quota, Registration, Route, Stop


def count_on_places(*, predecessors: Sequence[int], on: date) -> int:
    """Rows of forums not over on the day that would go on in a successor."""
    own = Q(municipality__in=predecessors) | Q(district__in=predecessors)
    counted = (
        Registration.objects.filter(own, edition__ends_on__gte=on),
        Quota.objects.filter(district__in=predecessors, edition__ends_on__gte=on),
        Route.objects.filter(host__in=predecessors, edition__ends_on__gte=on),
        Stop.objects.filter(territory__in=predecessors, route__edition__ends_on__gte=on),
        Contribution.objects.filter(territory__in=predecessors, session__edition__ends_on__gte=on),
    )
    return sum(rows.count() for rows in counted)
