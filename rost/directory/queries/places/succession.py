"""What a merge would carry over, shown before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.functional import Promise

from rost.directory.models import Municipality, Organisation, Person, Post, PostKind, Role
from rost.directory.queries.carrying import carriers


@dataclass(frozen=True, slots=True)
class MergeForecast:
    """How many rows go on in the successor, and how many heads step down."""

    below: int
    people: int
    organisations: int
    posts: int
    heads: int
    roles: int
    above: list[tuple[str | Promise, int]]  # what the rooms above have there, by title


def merge_forecast(predecessors: Sequence[Municipality], *, on: date) -> MergeForecast:
    keys = [place.pk for place in predecessors]
    posts = Post.objects.filter(municipality__in=keys).filter(
        Q(held_to__isnull=True) | Q(held_to__gte=on)
    )
    heads = posts.filter(kind=PostKind.HEAD)
    goes_on = Q(valid_to__isnull=True) | Q(valid_to__gte=on)
    roles = Role.objects.filter(Q(territory__in=keys) | Q(post__in=posts.values("pk")))
    return MergeForecast(
        below=Municipality.objects.filter(goes_on, parent__in=keys).exclude(pk__in=keys).count(),
        people=Person.objects.filter(home__in=keys).count(),
        organisations=Organisation.objects.filter(goes_on, municipality__in=keys).count(),
        posts=posts.exclude(kind=PostKind.HEAD).count(),
        heads=heads.count(),
        roles=roles.filter(Q(held_to__isnull=True) | Q(held_to__gte=on))
        .exclude(post__in=heads.values("pk"))
        .count(),
        above=[(one.title, one.count(predecessors=keys, on=on)) for one in carriers()],
    )
