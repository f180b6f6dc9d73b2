"""Does the recurring work that is due: for machines where a scheduler does it, not `serve`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from rost.directory.tasks import run_due


class Command(BaseCommand):
    help = "Do the recurring work that is due now; harmless beside a running worker."

    def handle(self, *args: Any, **options: Any) -> None:
        for name, rows in run_due(now=timezone.now()).items():
            self.stdout.write(f"{name}: {'failed, see the log' if rows is None else rows}")
