"""Everything the search page shows, in a number of queries that does not grow with the cards."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db.models import Count

from rost.catalogue.models import Card
from rost.catalogue.queries.cards import cards_seen_by
from rost.catalogue.queries.search import Filters, Found, facets, search
from rost.directory.models import Municipality, Post
from rost.directory.queries.peers import codes_of_peers
from rost.directory.queries.visitors import local_day
from rost.directory.rules import Visitor
from rost.portal.queries.search.asked import Asked
from rost.portal.queries.search.facets import Choice, Group, chips_of, groups_of
from rost.portal.queries.search.results import Result, listed, results_of

PER_PAGE = 20
MOST_PAGES = 50  # deeper than anybody reads; a narrower question finds the rest
LATEST = 6
NOWHERE = "-"  # a code that no place has


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`like` offers «at places like mine»."""

    asked: Asked
    results: tuple[Result, ...]
    total: int
    page: int
    tolerant: bool
    keyboard: str  # the query as typed on the other layout, where that finds something
    groups: tuple[Group, ...]
    chips: tuple[Choice, ...]
    like: Choice | None
    no_peers: bool = False
    more: bool = False  # than `total`
    bounded: bool = False  # choices are counted among the first of more

    @property
    def shown_total(self) -> int:
        return min(self.total, PER_PAGE * MOST_PAGES)


def search_page(visitor: Visitor, asked: Asked, page: int) -> SearchPage:
    own = own_place(visitor)
    named = places_named(asked, own)
    filters, no_peers = filters_of(asked, named)
    found, page = found_on(visitor, asked, filters, page)
    counts = facets(visitor, asked.query, filters)
    districts = [code for code, _number in counts.get("district", ())]
    named |= places_by_code(code for code in districts if code not in named)
    return SearchPage(
        asked=asked,
        results=results_of(found.hits, local_day(visitor.now), own),
        total=found.total,
        page=page,
        tolerant=found.tolerant,
        keyboard=found.keyboard,
        groups=groups_of(asked, counts, named),
        chips=chips_of(asked, named),
        like=like_mine(asked, own),
        no_peers=no_peers,
        more=found.more,
        bounded=counts.bounded,
    )


def start_page(visitor: Visitor) -> SearchPage:
    """Nothing is asked yet: what can be found, and what came last."""
    asked = Asked()
    cards = newest(visitor)
    kinds = cards_seen_by(visitor).order_by().values_list("kind").annotate(number=Count("pk"))
    counts = {"kind": sorted(kinds, key=lambda row: (-row[1], row[0]))}
    own = own_place(visitor)
    return SearchPage(
        asked=asked,
        results=listed(cards, local_day(visitor.now)),
        total=0,
        page=1,
        tolerant=False,
        keyboard="",
        groups=groups_of(asked, counts, {}),
        chips=(),
        like=like_mine(asked, own),
    )


def newest(visitor: Visitor) -> list[Card]:
    rows = cards_seen_by(visitor).exclude(kind__in=("place", "organisation"))
    return list(rows.select_related("municipality__parent").order_by("-put_at", "-pk")[:LATEST])


def found_on(visitor: Visitor, asked: Asked, filters: Filters, page: int) -> tuple[Found, int]:
    """The page asked for, or the last one there is."""
    page = min(max(page, 1), MOST_PAGES)

    def on(number: int) -> Found:
        return search(
            visitor, asked.query, filters, page=number, per_page=PER_PAGE, sort=asked.sort
        )

    found = on(page)
    if found.hits or not found.total:
        return found, page
    last = min(-(-found.total // PER_PAGE), MOST_PAGES)
    return on(last), last


def filters_of(asked: Asked, named: dict[str, Municipality]) -> tuple[Filters, bool]:
    """The catalogue's filters; the second says that nobody like the chosen place is known."""
    peers: tuple[str, ...] = ()
    if asked.like:
        place = named.get(asked.like)
        peers = codes_of_peers(place) if place is not None else ()
    filters = Filters(
        kinds=asked.values("kind"),
        territory=asked.place,
        places=(peers or (NOWHERE,)) if asked.like else (),
        local_issues=asked.values("issue"),
        national_projects=asked.values("project"),
        costs=asked.values("cost"),
        sizes=asked.values("size"),
        years=tuple(map(int, asked.values("year"))),
    )
    return filters, bool(asked.like) and not peers


def own_place(visitor: Visitor) -> Municipality | None:
    """Where the visitor holds a post; none for a stranger, without a query."""
    if visitor.person is None:
        return None
    held = Post.objects.held_on(local_day(visitor.now)).filter(
        person=visitor.person, municipality__isnull=False
    )
    post = held.select_related("municipality__parent").order_by("-held_from", "-pk").first()
    return post.municipality if post is not None else None


def places_named(asked: Asked, own: Municipality | None) -> dict[str, Municipality]:
    named = {own.code: own} if own is not None else {}
    return named | places_by_code({asked.place, asked.like} - {"", *named})


def places_by_code(codes) -> dict[str, Municipality]:  # type: ignore[no-untyped-def]
    wanted = set(codes)
    if not wanted:
        return {}
    rows = Municipality.objects.filter(code__in=wanted).select_related("parent")
    return {one.code: one for one in rows}


def like_mine(asked: Asked, own: Municipality | None) -> Choice | None:
    """«At places like mine» for whoever has a post in a municipality."""
    if own is None or asked.like:
        return None
    return Choice(text=own.code, address=replace(asked, like=own.code).address)
