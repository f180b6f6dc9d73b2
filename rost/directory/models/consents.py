"""Consents to the processing of personal data: a row a purpose (152-FZ art. 9, 01.09.2025)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .people import Language, Person


class Purpose(models.TextChoices):
    PARTICIPATION = "participation", _("Taking part in events")
    MAILING = "mailing", _("News and invitations by mail")
    PHOTO_VIDEO = "photo_video", _("Photo and video")
    DISSEMINATION = "dissemination", _("Showing my data to everyone")


class ConsentText(models.Model):
    """A version of what people agree to, in one language; never edited once somebody agreed."""

    purpose = models.CharField(max_length=20, choices=Purpose)
    language = models.CharField(max_length=2, choices=Language)
    version = models.PositiveSmallIntegerField()
    body = models.TextField()
    valid_from = models.DateField()

    class Meta:
        ordering = ("purpose", "language", "-version")
        constraints = (
            models.UniqueConstraint(
                fields=("purpose", "language", "version"), name="consent_text_version_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.purpose} {self.language} {self.version}"


class Consent(models.Model):
    """That a person agreed, to which text, when, through whom; withdrawal is kept beside it.

    `field` names the single datum for dissemination («post», «email»), which the law wants
    field by field; it is empty for the other purposes.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose)
    field = models.CharField(max_length=20, blank=True)
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="consents")
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    basis = models.CharField(max_length=300, blank=True)  # paper form, call: for proxies
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-given_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("person", "purpose", "field"),
                condition=Q(withdrawn_at__isnull=True),
                name="consent_one_in_force",
            ),
            models.CheckConstraint(
                name="consent_withdrawn_after_given",
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("given_at")),
            ),
            models.CheckConstraint(
                name="consent_proxy_has_basis",
                condition=Q(given_by__isnull=True) | ~Q(basis=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id}: {self.purpose}"
