"""What the desk shows of the doors: how full they are, their passes, telephones and marks."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Count, Max, Prefetch, Q, QuerySet, prefetch_related_objects

from rost.core.language import fold
from rost.forum.models import (
    Badge,
    Direction,
    Door,
    DoorDevice,
    DoorKind,
    DoorPass,
    Edition,
    Mark,
    Registration,
    RegistrationStatus,
)
from rost.forum.rules.attendance import day_bounds, shown_moment
from rost.forum.rules.badges import read_code

from .counts import DoorCount, counts_of

KINDS: list[str] = [DoorKind.ENTRANCE, DoorKind.HALL, DoorKind.ROUTE]  # in this order
ALMOST_FULL = 0.9
MOST_FOUND = 20
NOTICEABLE = 60_000  # milliseconds: a clock that far off is worth a word


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """A telephone: how many marks it has brought, and its clock in whole minutes ahead."""

    device: DoorDevice
    marks: int

    @property
    def minutes_ahead(self) -> int:
        off = abs(self.device.clock_ahead_ms) >= NOTICEABLE
        return round(self.device.clock_ahead_ms / NOTICEABLE) if off else 0

    @property
    def minutes_behind(self) -> int:
        return -self.minutes_ahead

    @property
    def revoked(self) -> bool:
        return bool(self.device.revoked_at or self.device.door_pass.revoked_at)


@dataclass(frozen=True, slots=True)
class DoorLine:
    door: Door
    count: DoorCount
    devices: list[DeviceLine] = field(default_factory=list)

    @property
    def free(self) -> int | None:
        """Places left; below zero when more are inside than fit; None without a limit."""
        return None if self.count.capacity is None else self.count.capacity - self.count.inside

    @property
    def crowded(self) -> bool:
        capacity = self.count.capacity
        return capacity is not None and self.count.inside >= capacity * ALMOST_FULL

    @property
    def over(self) -> int:
        """How many more are inside than fit."""
        return max(0, -(self.free or 0))

    @property
    def high(self) -> int:
        """From here on the bar warns."""
        return round((self.count.capacity or 0) * ALMOST_FULL)

    @property
    def shown(self) -> int:
        """As far as a bar can show it."""
        return min(self.count.inside, self.count.capacity or self.count.inside)


@dataclass(frozen=True, slots=True)
class Live:
    """The page of the day: `at` – the moment it is about, `revision` – what it was made of."""

    at: datetime
    revision: str
    lines: list[DoorLine]

    @property
    def devices(self) -> list[tuple[Door, DeviceLine]]:
        """Telephones that came on line on that day, door by door."""
        return [(line.door, one) for line in self.lines for one in line.devices]


def live_revision(edition: Edition, at: datetime) -> str:
    """Another text whenever anything of the page is another; four queries of one row each."""
    marks = Mark.objects.filter(door__edition=edition).aggregate(
        marks=Count("pk"), last=Max("received_at"), void=Count("voided_at"), gone=Max("voided_at")
    )
    devices = DoorDevice.objects.filter(door_pass__door__edition=edition).aggregate(
        devices=Count("pk"), seen=Max("seen_at"), revoked=Count("revoked_at")
    )
    passes = DoorPass.objects.filter(door__edition=edition).aggregate(
        passes=Count("pk"), revoked=Count("revoked_at")
    )
    doors = Door.objects.filter(edition=edition).aggregate(
        doors=Count("pk"), closed=Max("closed_at"), shut=Count("closed_at")
    )
    day = at.astimezone(ZoneInfo(edition.timezone)).date()
    facts = (day, *marks.values(), *devices.values(), *passes.values(), *doors.values())
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:24]


def moment_at_desk(edition: Edition, now: datetime) -> datetime:
    return shown_moment(now, last_day=edition.ends_on, zone=ZoneInfo(edition.timezone))


def live_of(edition: Edition, now: datetime) -> Live:
    """Every door with its counts and telephones; the same queries however many there are."""
    at = moment_at_desk(edition, now)
    doors = doors_of(edition)
    counts = counts_of(edition, doors, at)
    devices = _devices(edition, at)
    lines = [DoorLine(door, counts[door.pk], devices[door.pk]) for door in doors]
    return Live(at, live_revision(edition, at), lines)


def doors_of(edition: Edition) -> list[Door]:
    """All doors, the entrance first, closed ones last."""
    rows = Door.objects.filter(edition=edition).select_related("hall", "route")
    return sorted(
        rows.order_by("hall__position", "route__departs_at", "pk"),
        key=lambda door: (door.closed_at is not None, KINDS.index(door.kind)),
    )


@dataclass(frozen=True, slots=True)
class DoorPasses:
    """A door with its passes and their telephones, those that are over apart."""

    door: Door
    current: list[DoorPass]
    earlier: list[DoorPass]


def doors_with_passes(edition: Edition, now: datetime) -> list[DoorPasses]:
    """Every door with its passes, the latest first; the same queries however many there are."""
    passes = DoorPass.objects.order_by("-starts_at", "-pk").prefetch_related("devices")
    doors = doors_of(edition)
    prefetch_related_objects(doors, Prefetch("passes", queryset=passes))
    return [
        DoorPasses(
            door,
            [one for one in door.passes.all() if one.ends_at > now and one.revoked_at is None],
            [one for one in door.passes.all() if one.ends_at <= now or one.revoked_at is not None],
        )
        for door in doors
    ]


def _devices(edition: Edition, at: datetime) -> defaultdict[int, list[DeviceLine]]:
    """By door, the latest on line first; those of the local day, however late they sent."""
    begins, _ends = day_bounds(at, ZoneInfo(edition.timezone))
    rows = DoorDevice.objects.filter(door_pass__door__edition=edition, seen_at__gte=begins)
    rows = rows.select_related("door_pass")
    found: defaultdict[int, list[DeviceLine]] = defaultdict(list)
    for row in rows.annotate(brought=Count("marks")).order_by("-seen_at", "pk"):
        found[row.door_pass.door_id].append(DeviceLine(row, row.brought))
    return found


def marks_at(door: Door) -> QuerySet[Mark]:
    """The list of a door's marks, the latest first, with all that a line says."""
    return (
        Mark.objects.filter(door=door)
        .select_related(
            "badge__registration__person",
            "registration__person",
            "device__door_pass",
            "by",
            "session",
        )
        .order_by("-at", "-id")
    )


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who may be marked: a registration, or a spare badge that is nobody's yet."""

    registration: Registration | None
    badge: Badge | None
    last: Mark | None  # the latest mark of the day at this door that counts

    @property
    def ended(self) -> bool:
        return self.badge is not None and self.badge.ended_at is not None

    @property
    def inside(self) -> bool:
        return self.last is not None and self.last.direction == Direction.IN


