"""Days of an edition and their hours."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from rost.forum.actions.locking import lock_edition
from rost.forum.models import Day, Edition, Session

from .refusals import DayInUse, DayOutside, DaysOverlap, DayTwice, HoursBackwards


@transaction.atomic
def set_day(
    *,
    edition: Edition,
    date: date,
    opens: time,
    closes: time,
    day: Day | None = None,
) -> Day:
    """A day with its hours in the edition's own time; closing by 6:00 is the next night."""
    edition = lock_edition(edition)
    starts_at, ends_at = hours(date, opens, closes, ZoneInfo(edition.timezone))
    if ends_at <= starts_at:
        raise HoursBackwards
    if not edition.starts_on <= date <= edition.ends_on:
        raise DayOutside
    others = Day.objects.filter(edition=edition)
    if day is not None:
        others = others.exclude(pk=day.pk)
    if others.filter(date=date).exists():
        raise DayTwice
    if others.filter(starts_at__lt=ends_at, ends_at__gt=starts_at).exists():
        raise DaysOverlap
    row = day or Day(edition=edition)
    row.date, row.starts_at, row.ends_at = date, starts_at, ends_at
    row.save()
    return row


@transaction.atomic
def add_days(*, edition: Edition, opens: time, closes: time) -> list[Day]:
    """A day with the same hours for each date that has none yet."""
    edition = lock_edition(edition)
    kept = set(Day.objects.filter(edition=edition).values_list("date", flat=True))
    length = (edition.ends_on - edition.starts_on).days + 1
    dates = (edition.starts_on + timedelta(days=number) for number in range(length))
    return [
        set_day(edition=edition, date=date, opens=opens, closes=closes)
        for date in dates
        if date not in kept
    ]


@transaction.atomic
def remove_day(*, day: Day) -> None:
    """A day on which sessions stand is not removed: they would hang outside every day."""
    lock_edition(day.edition)
    zone = ZoneInfo(day.edition.timezone)
    begins = datetime.combine(day.date, time.min, zone)
    sessions = Session.objects.filter(
        edition=day.edition, starts_at__gte=begins, starts_at__lt=begins + timedelta(days=1)
    )
    titles = list(sessions.order_by("starts_at").values_list("title", flat=True))
    if titles:
        raise DayInUse(titles)
    day.delete()


LATEST_CLOSING = time(6)


def hours(day: date, opens: time, closes: time, zone: ZoneInfo) -> tuple[datetime, datetime]:
    starts_at = datetime.combine(day, opens, zone)
    overnight = closes <= LATEST_CLOSING and closes < opens
    return starts_at, datetime.combine(day + timedelta(days=overnight), closes, zone)
