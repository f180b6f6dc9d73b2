"""Work that comes round by itself: when it is due, when it was last done, what came of it."""

from __future__ import annotations

from django.db import models


class RecurringWork(models.Model):
    """The row of one recurring work; what it does is declared in code under the same name.

    `due_at` is when the next attempt may begin. Whoever takes the work moves it on, so of two
    workers one has it, and work whose worker died comes round again: at least once a period.
    """

    name = models.CharField(max_length=60, unique=True)
    due_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True, blank=True)  # the last attempt
    done_at = models.DateTimeField(null=True, blank=True)  # the last that came to its end
    rows = models.PositiveIntegerField(null=True, blank=True)  # how many things that one did
    failures = models.PositiveSmallIntegerField(default=0)  # in a row
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
