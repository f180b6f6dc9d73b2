"""Builds the demonstration by the same actions as real life."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from rost.portal.actions.demo import Stage, build_demonstration


class Command(BaseCommand):
    help = "Build the demonstration; repeating it changes nothing (demonstration mode only)."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "--stage",
            choices=[str(one) for one in Stage],
            default=str(Stage.AFTER),
            help="how far the forum has come: registration open, doors ready, all over",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("demonstration mode is off (ROST_DEMO=1 switches it on)")
        built = build_demonstration(now=timezone.now(), stage=Stage(options["stage"]))
        if built.new:
            self.stdout.write(f"Demonstration: {built.edition}")
