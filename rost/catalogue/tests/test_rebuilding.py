"""The index is built anew while everything goes on; cards follow their rooms and their places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command

from rost.catalogue.actions.cards import withdraw
from rost.catalogue.actions.carrying import carry_cards
from rost.catalogue.actions.rebuilding import begin, build_some, rebuild, remove_old, switch
from rost.catalogue.actions.reconciling import reconcile_kind
from rost.catalogue.models import Card, IndexedCard, IndexedWord, IndexGeneration
from rost.catalogue.queries.things import Source, Thing
from rost.catalogue.tests.shelf import look, shelve, titles
from rost.directory.actions.accounts import delete_person
from rost.directory.queries.personal_data import kept_about

pytestmark = pytest.mark.django_db


def vocabulary() -> dict[str, int]:
    (current,) = IndexGeneration.objects.filter(state="current")
    rows = IndexedWord.objects.filter(generation=current, cards__gt=0)
    return dict(rows.values_list("word", "cards"))


def test_nothing_put_during_a_rebuilding_is_lost(cast: Any, now: Any) -> None:
    shelve(now, "1", "Мост")
    shelve(now, "2", "Колодец")
    shelve(now, "3", "Родник")

    generation = begin(now=now)
    shelve(now, "1", "Мост через реку")  # before the building comes to it
    assert titles(look("река", now)) == ["Мост через реку"]
    assert build_some(generation=generation, now=now) == 3
    shelve(now, "2", "Колодец с насосом")  # after it
    shelve(now, "4", "Пруд")
    withdraw(key="library.practice:3", now=now)
    before = vocabulary()
    while build_some(generation=generation, now=now):
        pass
    switch(generation=generation, now=now)
    remove_old()

    assert titles(look("река", now)) == ["Мост через реку"]
    assert titles(look("насос", now)) == ["Колодец с насосом"]
    assert titles(look("пруд", now)) == ["Пруд"]
    assert look("родник", now).total == 0
    assert vocabulary() == before
    assert IndexedCard.objects.count() == 3
    (left,) = IndexGeneration.objects.all()
    assert (left.pk, left.cards, left.title_words) == (generation.pk, 3, 5)


def test_a_rebuilding_that_was_broken_off_goes_on(cast: Any, now: Any) -> None:
    shelve(now, "1", "Мост", kind="test")  # of a room that names no things
    broken = begin(now=now)
    build_some(generation=broken, now=now)

    assert rebuild(now=now) == Card.objects.filter(withdrawn_at__isnull=True).count()
    assert IndexGeneration.objects.get().pk == broken.pk
    call_command("catalogue", "rebuild", verbosity=0)  # and again, into the other slot
    assert titles(look("мосты", now)) == ["Мост"]
    assert IndexedCard.objects.count() == Card.objects.filter(withdrawn_at__isnull=True).count()


def test_the_nightly_check_mends_what_a_room_did_not_say(cast: Any, now: Any) -> None:
    def things(day: date) -> Iterator[Thing]:
        yield Thing(key="test:1", kind="test", title="Мост", path="/1/")
        yield Thing(key="test:2", kind="test", title="Пруд", path="/2/")

    shelve(now, "1", "Чужая карточка")
    shelve(now, "9", "Лишняя", kind="test")
    tomorrow = now + timedelta(days=1)

    assert reconcile_kind(Source("test", things), now=tomorrow) == 3
    assert reconcile_kind(Source("test", things), now=tomorrow + timedelta(days=1)) == 0
    live = Card.objects.filter(withdrawn_at__isnull=True)
    assert {card.title for card in live} == {"Чужая карточка", "Мост", "Пруд"}


def test_cards_go_on_in_the_successor_of_their_place(cast: Any, now: Any) -> None:
    shelve(now, "1", "Мост", municipality=cast.askarovo)

    went = carry_cards(predecessors=[cast.askarovo.pk], successor=cast.ufa, on=now.date(), now=now)

    assert went == 1
    assert titles(look("мост", now, territory="80701000")) == ["Мост"]
    assert titles(look("мост", now, territory="80601000")) == []


def test_what_a_person_could_find_is_shown_and_erased_with_them(cast: Any, now: Any) -> None:
    shelve(now, "1", "Черновик", audience="named", readers=(cast.vera,))

    (kept,) = [one for one in kept_about(cast.vera) if one.name == "catalogue.readers"]
    assert kept.rows == (("Черновик",),)
    delete_person(person=cast.vera, now=now)
    assert Card.objects.get().readers.count() == 0
