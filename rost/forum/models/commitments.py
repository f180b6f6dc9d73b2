"""What was promised on the stage, by whom, by when – and what came of it."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.directory.models import Municipality, Organisation, Person

from .editions import Edition
from .programme import Material, Session


class CommitmentKind(models.TextChoices):
    COMMITMENT = "commitment", _("Commitment")
    MATERIALS = "materials", _("Materials promised by a speaker")


class CommitmentState(models.TextChoices):
    NOTED = "noted", _("Noted, not confirmed yet")
    CONFIRMED = "confirmed", pgettext_lazy("commitment", "Confirmed")
    REFUSED = "refused", _("Not confirmed by the one named")
    KEPT = "kept", pgettext_lazy("commitment", "Kept")
    DROPPED = "dropped", pgettext_lazy("commitment", "Dropped")


class Commitment(models.Model):
    """One promise. It is late when its day has passed while it is confirmed: that is counted,
    not stored. `promiser` is how the record names who promised, whoever it is.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="commitments")
    session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.SET_NULL, related_name="commitments"
    )
    number = models.PositiveIntegerField()  # in the edition
    guid = models.UUIDField(unique=True, default=uuid4)  # a line sent twice is one line
    kind = models.CharField(
        max_length=12, choices=CommitmentKind, default=CommitmentKind.COMMITMENT
    )
    text = models.TextField()
    promiser = models.CharField(max_length=300)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="commitments"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="commitments"
    )
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments"
    )
    due_on = models.DateField()
    indicator = models.CharField(max_length=300, blank=True)
    evidence_wanted = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=CommitmentState, default=CommitmentState.NOTED)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    wording = models.PositiveSmallIntegerField(default=1)  # which one is asked about
    asked_at = models.DateTimeField(null=True, blank=True)  # this wording
    answered_at = models.DateTimeField(null=True, blank=True)  # confirmed or refused
    answered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answer_words = models.TextField(blank=True)  # why not so, or why otherwise
    answer_basis = models.CharField(max_length=300, blank=True)  # of one recorded on behalf
    proposed_text = models.TextField(blank=True)
    proposed_due_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)  # kept or dropped
    result = models.TextField(blank=True)  # the value reached, or why it was dropped
    evidence_url = models.URLField(blank=True)
    evidence_file = models.FileField(upload_to="forum/evidence/%Y/", blank=True)
    evidence_size = models.PositiveIntegerField(null=True, blank=True)  # bytes
    evidence_public = models.BooleanField(default=False)  # an organiser looked: no personal data
    material = models.ForeignKey(
        Material, null=True, blank=True, on_delete=models.SET_NULL, related_name="promises"
    )

    carried_to = models.ForeignKey(
        Edition, null=True, blank=True, on_delete=models.SET_NULL, related_name="carried"
    )  # whose resolution takes it up again
    report_at = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.SET_NULL, related_name="reports"
    )  # the session of that edition where it is reported on

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("edition", "number"), name="commitment_number_once"),
            models.CheckConstraint(
                name="commitment_closed_with_result",
                condition=~Q(state__in=("kept", "dropped")) | Q(closed_on__isnull=False),
            ),
            models.CheckConstraint(
                name="commitment_dropped_with_reason",
                condition=~Q(state="dropped") | ~Q(result=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.number}"


class Reminder(models.Model):
    """One reminder of a commitment, so that the same is not sent twice."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="reminders")
    name = models.CharField(max_length=20)  # "week:1": which one, of which wording
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("commitment", "name"), name="reminder_once"),
        )

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.name}"
