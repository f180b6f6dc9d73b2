"""The shelf: what the list of practices is read from."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Municipality

from .practices import Practice, Version


class Shelved(models.Model):
    """A practice that everybody reads, as the list filters and sorts it.

    Written anew whenever the card of the practice is put, gone with it. Each index ends in the
    order of the list, so that a page of it costs the same at a hundred and at a hundred thousand.
    """

    practice = models.OneToOneField(Practice, on_delete=models.CASCADE, related_name="shelved")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=300)
    summary = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, default="ru")
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    district = models.CharField(max_length=8, blank=True)  # code of the upper-level municipality
    people = models.PositiveIntegerField(null=True, blank=True)
    national_project = models.CharField(max_length=20, blank=True)
    kopecks = models.BigIntegerField(null=True, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    evidence = models.CharField(max_length=12, blank=True)
    sealed_until = models.DateField(null=True, blank=True)
    published_at = models.DateTimeField()  # of the version that is read

    class Meta:
        verbose_name = _("Practice on the shelf")
        ordering = ("-published_at", "-id")
        indexes = (
            models.Index(fields=("-published_at", "-id"), name="shelved_new"),
            models.Index(fields=("district", "-published_at"), name="shelved_district"),
            models.Index(fields=("national_project", "-published_at"), name="shelved_national"),
            models.Index(fields=("evidence", "-published_at"), name="shelved_evidence"),
            models.Index(fields=("year", "-published_at"), name="shelved_year"),
            models.Index(fields=("kopecks", "id"), name="shelved_cost"),
            models.Index(fields=("people", "id"), name="shelved_people"),
        )

    def __str__(self) -> str:
        return self.title


class ShelvedIssue(models.Model):
    """An issue of local significance that the practice is about."""

    shelved = models.ForeignKey(Shelved, on_delete=models.CASCADE, related_name="issues")
    code = models.CharField(max_length=20)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("code", "shelved"), name="shelved_issue_once"),
        )

    def __str__(self) -> str:
        return f"{self.shelved_id}: {self.code}"
