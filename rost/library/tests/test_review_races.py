"""Two reviewers at once, two keepers at once: once is once."""

from __future__ import annotations

import pytest

from conftest import NOW, make_cast
from rost.core.tables import write_xlsx
from rost.directory.queries.visitors import local_day
from rost.forum.tests.test_seat_races import _database_in_a_file, at_once
from rost.library.actions.exchange import apply_collection, open_collection
from rost.library.actions.reviews import take
from rost.library.actions.reviews.refusals import TakenAlready
from rost.library.models import Practice, Review
from rost.library.queries.exchange.reading import read_collection
from rost.library.queries.exchange.taken import workbook
from rost.library.rules.exchange import Entry

from .review_stage import PASSPORT, sent_practice

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["_database_in_a_file"]


def test_of_two_reviewers_at_once_one_gets_the_practice() -> None:
    cast = make_cast()
    practice = sent_practice(cast.ramilya, cast.askarovo)

    raised = at_once(
        lambda: take(practice=practice, reviewer=cast.marat, now=NOW),
        lambda: take(practice=practice, reviewer=cast.nina, now=NOW),
    )

    assert [type(one) for one in raised] == [TakenAlready]
    assert Review.objects.count() == 1


def test_a_list_applied_twice_at_once_is_applied_once() -> None:
    cast = make_cast()
    found = read_collection(
        write_xlsx(workbook([Entry(PASSPORT)])), "свод.xlsx", person=cast.nina, day=local_day(NOW)
    )
    batch = open_collection(collection=found, file_name="свод.xlsx", by=cast.nina, now=NOW)

    def apply() -> None:
        apply_collection(batch=batch, chosen={}, send=False, by=cast.nina, now=NOW)

    raised = at_once(apply, apply)

    assert [type(one).__name__ for one in raised] == ["BatchClosed"]
    assert Practice.objects.count() == 1
