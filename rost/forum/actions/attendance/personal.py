"""Removing what doors keep about people, or keep for too long."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import CharField, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat

from rost.directory.models import Person
from rost.forum.models import Badge, DoorDevice, Mark
from rost.forum.queries.attendance.personal import marks_of_person, old_marks, old_passes


def erase_marks(person: Person, now: datetime) -> int:
    rows = Mark.objects.filter(pk__in=marks_of_person(person).values("pk"))
    number = rows.count()
    rows.delete()
    return number


def count_old_marks(before: datetime) -> int:
    return old_marks(before).count()


@transaction.atomic
def destroy_old_marks(before: datetime, now: datetime) -> int:
    """The rows go, the totals stay: the declaration of this class freezes them first."""
    rows = old_marks(before)
    number = rows.count()
    rows.delete()
    return number


def count_old_passes(before: datetime) -> int:
    return old_passes(before).count()


@transaction.atomic
def destroy_old_passes(before: datetime, now: datetime) -> int:
    """The volunteer's name and every secret go; which nameless telephone took a mark stays."""
    rows = old_passes(before)
    number = rows.count()
    ended = Concat(Value("ended "), Cast("pk", CharField()), output_field=CharField())
    DoorDevice.objects.filter(door_pass__in=rows).update(
        digest=ended, revoked_at=Coalesce("revoked_at", Value(now))
    )
    rows.update(label="", digest=ended, revoked_at=Coalesce("revoked_at", Value(now)))
    return number


def keep_marks_of(badges: QuerySet[Badge]) -> int:
    """Marks taken through these badges stand by their registrations from now on: call it before
    badges are deleted. Marks of a spare badge that was nobody's go with it."""
    behind = Badge.objects.filter(pk=OuterRef("badge")).values("registration")
    return Mark.objects.filter(
        badge__in=badges.order_by().values("pk"), badge__registration__isnull=False
    ).update(registration=Coalesce(F("registration"), Subquery(behind)), badge=None)
