"""Everything of a territory's page, in a number of queries that does not grow with the rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise

from rost.catalogue.models import Card
from rost.catalogue.queries.cards import cards_seen_by
from rost.directory.models import Kind, Municipality
from rost.directory.queries.indicators import ProfileRow, profile_of
from rost.directory.queries.peers import PlacePeer, peers_of
from rost.directory.queries.places import PlacePage, Plot, place_page, population_plot
from rost.directory.queries.visitors import local_day
from rost.directory.rules import Visitor
from rost.library.models import Shelved
from rost.portal.queries.search.results import Result, listed
from rost.portal.queries.search.wording import MANY
from rost.portal.queries.territory.money import MoneyPlot, money_plot

KINDS = ("practice", "adoption", "project", "session", "commitment")
SHOWN = 3  # of each kind; the rest is a search away
PASSPORTS = 100  # the latest, whose money is added up
FROM_PEERS = 4
PEERS = 5
FIGURES = 8
DONE = {"practice", "adoption"}


@dataclass(frozen=True, slots=True)
class Part:
    """Cards of one kind: the latest, and how many there are."""

    kind: str
    title: str | Promise
    results: tuple[Result, ...]
    count: int


@dataclass(frozen=True, slots=True)
class TerritoryPage:
    place: Municipality
    own: PlacePage
    plot: Plot | None
    parts: tuple[Part, ...]
    empty: tuple[str, ...]  # kinds with nothing yet
    money: MoneyPlot | None
    peers: tuple[PlacePeer, ...]
    figures: tuple[ProfileRow, ...]  # own beside the median of peers
    from_peers: tuple[Result, ...]

    @property
    def practices(self) -> tuple[Part, ...]:
        """What was done here and what was taken up from others."""
        return tuple(one for one in self.parts if one.kind in DONE)

    @property
    def rest(self) -> tuple[Part, ...]:
        return tuple(one for one in self.parts if one.kind not in DONE)

    @property
    def people(self) -> int | None:
        return self.own.populations[0].people if self.own.populations else None

    @property
    def year(self) -> int | None:
        return self.own.populations[0].year if self.own.populations else None


def territory_page(place: Municipality, visitor: Visitor) -> TerritoryPage:
    """A district answers for everything in it."""
    day = local_day(visitor.now)
    own = place_page(place, day=day)
    peers = peers_of(place)
    seen = cards_seen_by(visitor)
    counts = dict(
        seen.filter(lies_in(place), kind__in=KINDS)
        .order_by()
        .values_list("kind")
        .annotate(number=Count("pk", distinct=True))
    )
    cards = {kind: latest(seen.filter(lies_in(place), kind=kind), SHOWN) for kind in KINDS}
    theirs = practices_at(seen, [one.place.pk for one in peers])
    results = results_by_key((*theirs, *(one for rows in cards.values() for one in rows)), day)
    return TerritoryPage(
        place=place,
        own=own,
        plot=population_plot([(one.year, one.people) for one in own.populations]),
        parts=tuple(
            Part(kind, MANY[kind], tuple(results[one.key] for one in rows), counts[kind])
            for kind, rows in cards.items()
            if rows
        ),
        empty=tuple(kind for kind, rows in cards.items() if not rows),
        money=money_plot(passports_of(place)),
        peers=peers[:PEERS],
        figures=tuple(row for row in profile_of(place) if row.value is not None)[:FIGURES],
        from_peers=tuple(results[one.key] for one in theirs),
    )


def lies_in(place: Municipality) -> Q:
    if place.kind in Kind.uppers():
        return Q(district=place.code)
    return Q(municipality=place)


def latest(rows: QuerySet[Card], most: int) -> list[Card]:
    return list(rows.select_related("municipality__parent").order_by("-put_at", "-pk")[:most])


def practices_at(seen: QuerySet[Card], places: list[int]) -> list[Card]:
    """One query also where no peer is known."""
    return latest(seen.filter(kind="practice", municipality__in=places or [0]), FROM_PEERS)


def results_by_key(cards: Iterable[Card], day) -> dict[str, Result]:  # type: ignore[no-untyped-def]
    return {one.card.key: one for one in listed(cards, day)}


def passports_of(place: Municipality) -> list[object]:
    """Of the versions that everybody reads."""
    rows = Shelved.objects.filter(lies_in(place), kopecks__gt=0).order_by("-published_at", "-pk")
    return list(rows.values_list("version__passport", flat=True)[:PASSPORTS])
