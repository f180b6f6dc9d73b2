"""Before the two days: doors with their passes, badges on paper, spare ones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rost.directory.models import Person
from rost.forum.actions.attendance import issue_pass, make_doors
from rost.forum.actions.badges import make_badges, make_spares, note_printed
from rost.forum.models import Badge, Day, Door, Edition, Registration

from .content import VOLUNTEERS

SPARES = 20
BEFORE = timedelta(days=4)
AROUND = timedelta(hours=1)  # the doors are kept longer than the day
Secrets = Mapping[tuple[int, date], str]  # of a door's pass, by door and day


def moment_before(edition: Edition) -> datetime:
    return datetime.combine(edition.starts_on, time(12), ZoneInfo(edition.timezone)) - BEFORE


def prepare_doors(edition: Edition, *, by: Person) -> Secrets:
    now = moment_before(edition)
    make_doors(edition=edition, now=now)
    everybody = Registration.objects.filter(edition=edition)
    make_badges(edition=edition, registrations=everybody, now=now)
    make_spares(edition=edition, count=SPARES, now=now)
    badges = Badge.objects.filter(edition=edition).select_related("edition", "registration")
    note_printed(badges=list(badges), by=by, now=now)
    return issue_passes(edition, by=by)


def issue_passes(edition: Edition, *, by: Person) -> Secrets:
    """For each door and day to the volunteer who stands there; the bus goes on its day only."""
    found: dict[tuple[int, date], str] = {}
    for place, door in enumerate(Door.objects.filter(edition=edition).order_by("pk")):
        for day in Day.objects.filter(edition=edition):
            trip = door.route
            if trip is not None and not day.starts_at <= trip.departs_at <= day.ends_at:
                continue
            _pass, found[door.pk, day.date] = issue_pass(
                door=door,
                label=VOLUNTEERS[place % len(VOLUNTEERS)],
                starts_at=day.starts_at - AROUND,
                ends_at=day.ends_at + AROUND,
                by=by,
                now=moment_before(edition),
            )
    return found