def find_to_mark(door: Door, text: str, at: datetime) -> list[Found]:
    """By words of the name, by a badge's number («17», «№ 17») or by its whole code."""
    badge = _badge_by(door.edition_id, text)
    if badge is not None:
        owners = [badge.registration] if badge.registration is not None else []
        return _with_last(door, owners, badge, at)
    words = fold(text).split()
    if not words:
        return []
    rows = Registration.objects.filter(edition=door.edition_id).exclude(
        status=RegistrationStatus.CANCELLED
    )
    for word in words:
        rows = rows.filter(person__search_name__contains=word)
    rows = rows.select_related("person", "category", "municipality__parent")
    return _with_last(door, rows.order_by("person__sort_key", "pk")[:MOST_FOUND], None, at)


def _badge_by(edition: int, text: str) -> Badge | None:
    badges = Badge.objects.filter(edition=edition).select_related(
        "registration__person", "registration__category", "registration__municipality__parent"
    )
    number = text.strip().removeprefix("№").strip()
    if number.isascii() and number.isdecimal() and len(number) <= 9:
        return badges.filter(serial=int(number)).first()
    code = read_code(text)
    return badges.filter(code=code).first() if code else None


def _with_last(
    door: Door, rows: Iterable[Registration], badge: Badge | None, at: datetime
) -> list[Found]:
    rows = list(rows)
    own = Q(registration__in=rows) | Q(badge__registration__in=rows)
    if badge is not None and badge.registration_id is None:
        own = Q(badge=badge)
    last: dict[int | None, Mark] = {}
    begins, ends = day_bounds(at, ZoneInfo(door.edition.timezone))
    marks = Mark.objects.filter(own, door=door, voided_at__isnull=True, at__gte=begins, at__lt=ends)
    for mark in marks.select_related("badge").order_by("at", "id"):
        behind = mark.badge.registration_id if mark.badge is not None else None
        last[mark.registration_id or behind] = mark
    if badge is not None and not rows:
        return [Found(None, badge, last.get(None))]
    return [Found(row, badge, last.get(row.pk)) for row in rows]
