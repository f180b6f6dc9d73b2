"""An edition of the forum: its dates, days, halls, off-site routes, tracks and documents."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rost.directory.models import Municipality, Organisation


class Edition(models.Model):
    """One forum, once: «Муниципалитеты – территории роста», Ufa, 18–19 February 2020."""

    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    place = models.CharField(max_length=300)
    timezone = models.CharField(max_length=40, default="Asia/Yekaterinburg")
    organisers = models.ManyToManyField(Organisation, related_name="editions")
    contact = models.CharField(max_length=300, blank=True)
    is_public = models.BooleanField(default=False)
    is_demonstration = models.BooleanField(default=False)
    published = models.ForeignKey(
        "Version", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    capacity = models.PositiveIntegerField(null=True, blank=True)  # people in all; None: no limit
    registration_opens_at = models.DateTimeField(null=True, blank=True)
    registration_closes_at = models.DateTimeField(null=True, blank=True)
    confirm_by_hand = models.BooleanField(default=False)
    participation_hours = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("-starts_on", "id")
        constraints = (
            models.CheckConstraint(
                name="edition_dates_in_order", condition=Q(ends_on__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="edition_registration_in_order",
                condition=Q(registration_opens_at__isnull=True)
                | Q(registration_closes_at__isnull=True)
                | Q(registration_closes_at__gt=F("registration_opens_at")),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def space(self) -> str:
        """The name of this edition as a scope of roles."""
        return f"forum.edition:{self.pk}"


class EditionDocument(models.Model):
    """A regulation, order or letter of the edition; the size is shown before it is opened."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="documents")
    title = models.CharField(max_length=300)
    url = models.URLField(blank=True)
    file = models.FileField(upload_to="forum/documents/%Y/", blank=True)
    size = models.PositiveIntegerField(null=True, blank=True)  # bytes

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title


class Day(models.Model):
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="days")
    date = models.DateField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ("date",)
        constraints = (
            models.UniqueConstraint(fields=("edition", "date"), name="day_once"),
            models.CheckConstraint(
                name="day_hours_in_order", condition=Q(ends_at__gt=F("starts_at"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.date}"


class Hall(models.Model):
    """A hall; one that sessions stood in is closed rather than deleted: nothing loses its place."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="halls")
    slug = models.SlugField(max_length=40)
    name = models.CharField(max_length=120)
    capacity = models.PositiveIntegerField()
    equipment: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    guid = models.UUIDField(unique=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("position", "id")
        constraints = (models.UniqueConstraint(fields=("edition", "slug"), name="hall_slug_once"),)

    def __str__(self) -> str:
        return self.name


class Track(models.Model):
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="tracks")
    slug = models.SlugField(max_length=40)
    name = models.CharField(max_length=200)
    colour = models.CharField(max_length=7, default="#1f4e9c")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "id")
        constraints = (models.UniqueConstraint(fields=("edition", "slug"), name="track_slug_once"),)

    def __str__(self) -> str:
        return self.name


class Route(models.Model):
    """An off-site route: a bus with seats to a host municipality, a practice behind every stop."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="routes")
    slug = models.SlugField(max_length=40)
    name = models.CharField(max_length=200)
    bus = models.CharField(max_length=120, blank=True)
    seats = models.PositiveIntegerField()
    host = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="routes")
    departs_at = models.DateTimeField()
    returns_at = models.DateTimeField()
    departs_from = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("departs_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("edition", "slug"), name="route_slug_once"),
            models.CheckConstraint(
                name="route_times_in_order", condition=Q(returns_at__gt=F("departs_at"))
            ),
        )

    def __str__(self) -> str:
        return self.name


class Stop(models.Model):
    route = models.ForeignKey(Route, on_delete=models.CASCADE, related_name="stops")
    at = models.DateTimeField()
    until = models.DateTimeField()
    place = models.CharField(max_length=200)
    territory = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="stops")
    practice = models.CharField(max_length=300)
    practice_url = models.URLField(blank=True)

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(name="stop_times_in_order", condition=Q(until__gte=F("at"))),
        )

    def __str__(self) -> str:
        return self.place
