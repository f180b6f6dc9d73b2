"""Whether a hall has changed: the public revision and the floor's own, read in one small look."""

from __future__ import annotations

import sqlite3
import threading
from typing import Any

from django.db import connection
from django.db.utils import DatabaseError

from rost.config.kept import watching_cursor

QUERY = (
    "SELECT (SELECT number FROM directory_publicrevision WHERE id = 1), "
    "(SELECT revision FROM live_floor WHERE id = {place})"
)

Revisions = tuple[int, int]  # public, of the floor


class FloorRevisions:
    """The public revision and a floor's, read by the cheapest way the database has."""

    def __init__(self) -> None:
        self.local = threading.local()
        self.read = self.from_sqlite if connection.vendor == "sqlite" else self.from_row

    def now(self, floor: int) -> Revisions | None:
        """Both numbers now, or None when they cannot be told (then nothing is kept)."""
        try:
            return self.read(floor)
        except (DatabaseError, sqlite3.Error):
            self.local.__dict__.clear()
            return None

    def from_row(self, floor: int) -> Revisions:
        with connection.cursor() as cursor:
            cursor.execute(QUERY.format(place="%s"), [floor])
            return numbers(cursor.fetchone())

    def from_sqlite(self, floor: int) -> Revisions:
        local = self.local
        try:
            watcher: sqlite3.Cursor = local.watcher
        except AttributeError:
            watcher = local.watcher = watching_cursor()
            local.version = -1
        version = watcher.execute("PRAGMA data_version").fetchone()[0]
        if version != local.version:
            local.known, local.version = {}, version
        known: dict[int, Revisions] = local.known
        if floor not in known:
            known[floor] = numbers(watcher.execute(QUERY.format(place="?"), [floor]).fetchone())
        return known[floor]


def numbers(row: Any) -> Revisions:
    return int(row[0] or 0), int(row[1] or 0)
