"""What people of a place declare of it, where statistics are thin."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Indicator, IndicatorValue, Municipality, Person
from rost.directory.queries.visitors import local_day
from rost.ui.refusals import Refusal

from .writing import Line, keep_former, write_values

DECLARED = "сообщило муниципальное образование"


class ProfileRefused(Refusal):
    """A place that has ended declares nothing, and not everything is asked."""


@transaction.atomic
def declare(
    *, municipality: Municipality, values: Mapping[str, float | None], by: Person, now: datetime
) -> int:
    """Write the whole answer: a figure that is not there any more is taken back, not deleted.

    A declared figure stands for this year until another one is declared. Returns how many changed.
    """
    day = local_day(now)
    place = Municipality.objects.select_for_update().get(pk=municipality.pk)
    if place.valid_to is not None and place.valid_to < day:
        raise ProfileRefused(_("This municipality is not in force any more: nothing was written."))
    asked = set(Indicator.objects.filter(asked=True).values_list("code", flat=True))
    if not set(values) <= asked:
        raise ProfileRefused(_("The questions have changed: open the page anew."))
    kept: dict[str, list[IndicatorValue]] = {}
    rows = IndicatorValue.objects.filter(municipality=place, declared=True)
    for one in rows.select_related("indicator").order_by("-year"):
        kept.setdefault(one.indicator.code, []).append(one)
    fresh = [
        Line(place, code, day.year, value)
        for code, value in values.items()
        if value is not None and (code not in kept or kept[code][0].value != value)
    ]
    replaced = {one.indicator for one in fresh}
    gone = [
        one
        for code, of_code in kept.items()
        for one in of_code
        if (code in values and values[code] is None) or (code in replaced and one.year != day.year)
    ]
    keep_former(gone, now=now)
    IndicatorValue.objects.filter(pk__in=[one.pk for one in gone]).delete()
    write_values(values=fresh, source=DECLARED, now=now, declared_by=by, declared=True)
    taken_back = {one.indicator_id for one in gone if values.get(one.indicator.code) is None}
    return len(fresh) + len(taken_back)
