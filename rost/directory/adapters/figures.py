"""Database triggers that draw a new stamp whenever a figure of a place changes, by any path.

Put in place after every `migrate` and taken away before one that changes something: SQLite drops a
table's triggers when it rebuilds the table, and a trigger must not outlive the table of the stamp.
"""

from __future__ import annotations

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

TABLE = "directory_figuresstamp"
WATCHED = (
    "directory_indicator",
    "directory_indicatorvalue",
    "directory_location",
    "directory_population",
    "directory_municipality",
)
EVENTS = ("INSERT", "UPDATE", "DELETE")
DRAW = {
    "sqlite": "abs(random() / 2)",
    "postgresql": "floor(random() * 4611686018427387904)::bigint",
}
STAMP = """INSERT INTO {table} (id, number) VALUES (1, {draw})
ON CONFLICT (id) DO UPDATE SET number = excluded.number"""
SQLITE = """CREATE TRIGGER IF NOT EXISTS figures_{table}_{event} AFTER {event} ON {table}
BEGIN {stamp}; END"""
POSTGRES = """CREATE OR REPLACE FUNCTION stamp_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN {stamp}; RETURN NULL; END $$"""
POSTGRES_TRIGGER = """CREATE OR REPLACE TRIGGER figures_{table}
AFTER INSERT OR UPDATE OR DELETE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION stamp_figures()"""


def watch_figures(*, using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """Put the triggers in place; safe to repeat; tables that do not exist yet wait."""
    connection = connections[using]
    present = set(connection.introspection.table_names())
    if TABLE not in present:
        return
    tables = [table for table in WATCHED if table in present]
    stamp = STAMP.format(table=TABLE, draw=DRAW[connection.vendor])
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for table in tables:
                for event in EVENTS:
                    cursor.execute(SQLITE.format(table=table, event=event, stamp=stamp))
            return
        cursor.execute(POSTGRES.format(stamp=stamp))
        for table in tables:
            cursor.execute(POSTGRES_TRIGGER.format(table=table))


def unwatch_figures(*, using: str = DEFAULT_DB_ALIAS, plan: object = None, **_: Any) -> None:
    """Take the triggers away before tables change."""
    connection = connections[using]
    if not plan:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP FUNCTION IF EXISTS stamp_figures() CASCADE")
            return
        for table in WATCHED:
            for event in EVENTS:
                cursor.execute(f"DROP TRIGGER IF EXISTS figures_{table}_{event}")
