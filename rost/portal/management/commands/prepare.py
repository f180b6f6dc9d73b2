"""Brings everything a start needs up to date: catalogues, tables, static files, the register."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from rost.catalogue.actions.reconciling import reconcile
from rost.directory.actions.consents import load_consent_texts
from rost.directory.actions.indicators import load_indicators, load_locations
from rost.directory.actions.places import load_register
from rost.directory.actions.retention import load_retention_rules
from rost.forum.adapters.code_reader import NoReader, fetch_reader

PACKAGE = Path(settings.BASE) / "rost"
WATCHED = (
    "*/migrations/*.py",
    "*/static/**/*",
    "directory/data/*",
    "forum/reader/*",
    "portal/actions/demo/**/*.py",
    "portal/data/practices/*",
)

UNUSED = ["htmax-*", "htmx-4*", "django_htmx/ext/*"]  # a library brings every version of itself


class Command(BaseCommand):
    help = "Bring tables, static files, the register and the demonstration up to date."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--force", action="store_true", help="do it even if nothing changed")
        parser.add_argument("--stage", help="how far the demonstration has come, as of `demo`")

    def handle(self, *args: Any, **options: Any) -> None:
        stamp = Path(settings.VAR) / "prepared"
        now = fingerprint()
        if not options["force"] and stamp.exists() and stamp.read_text() == now:
            return
        settings.VAR.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        self.fetch_reader()
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=UNUSED)
        load_register(now=timezone.now())
        load_indicators()
        load_locations(now=timezone.now())
        load_consent_texts()
        load_retention_rules()
        if settings.DEMO:
            call_command("demo", *(["--stage", options["stage"]] if options["stage"] else []))
        reconcile(now=timezone.now())  # cards of what came without saying so, the register first
        stamp.write_text(now)

    def fetch_reader(self) -> None:
        """Cameras read codes by it where the browser cannot; nothing else needs it."""
        try:
            fetch_reader(settings.READER_ROOT, workshop=settings.VAR / "reader-packages")
        except NoReader as reason:
            self.stderr.write(
                f"No reader of square codes: {reason}. At the door, telephones whose browser reads"
                " codes itself still do; search by name and typing a code work everywhere."
            )


def fingerprint() -> str:
    """What a start depends on: the version, the database, and the files that shape its content."""
    npm = shutil.which("npm")  # once it is there, the reader is fetched
    facts = f"{settings.VERSION} {os.environ.get('DATABASE_URL')} {settings.DEMO} {npm}"
    digest = hashlib.sha256(facts.encode())
    for pattern in WATCHED:
        for path in sorted(PACKAGE.glob(pattern)):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"{path} {path.stat().st_mtime_ns}".encode())
    return digest.hexdigest()
