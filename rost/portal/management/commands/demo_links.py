"""Prints the one-tap sign-in links of the demonstration's people."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from rost.portal.actions.demo import secret_of
from rost.portal.actions.demo.personas import PERSONAS


class Command(BaseCommand):
    help = "Print one-tap sign-in links (demonstration mode only)."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--address", default="http://127.0.0.1:8000/")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("demonstration mode is off (ROST_DEMO=1 switches it on)")
        base = options["address"].rstrip("/")
        self.stdout.write("Sign in as:")
        for persona in PERSONAS:
            path = reverse("account_key", args=[secret_of(persona)])
            self.stdout.write(f"  {persona.who:<45} {base}{path}")
