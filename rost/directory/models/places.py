"""Municipalities with their dates, their population by year, and what became of them."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Kinds of territory; the region stands above its municipalities and is not one itself."""

    REGION = "region", _("Region")
    MUNICIPAL_DISTRICT = "municipal_district", _("Municipal district")
    MUNICIPAL_OKRUG = "municipal_okrug", _("Municipal okrug")
    URBAN_OKRUG = "urban_okrug", _("Urban okrug")
    URBAN_SETTLEMENT = "urban_settlement", _("Urban settlement")
    RURAL_SETTLEMENT = "rural_settlement", _("Rural settlement")
    CITY_TERRITORY = "city_territory", _("Intracity territory")
    CITY_DISTRICT = "city_district", _("City district")

    @classmethod
    def uppers(cls) -> tuple[Kind, ...]:
        """Districts and okrugs: the level that quotas and curators work on."""
        return (cls.MUNICIPAL_DISTRICT, cls.MUNICIPAL_OKRUG, cls.URBAN_OKRUG, cls.CITY_TERRITORY)


class MunicipalityQuerySet(models.QuerySet["Municipality"]):
    def valid_on(self, day: date) -> MunicipalityQuerySet:
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        )

    def within(self, code: str) -> MunicipalityQuerySet:
        """The territory with this code and everything below it."""
        return self.filter(Q(code=code) | Q(path__contains=f".{code}."))

    def within_any(self, codes: tuple[str, ...]) -> MunicipalityQuerySet:
        """Whatever lies in one of the territories; no codes mean no bounds."""
        bounds = Q()
        for code in codes:
            bounds |= Q(path__contains=f".{code}.")
        return self.filter(bounds)

    def municipalities(self) -> MunicipalityQuerySet:
        return self.exclude(kind=Kind.REGION)

    def upper(self) -> MunicipalityQuerySet:
        return self.filter(kind__in=Kind.uppers())


class Municipality(models.Model):
    """A territory in the official classifier (OKTMO), valid between two dates."""

    code = models.CharField(max_length=8, unique=True)  # eight OKTMO digits, as text
    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=200)
    name_ba = models.CharField(max_length=200, blank=True)
    official_name = models.CharField(max_length=300, blank=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    path = models.CharField(max_length=60)  # ".80000000.80601000.80601404.", ends with own code
    centre_type = models.CharField(max_length=20, blank=True)
    centre_name = models.CharField(max_length=120, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    search_name = models.CharField(max_length=420, db_index=True)  # folded: own name and district's
    sort_key = models.CharField(max_length=500, db_index=True)

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        ordering = ("sort_key", "code")
        constraints = (
            models.CheckConstraint(
                name="municipality_dates_in_order",
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def centre(self) -> str:
        """«с. Аскарово», «рп Чишмы»: the administrative centre as addresses write it."""
        dot = "." if len(self.centre_type) == 1 else ""
        return f"{self.centre_type}{dot}\u00a0{self.centre_name}".strip(" .\u00a0")

    @property
    def district_code(self) -> str:
        """Code of the upper-level municipality this place belongs to (its own, if it is one)."""
        parts = self.path.strip(".").split(".")
        return parts[1] if len(parts) > 1 else self.code


class Population(models.Model):
    """Residents of a municipality in a year, with the source of the figure."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="populations"
    )
    year = models.PositiveSmallIntegerField()
    people = models.PositiveIntegerField()
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ("-year",)
        constraints = (
            models.UniqueConstraint(fields=("municipality", "year"), name="population_once_a_year"),
        )

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.year}: {self.people}"


class FormerName(models.Model):
    """A name that a municipality bore until a day; its code and everything else stayed."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="former_names"
    )
    name = models.CharField(max_length=200)
    name_ba = models.CharField(max_length=200, blank=True)
    borne_to = models.DateField()  # the last day
    basis = models.CharField(max_length=300)

    class Meta:
        ordering = ("-borne_to", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("municipality", "borne_to"), name="former_name_one_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.borne_to})"


class SuccessionKind(models.TextChoices):
    MERGE = "merge", _("Merged into")
    TRANSFORM = "transform", _("Changed its status to")
    RENAME = "rename", _("Renamed to")


class Succession(models.Model):
    """One predecessor, one successor, the day and the act: a merge is several such rows."""

    predecessor = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="successions"
    )
    successor = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="predecessions"
    )
    kind = models.CharField(max_length=10, choices=SuccessionKind)
    on = models.DateField()
    basis = models.CharField(max_length=300)

    class Meta:
        ordering = ("on", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("predecessor", "successor"), name="succession_once_a_pair"
            ),
            models.CheckConstraint(
                name="succession_to_another", condition=~Q(predecessor=F("successor"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id} ({self.on})"
