"""Saving a search, telling of its news, giving it up."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.catalogue.models import Card, SavedSearch
from rost.directory.models import Person
from rost.directory.queries.visitors import local_day, visitor_for
from rost.portal.messages import tell_of_news, told_on
from rost.portal.queries.search.asked import Asked
from rost.portal.queries.search.saved import name_of, news_in
from rost.portal.rules import MOST_SAVED
from rost.ui.refusals import Refusal

MORNING = time(9)  # by the platform's clock; nobody is woken by news
LONGEST = 1000  # of an address that is kept
MOST_TOLD = 10  # cards in one letter; the rest stands on the page


class NothingAsked(Refusal):
    def __init__(self) -> None:
        super().__init__(_("There is nothing to save yet: write what you look for."))


class TooLong(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This search is too long to be saved. Take away some of its filters."))


class TooManySaved(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("You have saved as many searches as can be kept. Delete one you do not need.")
        )


@transaction.atomic
def save_search(*, person: Person, asked: Asked, language: str, now: datetime) -> SavedSearch:
    """Saved twice, it is one search; what is found already is no news."""
    if asked.is_empty:
        raise NothingAsked
    if len(asked.address) > LONGEST:
        raise TooLong
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    own = SavedSearch.objects.filter(person=person)
    if (there := own.filter(query=asked.address).first()) is not None:
        return there
    if own.count() >= MOST_SAVED:
        raise TooManySaved
    return SavedSearch.objects.create(
        person=person,
        name=name_of(asked)[:200],
        query=asked.address,
        language=language,
        saved_at=now,
        told_at=now,
    )


def switch(*, saved: SavedSearch, tells: bool, now: datetime) -> None:
    """Whatever came while it was silent is not told afterwards."""
    SavedSearch.objects.filter(pk=saved.pk).exclude(tells=tells).update(tells=tells, told_at=now)


def forget(*, saved: SavedSearch) -> None:
    saved.delete()


def tell_news(now: datetime) -> int:
    """One letter a person a day about all their searches; run as often as one likes.

    At most once: the letter and the mark of what was told are one transaction.
    """
    local = now.astimezone(ZoneInfo(settings.TIME_ZONE))
    if local.time() < MORNING:
        return 0
    newest = Card.objects.order_by("-put_at").values_list("put_at", flat=True).first()
    waiting = SavedSearch.objects.filter(tells=True, person__is_active=True)
    if newest is None:
        return 0
    day, by_person = local_day(now), defaultdict(list)
    for one in waiting.filter(told_at__lt=newest).select_related("person").order_by("pk"):
        by_person[one.person_id].append(one)
    return sum(tell_person(own, day=day, now=now) for own in by_person.values())


@transaction.atomic
def tell_person(searches: list[SavedSearch], *, day: date, now: datetime) -> bool:
    """Each card once, under the first search that finds it."""
    person = searches[0].person
    if told_on(person, day):
        return False
    visitor, seen, found = visitor_for(person, now=now, strong=False), set[int](), []
    for one in searches:
        cards = [card for card in news_in(one, visitor) if card.pk not in seen]
        seen |= {card.pk for card in cards}
        found += [(one, cards[:MOST_TOLD])] if cards else []
    if not found or not tell_of_news(person, found, day=day, now=now):
        return False
    SavedSearch.objects.filter(person=person, tells=True).update(told_at=now)
    return True


def erase_searches(person: Person, now: datetime) -> int:
    return SavedSearch.objects.filter(person=person).delete()[0]
