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
    "directory_population",
    "directory_post",
    "directory_succession",
    "directory_formername",
    "library_shelved",
    "library_version",
    "library_photo",
    "library_practicefile",
    "library_review",
    "library_adoption",
    "library_adoptionstep",
    "library_adoptionresult",
    "library_adoptionevidence",
    "catalogue_lineage",
    "directory_location",
    "directory_indicator",
    "directory_indicatorvalue",
    "directory_figuresstamp",
)
# Tables of which strangers read a part: the rest moves nothing, so that somebody who signs in or
# registers does not have every kept page made anew. «row» is the row before or after.
IN_PART = {
    "directory_consent": "row.purpose = 'dissemination'",
    "catalogue_card": "row.audience = 'public'",
    "library_practice": "row.version_id IS NOT NULL",
}
NAMES = ("directory_person", "surname, given_name, patronymic, is_active")  # as people are shown
TABLE = "directory_publicrevision"
GROW = (
    f"INSERT INTO {TABLE} (id, number) VALUES (1, 1) "  # noqa: S608 constants only
    f"ON CONFLICT (id) DO UPDATE SET number = {TABLE}.number + 1"
)
SQLITE = """
CREATE TRIGGER IF NOT EXISTS watch_{table}_{event} AFTER {event}{of} ON {table} {when}
BEGIN {grow}; END
"""
POSTGRES = """
CREATE OR REPLACE FUNCTION grow_public_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN {grow}; RETURN NULL; END $$;
"""
POSTGRES_TRIGGER = """
CREATE OR REPLACE TRIGGER watch_{table}_{event} AFTER {event}{of} ON {table}
FOR EACH {each} {when} EXECUTE FUNCTION grow_public_revision()
"""
ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def watch_public_tables(*, using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """Put the triggers in place; safe to repeat; tables that do not exist yet wait."""
    connection = connections[using]
    present = set(connection.introspection.table_names())
    if TABLE not in present:
        return
    with connection.cursor() as cursor:
        for statement in statements(connection, present):
            cursor.execute(statement)


def statements(connection: BaseDatabaseWrapper, present: set[str]) -> list[str]:
    template = SQLITE if connection.vendor == "sqlite" else POSTGRES_TRIGGER
    watched = {**dict.fromkeys(WATCHED, ""), **IN_PART}
    events = [
        trigger(template, table, event, condition)
        for table, condition in watched.items()
        if table in present
        for event in ROWS
    ]
    table, columns = NAMES
    names = [trigger(template, table, "UPDATE", "", of=columns)] if table in present else []
    first = [] if connection.vendor == "sqlite" else [POSTGRES.format(grow=GROW)]
    return [*first, *events, *names]


def trigger(template: str, table: str, event: str, condition: str, of: str = "") -> str:
    rows = " OR ".join(condition.replace("row.", f"{row}.") for row in ROWS[event])
    return template.format(
        table=table,
        event=event,
        of=f" OF {of}" if of else "",
        when=f"WHEN ({rows})" if condition else "",
        each="ROW" if condition else "STATEMENT",
        grow=GROW,
    )
