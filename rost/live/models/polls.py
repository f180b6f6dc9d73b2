"""Polls in the hall; informal, and the page says so."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from rost.forum.models import Registration

from .floors import Device, Floor


class PollKind(models.TextChoices):
    ONE = "one", pgettext_lazy("poll", "One of several")
    MANY = "many", pgettext_lazy("poll", "Several of several")
    RATING = "rating", pgettext_lazy("poll", "Rating from 1 to 5")
    WORDS = "words", pgettext_lazy("poll", "In a word or two")
    HANDS = "hands", pgettext_lazy("poll", "Yes or no, by a show of telephones")


class PollState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("poll", "Draft")
    OPEN = "open", pgettext_lazy("poll", "Open")
    CLOSED = "closed", pgettext_lazy("poll", "Closed")


class Poll(models.Model):
    floor = models.ForeignKey(Floor, on_delete=models.CASCADE, related_name="polls")
    kind = models.CharField(max_length=8, choices=PollKind)
    text = models.CharField(max_length=300)
    options: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)
    most = models.PositiveSmallIntegerField(default=1)  # options that one may choose
    state = models.CharField(max_length=8, choices=PollState, default=PollState.DRAFT)
    results_at_once = models.BooleanField(default=True)  # on the screen while it is open
    on_screen = models.BooleanField(default=False)  # its results, once it is closed
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("floor",), condition=Q(state="open"), name="poll_one_open"
            ),
        )

    def __str__(self) -> str:
        return self.text


class PollAnswer(models.Model):
    """`value` is an option's number, a list of them, 1 to 5, words, or true and false."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="answers")
    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="poll_answers")
    registration = models.ForeignKey(
        Registration, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    value: models.JSONField[Any, Any] = models.JSONField()
    answered_at = models.DateTimeField()
    set_aside = models.BooleanField(default=False)
    hidden = models.BooleanField(default=False)  # words that a moderator took off the screen

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("poll", "device"), name="poll_answer_once"),
            models.UniqueConstraint(
                fields=("poll", "registration"),
                condition=Q(registration__isnull=False),
                name="poll_answer_once_a_badge",
            ),
        )

    def __str__(self) -> str:
        return f"{self.device_id} → {self.poll_id}"
