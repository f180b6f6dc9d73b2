"""Taking a person out of adoptions: the record is the municipality's and stays, nobody's."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from rost.directory.models import Person
from rost.library.models import Adoption


def erase(person: Person, now: datetime) -> int:
    """Their name and contact go; what was repeated, and how, stays on the page of the place."""
    lines = Adoption.objects.filter(contact_by=person).exclude(person=person)
    silenced = lines.update(contact="", contact_agreed_at=None, contact_by=None)
    return silenced + unname(Adoption.objects.filter(person=person))


def old(before: datetime) -> QuerySet[Adoption]:
    """Ended by then and still naming somebody."""
    named = Q(person__isnull=False) | ~Q(contact="") | ~Q(basis="")
    return Adoption.objects.filter(named, ended_at__lt=before)


def count_old(before: datetime) -> int:
    return old(before).count()


def destroy_old(before: datetime, now: datetime) -> int:
    return unname(old(before))


def unname(rows: QuerySet[Adoption]) -> int:
    return rows.update(person=None, basis="", contact="", contact_agreed_at=None, contact_by=None)
