"""A visitor never finds, counts or guesses what he may not see."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from rost.catalogue.models import Audience, Card, IndexedWord
from rost.catalogue.queries.cards import cards_of_place, cards_seen_by
from rost.catalogue.queries.search import Filters, facets
from rost.catalogue.queries.suggestions import suggest
from rost.catalogue.rules import register_right
from rost.catalogue.tests.shelf import look, shelve, titles, visitor
from rost.directory.models import RoleName
from rost.directory.rules import Right

pytestmark = pytest.mark.django_db
CURATE = Right.of("catalogue.tests", RoleName.CURATOR)
NAMED = Audience.NAMED


@pytest.fixture
def shelf(cast: Any, now: Any) -> None:
    """Four cards with the word «субсидия», for four circles of people."""
    register_right(CURATE)
    shelve(now, "1", "Субсидия всем", municipality=cast.askarovo)
    shelve(now, "2", "Субсидия вошедшим", audience=Audience.SIGNED_IN)
    shelve(now, "3", "Субсидия Рамили", audience=NAMED, readers=(cast.ramilya,))
    place = {"municipality": cast.almukhametovo, "audience": NAMED, "right": CURATE.name}
    shelve(now, "4", "Субсидия кураторам", **place)
    other = {"municipality": cast.other_district, "audience": NAMED, "right": CURATE.name}
    shelve(now, "5", "Субсидия чужого района", **other)


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        (None, {"1"}),
        ("vera", {"1", "2"}),
        ("ramilya", {"1", "2", "3"}),
        ("azat", {"1", "2", "4"}),
        ("alsu", {"1", "2", "4", "5"}),
    ],
)
def test_search_lists_counts_and_suggestions_show_one_and_the_same(
    who: str | None, seen: set[str], shelf: None, cast: Any, now: Any
) -> None:
    person = getattr(cast, who) if who else None
    stranger = visitor(person, now)
    found = look("субсидии", now, person)

    assert {hit.card.key.rpartition(":")[2] for hit in found.hits} == seen
    assert found.total == len(seen) == cards_seen_by(stranger).count()
    assert facets(stranger, "субсидия", Filters())["kind"] == (("practice", len(seen)),)
    assert facets(stranger, "", Filters())["kind"] == (("practice", len(seen)),)
    assert len(suggest(stranger, "субс")) == len(seen)
    assert cards_of_place(stranger, cast.district).count() == len(seen & {"1", "4"})


def test_hidden_words_are_in_no_vocabulary(cast: Any, now: Any) -> None:
    shelve(now, "1", "Аэропорт в деревне", audience=NAMED, readers=(cast.ramilya,))

    assert not IndexedWord.objects.filter(cards__gt=0).exists()
    assert look("аэропорд", now).total == 0  # a slip away from a hidden word
    assert titles(look("аэропорт", now, cast.ramilya)) == ["Аэропорт в деревне"]


def test_a_card_that_is_hidden_again_takes_its_words_along(cast: Any, now: Any) -> None:
    shelve(now, "1", "Аэропорт")
    shelve(now, "1", "Аэропорт", audience=NAMED, readers=(cast.vera,))

    assert look("аэропорт", now).total == 0
    assert look("аэропорт", now, cast.vera).total == 1
    assert not IndexedWord.objects.filter(cards__gt=0).exists()


def test_a_reader_who_is_no_longer_named_finds_it_no_more(cast: Any, now: Any) -> None:
    shelve(now, "1", "Черновик", audience=NAMED, readers=(cast.vera, cast.marat))
    shelve(now, "1", "Черновик", audience=NAMED, readers=(cast.marat,))

    assert look("черновик", now, cast.vera).total == 0
    assert look("черновик", now, cast.marat).total == 1
    assert Card.objects.get().readers.count() == 1


def test_it_is_news_when_a_card_comes_to_be_seen_by_everybody(cast: Any, now: Any) -> None:
    later = now + timedelta(days=3)
    shelve(now, "1", "Черновик", audience=NAMED, readers=(cast.vera,))
    shelve(later, "1", "Черновик")
    assert Card.objects.get().put_at == later

    shelve(later + timedelta(days=1), "1", "Черновик исправлен")
    assert Card.objects.get().put_at == later
