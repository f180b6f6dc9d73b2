"""Questions from the hall and the votes that lift them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from rost.directory.models import Person
from rost.forum.models import Registration

from .floors import Device, Floor


class QuestionState(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("hall question", "Waiting for the moderator")
    SHOWN = "shown", pgettext_lazy("hall question", "Shown")
    HIDDEN = "hidden", pgettext_lazy("hall question", "Hidden")
    LIVE = "live", pgettext_lazy("hall question", "Answered live")
    LATER = "later", pgettext_lazy("hall question", "To be answered in writing")
    WRITTEN = "written", pgettext_lazy("hall question", "Answered in writing")


class HallQuestion(models.Model):
    """A question from the hall. `id` comes from the telephone: sent twice, it is one question.

    `shortlisted_at` puts it on the moderator's short list, `current` on the screen. `counted` is
    the number of its votes that are not set aside, moved in the transaction that moves them.
    """

    id = models.UUIDField(primary_key=True)
    floor = models.ForeignKey(Floor, on_delete=models.CASCADE, related_name="questions")
    device = models.ForeignKey(
        Device, null=True, blank=True, on_delete=models.SET_NULL, related_name="questions"
    )
    registration = models.ForeignKey(
        Registration,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="hall_questions",
    )
    text = models.CharField(max_length=500)
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, default="ru")
    state = models.CharField(max_length=10, choices=QuestionState)
    why_hidden = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField()
    counted = models.PositiveIntegerField(default=0)
    shortlisted_at = models.DateTimeField(null=True, blank=True)
    current = models.BooleanField(default=False)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)
    owner = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="hall_questions"
    )  # who answers in writing
    due_on = models.DateField(null=True, blank=True)
    redacted_at = models.DateTimeField(null=True, blank=True)  # a moderator changed its words

    class Meta:
        ordering = ("asked_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("floor",), condition=Q(current=True), name="hall_question_one_current"
            ),
            models.CheckConstraint(
                name="hall_question_written_has_answer",
                condition=~Q(state="written") | ~Q(answer=""),
            ),
        )
        indexes = (
            models.Index(fields=("floor", "state")),
            models.Index(fields=("state", "due_on")),
        )

    def __str__(self) -> str:
        return self.text


class QuestionVote(models.Model):
    """One device, or one badge, lifts one question. A doubtful vote is kept but set aside."""

    question = models.ForeignKey(HallQuestion, on_delete=models.CASCADE, related_name="votes")
    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="question_votes")
    registration = models.ForeignKey(
        Registration, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    voted_at = models.DateTimeField()
    set_aside = models.BooleanField(default=False)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("question", "device"), name="question_vote_once"),
            models.UniqueConstraint(
                fields=("question", "registration"),
                condition=Q(registration__isnull=False),
                name="question_vote_once_a_badge",
            ),
        )

    def __str__(self) -> str:
        return f"{self.device_id} → {self.question_id}"
