"""One card for each thing that can be found, and who may find it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import pgettext_lazy

from rost.directory.models import Municipality, Person


class Audience(models.TextChoices):
    PUBLIC = "public", pgettext_lazy("audience", "Everybody")
    SIGNED_IN = "signed_in", pgettext_lazy("audience", "Whoever has signed in")
    NAMED = "named", pgettext_lazy("audience", "Those named, and whoever has the right")


class Card(models.Model):
    """What a room shows of one of its things; `key` is the room's own name of it.

    A card that is withdrawn stays: what grew from the thing still says so. `right` names a right
    whose holders (in `place_path`'s territory or everywhere) find a NAMED card too.
    """

    key = models.CharField(max_length=60, unique=True)  # "library.practice:12"
    kind = models.CharField(max_length=20, blank=True)  # "practice", "session", "place", …
    title = models.CharField(max_length=300)
    summary = models.CharField(max_length=1000, blank=True)
    body = models.TextField(blank=True)  # every other word that it is found by
    language = models.CharField(max_length=2, default="ru")
    path = models.CharField(max_length=300, blank=True)  # of its page, without a language
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="cards"
    )
    place_path = models.CharField(max_length=60, blank=True)  # the municipality's, as it was put
    district = models.CharField(max_length=8, blank=True)  # code of the upper-level municipality
    people = models.PositiveIntegerField(null=True, blank=True)  # residents of the municipality
    national_project = models.CharField(max_length=20, blank=True)
    kopecks = models.BigIntegerField(null=True, blank=True)  # what it cost, all sources
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    audience = models.CharField(max_length=10, choices=Audience, default=Audience.PUBLIC)
    right = models.CharField(max_length=60, blank=True)
    put_at = models.DateTimeField()
    changed_at = models.DateTimeField(db_default=Now())
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("key",)
        constraints = (
            models.CheckConstraint(
                name="card_costs_something", condition=Q(kopecks__isnull=True) | Q(kopecks__gte=0)
            ),
        )
        indexes = (  # lists: the newest first, within one value of a filter, or by a figure
            models.Index(fields=("-put_at", "-id"), name="card_newest"),
            models.Index(fields=("kind", "-put_at"), name="card_kind"),
            models.Index(fields=("district", "-put_at"), name="card_district"),
            models.Index(fields=("national_project", "-put_at"), name="card_project"),
            models.Index(fields=("year", "-put_at"), name="card_year"),
            models.Index(fields=("kopecks", "id"), name="card_cost"),
            models.Index(fields=("people", "id"), name="card_people"),
        )

    def __str__(self) -> str:
        return self.title


class CardReader(models.Model):
    """Somebody who finds a card that is not for everybody."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="readers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="cards_read")

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("card", "person"), name="card_reader_once"),)

    def __str__(self) -> str:
        return f"{self.card_id}: {self.person_id}"


class CardIssue(models.Model):
    """An issue of local significance that the thing is about."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="issues")
    code = models.CharField(max_length=20, db_index=True)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("card", "code"), name="card_issue_once"),)

    def __str__(self) -> str:
        return f"{self.card_id}: {self.code}"
