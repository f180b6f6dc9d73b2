"""What the forum keeps about a person: registrations with their agenda, and invitations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise

from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell
from rost.forum.models import Invitation, Registration, RegistrationStatus
from rost.forum.queries.registration_page import answers_of


def registrations_of(person: Person) -> Iterator[tuple[Cell | Promise, ...]]:
    """Forum, status, category, post, answers, agenda, when and by whom it was sent."""
    rows = Registration.objects.filter(person=person).select_related(
        "edition", "category", "registered_by"
    )
    for row in rows.prefetch_related("agenda__session").order_by("queued_at", "id"):
        yield (
            row.edition.name,
            RegistrationStatus(row.status).label,
            row.category.name,
            row.post,
            "; ".join(f"{question} {answer}" for question, answer in answers_of(row)),
            "; ".join(item.session.title for item in row.agenda.all()),
            row.queued_at,
            row.registered_by.full_name if row.registered_by is not None else "",
            row.basis,
        )


def invitations_of_person(person: Person) -> Iterator[tuple[Cell | Promise, ...]]:
    rows = Invitation.objects.filter(person=person).select_related("edition", "category")
    for row in rows.order_by("issued_at", "id"):
        yield (row.edition.name, row.category.name, row.issued_at, row.printed_at)


def old_registrations(before: datetime) -> QuerySet[Registration]:
    """Registrations to editions that were over by then."""
    return Registration.objects.filter(edition__ends_on__lt=before.date())


def old_invitations(before: datetime) -> QuerySet[Invitation]:
    return Invitation.objects.filter(edition__ends_on__lt=before.date())
