"""Giving a municipality another name while its code stays."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.models import FormerName, Municipality
from rost.ui.refusals import Refusal

from .describing import describe, describe_below

DAY = timedelta(days=1)


class PlaceNameMissing(Refusal):
    """A municipality needs a name."""


class NameUnchanged(Refusal):
    """The new name is the one it has, or the day lies before an earlier change."""


def clean_name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise PlaceNameMissing(_("Write the name of the municipality."))
    return name


@transaction.atomic
def rename(
    *, place: Municipality, name: str, name_ba: str = "", on: date, basis: str, now: datetime
) -> Municipality:
    """The municipality bears the new name from the day `on`; it is still found by the old one."""
    name = clean_name(name)
    place = Municipality.objects.select_for_update().get(pk=place.pk)
    later = FormerName.objects.filter(municipality=place, borne_to__gte=on - DAY)
    if name == place.name or later.exists():
        raise NameUnchanged(
            _("The municipality has this name already, or was renamed on this day or later.")
        )
    FormerName.objects.create(
        municipality=place,
        name=place.name,
        name_ba=place.name_ba,
        borne_to=on - DAY,
        basis=basis.strip(),
    )
    place.name = name
    place.name_ba = " ".join(name_ba.split())
    place.source = basis.strip()[:200]
    describe(place, place.parent, former=[one.name for one in place.former_names.all()])
    place.save()
    describe_below(place)
    return place
