"""What participants say afterwards, and the totals that outlive the rows."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from .editions import Edition
from .programme import Session


class Feedback(models.Model):
    """One tap and, if they like, words: of a session, or of the whole forum (no session).

    `voter` is a keyed digest of the registration: one answer each, which its author may change
    and take back, and nobody can be read from it.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="feedback")
    session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.CASCADE, related_name="feedback"
    )
    voter = models.CharField(max_length=64)
    mark = models.PositiveSmallIntegerField()  # 1 … 5
    words = models.TextField(blank=True)
    given_at = models.DateTimeField()

    class Meta:
        ordering = ("given_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("session", "voter"),
                condition=Q(session__isnull=False),
                name="feedback_once_a_session",
            ),
            models.UniqueConstraint(
                fields=("edition", "voter"),
                condition=Q(session__isnull=True),
                name="feedback_once_a_forum",
            ),
            models.CheckConstraint(
                name="feedback_mark_from_1_to_5", condition=Q(mark__gte=1, mark__lte=5)
            ),
        )

    def __str__(self) -> str:
        return f"{self.session_id}: {self.mark}"


class EditionTotals(models.Model):
    """The figures of an edition, frozen before the first of its rows is destroyed; no names."""

    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, related_name="totals")
    figures: models.JSONField[Any, Any] = models.JSONField()
    frozen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.edition_id}"
