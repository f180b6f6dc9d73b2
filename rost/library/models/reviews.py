"""Reviews of practices: who looked, by which checklist, with what result, until when it holds."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from rost.directory.models import Person

from .practices import Practice, Version


class Evidence(models.TextChoices):
    """How well the result is shown, from the weakest to the strongest."""

    TOLD = "told", pgettext_lazy("evidence", "Told by its author")
    SHOWN = "shown", pgettext_lazy("evidence", "Shown by documents or photographs")
    MEASURED = "measured", pgettext_lazy("evidence", "Measured before and after")
    REPEATED = "repeated", pgettext_lazy("evidence", "Repeated elsewhere with a result")


class Decision(models.TextChoices):
    PUBLISHED = "published", pgettext_lazy("review", "Into the library")
    RETURNED = "returned", pgettext_lazy("review", "Returned for changes")
    CONFIRMED = "confirmed", pgettext_lazy("review", "Looked at again: it still holds")


class Review(models.Model):
    """One look at a practice; `checklist` is {question: {"answer": yes|no|unfit, "note"}}.

    The reviewer is named on the passport. Open until it is decided: one at a time. `version` is
    what was confirmed or came of it, `saving` the saving of the working copy that was decided
    about, `by_field` what is to be mended: {field of the passport: words}.
    """

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="reviews")
    reviewer = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="practice_reviews"
    )
    assigned_by = models.ForeignKey(  # nobody: the reviewer took it
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    taken_at = models.DateTimeField()
    edition = models.PositiveSmallIntegerField(default=1)  # of the checklist
    checklist: models.JSONField[Any, Any] = models.JSONField(default=dict)
    remarks = models.TextField(blank=True)  # as the author reads them
    by_field: models.JSONField[Any, Any] = models.JSONField(default=dict)
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    evidence = models.CharField(max_length=12, choices=Evidence, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    saving = models.PositiveIntegerField(null=True, blank=True)
    sealed_until = models.DateField(null=True, blank=True)
    review_by = models.DateField(null=True, blank=True)
    version = models.ForeignKey(
        Version, null=True, blank=True, on_delete=models.CASCADE, related_name="reviews"
    )

    class Meta:
        ordering = ("taken_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("practice",),
                condition=Q(decided_at__isnull=True),
                name="practice_one_open_review",
            ),
            models.CheckConstraint(
                name="review_returned_with_remarks",
                condition=~Q(decision="returned") | ~Q(remarks=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.practice_id}: {self.decision}"


class ReviewReminder(models.Model):
    """Each is sent once: the row and its messages are one transaction."""

    practice = models.ForeignKey(
        Practice, on_delete=models.CASCADE, related_name="review_reminders"
    )
    name = models.CharField(max_length=40)  # «term:12», «seal:2021-02-18:before»
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ("sent_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("practice", "name"), name="review_reminder_once"),
        )

    def __str__(self) -> str:
        return f"{self.practice_id}: {self.name}"


class Withdrawal(models.Model):
    """A practice taken out of the library, and perhaps back: never edited, the trace of it."""

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="withdrawals")
    at = models.DateTimeField()
    by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    by_author = models.BooleanField(default=False)
    reason = models.TextField()  # public
    basis = models.CharField(max_length=300, blank=True)  # of a keeper: by what document or rule
    back_at = models.DateTimeField(null=True, blank=True)
    back_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(name="withdrawal_with_reason", condition=~Q(reason="")),
            models.UniqueConstraint(
                fields=("practice",),
                condition=Q(back_at__isnull=True),
                name="practice_one_open_withdrawal",
            ),
        )

    def __str__(self) -> str:
        return f"{self.practice_id}: {self.at}"
