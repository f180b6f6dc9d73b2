"""Issued documents with their numbers and handling, templates as they were, background batches."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.directory.models import Person


class Template(models.Model):
    """One version of a kind's wording in one language; a document keeps the one it was made by.

    The layout is a file of the kind; `layout` is the digest of that file at the time. Versions
    are never edited: a change is a new one.
    """

    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=2)
    number = models.PositiveIntegerField()
    texts: models.JSONField[Any, Any] = models.JSONField(default=dict)  # {name of the text: words}
    layout = models.CharField(max_length=64)
    space = models.CharField(max_length=60, blank=True)  # of one edition; empty: of everybody
    note = models.CharField(max_length=300, blank=True)
    shipped = models.BooleanField(default=False)  # as it comes with the platform, nobody's change
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ("kind", "language", "space", "-number")
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "language", "space", "number"), name="template_version_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.language} {self.number}"


class Counter(models.Model):
    """The last number given to a kind in a year; its row is locked while the next one is taken."""

    kind = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("kind", "year")
        constraints = (
            models.UniqueConstraint(fields=("kind", "year"), name="counter_once_a_year"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.year}: {self.last}"


class Document(models.Model):
    """One issued document: what it said, its number, its check code; never edited, only revoked.

    `content` is everything the paper says, so that it can be printed again as it was. After the
    term of keeping the person goes out of the row (`holder`, `name`, `content`); number, kind,
    space and dates stay, and the counts with them.
    """

    kind = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=20, unique=True)  # of the check page; random, not a number
    language = models.CharField(max_length=2)
    template = models.ForeignKey(
        Template, null=True, blank=True, on_delete=models.PROTECT, related_name="documents"
    )
    holder = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="documents"
    )
    name = models.CharField(max_length=400, blank=True)  # of the holder, as printed
    space = models.CharField(max_length=60, blank=True)  # "forum.edition:1"
    about = models.CharField(max_length=60, blank=True)  # "forum.registration:12": one in force
    title = models.CharField(max_length=400)  # the event, as the check page shows it
    content: models.JSONField[Any, Any] = models.JSONField(default=dict)
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    revoked_why = models.CharField(max_length=300, blank=True)
    emptied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("kind", "-year", "-number")
        constraints = (
            models.UniqueConstraint(fields=("kind", "year", "number"), name="document_number_once"),
            models.UniqueConstraint(
                fields=("kind", "about"),
                condition=Q(revoked_at__isnull=True) & ~Q(about=""),
                name="document_one_in_force",
            ),
            models.CheckConstraint(
                name="document_revoked_with_reason",
                condition=Q(revoked_at__isnull=True) | ~Q(revoked_why=""),
            ),
        )
        indexes = (models.Index(fields=("space", "kind")),)

    def __str__(self) -> str:
        return f"{self.kind} {self.year}/{self.number}"


class Act(models.TextChoices):
    ISSUED = "issued", pgettext_lazy("document", "Issued")
    PRINTED = "printed", pgettext_lazy("document", "Printed")
    REPRINTED = "reprinted", _("Printed again")
    SENT = "sent", pgettext_lazy("document", "Sent")
    SENT_AGAIN = "sent_again", _("Sent again")
    DOWNLOADED = "downloaded", _("Downloaded")
    REVOKED = "revoked", pgettext_lazy("document", "Revoked")


class Handling(models.Model):
    """What was done with papers: which, how many, why, by whom; never changed, names nobody.

    One line a document for issued ones; one line a run for papers without numbers (badges,
    sheets, lists).
    """

    kind = models.CharField(max_length=40)
    act = models.CharField(max_length=12, choices=Act)
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.CASCADE, related_name="handling"
    )
    space = models.CharField(max_length=60, blank=True)
    about = models.CharField(max_length=200, blank=True)  # which part: a session, serials 1–40
    rows = models.PositiveIntegerField(default=1)
    reason = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    by_name = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=("space", "kind", "-at")),)

    def __str__(self) -> str:
        return f"{self.kind} {self.act} {self.rows}"


class BatchState(models.TextChoices):
    QUEUED = "queued", _("Waiting its turn")
    RUNNING = "running", _("Being made")
    DONE = "done", _("Ready")
    STOPPED = "stopped", _("Stopped")
    FAILED = "failed", _("Did not work out")


class Batch(models.Model):
    """Long work in the background: asked for, left, found again on the same page.

    At least once: a worker that dies leaves the batch running with its lease over, and the next
    worker begins it again; so each kind of work must do no harm when it is done twice.
    """

    work = models.CharField(max_length=40)  # "forum.badges", see queries/works.py
    space = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=300)
    wanted: models.JSONField[Any, Any] = models.JSONField(default=dict)  # what exactly was asked
    state = models.CharField(max_length=10, choices=BatchState, default=BatchState.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    rows = models.PositiveIntegerField(default=0)  # lines of personal data inside
    note = models.CharField(max_length=500, blank=True)  # what the reader should know; the error
    file = models.FileField(upload_to="documents/batches/%Y/%m/", blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    size = models.PositiveIntegerField(null=True, blank=True)  # bytes
    stop_asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("-asked_at", "-id")
        indexes = (models.Index(fields=("space", "work", "-asked_at")),)

    def __str__(self) -> str:
        return f"{self.work} {self.state}"
