"""One number that grows whenever something the public can see is saved."""

from __future__ import annotations

from django.db import models


class PublicRevision(models.Model):
    """The single row of the public revision; database triggers move it, nothing else does."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)


class FiguresStamp(models.Model):
    """The single row that names the present state of all figures of places; triggers write it.

    It is drawn by lot, not counted: a change that is rolled back leaves no number behind that
    another change would take for its own.
    """

    number = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)
