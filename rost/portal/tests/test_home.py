"""The home page: what is on at each moment, at which price."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import brotli
import pytest
import time_machine
from django.test import Client

from conftest import NOW
from rost.forum.models import Edition
from rost.forum.tests.registration_stage import make_edition
from rost.forum.tests.sample import publish, sample_programme
from rost.portal.queries.editions import Phase, on_stage

FIRST_FLIGHT = 14_600  # bytes that arrive before the first round trip ends
AFTER = datetime(2020, 3, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def edition(db: None) -> Edition:
    """A published forum of three days and 300 sessions, open for registration at NOW."""
    return publish(sample_programme(sessions=300))


def page(client: Client, address: str = "/") -> str:
    return client.get(address).content.decode()


def test_before_any_forum_the_page_says_what_will_be_here(client: Client, db: None) -> None:
    assert 'class="empty"' in page(client)


def test_forum_ahead_offers_registration_first(client: Client, db: None) -> None:
    make_edition()

    with time_machine.travel(NOW, tick=False):
        seen = page(client)

    assert '<a class="button primary" href="/forum/rost-2020/registration/">' in seen
    assert "18–19\u00a0февраля 2020\u00a0г., вторник\u00a0– среда" in seen


def test_after_the_forum_nothing_is_offered_that_is_over(client: Client, db: None) -> None:
    make_edition(registration_closes_at=None)

    with time_machine.travel(AFTER, tick=False):
        seen = page(client)

    assert "/registration/" not in seen


def test_hours_that_begin_after_the_forum_count(client: Client, db: None) -> None:
    make_edition(registration_opens_at=AFTER, registration_closes_at=None)

    with time_machine.travel(AFTER, tick=False):
        seen = page(client)

    assert '<a class="button primary" href="/forum/rost-2020/registration/">' in seen


def test_unpublished_forum_is_not_shown(client: Client, db: None) -> None:
    make_edition(is_public=False, name="Тайный форум")

    assert "Тайный форум" not in page(client)


@pytest.mark.parametrize(
    ("now", "slug", "phase"),
    [
        (NOW, "rost-2020", Phase.COMING),
        (datetime(2020, 2, 17, 18, 59, tzinfo=UTC), "rost-2020", Phase.COMING),
        (datetime(2020, 2, 17, 19, 0, tzinfo=UTC), "rost-2020", Phase.NOW),  # midnight in Ufa
        (datetime(2020, 2, 19, 18, 59, tzinfo=UTC), "rost-2020", Phase.NOW),
        (datetime(2020, 2, 19, 19, 0, tzinfo=UTC), "rost-2021", Phase.COMING),
        (datetime(2022, 1, 1, tzinfo=UTC), "rost-2021", Phase.PAST),
    ],
)
def test_the_forum_that_goes_on_or_comes_next_is_on_stage(
    db: None, now: datetime, slug: str, phase: Phase
) -> None:
    make_edition()
    make_edition(
        slug="rost-2021",
        starts_on=datetime(2021, 2, 18).date(),
        ends_on=datetime(2021, 2, 19).date(),
        registration_opens_at=None,
        registration_closes_at=None,
    )

    stage = on_stage(now)

    assert stage is not None
    assert (stage.edition.slug, stage.phase) == (slug, phase)


def test_kept_page_ends_when_time_itself_changes_it(db: None) -> None:
    edition = make_edition()

    stage = on_stage(NOW)

    assert stage is not None
    assert stage.changes_at == edition.registration_closes_at
    assert stage.changes_at == NOW + timedelta(days=20)


def test_days_are_drawn_with_their_numbers_in_words(client: Client, edition: Edition) -> None:
    stage = on_stage(NOW)

    assert stage is not None
    assert sum(day.sessions for day in stage.days) > 200
    for day in stage.days:
        assert all(block.x >= 0 and block.x + block.width <= 1000 for block in day.blocks)
        assert f"/programme/{day.date:%Y-%m-%d}/" in page(client)


@pytest.mark.parametrize("prefix", ["", "/ba", "/en"])
def test_page_reads_within_the_first_flight(client: Client, edition: Edition, prefix: str) -> None:
    with time_machine.travel(NOW, tick=False):
        body = client.get(f"{prefix}/").content

    assert len(brotli.compress(body, quality=5)) <= FIRST_FLIGHT


def test_page_asks_the_database_six_times_at_most(
    client: Client, edition: Edition, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(6):
        client.get("/")


def test_page_of_strangers_sets_no_cookie_and_may_be_kept(client: Client, edition: Edition) -> None:
    answer = client.get("/")

    assert not answer.cookies
    assert answer.kept is True  # type: ignore[attr-defined]
