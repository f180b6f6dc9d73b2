"""How many cards stand behind each value of each filter.

Every facet is counted with the other filters, its own left out: for a facet whose filter is not in
use that is one and the same set of cards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.db.models import QuerySet

from rost.catalogue.models import Card, CardIssue
from rost.catalogue.queries.cards import cards_seen_by
from rost.catalogue.rules import COST_BANDS, MOST_LISTED, PEOPLE_BANDS, band_of
from rost.directory.rules import Visitor

from .filters import FACETS, fitting
from .looking import look_for
from .model import Facets, Filters

COLUMNS = ("pk", "kind", "district", "national_project", "kopecks", "people", "year")
Counts = Mapping[str, Counter[str]]


def facets(visitor: Visitor, query: str, filters: Filters) -> Facets:
    """As many looks as there are filters in use, and one; values by the number of cards."""
    seen = cards_seen_by(visitor)
    whole, bounded = counted(query, fitting(seen, filters))
    counts = dict(whole)
    for facet, name in FACETS.items():
        if getattr(filters, name):
            without = replace(filters, **{name: type(getattr(filters, name))()})
            own, more = counted(query, fitting(seen, without))
            counts[facet] = own[facet]
            bounded = bounded or more
    return Facets({name: in_order(counter) for name, counter in counts.items()}, bounded)


def counted(query: str, cards: QuerySet[Card]) -> tuple[Counts, bool]:
    """Counters by facet over the first cards; the second says that there are more."""
    if query.strip():
        matched = look_for(query, cards).matched
        rows = list(cards.order_by().filter(pk__in=matched.cards).values_list(*COLUMNS))
        return tally(rows), matched.more
    first = cards.order_by("-put_at", "-id")[: MOST_LISTED + 1]
    rows = list(first.values_list(*COLUMNS))
    return tally(rows[:MOST_LISTED]), len(rows) > MOST_LISTED


def tally(rows: Sequence[tuple[int, str, str, str, int | None, int | None, int | None]]) -> Counts:
    names = CardIssue.objects.filter(card__in=[row[0] for row in rows])
    return {
        "kind": Counter(row[1] for row in rows),
        "district": Counter(row[2] for row in rows),
        "local_issue": Counter(names.values_list("code", flat=True)) if rows else Counter(),
        "national_project": Counter(row[3] for row in rows),
        "cost": Counter(band_of(COST_BANDS, row[4]) for row in rows),
        "size": Counter(band_of(PEOPLE_BANDS, row[5]) for row in rows),
        "year": Counter(str(row[6] or "") for row in rows),
    }


def in_order(counter: Counter[str]) -> tuple[tuple[str, int], ...]:
    found: Iterable[tuple[str, int]] = ((value, n) for value, n in counter.items() if value)
    return tuple(sorted(found, key=lambda one: (-one[1], one[0])))
