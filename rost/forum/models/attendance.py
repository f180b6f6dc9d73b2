"""Doors, who stands at them with which telephone, badges, and marks of coming and leaving."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.core import attendance
from rost.directory.models import Person

from .editions import Edition, Hall, Route
from .programme import Session
from .registration import Registration


class HoursBasis(models.TextChoices):
    SESSIONS = "sessions", _("By session: those that somebody was in")
    DAYS = "days", _("By day: any mark of the day counts")


class AttendanceRules(models.Model):
    """How one edition counts presence; without a row the defaults of the core hold."""

    edition = models.OneToOneField(
        Edition, on_delete=models.CASCADE, related_name="attendance_rules"
    )
    basis = models.CharField(max_length=8, choices=HoursBasis, default=HoursBasis.SESSIONS)
    hour_minutes = models.PositiveSmallIntegerField(default=attendance.ACADEMIC_HOUR)
    share_percent = models.PositiveSmallIntegerField(default=50)  # of a session, to count it
    least_hours = models.PositiveSmallIntegerField(default=1)  # for a certificate
    signatory_post = models.CharField(max_length=300, blank=True)
    signatory_name = models.CharField(max_length=200, blank=True)  # "И.О. Фамилия"

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="attendance_share_in_percent",
                condition=Q(share_percent__gte=1, share_percent__lte=100),
            ),
            models.CheckConstraint(
                name="attendance_hour_has_minutes", condition=Q(hour_minutes__gt=0)
            ),
        )

    def __str__(self) -> str:
        return f"{self.edition_id}"


class DoorKind(models.TextChoices):
    ENTRANCE = attendance.DoorKind.ENTRANCE, _("Entrance of the forum")
    HALL = attendance.DoorKind.HALL, _("Door of a hall")
    ROUTE = attendance.DoorKind.ROUTE, _("Bus of a route")


class Door(models.Model):
    """Where marks are taken; a hall may have two. A hall's mark finds its session by its time."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="doors")
    kind = models.CharField(max_length=10, choices=DoorKind)
    hall = models.ForeignKey(
        Hall, null=True, blank=True, on_delete=models.PROTECT, related_name="doors"
    )
    route = models.ForeignKey(
        Route, null=True, blank=True, on_delete=models.PROTECT, related_name="doors"
    )
    name = models.CharField(max_length=120)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("edition", "name"), name="door_name_once"),
            models.CheckConstraint(
                name="door_leads_where_its_kind_says",
                condition=Q(kind="entrance", hall__isnull=True, route__isnull=True)
                | Q(kind="hall", hall__isnull=False, route__isnull=True)
                | Q(kind="route", hall__isnull=True, route__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.name


class DoorPass(models.Model):
    """The right of one volunteer to take marks at one door until the end of the day.

    Only the digest of its secret is kept. The volunteer needs no account; the label says who
    it was given to, and the log of access to personal data names the pass.
    """

    door = models.ForeignKey(Door, on_delete=models.CASCADE, related_name="passes")
    label = models.CharField(max_length=120)
    digest = models.CharField(max_length=64, unique=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("door", "id")
        constraints = (
            models.CheckConstraint(
                name="door_pass_in_order", condition=Q(ends_at__gt=F("starts_at"))
            ),
        )

    def __str__(self) -> str:
        return self.label


class DoorDevice(models.Model):
    """A telephone that opened a pass; its token is kept as a digest."""

    id = models.UUIDField(primary_key=True)
    door_pass = models.ForeignKey(DoorPass, on_delete=models.CASCADE, related_name="devices")
    digest = models.CharField(max_length=64, unique=True)
    paired_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    list_taken_at = models.DateTimeField(null=True, blank=True)
    clock_ahead_ms = models.BigIntegerField(default=0)  # device's clock minus ours, last seen
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("paired_at", "id")

    def __str__(self) -> str:
        return f"{self.id}"


class BadgeEnd(models.TextChoices):
    LOST = "lost", pgettext_lazy("badge", "Lost")
    SPOILT = "spoilt", pgettext_lazy("badge", "Spoilt")
    CHANGED = "changed", _("Data changed")
    CANCELLED = "cancelled", _("Registration cancelled")


class Badge(models.Model):
    """A badge with an opaque code; a spare one belongs to nobody until it is handed to a guest.

    A replaced badge keeps its marks: they belong to its registration.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="badges")
    serial = models.PositiveIntegerField()
    code = models.CharField(max_length=20, unique=True)
    registration = models.ForeignKey(
        Registration, null=True, blank=True, on_delete=models.CASCADE, related_name="badges"
    )
    made_at = models.DateTimeField()
    printed_at = models.DateTimeField(null=True, blank=True)
    prints = models.PositiveSmallIntegerField(default=0)
    printed_as = models.CharField(max_length=16, blank=True)  # digest of what it said
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.CharField(max_length=10, choices=BadgeEnd, blank=True)

    class Meta:
        ordering = ("serial",)
        constraints = (
            models.UniqueConstraint(fields=("edition", "serial"), name="badge_serial_once"),
            models.UniqueConstraint(
                fields=("registration",),
                condition=Q(ended_at__isnull=True),
                name="badge_one_in_force",
            ),
            models.CheckConstraint(
                name="badge_ends_with_reason",
                condition=Q(ended_at__isnull=True, ended_why="")
                | (Q(ended_at__isnull=False) & ~Q(ended_why="")),
            ),
        )

    def __str__(self) -> str:
        return f"№ {self.serial}"


class Direction(models.TextChoices):
    IN = attendance.Direction.IN, _("Came in")
    OUT = attendance.Direction.OUT, _("Went out")


class MarkSource(models.TextChoices):
    CODE = "code", _("Square code")
    NAME = "name", _("By name at the door")
    DESK = "desk", _("By name at the desk")
    PAPER = "paper", _("Sign-in sheet")


class Mark(models.Model):
    """Somebody came or went; its id is made where the mark is taken, so it can be sent twice.

    `said_at` is the clock of the telephone; `at` is the same moment by ours. A mark taken by
    mistake is voided, never deleted. Through a badge or by name: the one or the other is there.
    """

    id = models.UUIDField(primary_key=True)
    door = models.ForeignKey(Door, on_delete=models.PROTECT, related_name="marks")
    badge = models.ForeignKey(
        Badge, null=True, blank=True, on_delete=models.CASCADE, related_name="marks"
    )
    registration = models.ForeignKey(
        Registration, null=True, blank=True, on_delete=models.CASCADE, related_name="marks"
    )
    direction = models.CharField(max_length=3, choices=Direction, default=Direction.IN)
    source = models.CharField(max_length=5, choices=MarkSource)
    session = models.ForeignKey(  # named by a sheet; otherwise found by place and time
        Session, null=True, blank=True, on_delete=models.PROTECT, related_name="marks"
    )
    at = models.DateTimeField()
    said_at = models.DateTimeField()
    received_at = models.DateTimeField()
    device = models.ForeignKey(
        DoorDevice, null=True, blank=True, on_delete=models.PROTECT, related_name="marks"
    )
    by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_why = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(
                name="mark_of_somebody",
                condition=Q(badge__isnull=False) | Q(registration__isnull=False),
            ),
        )
        indexes = (models.Index(fields=("door", "at")),)

    def __str__(self) -> str:
        return f"{self.door_id} {self.direction} {self.at:%H:%M}"
