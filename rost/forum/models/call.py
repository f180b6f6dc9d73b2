"""The call for project presentations: what is offered, reviewed, decided, voted for."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.directory.models import Municipality, Organisation, Person

from .editions import Edition, Track
from .programme import Session
from .registration import Registration


class Call(models.Model):
    """One edition's call: its term, its criteria, the rule of its audience vote.

    `criteria` is [{"key", "name": {"ru", "ba", "en"}, "explanation", "weight", "most"}]; marks go
    from 0 to `most`.
    """

    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, related_name="call")
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    text = models.TextField(blank=True)
    minutes = models.PositiveSmallIntegerField(default=10)  # on the stage
    criteria: models.JSONField[Any, Any] = models.JSONField(default=list)
    reviews_wanted = models.PositiveSmallIntegerField(default=2)  # a project
    hides_authors = models.BooleanField(default=False)  # from the reviewers
    vote_opens_at = models.DateTimeField(null=True, blank=True)
    vote_closes_at = models.DateTimeField(null=True, blank=True)
    vote_marks = models.PositiveSmallIntegerField(default=3)  # projects that one person may mark
    vote_result_at = models.DateTimeField(null=True, blank=True)  # announced
    # As announced, so that it outlives the votes: {"voters", "could", "lines": [...]}.
    vote_result: models.JSONField[Any, Any] = models.JSONField(default=dict)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="call_term_in_order", condition=Q(closes_at__gt=F("opens_at"))
            ),
            models.CheckConstraint(
                name="call_vote_in_order",
                condition=Q(vote_opens_at__isnull=True, vote_closes_at__isnull=True)
                | Q(vote_closes_at__gt=F("vote_opens_at")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.edition_id}"


class ProjectState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("project", "Draft")
    SENT = "sent", pgettext_lazy("project", "Under review")
    ACCEPTED = "accepted", pgettext_lazy("project", "Accepted")
    RESERVE = "reserve", pgettext_lazy("project", "In reserve")
    DECLINED = "declined", pgettext_lazy("project", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("project", "Withdrawn")


class Project(models.Model):
    """A project offered for the stage; `passport` is `core.passport` in its stored form."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="projects")
    code = models.CharField(max_length=8)
    author = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="projects")
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="projects"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="projects"
    )
    title = models.CharField(max_length=300, blank=True)
    passport: models.JSONField[Any, Any] = models.JSONField(default=dict)
    track = models.ForeignKey(
        Track, null=True, blank=True, on_delete=models.SET_NULL, related_name="projects"
    )
    language = models.CharField(max_length=2, default="ru")
    state = models.CharField(max_length=10, choices=ProjectState, default=ProjectState.DRAFT)
    saving = models.PositiveIntegerField(
        default=0
    )  # grows with every saving: two windows, one draft
    saved_in = models.CharField(max_length=32, blank=True)  # the window that saved last
    began_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.TextField(blank=True)  # as the author reads it
    session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.SET_NULL, related_name="projects"
    )

    class Meta:
        ordering = ("sent_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("call", "code"), name="project_code_once"),
            models.CheckConstraint(
                name="project_refused_with_reason",
                condition=~Q(state="declined") | ~Q(reason=""),
            ),
        )

    def __str__(self) -> str:
        return self.title or self.code


class CoAuthor(models.Model):
    """Somebody who made the project too; sees and edits it once they have said yes."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="co_authors")
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=300, blank=True)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.CASCADE, related_name="co_authored"
    )
    digest = models.CharField(max_length=64, unique=True)  # of the secret in the invitation's link
    invited_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("project", "person"), name="co_author_once"),
        )

    def __str__(self) -> str:
        return self.name


class ProjectFile(models.Model):
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="files")
    title = models.CharField(max_length=300)
    file = models.FileField(upload_to="forum/projects/%Y/")
    size = models.PositiveIntegerField()  # bytes

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title


class ConflictKind(models.TextChoices):
    AUTHOR = "author", _("I took part in the project")
    FAMILY = "family", _("A relative or friend took part")
    WORK = "work", _("I work with the authors or depend on them")
    OTHER = "other", pgettext_lazy("conflict", "Another reason")


class Conflict(models.Model):
    """A reviewer who must not mark this project, and why; declared once, never taken back."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="conflicts")
    reviewer = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="conflicts")
    kind = models.CharField(max_length=10, choices=ConflictKind)
    words = models.CharField(max_length=500, blank=True)
    declared_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("project", "reviewer"), name="conflict_once"),
        )

    def __str__(self) -> str:
        return f"{self.reviewer_id} ≠ {self.project_id}"


class Advice(models.TextChoices):
    ACCEPT = "accept", pgettext_lazy("advice", "Accept")
    RESERVE = "reserve", pgettext_lazy("advice", "Keep in reserve")
    DECLINE = "decline", pgettext_lazy("advice", "Decline")


class Review(models.Model):
    """One reviewer's marks of one project; counts once it is sent.

    A sent one outlives its reviewer's row: the score it is part of has been decided upon.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="reviews")
    reviewer = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="reviews"
    )
    declared_at = models.DateTimeField()  # said to have no conflict of interests
    marks: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(default=dict)
    advice = models.CharField(max_length=10, choices=Advice, blank=True)
    to_committee = models.TextField(blank=True)
    to_author = models.TextField(blank=True)
    saved_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("project", "reviewer"), name="review_once"),)

    def __str__(self) -> str:
        return f"{self.reviewer_id} → {self.project_id}"


class Decision(models.Model):
    """What was decided about a project, by whom and when: a log, nothing in it changes."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="decisions")
    state = models.CharField(max_length=10, choices=ProjectState)
    reason = models.TextField(blank=True)
    in_place_of = models.ForeignKey(  # an accepted one that was withdrawn
        Project, null=True, blank=True, on_delete=models.SET_NULL, related_name="given_place_to"
    )
    by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.project_id}: {self.state}"


class ProjectVote(models.Model):
    """One participant marks one project as among the best; how many marks, the call says."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="votes")
    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="project_votes"
    )
    voted_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("project", "registration"), name="project_vote_once"),
        )

    def __str__(self) -> str:
        return f"{self.registration_id} → {self.project_id}"
