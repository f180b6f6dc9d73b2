"""SQLite: FTS5 with bm25, the title weightier than the summary, that than the body."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from .wanted import Ask, quoted, seen_rows

BEST = """
SELECT f.card, f.score FROM (
    SELECT id / 2 AS card, score FROM (
        SELECT rowid AS id, bm25(catalogue_found, 3.0, 1.5, 1.0, 0.4) AS score FROM catalogue_found
        WHERE catalogue_found MATCH %s AND rowid %% 2 = %s ORDER BY rowid DESC LIMIT %s
    ) ORDER BY score, id LIMIT %s
) f WHERE EXISTS ({seen}) LIMIT %s
"""
BETWEEN = """
SELECT word, cards FROM catalogue_indexedword
WHERE generation_id = %s AND {column} >= %s AND {column} < %s AND cards > 0
"""
COUNT = """
INSERT INTO catalogue_indexedword (generation_id, word, backwards, cards) VALUES (%s, %s, %s, %s)
ON CONFLICT (generation_id, word) DO UPDATE SET cards = catalogue_indexedword.cards + excluded.cards
"""
LAST = "\U0010ffff"


def best(ask: Ask) -> list[tuple[int, float]]:
    """Cards with any of the words and how well the database finds they fit, the best first.

    Of more rows than may be read the newest are taken: SQLite walks them in that order. Rows are
    put in order first and cards looked at one by one until there are enough.
    """
    seen, params = seen_rows(ask.cards, "f.card")
    with connection.cursor() as cursor:
        cursor.execute(
            BEST.format(seen=seen),
            [match_of(ask), ask.slot, ask.most_read, ask.most_read, *params, ask.most],
        )
        return [(card, -score) for card, score in cursor.fetchall()]


def match_of(ask: Ask) -> str:
    words = (" OR ".join(quoted(form, '"') for form in one.forms) for one in ask.wanted)
    match = (" AND " if ask.every else " OR ").join(f"({word})" for word in words)
    return f"{{title}} : ({match})" if ask.title_only else match


def beginning(generation: int, start: str) -> list[tuple[str, int]]:
    """Words of the vocabulary that begin so, and in how many cards they stand."""
    return between(generation, "word", start)


def ending(generation: int, end: str) -> list[tuple[str, int]]:
    return between(generation, "backwards", end[::-1])


def between(generation: int, column: str, start: str) -> list[tuple[str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(BETWEEN.format(column=column), [generation, start, start + LAST])
        return [(word, cards) for word, cards in cursor.fetchall()]


def count_words(generation: int, changes: Iterable[tuple[str, int]]) -> None:
    """Add to the counts of words; a word that was not known begins with its number."""
    rows = [(generation, word, word[::-1], number) for word, number in changes]
    with connection.cursor() as cursor:
        cursor.executemany(COUNT, rows)
