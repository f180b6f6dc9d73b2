"""PostgreSQL: `simple` tsvector with GIN.

`ts_rank` knows nothing of how rare a word is, so a card is weighed by the sum of the rarities of
its words (from the vocabulary), those of the title once more; `ts_rank` decides between equals.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from .wanted import Ask, Wanted, quoted, seen_rows

ARM = """
(SELECT id, card_id, %s::float8 AS weight FROM catalogue_indexedcard
 WHERE {column} @@ %s::tsquery AND id %% 2 = %s LIMIT %s)
"""
BEST = """
WITH p AS MATERIALIZED (
    SELECT arm.id, arm.card_id, SUM(arm.weight) AS total FROM ({arms}) arm
    GROUP BY arm.id, arm.card_id
), t AS MATERIALIZED (
    SELECT p.id, p.card_id, p.total FROM p WHERE EXISTS ({seen})
    ORDER BY p.total DESC, p.card_id LIMIT %s
)
SELECT t.card_id, t.total + ts_rank(i.found_by, %s::tsquery, 1) AS score
FROM t JOIN catalogue_indexedcard i ON i.id = t.id ORDER BY score DESC, t.card_id
"""
BETWEEN = """
SELECT word, cards FROM catalogue_indexedword
WHERE generation_id = %s AND {column} LIKE %s AND cards > 0
"""
COUNT = """
INSERT INTO catalogue_indexedword (generation_id, word, backwards, cards) VALUES (%s, %s, %s, %s)
ON CONFLICT (generation_id, word) DO UPDATE SET cards = catalogue_indexedword.cards + excluded.cards
"""
TITLE_AGAIN = 0.5  # of the rarity


def best(ask: Ask) -> list[tuple[int, float]]:
    """Cards with any of the words and how well the database finds they fit, the best first."""
    arms: list[str] = []
    values: list[str | int | float] = []
    whole = " & ".join(f"({any_of([one])})" for one in ask.wanted)
    for one in ask.wanted[:1] if ask.every else ask.wanted:
        for column, share in columns(ask):
            query = whole if ask.every else any_of([one])
            arms.append(ARM.format(column=column))
            values += [one.rarity * share, query, ask.slot, ask.most_read]
    seen, params = seen_rows(ask.cards, "p.card_id")
    with connection.cursor() as cursor:
        cursor.execute(
            BEST.format(arms=" UNION ALL ".join(arms), seen=seen),
            [*values, *params, ask.most, any_of(ask.wanted)],
        )
        return [(card, score) for card, score in cursor.fetchall()]


def columns(ask: Ask) -> tuple[tuple[str, float], ...]:
    if ask.title_only:
        return (("titled_by", 1.0),)
    return (("found_by", 1.0), ("titled_by", TITLE_AGAIN))


def any_of(wanted: Iterable[Wanted]) -> str:
    forms = dict.fromkeys(form for one in wanted for form in one.forms)
    return " | ".join(quoted(form, "'") for form in forms)


def beginning(generation: int, start: str) -> list[tuple[str, int]]:
    """Words of the vocabulary that begin so, and in how many cards they stand."""
    return between(generation, "word", start)


def ending(generation: int, end: str) -> list[tuple[str, int]]:
    return between(generation, "backwards", end[::-1])


def between(generation: int, column: str, start: str) -> list[tuple[str, int]]:
    """Normalised words have no signs that LIKE reads in its own way."""
    with connection.cursor() as cursor:
        cursor.execute(BETWEEN.format(column=column), [generation, f"{start}%"])
        return [(word, cards) for word, cards in cursor.fetchall()]


def count_words(generation: int, changes: Iterable[tuple[str, int]]) -> None:
    """Add to the counts of words; in one order, so that two writers do not wait for each other."""
    rows = [(generation, word, word[::-1], number) for word, number in sorted(changes)]
    with connection.cursor() as cursor:
        cursor.executemany(COUNT, rows)
