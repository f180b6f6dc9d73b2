"""Removing what scheduling keeps about a person, or what is older than it may be kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from rost.directory.models import Person
from rost.forum.models import SpeakerNeeds, Wish
from rost.forum.queries.scheduling.wishes import old_solvings, old_speaker_needs, old_wishes


def erase_wishes(person: Person, now: datetime) -> int:
    return _destroyed(Wish.objects.filter(registration__person=person))


def count_old_wishes(before: datetime) -> int:
    return old_wishes(before).count()


def destroy_old_wishes(before: datetime) -> int:
    return _destroyed(old_wishes(before))


def erase_speaker_needs(person: Person, now: datetime) -> int:
    return _destroyed(SpeakerNeeds.objects.filter(person=person))


def count_old_speaker_needs(before: datetime) -> int:
    return old_speaker_needs(before).count()


def destroy_old_speaker_needs(before: datetime) -> int:
    return _destroyed(old_speaker_needs(before))


def count_old_solvings(before: datetime) -> int:
    return old_solvings(before).count()


def destroy_old_solvings(before: datetime) -> int:
    return _destroyed(old_solvings(before))


def _destroyed(rows: QuerySet[Any]) -> int:
    number = rows.count()
    rows.delete()
    return number
