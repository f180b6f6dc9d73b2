"""Practices: what worked in a municipality, written so that another can do it."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from rost.directory.models import Municipality, Organisation, Person


class PracticeState(models.TextChoices):
    """Of what its authors see; the public reads the last published version, while it stands."""

    DRAFT = "draft", pgettext_lazy("practice", "Draft")
    SENT = "sent", pgettext_lazy("practice", "Under review")
    RETURNED = "returned", pgettext_lazy("practice", "Returned for changes")
    PUBLISHED = "published", pgettext_lazy("practice", "In the library")
    WITHDRAWN = "withdrawn", pgettext_lazy("practice", "Withdrawn")


class Practice(models.Model):
    """The working copy and where it stands.

    `passport` is `core.passport` and `conditions` is `core.conditions`, both in their stored form;
    where it grew from, the lineage says. `version` is what the public reads; it stays readable
    while changes wait for review. A withdrawn practice leaves its title, its day and the reason.
    """

    author = models.ForeignKey(  # nobody: a published practice outlives the account of its author
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="practices"
    )
    co_authors = models.ManyToManyField(Person, blank=True, related_name="practices_together")
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="practices"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="practices"
    )
    title = models.CharField(max_length=300)
    passport: models.JSONField[Any, Any] = models.JSONField(default=dict)
    conditions: models.JSONField[Any, Any] = models.JSONField(default=dict)
    videos: models.JSONField[Any, Any] = models.JSONField(default=list)  # [{"url", "title"}]
    shows_contact = models.BooleanField(default=False)  # the authors let everybody read it
    language = models.CharField(max_length=2, default="ru")
    state = models.CharField(max_length=10, choices=PracticeState, default=PracticeState.DRAFT)
    saving = models.PositiveIntegerField(default=0)  # grows with every saving: two windows
    saved_in = models.CharField(max_length=32, blank=True)  # the window that saved last
    began_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    change_note = models.CharField(max_length=300, blank=True)  # what the sent copy changes
    version = models.ForeignKey(
        "Version", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    evidence = models.CharField(max_length=12, blank=True)  # level of the last review
    sealed_until = models.DateField(null=True, blank=True)
    review_by = models.DateField(null=True, blank=True)  # the next look is due
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal_reason = models.TextField(blank=True)
    is_demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ("-saved_at", "-id")
        indexes = (  # of the reviewers' desk
            models.Index(fields=("state", "sent_at"), name="practice_sent"),
            models.Index(fields=("state", "review_by"), name="practice_to_look_at"),
            models.Index(fields=("state", "sealed_until"), name="practice_sealed"),
        )
        constraints = (
            models.CheckConstraint(
                name="practice_withdrawn_with_reason",
                condition=~Q(state="withdrawn")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason="")),
            ),
            models.CheckConstraint(
                name="practice_published_as_a_version",
                condition=~Q(state="published") | Q(version__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.title


class CoAuthorKey(models.Model):
    """A link that makes whoever opens it and says yes a co-author; it opens once."""

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="co_author_keys")
    digest = models.CharField(max_length=64, unique=True)  # of the secret in the link
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.practice_id}: {self.made_at}"


class Version(models.Model):
    """A passport as it was published: never edited; the next one stands beside it.

    `photos` is [{"photo": id, "alt"}] and `files` is [{"file": id, "title"}]: those that were
    removed since are not shown here either.
    """

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    passport: models.JSONField[Any, Any] = models.JSONField(default=dict)
    conditions: models.JSONField[Any, Any] = models.JSONField(default=dict)
    videos: models.JSONField[Any, Any] = models.JSONField(default=list)
    photos: models.JSONField[Any, Any] = models.JSONField(default=list)
    files: models.JSONField[Any, Any] = models.JSONField(default=list)
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    language = models.CharField(max_length=2, default="ru")
    note = models.CharField(max_length=300, blank=True)  # what changed, in the author's words
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ("practice", "-number")
        constraints = (
            models.UniqueConstraint(fields=("practice", "number"), name="practice_version_once"),
        )

    def __str__(self) -> str:
        return f"{self.practice_id} {self.number}"


class Photo(models.Model):
    """Made small when it comes, without what the camera wrote into it; `alt` says what is seen."""

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="photos")
    file = models.FileField(upload_to="library/photos/%Y/")  # 1 600 px at most, WebP
    small = models.FileField(upload_to="library/photos/%Y/")  # 480 px at most, WebP
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    size = models.PositiveIntegerField()  # bytes of `file`
    alt = models.CharField(max_length=300, blank=True)
    place = models.PositiveSmallIntegerField(default=0)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ("place", "id")

    def __str__(self) -> str:
        return self.alt


class PracticeFile(models.Model):
    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="files")
    title = models.CharField(max_length=300)
    file = models.FileField(upload_to="library/files/%Y/")
    size = models.PositiveIntegerField()  # bytes
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title
