"""What the programme is solved from – needs, wishes, rules – and the computations themselves."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.core import scheduling
from rost.directory.models import Person
from rost.documents.models import Batch

from .editions import Edition, Hall, Track
from .programme import Session
from .registration import Registration


class SchedulingRules(models.Model):
    """How one edition weighs its programme; without a row the defaults of the rules hold."""

    edition = models.OneToOneField(
        Edition, on_delete=models.CASCADE, related_name="scheduling_rules"
    )
    tick_minutes = models.PositiveSmallIntegerField(default=15)  # sessions begin on this grid
    change_minutes = models.PositiveSmallIntegerField(default=0)  # between two in one hall
    longest_day = models.PositiveSmallIntegerField(null=True, blank=True)  # of a speaker, minutes
    weights: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(
        default=dict, blank=True
    )  # {measure: weight}
    wishes_open_at = models.DateTimeField(null=True, blank=True)
    wishes_close_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="scheduling_tick_has_minutes", condition=Q(tick_minutes__gt=0)
            ),
        )

    def __str__(self) -> str:
        return f"{self.edition_id}"


class Wish(models.Model):
    """A participant would like to hear this session; marked before the programme exists."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="wishes")
    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="wishes")
    wished_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("session", "registration"), name="wish_once"),
        )

    def __str__(self) -> str:
        return f"{self.registration_id} → {self.session_id}"


class SessionNeeds(models.Model):
    """What one session needs of its hall and hour, beyond what the draft says."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="needs")
    stays = models.BooleanField(default=False)  # where the draft has it, whatever is solved
    equipment: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)
    expected = models.PositiveIntegerField(null=True, blank=True)  # people
    earliest = models.DateTimeField(null=True, blank=True)
    latest = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="session_needs_in_order",
                condition=Q(earliest__isnull=True)
                | Q(latest__isnull=True)
                | Q(latest__gt=F("earliest")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.session_id}"


class Penalty(models.Model):
    """A session, or every session of a track, would rather not be in this hall or on this day."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="penalties")
    session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.CASCADE, related_name="penalties"
    )
    track = models.ForeignKey(
        Track, null=True, blank=True, on_delete=models.CASCADE, related_name="penalties"
    )
    hall = models.ForeignKey(
        Hall, null=True, blank=True, on_delete=models.CASCADE, related_name="penalties"
    )
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    cost = models.PositiveSmallIntegerField(default=1)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                name="penalty_of_session_or_track",
                condition=Q(session__isnull=False, track__isnull=True)
                | Q(session__isnull=True, track__isnull=False),
            ),
            models.CheckConstraint(
                name="penalty_times_in_order",
                condition=Q(starts_at__isnull=True, ends_at__isnull=True)
                | Q(ends_at__gt=F("starts_at")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.session_id or self.track_id}: {self.cost}"


class SessionOrder(models.Model):
    """One session comes after another, with at least and at most so many minutes between."""

    first = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="followed_by")
    then = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="follows")
    at_least = models.PositiveSmallIntegerField(default=0)  # minutes
    at_most = models.PositiveSmallIntegerField(null=True, blank=True)  # minutes

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("first", "then"), name="session_order_once"),
            models.CheckConstraint(name="session_order_of_two", condition=~Q(first=F("then"))),
        )

    def __str__(self) -> str:
        return f"{self.first_id} → {self.then_id}"


class SimilarTracks(models.Model):
    """Two tracks for the same people: better not at once."""

    first = models.ForeignKey(Track, on_delete=models.CASCADE, related_name="similar_to")
    second = models.ForeignKey(Track, on_delete=models.CASCADE, related_name="similar_from")
    cost = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("first", "second"), name="similar_tracks_once"),
            models.CheckConstraint(
                name="similar_tracks_in_order", condition=Q(first__lt=F("second"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.first_id} ~ {self.second_id}"


class SpeakerNeeds(models.Model):
    """A speaker who takes part from afar, or who wants no long days."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="speaker_needs")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="speaker_needs")
    timezone = models.CharField(max_length=40, blank=True)  # of a remote speaker
    from_hour = models.PositiveSmallIntegerField(default=8)  # of the speaker's own day
    to_hour = models.PositiveSmallIntegerField(default=22)
    longest_day = models.PositiveSmallIntegerField(null=True, blank=True)  # minutes
    dropped_at = models.DateTimeField(null=True, blank=True)  # cannot come after all

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("edition", "person"), name="speaker_needs_once"),
            models.CheckConstraint(
                name="speaker_hours_in_order",
                condition=Q(to_hour__gt=F("from_hour"), to_hour__lte=24),
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id}"


class HallClosure(models.Model):
    """A time when a hall cannot be used."""

    hall = models.ForeignKey(Hall, on_delete=models.CASCADE, related_name="closures")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("starts_at", "id")
        constraints = (
            models.CheckConstraint(
                name="hall_closure_in_order", condition=Q(ends_at__gt=F("starts_at"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.hall_id}: {self.starts_at}"


class SolvingKind(models.TextChoices):
    ANEW = "anew", _("The programme anew")
    REPLAN = "replan", _("As few moves as possible")


class Solving(models.Model):
    """One computation: all it was asked, what it used, what it found; anyone recomputes it.

    `problem` and `plan` are values of the core in their stored form; `frame` says how its ticks
    read on the clock; `draft` is where each session stood when it was asked, `[title, start,
    place]` by code; `history` is every better plan's `[seconds, objective, bound]`.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="solvings")
    batch = models.ForeignKey(
        Batch, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    kind = models.CharField(max_length=10, choices=SolvingKind, default=SolvingKind.ANEW)
    problem: models.JSONField[Any, Any] = models.JSONField()
    digest = models.CharField(max_length=64)  # of the problem
    frame: models.JSONField[Any, Any] = models.JSONField(default=dict)
    draft: models.JSONField[Any, Any] = models.JSONField(default=dict)
    limits: models.JSONField[Any, Any] = models.JSONField()  # seconds, seed, workers, work
    versions: models.JSONField[dict[str, str], dict[str, str]] = models.JSONField(default=dict)
    status = models.CharField(
        max_length=12,
        blank=True,
        choices=(
            (scheduling.Status.OPTIMAL, pgettext_lazy("solving", "Proven best")),
            (scheduling.Status.FEASIBLE, pgettext_lazy("solving", "Good, perhaps not the best")),
            (scheduling.Status.IMPOSSIBLE, pgettext_lazy("solving", "Impossible")),
            (
                scheduling.Status.UNKNOWN,
                pgettext_lazy("solving", "Nothing found in the time given"),
            ),
        ),
    )
    plan: models.JSONField[Any, Any] = models.JSONField(default=dict)
    objective = models.BigIntegerField(null=True, blank=True)
    bound = models.BigIntegerField(null=True, blank=True)
    moved = models.PositiveIntegerField(null=True, blank=True)
    moved_bound = models.PositiveIntegerField(null=True, blank=True)
    seconds = models.FloatField(null=True, blank=True)
    history: models.JSONField[Any, Any] = models.JSONField(default=list)
    repeats = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="repeated"
    )  # the computation whose input this one computed once more
    contradiction: models.JSONField[Any, Any] = models.JSONField(default=list)
    asked_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ("-asked_at", "-id")

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.status}"

    @property
    def left(self) -> int | None:
        """How far above the best possible it is at most."""
        if self.objective is None or self.bound is None:
            return None
        return max(0, self.objective - self.bound)
