"""What the two days themselves still need of the organisers: before, during and after them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef

from rost.documents.models import Act, Document, Handling
from rost.forum.models import (
    Badge,
    Door,
    DoorPass,
    Edition,
    Mark,
    Registration,
    RegistrationStatus,
    Sheet,
)
from rost.forum.queries.certificates.entitlement import certificates_of

SOON = timedelta(days=14)  # from then on badges and doors are worth a reminder


@dataclass(frozen=True, slots=True)
class Held:
    """Counts, and nothing where it is not yet or no longer time for them."""

    unprinted: int = 0  # confirmed people without a printed badge
    no_doors: bool = False
    no_passes: bool = False  # today is a day of the forum, and nobody may take marks
    unentered: int = 0  # printed sheets that nobody has entered
    unissued: bool = False  # people came, and there is not one certificate yet
    unsent: int = 0  # certificates in force that were not sent

    @property
    def anything(self) -> bool:
        return self != Held()


def held_of(edition: Edition, now: datetime) -> Held:
    """Four queries at most: those of the time before, of the days, or of the time after."""
    today = now.astimezone(ZoneInfo(edition.timezone)).date()
    if today < edition.starts_on:
        return before(edition) if edition.starts_on - today <= SOON else Held()
    if today <= edition.ends_on:
        passes = DoorPass.objects.filter(
            door__edition=edition, revoked_at__isnull=True, starts_at__lte=now, ends_at__gt=now
        )
        return Held(unprinted=unprinted(edition), no_passes=not passes.exists())
    return after(edition)


def before(edition: Edition) -> Held:
    doors = Door.objects.filter(edition=edition, closed_at__isnull=True)
    return Held(unprinted=unprinted(edition), no_doors=not doors.exists())


def unprinted(edition: Edition) -> int:
    printed = Badge.objects.filter(registration=OuterRef("pk"), ended_at__isnull=True, prints__gt=0)
    people = Registration.objects.filter(edition=edition, status=RegistrationStatus.CONFIRMED)
    return people.filter(~Exists(printed)).count()


def after(edition: Edition) -> Held:
    sheets = Sheet.objects.filter(edition=edition, printed_at__isnull=False)
    papers = certificates_of(edition)
    sent = Handling.objects.filter(document=OuterRef("pk"), act__in=(Act.SENT, Act.SENT_AGAIN))
    issued = Document.objects.filter(kind="certificate", space=edition.space).exists()
    came = issued or Mark.objects.filter(door__edition=edition, voided_at__isnull=True).exists()
    return Held(
        unentered=sheets.filter(entered_at__isnull=True).count(),
        unissued=came and not issued,
        unsent=papers.filter(~Exists(sent)).count() if issued else 0,
    )
