"""Reads of the log of access to personal data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet

from rost.directory.models import AccessRecord


def access_records(filters: Mapping[str, Any]) -> QuerySet[AccessRecord]:
    """Records, the newest first; `filters` as `RecordsForm` reads them, empty ones ignored."""
    records = AccessRecord.objects.all()
    if filters.get("who"):
        records = records.filter(person_name__icontains=filters["who"])
    if filters.get("register"):
        records = records.filter(register=filters["register"])
    if filters.get("act"):
        records = records.filter(act=filters["act"])
    if filters.get("since"):
        records = records.filter(at__date__gte=filters["since"])
    if filters.get("until"):
        records = records.filter(at__date__lt=filters["until"] + timedelta(days=1))
    return records


def registers_seen() -> list[str]:
    return list(
        AccessRecord.objects.order_by("register").values_list("register", flat=True).distinct()
    )
