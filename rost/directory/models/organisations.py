"""Organisations: NGOs, business, authorities, academies, TOS and media."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .people import Person
from .places import Municipality


class OrganisationKind(models.TextChoices):
    NGO = "ngo", _("NGO")
    BUSINESS = "business", _("Business")
    AUTHORITY = "authority", _("Public authority")
    ACADEMY = "academy", _("Academy")
    TOS = "tos", _("Territorial self-government")
    MEDIA = "media", _("Media")


class Organisation(models.Model):
    """A body that acts on the platform only through named representatives (posts with an end)."""

    kind = models.CharField(max_length=10, choices=OrganisationKind)
    name = models.CharField(max_length=300)
    short_name = models.CharField(max_length=120, blank=True)
    inn = models.CharField(max_length=12, blank=True)
    ogrn = models.CharField(max_length=15, blank=True)
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="organisations"
    )
    site = models.URLField(blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_demonstration = models.BooleanField(default=False)
    search_name = models.CharField(max_length=500, db_index=True)
    sort_key = models.CharField(max_length=500, db_index=True)

    class Meta:
        ordering = ("sort_key", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("ogrn",), condition=~Q(ogrn=""), name="organisation_ogrn_once"
            ),
            models.CheckConstraint(
                name="organisation_dates_in_order",
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
            ),
        )

    def __str__(self) -> str:
        return self.short_name or self.name
