"""Builds the demonstration by the same actions as real life."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from rost.portal.actions.demo import build_demonstration


class Command(BaseCommand):
    help = "Build the demonstration; repeating it changes nothing (demonstration mode only)."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("demonstration mode is off (ROST_DEMO=1 switches it on)")
        built = build_demonstration(now=timezone.now())
        if built.new:
            self.stdout.write(f"Demonstration: {built.edition}")
