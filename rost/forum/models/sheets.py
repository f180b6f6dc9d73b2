"""Sign-in sheets as they were printed, so that rows found on paper still mean the same people."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rost.directory.models import Person

from .editions import Day, Edition, Route
from .programme import Session


class Sheet(models.Model):
    """One printed sign-in sheet: of a session, of a day at the entrance, or of a route's bus.

    `people` are registrations in the order of the rows, from 1; `guests` are those written in by
    hand on blank rows below, {number of the row: registration}. Numbers only: whoever is erased
    leaves an empty row behind. A sheet whose people have changed is a new sheet.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="sheets")
    serial = models.PositiveIntegerField()
    session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.CASCADE, related_name="sheets"
    )
    day = models.ForeignKey(
        Day, null=True, blank=True, on_delete=models.CASCADE, related_name="sheets"
    )
    route = models.ForeignKey(
        Route, null=True, blank=True, on_delete=models.CASCADE, related_name="sheets"
    )
    people: models.JSONField[list[int], list[int]] = models.JSONField(default=list)
    guests: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(
        default=dict, blank=True
    )
    unnamed: models.JSONField[list[int], list[int]] = models.JSONField(  # signed, nobody can read
        default=list, blank=True
    )
    blank_rows = models.PositiveSmallIntegerField(default=0)
    minimal = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    printed_at = models.DateTimeField(null=True, blank=True)
    prints = models.PositiveSmallIntegerField(default=0)
    entered_at = models.DateTimeField(null=True, blank=True)  # last
    entered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ("serial",)
        constraints = (
            models.UniqueConstraint(fields=("edition", "serial"), name="sheet_serial_once"),
            models.CheckConstraint(
                name="sheet_of_one_thing",
                condition=Q(session__isnull=False, day__isnull=True, route__isnull=True)
                | Q(session__isnull=True, day__isnull=False, route__isnull=True)
                | Q(session__isnull=True, day__isnull=True, route__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """The serial with two check digits, ISO/IEC 7064, MOD 97-10: «12-62».

        A mistyped digit or two that changed places never name another sheet.
        """
        return f"{self.serial}-{98 - self.serial * 100 % 97:02}"
