"""Adoption: a practice taken up elsewhere, what was changed, and what came of it."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from rost.directory.models import Municipality, Person

from .practices import Practice, Version


class AdoptionState(models.TextChoices):
    GOING = "going", pgettext_lazy("adoption", "Being done")
    DONE = "done", pgettext_lazy("adoption", "Done")
    GIVEN_UP = "given_up", pgettext_lazy("adoption", "Given up")


class Adoption(models.Model):
    """Public from its first day; giving up with a reason is an honourable end.

    One of a practice goes on at a place at a time; those that are over stand beside it, for a
    merge may bring two together.
    """

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="adoptions")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="adoptions")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="adoptions"
    )
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="adoptions"
    )
    state = models.CharField(max_length=10, choices=AdoptionState, default=AdoptionState.GOING)
    basis = models.CharField(max_length=300, blank=True)  # of adopting for others
    begins_on = models.DateField()
    began_at = models.DateTimeField()
    saving = models.PositiveIntegerField(default=0)  # grows with every saving: two windows
    language = models.CharField(max_length=2, default="ru")
    changed = models.TextField(blank=True)  # what we do otherwise than the original
    kopecks = models.BigIntegerField(null=True, blank=True)  # what it cost here
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)  # of giving up
    contact = models.CharField(max_length=300, blank=True)  # for everybody, while agreed to
    contact_agreed_at = models.DateTimeField(null=True, blank=True)
    contact_by = models.ForeignKey(  # whoever agreed: the line goes with them
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ("-began_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("practice", "municipality"),
                condition=Q(state="going"),
                name="adoption_once_a_place",
            ),
            models.CheckConstraint(
                name="adoption_given_up_with_reason",
                condition=~Q(state="given_up") | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="adoption_contact_agreed_to",
                condition=Q(contact="") | Q(contact_agreed_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.practice_id} → {self.municipality_id}"


class AdoptionStep(models.Model):
    adoption = models.ForeignKey(Adoption, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=1000)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("adoption", "number")
        constraints = (
            models.UniqueConstraint(fields=("adoption", "number"), name="adoption_step_once"),
        )

    def __str__(self) -> str:
        return self.text


class AdoptionResult(models.Model):
    """After 6 and after 12 months; `results` is [{"indicator", "before", "after", "unit"}]."""

    adoption = models.ForeignKey(Adoption, on_delete=models.CASCADE, related_name="results")
    months = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    text = models.TextField(blank=True)
    results: models.JSONField[Any, Any] = models.JSONField(default=list)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("adoption", "months")
        constraints = (
            models.UniqueConstraint(fields=("adoption", "months"), name="adoption_result_once"),
            models.CheckConstraint(name="adoption_result_months", condition=Q(months__in=(6, 12))),
        )

    def __str__(self) -> str:
        return f"{self.adoption_id}: {self.months}"


class AdoptionEvidence(models.Model):
    """A photograph (made small) or a file that shows what was done; `title` says what is seen."""

    adoption = models.ForeignKey(Adoption, on_delete=models.CASCADE, related_name="evidence")
    title = models.CharField(max_length=300)
    file = models.FileField(upload_to="library/evidence/%Y/")
    size = models.PositiveIntegerField()  # bytes
    is_photo = models.BooleanField(default=False)
    small = models.FileField(upload_to="library/evidence/%Y/", blank=True)  # of a photograph
    width = models.PositiveSmallIntegerField(null=True, blank=True)
    height = models.PositiveSmallIntegerField(null=True, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title


class AdoptionReminder(models.Model):
    """Each is sent once: the row and its messages are one transaction."""

    adoption = models.ForeignKey(Adoption, on_delete=models.CASCADE, related_name="reminders")
    name = models.CharField(max_length=40)
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ("sent_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("adoption", "name"), name="adoption_reminder_once"),
        )

    def __str__(self) -> str:
        return f"{self.adoption_id}: {self.name}"
