"""What editors add to the list of synonyms or switch off in it; the list is data/synonyms.csv."""

from __future__ import annotations

from django.db import models
from django.utils.translation import pgettext_lazy


class Way(models.TextChoices):
    BOTH = "both", pgettext_lazy("synonym", "Finds the others and is found by them")
    TYPED = "typed", pgettext_lazy("synonym", "Finds the others, is not found by them")
    FOUND = "found", pgettext_lazy("synonym", "Is found by the others, does not find them")


class Synonym(models.Model):
    """A term of a group; with `is_off` the same term of the shipped list counts no more."""

    group = models.CharField(max_length=40)
    words = models.CharField(max_length=100)
    language = models.CharField(max_length=2, default="ru")
    way = models.CharField(max_length=5, choices=Way, default=Way.BOTH)
    note = models.CharField(max_length=200, blank=True)
    is_off = models.BooleanField(default=False)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ("group", "id")
        constraints = (models.UniqueConstraint(fields=("group", "words"), name="synonym_once"),)

    def __str__(self) -> str:
        return f"{self.group}: {self.words}"
