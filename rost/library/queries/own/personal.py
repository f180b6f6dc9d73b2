"""Drafts that nobody has touched for as long as they may be kept."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from rost.library.models import Practice, PracticeState


def old_drafts(before: datetime) -> QuerySet[Practice]:
    return Practice.objects.filter(
        state=PracticeState.DRAFT, version__isnull=True, saved_at__lt=before
    ).order_by("pk")
