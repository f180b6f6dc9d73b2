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

    The reviewer is named on the passport. `passport` is what was reviewed, so that later edits of
    the working copy do not change what somebody signed.
    """

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="reviews")
    reviewer = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="practice_reviews"
    )
    taken_at = models.DateTimeField()
    checklist: models.JSONField[Any, Any] = models.JSONField(default=dict)
    remarks = models.TextField(blank=True)  # as the author reads them
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    evidence = models.CharField(max_length=12, choices=Evidence, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
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
