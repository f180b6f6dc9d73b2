"""The draft programme as rows, and its approved versions as frozen values."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rost.core.programme import model as programme
from rost.directory.models import Municipality, Person

from .editions import Edition, Hall, Route, Track


class Form(models.TextChoices):
    PLENARY = programme.Form.PLENARY, _("Plenary session")
    LECTURE = programme.Form.LECTURE, _("Lecture")
    DISCUSSION = programme.Form.DISCUSSION, _("Discussion track")
    ROUND_TABLE = programme.Form.ROUND_TABLE, _("Round table")
    MASTER_CLASS = programme.Form.MASTER_CLASS, _("Master class")
    PRESENTATION = programme.Form.PRESENTATION, _("Project presentation")
    VISIT = programme.Form.VISIT, _("Off-site visit")
    BREAK = programme.Form.BREAK, _("Break")


class Part(models.TextChoices):
    MODERATOR = programme.Part.MODERATOR, _("Moderator")
    EXPERT = programme.Part.EXPERT, _("Expert")
    LECTURER = programme.Part.LECTURER, _("Lecturer")
    SPEAKER = programme.Part.SPEAKER, _("Speaker")


class State(models.TextChoices):
    PROPOSED = programme.State.PROPOSED, _("Proposed")
    ACCEPTED = programme.State.ACCEPTED, _("Accepted")
    CANCELLED = programme.State.CANCELLED, _("Cancelled")


class Session(models.Model):
    """A session of the draft; placed when it has a start and either a hall or a route."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="sessions")
    code = models.CharField(max_length=6)
    guid = models.UUIDField(unique=True)
    number = models.PositiveIntegerField()
    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=300)
    form = models.CharField(max_length=20, choices=Form)
    track = models.ForeignKey(
        Track, null=True, blank=True, on_delete=models.SET_NULL, related_name="sessions"
    )
    abstract = models.TextField(blank=True)
    language = models.CharField(max_length=10, default="ru")
    state = models.CharField(max_length=10, choices=State, default=State.ACCEPTED)
    minutes = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField(null=True, blank=True)
    hall = models.ForeignKey(
        Hall, null=True, blank=True, on_delete=models.PROTECT, related_name="sessions"
    )
    route = models.ForeignKey(
        Route, null=True, blank=True, on_delete=models.PROTECT, related_name="sessions"
    )
    seats = models.PositiveIntegerField(null=True, blank=True)
    broadcast_url = models.URLField(blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ("starts_at", "hall__position", "number")
        constraints = (
            models.UniqueConstraint(fields=("edition", "code"), name="session_code_once"),
            models.UniqueConstraint(fields=("edition", "number"), name="session_number_once"),
            models.UniqueConstraint(fields=("edition", "slug"), name="session_slug_once"),
            models.CheckConstraint(name="session_has_length", condition=Q(minutes__gt=0)),
            models.CheckConstraint(
                name="session_in_hall_or_route",
                condition=Q(hall__isnull=True) | Q(route__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return self.title


class Contribution(models.Model):
    """One person's part in one session: which part, with which post, on what, for how long."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="contributions")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="contributions")
    part = models.CharField(max_length=10, choices=Part)
    post = models.CharField(max_length=300, blank=True)
    topic = models.CharField(max_length=300, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    territory = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="contributions"
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("session", "person", "part"), name="contribution_once_a_part"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} · {self.part}"


class Material(models.Model):
    """A file or link of a session; one taken off stays, as approved versions link to it."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="materials")
    title = models.CharField(max_length=300)
    url = models.URLField(blank=True)
    file = models.FileField(upload_to="forum/materials/%Y/", blank=True)
    size = models.PositiveIntegerField(null=True, blank=True)  # bytes
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title


class Availability(models.Model):
    """When a person can take part; nobody's absence of rows means «always»."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="availabilities")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="availabilities")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ("starts_at", "id")
        constraints = (
            models.CheckConstraint(
                name="availability_in_order", condition=Q(ends_at__gt=F("starts_at"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id}: {self.starts_at} – {self.ends_at}"


class RuleLevel(models.Model):
    """How strictly an edition takes a rule of the programme check, where not as by default."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="rule_levels")
    rule = models.CharField(max_length=40)
    level = models.CharField(max_length=20)

    class Meta:
        ordering = ("rule",)
        constraints = (models.UniqueConstraint(fields=("edition", "rule"), name="rule_level_once"),)

    def __str__(self) -> str:
        return f"{self.rule}: {self.level}"


class Version(models.Model):
    """An approved programme, whole and frozen; the public sees the edition's `published` one.

    `content` is `core.programme.codec.dump` of the programme. Only the removal of a person's
    data may touch it afterwards (the name goes, the session stays).
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content: models.JSONField[Any, Any] = models.JSONField()
    digest = models.CharField(max_length=64)
    note = models.CharField(max_length=300, blank=True)
    sizes: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(
        default=dict, blank=True
    )  # {"ru.pdf": bytes}: of its papers, known once they have been made
    approved_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=("edition", "number"), name="version_number_once"),
        )

    def __str__(self) -> str:
        return f"{self.edition_id} v{self.number}"
