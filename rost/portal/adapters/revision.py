"""Database triggers that move the public revision, so that no save, by whatever path, is missed.

They are put in place after every `migrate` (SQLite drops a table's triggers when it rebuilds it).
A page may be kept only if every table it reads is watched; a test holds kept pages to that.
"""

from __future__ import annotations

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

WATCHED = (
    "forum_edition",
    "forum_edition_organisers",
    "forum_editiondocument",
    "forum_version",
    "forum_call",
    "forum_commitment",
    "forum_track",
    "directory_municipality",
    "directory_organisation",
)
TABLE = "directory_publicrevision"
GROW = (
    f"INSERT INTO {TABLE} (id, number) VALUES (1, 1) "  # noqa: S608 constants only
    f"ON CONFLICT (id) DO UPDATE SET number = {TABLE}.number + 1"
)
SQLITE = """
CREATE TRIGGER IF NOT EXISTS watch_{table}_{event} AFTER {event} ON {table} BEGIN {grow}; END
"""
POSTGRES = """
CREATE OR REPLACE FUNCTION grow_public_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN {grow}; RETURN NULL; END $$;
"""
POSTGRES_TRIGGER = """
CREATE OR REPLACE TRIGGER watch_{table} AFTER INSERT OR UPDATE OR DELETE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION grow_public_revision()
"""


def watch_public_tables(*, using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """Put the triggers in place; safe to repeat; tables that do not exist yet wait."""
    connection = connections[using]
    present = set(connection.introspection.table_names())
    if TABLE not in present:
        return
    with connection.cursor() as cursor:
        for statement in statements(connection, [t for t in WATCHED if t in present]):
            cursor.execute(statement)


def statements(connection: BaseDatabaseWrapper, tables: list[str]) -> list[str]:
    if connection.vendor == "sqlite":
        return [
            SQLITE.format(table=table, event=event, grow=GROW)
            for table in tables
            for event in ("INSERT", "UPDATE", "DELETE")
        ]
    return [
        POSTGRES.format(grow=GROW),
        *(POSTGRES_TRIGGER.format(table=table) for table in tables),
    ]
