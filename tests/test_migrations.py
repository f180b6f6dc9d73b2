"""Every migration runs both ways, and the models hold nothing that a migration does not know."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection


@pytest.mark.django_db(transaction=True)
def test_every_migration_runs_back_and_forth() -> None:
    before = set(connection.introspection.table_names())

    call_command("migrate", "directory", "zero", verbosity=0)
    emptied = set(connection.introspection.table_names())
    call_command("migrate", verbosity=0)

    assert not {name for name in emptied if name.startswith(("directory_", "forum_", "channels_"))}
    assert set(connection.introspection.table_names()) == before


@pytest.mark.django_db
def test_models_and_migrations_agree() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_what_the_public_sees_is_watched_after_migrating() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
        names = {row[0] for row in cursor.fetchall()}

    assert any(name.startswith("watch_forum_version") for name in names)
