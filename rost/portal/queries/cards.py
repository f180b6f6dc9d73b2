"""Places and organisations as the search shows them: the directory lies below the catalogue, so
its cards are named here, and kept fresh by the nightly check.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from rost.catalogue.queries.things import Thing
from rost.directory.models import FormerName, Municipality, Organisation
from rost.directory.queries.places import label_of

CHUNK = 500


def places(day: date) -> Iterator[Thing]:
    """Municipalities of the day, found by their Bashkir, former and centre's names as well."""
    former: dict[int, list[str]] = {}
    for number, name in FormerName.objects.values_list("municipality_id", "name"):
        former.setdefault(number, []).append(name)
    rows = Municipality.objects.municipalities().valid_on(day).select_related("parent")
    for place in rows.order_by("pk").iterator(chunk_size=CHUNK):
        other = (place.name_ba, place.official_name, place.centre, *former.get(place.pk, ()))
        yield Thing(
            key=f"directory.place:{place.code}",
            kind="place",
            title=label_of(place),
            path=f"/territory/{place.code}/",
            body="\n".join(filter(None, other)),
            municipality=place,
        )


def organisations(day: date) -> Iterator[Thing]:
    """Those that a moderator has approved, while they exist."""
    rows = Organisation.objects.filter(
        Q(valid_from__isnull=True) | Q(valid_from__lte=day),
        Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        approved_at__isnull=False,
    )
    for one in rows.select_related("municipality").order_by("pk").iterator(chunk_size=CHUNK):
        yield Thing(
            key=f"directory.organisation:{one.pk}",
            kind="organisation",
            title=one.name,
            path=f"/directory/organisations/{one.pk}/",
            body=one.short_name,
            municipality=one.municipality,
        )
