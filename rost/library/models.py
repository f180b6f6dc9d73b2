"""Practices: what worked in a municipality, written so that another can do it."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import pgettext_lazy

from rost.directory.models import Municipality, Person


class PracticeState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("practice", "Draft")


class Practice(models.Model):
    """`passport` is `core.passport` in its stored form; where it grew from, the lineage says."""

    author = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="practices")
    co_authors = models.ManyToManyField(Person, blank=True, related_name="practices_together")
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="practices"
    )
    title = models.CharField(max_length=300)
    passport: models.JSONField[Any, Any] = models.JSONField(default=dict)
    language = models.CharField(max_length=2, default="ru")
    state = models.CharField(max_length=10, choices=PracticeState, default=PracticeState.DRAFT)
    began_at = models.DateTimeField()
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("-saved_at", "-id")

    def __str__(self) -> str:
        return self.title
