"""What the database is asked for: words with their rarity, within cards that may be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Value

from rost.catalogue.models import Card


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word of the query: any of the forms, all of them normalised."""

    forms: tuple[str, ...]
    rarity: float


@dataclass(frozen=True, slots=True)
class Ask:
    """`most_read` bounds how many rows of the index are looked at, `most` how many come back.

    `title_only`: the words are looked for in titles alone; `every`: a card must have all of them.
    """

    wanted: tuple[Wanted, ...]
    slot: int  # of the generation that is read
    cards: QuerySet[Card]
    most: int
    most_read: int
    title_only: bool = False
    every: bool = False


def seen_rows(cards: QuerySet[Card], column: str) -> tuple[str, Sequence[Any]]:
    """A subquery that holds where the column names a card of the queryset."""
    rows = cards.order_by().annotate(one=Value(1)).values("one")
    rows = rows.extra(where=[f'"catalogue_card"."id" = {column}'])  # noqa: S610 a constant
    sql, params = rows.query.sql_with_params()
    return sql, params


def quoted(word: str, quote: str) -> str:
    """A word as a literal of the query language; normalised words have no quotes in them anyway."""
    return f"{quote}{word.replace(quote, quote * 2)}{quote}"
