"""What people of a place have declared of it: the questions with answers, and the past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rost.directory.models import FormerValue, Indicator, IndicatorValue, Municipality, Person, Post
from rost.directory.rules import DECLARE_PROFILE, Visitor, may

from .wording import THEMES

PAST = 50


@dataclass(frozen=True, slots=True)
class ProfilePage:
    indicators: tuple[Indicator, ...]
    declared: dict[str, IndicatorValue]  # by the code of the indicator
    statistics: dict[str, IndicatorValue]
    past: tuple[FormerValue, ...]

    def told_by_others(self, reader: Person) -> int:
        """How many lines name somebody else."""
        told = [one.declared_by_id for one in self.declared.values()]
        told += [one.declared_by_id for one in self.past]
        return sum(pk not in (None, reader.pk) for pk in told)


def may_declare(visitor: Visitor, place: Municipality, day: date) -> bool:
    """People with a post there today, and whoever looks after the territory."""
    if visitor.person is None:
        return False
    if may(visitor, DECLARE_PROFILE, territory=place.path):
        return True
    return Post.objects.filter(person=visitor.person, municipality=place).held_on(day).exists()


def profile_page(place: Municipality) -> ProfilePage:
    """In three queries."""
    order = {theme: number for number, theme in enumerate(THEMES)}
    asked = sorted(
        Indicator.objects.filter(asked=True),
        key=lambda one: (order.get(one.theme, 99), one.rank, one.code),
    )
    declared: dict[str, IndicatorValue] = {}
    statistics: dict[str, IndicatorValue] = {}
    rows = IndicatorValue.objects.filter(municipality=place, indicator__asked=True)
    for one in rows.select_related("indicator", "declared_by").order_by("-year"):
        (declared if one.declared else statistics).setdefault(one.indicator.code, one)
    past = FormerValue.objects.filter(municipality=place, declared=True)
    return ProfilePage(
        indicators=tuple(asked),
        declared=declared,
        statistics=statistics,
        past=tuple(past.select_related("indicator", "declared_by")[:PAST]),
    )
