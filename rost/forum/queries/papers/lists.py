"""What a list of participants says."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from rost.documents.kinds.participant_list.content import ParticipantList
from rost.forum.models import Edition, Registration, RegistrationStatus

from .words import dates_of, made_on


def participants(
    edition: Edition, *, category: int | None = None, district: str = ""
) -> QuerySet[Registration]:
    """Confirmed registrations by district, then surname: the order of every paper."""
    rows = Registration.objects.filter(edition=edition, status=RegistrationStatus.CONFIRMED)
    if category is not None:
        rows = rows.filter(category=category)
    if district:
        rows = rows.filter(district__code=district)
    return rows.order_by(
        F("district__sort_key").asc(nulls_last=True), "person__sort_key", "pk"
    ).select_related("person", "category", "municipality", "district")


def list_content(
    edition: Edition,
    language: str,
    *,
    now: datetime,
    category: int | None = None,
    district: str = "",
) -> ParticipantList:
    """One query."""
    rows = list(participants(edition, category=category, district=district))
    by_category = Counter((row.category.position, row.category.name) for row in rows)
    with override(language):
        return ParticipantList(
            event=edition.name,
            dates=dates_of(edition, language),
            title=_("List of participants"),
            columns=(
                "№",
                _("Full name"),
                _("Post"),
                _("District"),
                _("Municipality"),
                _("Category"),
            ),
            rows=tuple(_row(number, row) for number, row in enumerate(rows, start=1)),
            totals=(
                (_("In all"), str(len(rows))),
                *((name, str(count)) for (_place, name), count in sorted(by_category.items())),
            ),
            made_on=_("Made on %(moment)s") % {"moment": made_on(now, edition, language)},
        )


def _row(number: int, row: Registration) -> tuple[str, ...]:
    return (
        str(number),
        row.person.full_name,
        row.post,
        row.district.name if row.district else "",
        settlement_of(row),
        row.category.name,
    )


def settlement_of(row: Registration) -> str:
    """The municipality where it is not the district itself, which has a column of its own."""
    if row.municipality is None or row.municipality_id == row.district_id:
        return ""
    return row.municipality.name
