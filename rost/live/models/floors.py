"""The floor of a session, and the telephones that take part in it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import pgettext_lazy

from rost.forum.models import Edition, Registration, Session


class Naming(models.TextChoices):
    EITHER = "either", pgettext_lazy("hall", "With a name or without")
    SIGNED = "signed", pgettext_lazy("hall", "With a name only")
    ANONYMOUS = "anonymous", pgettext_lazy("hall", "Without names")


class Floor(models.Model):
    """What the hall may say during one session. `revision` grows with every change that a
    telephone or the screen would show, so that «nothing new» costs next to nothing.
    """

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="floor")
    opens_at = models.DateTimeField(null=True, blank=True)  # None: not open to the hall
    closes_at = models.DateTimeField(null=True, blank=True)
    takes_questions = models.BooleanField(default=True)
    moderated = models.BooleanField(default=False)  # a question is shown once a moderator lets it
    naming = models.CharField(max_length=10, choices=Naming, default=Naming.EITHER)
    hall_network = models.CharField(max_length=64, blank=True)  # digest: the hall's own line
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.session_id}"


class Device(models.Model):
    """A telephone that takes part in an edition; its token is kept as a digest.

    `network` and `browser` are keyed digests, told apart only within one edition and destroyed
    with the retention term. `registration` is set once the telephone has shown a badge.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="devices")
    digest = models.CharField(max_length=64, unique=True)
    network = models.CharField(max_length=64, blank=True)
    browser = models.CharField(max_length=64, blank=True)
    registration = models.ForeignKey(
        Registration, null=True, blank=True, on_delete=models.SET_NULL, related_name="devices"
    )
    seen_at = models.DateTimeField()  # first
    silenced_at = models.DateTimeField(null=True, blank=True)  # by a moderator

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("edition", "network", "seen_at")),)

    def __str__(self) -> str:
        return f"{self.pk}"
