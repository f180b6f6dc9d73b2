"""Everything a municipality's page shows, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from rost.directory.models import (
    FormerName,
    Kind,
    Municipality,
    Organisation,
    Population,
    Post,
    PostKind,
    Succession,
)
from rost.directory.queries.consents import agreed_to_be_named
from rost.directory.rules import Visitor

PUBLIC_KINDS = (PostKind.HEAD, PostKind.DEPUTY)


@dataclass(frozen=True, slots=True)
class Settlement:
    """A municipality below: its population and how wide its bar is, in percent of the largest."""

    place: Municipality
    people: int | None
    share: int


@dataclass(frozen=True, slots=True)
class PlacePage:
    place: Municipality
    populations: list[Population]
    settlements: list[Settlement]
    predecessors: list[Succession]
    successors: list[Succession]
    former_names: list[FormerName]
    posts: list[Post]  # those whose holders agreed to be named
    unnamed: int  # public posts whose holders have not
    organisations: list[Organisation]


def get_place_for(visitor: Visitor, code: str) -> Municipality | None:
    """The municipality or region with this code; the register is public, past places too."""
    return Municipality.objects.filter(code=code).select_related("parent__parent").first()


def place_page(place: Municipality, *, day: date) -> PlacePage:
    """The page of a place as of a day; the number of queries does not depend on its size."""
    posts = list(_public_posts(place, day))
    named = [post for post in posts if post.named]
    return PlacePage(
        place=place,
        populations=list(place.populations.all()),
        settlements=_settlements(place, day),
        predecessors=list(place.predecessions.select_related("predecessor__parent")),
        successors=list(place.successions.select_related("successor__parent")),
        former_names=list(place.former_names.all()),
        posts=named,
        unnamed=len(posts) - len(named),
        organisations=list(
            place.organisations.filter(approved_at__isnull=False, valid_to__isnull=True)[:50]
        ),
    )


def _public_posts(place: Municipality, day: date):  # type: ignore[no-untyped-def]
    posts = Post.objects.filter(municipality=place, kind__in=PUBLIC_KINDS).held_on(day)
    return (
        posts.annotate(named=agreed_to_be_named()).select_related("person").order_by("-kind", "id")
    )


def _settlements(place: Municipality, day: date) -> list[Settlement]:
    if place.kind == Kind.REGION:
        return []
    last = Population.objects.filter(municipality=OuterRef("pk")).order_by("-year")
    rows = Municipality.objects.valid_on(day).filter(parent=place)
    counted = [
        (row, row.people)  # type: ignore[attr-defined]
        for row in rows.annotate(people=Subquery(last.values("people")[:1]))
    ]
    most = max((people or 0 for _, people in counted), default=0) or 1
    return [Settlement(row, people, round(100 * (people or 0) / most)) for row, people in counted]
