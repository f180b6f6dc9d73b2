"""One number that grows whenever something the public can see is saved."""

from __future__ import annotations

from django.db import models


class PublicRevision(models.Model):
    """The single row of the public revision; database triggers move it, nothing else does."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)
