"""Projects of forums to come that hang on municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from rost.forum.models import Project


def projects_on_places(predecessors: Sequence[int], on: date) -> QuerySet[Project]:
    return Project.objects.filter(
        municipality__in=predecessors, call__edition__ends_on__gte=on
    ).order_by("pk")


def count_projects(*, predecessors: Sequence[int], on: date) -> int:
    return projects_on_places(predecessors, on).count()
