"""The outbox: every message to a person, on their page at once and by mail when they have one."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Person


class DeliveryState(models.TextChoices):
    ON_PAGE = "on_page", _("On the person's page only")
    QUEUED = "queued", _("Queued")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Failed")


class Message(models.Model):
    """One message to one person, written once: the `dedupe` key makes a second one impossible.

    Mail leaves at least once: a worker that dies between sending and marking may send it again.
    `due_at` is when the next attempt may begin; an attempt that takes the message moves it on,
    so two workers never send the same message at the same moment.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="messages")
    dedupe = models.CharField(max_length=120, unique=True)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    path = models.CharField(max_length=300, blank=True)  # where to go on the site
    space = models.CharField(max_length=60, blank=True)  # whose staff see it in the outbox
    address = models.CharField(max_length=254, blank=True)
    state = models.CharField(max_length=10, choices=DeliveryState)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at", "-id")
        indexes = (
            models.Index(fields=("state", "created_at")),
            models.Index(fields=("state", "due_at")),
            models.Index(fields=("person", "-created_at")),
        )

    def __str__(self) -> str:
        return self.subject
