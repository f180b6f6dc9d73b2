"""The full-text index on the rows of IndexedCard, kept by the database itself.

SQLite: an FTS5 table without a copy of the text, filled by triggers. PostgreSQL: two generated
columns with GIN (every word with the weight of its field, and the title alone), and an index of the
vocabulary by beginnings. A later migration that makes SQLite build `catalogue_indexedcard` anew
loses the triggers with it and must put them back.
"""

from django.db import migrations

SQLITE = (
    """
    CREATE VIRTUAL TABLE catalogue_found USING fts5(
        title, summary, body, loose,
        content='catalogue_indexedcard', content_rowid='id',
        tokenize="unicode61 remove_diacritics 0"
    )
    """,
    """
    CREATE TRIGGER catalogue_found_put AFTER INSERT ON catalogue_indexedcard BEGIN
        INSERT INTO catalogue_found (rowid, title, summary, body, loose)
        VALUES (new.id, new.title, new.summary, new.body, new.loose);
    END
    """,
    """
    CREATE TRIGGER catalogue_found_gone AFTER DELETE ON catalogue_indexedcard BEGIN
        INSERT INTO catalogue_found (catalogue_found, rowid, title, summary, body, loose)
        VALUES ('delete', old.id, old.title, old.summary, old.body, old.loose);
    END
    """,
    """
    CREATE TRIGGER catalogue_found_changed AFTER UPDATE ON catalogue_indexedcard BEGIN
        INSERT INTO catalogue_found (catalogue_found, rowid, title, summary, body, loose)
        VALUES ('delete', old.id, old.title, old.summary, old.body, old.loose);
        INSERT INTO catalogue_found (rowid, title, summary, body, loose)
        VALUES (new.id, new.title, new.summary, new.body, new.loose);
    END
    """,
)
SQLITE_BACK = (
    "DROP TRIGGER IF EXISTS catalogue_found_put",
    "DROP TRIGGER IF EXISTS catalogue_found_gone",
    "DROP TRIGGER IF EXISTS catalogue_found_changed",
    "DROP TABLE IF EXISTS catalogue_found",
)
POSTGRES = (
    """
    ALTER TABLE catalogue_indexedcard
    ADD COLUMN found_by tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple'::regconfig, title), 'A') ||
        setweight(to_tsvector('simple'::regconfig, summary), 'B') ||
        setweight(to_tsvector('simple'::regconfig, body), 'C') ||
        setweight(to_tsvector('simple'::regconfig, loose), 'D')
    ) STORED,
    ADD COLUMN titled_by tsvector GENERATED ALWAYS AS (
        to_tsvector('simple'::regconfig, title)
    ) STORED
    """,
    "CREATE INDEX catalogue_found_by ON catalogue_indexedcard USING gin (found_by)",
    "CREATE INDEX catalogue_titled_by ON catalogue_indexedcard USING gin (titled_by)",
    "CREATE INDEX catalogue_word_start ON catalogue_indexedword"
    " (generation_id, word text_pattern_ops)",
    "CREATE INDEX catalogue_word_end ON catalogue_indexedword"
    " (generation_id, backwards text_pattern_ops)",
)
POSTGRES_BACK = (
    "DROP INDEX IF EXISTS catalogue_word_end",
    "DROP INDEX IF EXISTS catalogue_word_start",
    "ALTER TABLE catalogue_indexedcard DROP COLUMN found_by, DROP COLUMN titled_by",
)


def run(schema_editor, sqlite, postgres):
    statements = sqlite if schema_editor.connection.vendor == "sqlite" else postgres
    for statement in statements:
        schema_editor.execute(statement, params=None)


def forth(apps, schema_editor):
    run(schema_editor, SQLITE, POSTGRES)


def back(apps, schema_editor):
    run(schema_editor, SQLITE_BACK, POSTGRES_BACK)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0002_search")]

    operations = [migrations.RunPython(forth, back)]
