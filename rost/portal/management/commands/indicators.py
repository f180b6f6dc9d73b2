"""Figures of places from a file of any size: looked at, then written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from rost.core.tables import TableRefused
from rost.directory.actions.imports import BatchClosed, open_batch
from rost.directory.actions.indicators import INDICATORS, apply_rows, withdraw_indicators
from rost.directory.messages import doubt_text, fault_text, note_text, refused_text
from rost.directory.models import ImportBatch
from rost.directory.queries.imports.indicators import FiguresReading, read_indicators

SHOWN = 20


class Command(BaseCommand):
    help = "Show what a file of figures holds; with --apply write it."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="flat CSV or a sheet")
        parser.add_argument("--source", default="", help="who published it and as of which day")
        parser.add_argument("--year", type=int, help="for a list that names no year")
        parser.add_argument("--apply", action="store_true", help="write, not only show")
        parser.add_argument("--doubtful", action="store_true", help="write the odd figures too")
        parser.add_argument("--withdraw", type=int, metavar="NUMBER", help="take a list back")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["withdraw"]:
            self.take_back(options["withdraw"])
            return
        if options["file"] is None or not options["source"]:
            raise CommandError("Name the file and its source.")
        try:
            with options["file"].open("rb") as sent:
                name = options["file"].name
                reading = read_indicators(sent, name, year=options["year"], limit=None)
        except TableRefused as refused:
            raise CommandError(refused_text(refused)) from refused
        self.show(reading)
        if options["apply"]:
            self.write(reading, options)

    def show(self, reading: FiguresReading) -> None:
        odd = [row for row in reading.rows if row["doubt"]]
        self.stdout.write(
            f"{len(reading.rows)} figures, {len(odd)} of them odd, {len(reading.faults)} faults, "
            f"{reading.passed_over} lines passed over"
        )
        for note in reading.told():
            said = note_text(note)
            self.stdout.write(f"line {note['line']}, {note['lines']} lines in all: {said}")
        for fault in reading.faults[:SHOWN]:
            said = fault_text(fault)
            self.stdout.write(f"line {fault['line']}, {fault['column']}: {said}")
        for row in odd[:SHOWN]:
            what = f"{row['code']} {row['indicator']} {row['year']}: {row['value']}"
            self.stdout.write(f"line {row['line']}, {what}: {doubt_text(row)}")

    def write(self, reading: FiguresReading, options: dict[str, Any]) -> None:
        """The rows never stand in the database between the steps: there may be very many."""
        now = timezone.now()
        batch = open_batch(
            kind=INDICATORS,
            about=options["source"],
            file_name=options["file"].name,
            uploaded_by=None,
            now=now,
            rows=(),
            faults=(),
        )
        apply_rows(batch=batch, rows=reading.rows, now=now, doubtful=options["doubtful"])
        self.stdout.write(f"List {batch.pk}: {batch.outcome}")

    def take_back(self, number: int) -> None:
        batch = ImportBatch.objects.filter(pk=number, kind=INDICATORS).first()
        if batch is None:
            raise CommandError(f"There is no list {number}.")
        try:
            taken = withdraw_indicators(batch=batch, now=timezone.now())
        except BatchClosed as refusal:
            raise CommandError(str(refusal.message)) from refusal
        self.stdout.write(f"List {number}: {taken.outcome}")
