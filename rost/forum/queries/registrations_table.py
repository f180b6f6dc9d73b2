"""The organiser's table of registrations: filtered, paged, exported, at any size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Count, QuerySet

from rost.core.language import fold
from rost.core.tables import Cell, Sheet
from rost.directory.models import Municipality
from rost.directory.queries.places import label_of
from rost.forum.models import Category, Edition, Question, Registration, RegistrationStatus


@dataclass(frozen=True, slots=True)
class Filter:
    """What the address of the table asks for; empty parts ask for everything."""

    status: str = ""
    category: int | None = None
    district: str = ""  # OKTMO code
    text: str = ""

    def __str__(self) -> str:
        """For the log of access: which part was seen, without what was typed."""
        parts = (self.status, self.category and f"category {self.category}", self.district)
        return ", ".join(str(part) for part in (*parts, self.text and "text") if part)


def registrations(
    edition: Edition, wanted: Filter, *, within: Sequence[str] = ()
) -> QuerySet[Registration]:
    """Rows of the table in the order of sending; `within` keeps curators to their territories."""
    rows = Registration.objects.filter(edition=edition).select_related(
        "person", "category", "municipality__parent", "district"
    )
    if wanted.status:
        rows = rows.filter(status=wanted.status)
    if wanted.category is not None:
        rows = rows.filter(category=wanted.category)
    if wanted.district:
        rows = rows.filter(district__code=wanted.district)
    for word in fold(wanted.text).split():
        rows = rows.filter(person__search_name__contains=word)
    if within:
        rows = rows.filter(municipality__in=Municipality.objects.within_any(tuple(within)))
    return rows.order_by("queued_at", "id")


def count_by_status(edition: Edition, *, within: Sequence[str] = ()) -> Counter[str]:
    rows = registrations(edition, Filter(), within=within).order_by()
    return Counter(dict(rows.values_list("status").annotate(people=Count("pk"))))


def districts_registered(edition: Edition) -> list[Municipality]:
    """Districts that somebody has registered from: the choices of the filter."""
    return list(
        Municipality.objects.filter(district_registrations__edition=edition)
        .distinct()
        .order_by("sort_key", "code")
    )


def categories_of(edition: Edition) -> list[Category]:
    return list(Category.objects.filter(edition=edition).order_by("position", "id"))


def export_sheet(
    rows: Sequence[Registration],
    questions: Sequence[Question],
    *,
    title: str,
    headings: Sequence[str],
    zone: ZoneInfo,
) -> Sheet:
    """The same rows as a sheet, a column for each question; the writer disarms formulas."""
    return Sheet(
        title=title,
        header=[*headings, *(one.text for one in questions)],
        rows=[
            _export_row(number, row, questions, zone) for number, row in enumerate(rows, start=1)
        ],
    )


def _export_row(
    number: int, row: Registration, questions: Sequence[Question], zone: ZoneInfo
) -> list[Cell]:
    person = row.person
    return [
        number,
        person.surname,
        person.given_name,
        person.patronymic,
        row.post,
        row.district.name if row.district else "",
        label_of(row.municipality) if row.municipality else "",
        row.municipality.code if row.municipality else "",
        row.category.name,
        str(RegistrationStatus(row.status).label),
        person.phone,
        person.email or "",
        row.queued_at.astimezone(zone),
        row.basis,
        *(row.answers.get(str(question.pk), "") for question in questions),
    ]
