"""What is known of municipalities in figures, with unit, year and source; and where they lie."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from .people import Person
from .places import Municipality
from .records import ImportBatch


class Shape(models.TextChoices):
    """How a figure is compared: `core.similarity` reads it."""

    LEVEL = "level", pgettext_lazy("indicator", "as it is")
    LOG = "log", pgettext_lazy("indicator", "by its logarithm")
    PER_HEAD = "per_head", pgettext_lazy("indicator", "per resident, by its logarithm")
    YES_NO = "yes_no", pgettext_lazy("indicator", "yes or no")


class Indicator(models.Model):
    """`theme` groups indicators for peers; the short name stands in a list of reasons."""

    code = models.CharField(max_length=40, unique=True)
    name_ru = models.CharField(max_length=300)
    name_ba = models.CharField(max_length=300, blank=True)
    name_en = models.CharField(max_length=300, blank=True)
    short_ru = models.CharField(max_length=100)
    short_ba = models.CharField(max_length=100, blank=True)
    short_en = models.CharField(max_length=100, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    theme = models.CharField(max_length=20)
    shape = models.CharField(max_length=10, choices=Shape, default=Shape.LEVEL)
    weight = models.PositiveSmallIntegerField(default=1)  # among peers, unless the reader says so
    asked = models.BooleanField(default=False)  # a place may declare it where statistics are thin
    rank = models.PositiveSmallIntegerField(default=100)  # among those of its theme

    class Meta:
        ordering = ("theme", "rank", "code")

    def __str__(self) -> str:
        return self.code


class IndicatorCode(models.Model):
    """What a published file calls an indicator: its code or its name there, folded."""

    code = models.CharField(max_length=300, unique=True)
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="codes")
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ("indicator", "code")

    def __str__(self) -> str:
        return self.code


class IndicatorValue(models.Model):
    """One figure of a place and year; one declared by its people stands beside the statistics."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="indicator_values"
    )
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="values")
    year = models.PositiveSmallIntegerField()
    value = models.FloatField()
    source = models.CharField(max_length=200)
    declared = models.BooleanField(default=False)
    declared_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    written_at = models.DateTimeField()
    batch = models.ForeignKey(
        ImportBatch, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ("municipality", "indicator", "-year")
        constraints = (
            models.UniqueConstraint(
                fields=("municipality", "indicator", "year", "declared"),
                name="indicator_value_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.indicator_id} {self.year}: {self.value}"


class FormerValue(models.Model):
    """A figure that another one replaced or that was taken back; what is declared keeps its past.

    `replaced_by` is the list that replaced it: withdrawing that list brings the figure back.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="former_values"
    )
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="former_values")
    year = models.PositiveSmallIntegerField()
    value = models.FloatField()
    source = models.CharField(max_length=200)
    declared = models.BooleanField(default=False)
    declared_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    written_at = models.DateTimeField()
    batch = models.ForeignKey(
        ImportBatch, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    replaced_at = models.DateTimeField()
    replaced_by = models.ForeignKey(
        ImportBatch, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ("-replaced_at", "-id")

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.indicator_id} {self.year}: {self.value}"


class Location(models.Model):
    """Where the administrative centre lies, in degrees."""

    municipality = models.OneToOneField(
        Municipality, on_delete=models.CASCADE, related_name="location"
    )
    latitude = models.FloatField()
    longitude = models.FloatField()
    source = models.CharField(max_length=200)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="location_on_earth",
                condition=Q(latitude__range=(-90, 90)) & Q(longitude__range=(-180, 180)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality_id}: {self.latitude:.4f}, {self.longitude:.4f}"
