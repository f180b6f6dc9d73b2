"""The floor of a session, and the telephones that take part in it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import pgettext_lazy

from rost.directory.models import Person
from rost.forum.models import Edition, Registration, Session


class Naming(models.TextChoices):
    EITHER = "either", pgettext_lazy("hall", "With a name or without")
    SIGNED = "signed", pgettext_lazy("hall", "With a name only")
    ANONYMOUS = "anonymous", pgettext_lazy("hall", "Without names")


class HallRules(models.Model):
    """How new floors of an edition begin; without a row the defaults of the fields hold."""

    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, related_name="hall_rules")
    opens_before = models.PositiveSmallIntegerField(default=15)  # minutes before the session
    closes_after = models.PositiveSmallIntegerField(default=30)  # minutes after its end
    takes_questions = models.BooleanField(default=True)
    moderated = models.BooleanField(default=False)
    naming = models.CharField(max_length=10, choices=Naming, default=Naming.EITHER)

    def __str__(self) -> str:
        return f"{self.edition_id}"


class Floor(models.Model):
    """What the hall may say during one session. `revision` grows with every change that a
    telephone, the screen or the moderator would see, so that «nothing new» costs next to nothing.
    """

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="floor")
    is_on = models.BooleanField(default=True)  # off: the hall's page is not there
    opens_at = models.DateTimeField(null=True, blank=True)  # None: as the programme and rules say
    closes_at = models.DateTimeField(null=True, blank=True)
    takes_questions = models.BooleanField(default=True)
    moderated = models.BooleanField(default=False)  # a question is shown once a moderator lets it
    naming = models.CharField(max_length=10, choices=Naming, default=Naming.EITHER)
    hall_network = models.CharField(max_length=64, blank=True)  # digest: the hall's own line
    people = models.PositiveIntegerField(null=True, blank=True)  # in the hall; None: as it holds
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.session_id}"


class Device(models.Model):
    """A telephone that takes part in an edition; its token is kept as a digest.

    `network` and `browser` are keyed digests, told apart only within one edition and destroyed
    with the retention term. `registration` is set once the telephone has shown a badge. `minute`
    and `acts` count what it did in its last minute of doing anything.
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
    minute = models.PositiveBigIntegerField(default=0)  # since 1970
    acts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("edition", "network", "browser")),)

    def __str__(self) -> str:
        return f"{self.pk}"


class LineRuling(models.Model):
    """What a moderator decided about votes of one line with one browser for one thing.

    `subject` is «question:<id>» or «poll:<id>»: the votes of that thing.
    """

    floor = models.ForeignKey(Floor, on_delete=models.CASCADE, related_name="rulings")
    subject = models.CharField(max_length=60)
    network = models.CharField(max_length=64)
    browser = models.CharField(max_length=64, blank=True)
    counts = models.BooleanField()  # its votes are counted, up to the people in the hall
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("floor", "subject", "network", "browser"), name="line_ruling_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.subject}: {self.counts}"
