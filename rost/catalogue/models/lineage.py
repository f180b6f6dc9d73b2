"""What grew from what."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .cards import Card


class Growth(models.TextChoices):
    PRACTICE = "practice", pgettext_lazy("lineage", "became a practice")
    ADOPTION = "adoption", pgettext_lazy("lineage", "was adopted")


class Lineage(models.Model):
    """The second grew from the first."""

    source = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="grew_into")
    result = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="grew_from")
    growth = models.CharField(max_length=12, choices=Growth, verbose_name=_("How"))
    since = models.DateTimeField()

    class Meta:
        ordering = ("since", "id")
        constraints = (
            models.UniqueConstraint(fields=("source", "result"), name="lineage_once"),
            models.CheckConstraint(name="lineage_of_two", condition=~Q(source=F("result"))),
        )

    def __str__(self) -> str:
        return f"{self.source_id} → {self.result_id}"
