"""`manage.py catalogue rebuild`: the index of the search anew, without a pause for anybody."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from rost.catalogue.actions.rebuilding import rebuild
from rost.catalogue.actions.reconciling import reconcile


class Command(BaseCommand):
    help = "rebuild: build the search index anew and switch to it; check: mend cards by their rooms"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("work", choices=("rebuild", "check"))

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        if options["work"] == "check":
            self.stdout.write(f"{reconcile(now=now)} cards were not right and are now.")
            return
        count = rebuild(now=now, told=self.tell)
        self.stdout.write(f"The index is new: {count} cards that everybody sees.")

    def tell(self, cards: int) -> None:
        if cards % 5_000 < 200:
            self.stdout.write(f"{cards} …")
