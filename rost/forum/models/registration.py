"""Registration to an edition, quotas and waiting list, and each person's own agenda."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.directory.models import Municipality, Person, SignInKey

from .editions import Edition
from .programme import Session


class Category(models.Model):
    """Who comes: first-time heads, heads, specialists, NGOs, guests; with its own limit."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="categories")
    name = models.CharField(max_length=120)
    seats = models.PositiveIntegerField(null=True, blank=True)
    needs_invitation = models.BooleanField(default=False)
    from_municipality = models.BooleanField(default=True)  # must name one: seats go by district
    position = models.PositiveSmallIntegerField(default=0)
    colour = models.CharField(max_length=7, default="#1f4e9c")  # on the badge and at the door

    class Meta:
        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(fields=("edition", "name"), name="category_name_once"),
        )

    def __str__(self) -> str:
        return self.name


class Quota(models.Model):
    """Seats of one district (all categories together, or one of them)."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="quotas")
    district = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="quotas")
    category = models.ForeignKey(
        Category, null=True, blank=True, on_delete=models.CASCADE, related_name="quotas"
    )
    seats = models.PositiveIntegerField()

    class Meta:
        ordering = ("district__sort_key", "category__position", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("edition", "district", "category"),
                name="quota_once",
            ),
            models.UniqueConstraint(
                fields=("edition", "district"),
                condition=Q(category__isnull=True),
                name="quota_once_for_all_categories",
            ),
        )

    def __str__(self) -> str:
        return f"{self.district_id}: {self.seats}"


class QuestionTopic(models.TextChoices):
    TRANSPORT = "transport", _("Transport")
    HOUSING = "housing", _("Housing")
    FOOD = "food", _("Food")
    SPECIAL_NEEDS = "special_needs", _("Special needs")
    OTHER = "other", _("Other")


class Question(models.Model):
    """What the registration page asks; with choices, one of them is picked, otherwise words."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="questions")
    topic = models.CharField(max_length=20, choices=QuestionTopic)
    text = models.CharField(max_length=300)
    choices: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)
    required = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.text


class RegistrationStatus(models.TextChoices):
    REQUESTED = "requested", _("Waiting for confirmation")
    CONFIRMED = "confirmed", pgettext_lazy("registration", "Confirmed")
    WAITING = "waiting", _("On the waiting list")
    CANCELLED = "cancelled", pgettext_lazy("registration", "Cancelled")


class Registration(models.Model):
    """One person at one edition. A seat is held while requested or confirmed."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="registrations")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="registrations")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="registrations")
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="registrations"
    )
    district = models.ForeignKey(
        Municipality,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="district_registrations",
    )
    post = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=10, choices=RegistrationStatus)
    answers: models.JSONField[Any, Any] = models.JSONField(default=dict)  # {question id: text}
    queued_at = models.DateTimeField()  # order in the waiting list; ties by id
    changed_at = models.DateTimeField()
    registered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    basis = models.CharField(max_length=300, blank=True)
    at_door = models.BooleanField(default=False)  # a guest who came without a registration
    minor = models.BooleanField(default=False)  # under 18: comes with a parent or with a paper
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="children"
    )

    class Meta:
        ordering = ("queued_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("edition", "person"), name="registration_once"),
            models.CheckConstraint(
                name="registration_proxy_has_basis",
                condition=Q(registered_by__isnull=True) | ~Q(basis=""),
            ),
        )
        indexes = (models.Index(fields=("edition", "status", "queued_at")),)

    def __str__(self) -> str:
        return f"{self.person_id} → {self.edition_id}: {self.status}"


class SeatStatus(models.TextChoices):
    SEAT = "seat", _("Seat kept")
    WAITING = "waiting", _("Waiting for a seat")


class AgendaItem(models.Model):
    """A session (or a route's visit) in a person's own agenda, with a seat or in its queue."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="agenda")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="agenda_items")
    status = models.CharField(max_length=10, choices=SeatStatus)
    queued_at = models.DateTimeField()

    class Meta:
        ordering = ("queued_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("registration", "session"), name="agenda_item_once"),
        )

    def __str__(self) -> str:
        return f"{self.registration_id}: {self.session_id}"


class Invitation(models.Model):
    """A named invitation on paper: its QR signs the person in and opens the registration."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="invitations")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invitations")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="invitations")
    key = models.OneToOneField(
        SignInKey, null=True, blank=True, on_delete=models.SET_NULL, related_name="invitation"
    )
    issued_at = models.DateTimeField()
    printed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("issued_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("edition", "person"), name="invitation_once"),
        )

    def __str__(self) -> str:
        return f"{self.person_id} ← {self.edition_id}"
