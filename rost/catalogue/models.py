"""One card for each public thing of every room, and what grew from what."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Card(models.Model):
    """What a room shows of one of its things; `key` is the room's own name of it.

    A card that is withdrawn stays: what grew from the thing still says so.
    """

    key = models.CharField(max_length=60, unique=True)  # "forum.project:12"
    title = models.CharField(max_length=300)
    path = models.CharField(max_length=300, blank=True)  # of its page, without a language
    put_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        return self.title


class Growth(models.TextChoices):
    PRACTICE = "practice", pgettext_lazy("lineage", "became a practice")


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
