"""Records of what was done with personal data, and of two-step imports."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .people import Person


class AccessRecord(models.Model):
    """Somebody opened a register or took an export of personal data; never changed."""

    class Act(models.TextChoices):
        VIEW = "view", _("Opened")
        EXPORT = "export", _("Exported")
        MARK = "mark", _("Marked")
        ISSUE = "issue", _("Issued")
        PRINT = "print", _("Printed")
        SEND = "send", _("Sent")

    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    person_name = models.CharField(max_length=400)  # stays when the person is removed
    act = models.CharField(max_length=10, choices=Act)
    register = models.CharField(max_length=60)  # "forum.registrations"
    about = models.CharField(max_length=200, blank=True)  # which edition, which filter
    rows = models.PositiveIntegerField()
    at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.register} {self.rows}"


class RetentionRule(models.Model):
    """How long a class of data is kept, and why; the class is declared by the room that owns it."""

    data_class = models.CharField(max_length=60)
    days = models.PositiveIntegerField()
    basis = models.CharField(max_length=300)
    valid_from = models.DateField()

    class Meta:
        ordering = ("data_class", "-valid_from")
        constraints = (
            models.UniqueConstraint(
                fields=("data_class", "valid_from"), name="retention_rule_once_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.data_class}: {self.days}"


class DestructionAct(models.Model):
    """That rows were destroyed: how many of which class, by whom; kept three years, no names."""

    number = models.PositiveIntegerField(unique=True)
    at = models.DateTimeField()
    by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    by_name = models.CharField(max_length=400)
    reason = models.CharField(max_length=300)
    totals: models.JSONField[Any, Any] = models.JSONField()  # {"forum.registrations": 12}

    class Meta:
        ordering = ("-number",)

    def __str__(self) -> str:
        return f"№ {self.number}"


class ImportBatch(models.Model):
    """A list somebody sent: read and checked first, applied by a second step, once.

    `rows` holds what will be applied, `faults` what will not and why, line by line. Rows are
    emptied once applied or given up; the counts stay.
    """

    kind = models.CharField(max_length=40)  # "municipalities", "forum.registrations"
    about = models.CharField(max_length=100, blank=True)  # "forum.edition:12"
    file_name = models.CharField(max_length=200)
    uploaded_by = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
    uploaded_at = models.DateTimeField()
    rows: models.JSONField[Any, Any] = models.JSONField(default=list)
    faults: models.JSONField[Any, Any] = models.JSONField(default=list)
    good = models.PositiveIntegerField(default=0)
    bad = models.PositiveIntegerField(default=0)
    outcome: models.JSONField[Any, Any] = models.JSONField(default=dict)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-uploaded_at", "-id")
        constraints = (
            models.CheckConstraint(
                name="import_applied_after_upload",
                condition=Q(applied_at__isnull=True) | Q(applied_at__gte=models.F("uploaded_at")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.file_name}"
