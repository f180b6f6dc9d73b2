"""Which practices came with a list, so that the list can be taken back."""

from __future__ import annotations

from django.db import models

from rost.directory.models import ImportBatch

from .practices import Practice


class Brought(models.Model):
    """A practice that a list began; `saving` is that of its working copy as the list left it."""

    practice = models.OneToOneField(Practice, on_delete=models.CASCADE, related_name="brought")
    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="+")
    line = models.PositiveIntegerField()
    saving = models.PositiveIntegerField()

    class Meta:
        ordering = ("batch", "line")

    def __str__(self) -> str:
        return f"{self.batch_id}, {self.line}: {self.practice_id}"
