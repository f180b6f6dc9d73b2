"""Shows what has outlived its term of keeping and, when asked to, destroys it with an act."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from rost.directory.actions.retention import destroy_expired
from rost.directory.queries.retention import plan_of


class Command(BaseCommand):
    help = "Show what has outlived its term of keeping; with --apply destroy it and write the act."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--apply", action="store_true", help="destroy, not only show")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        for line in plan_of(now):
            self.stdout.write(f"{line.data_class.name}: {line.rows} before {line.before:%Y-%m-%d}")
        if options["apply"]:
            act = destroy_expired(by=None, now=now)
            self.stdout.write(f"Act {act}" if act else "Nothing to destroy.")
