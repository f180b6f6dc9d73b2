"""Badges: made once, replaced when lost, handed to guests, printed again with a reason."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from conftest import Cast
from rost.forum.actions.badges import (
    BadgeEnded,
    BadgeTaken,
    HasBadge,
    NoSeatNoBadge,
    TooManySpares,
    badge_in_force,
    hand_spare,
    make_badges,
    make_spares,
    replace_badge,
)
from rost.forum.actions.registration import cancel, register
from rost.forum.models import Badge, BadgeEnd, Edition, Registration, RegistrationStatus
from rost.forum.rules.badges import ALPHABET, read_code

from .registration_stage import make_category, make_edition, make_people


@pytest.fixture
def edition(db: None) -> Edition:
    return make_edition()


def registered(edition: Edition, count: int, now: datetime) -> list[Registration]:
    category = make_category(edition)
    return [
        register(edition=edition, person=person, category=category, now=now)
        for person in make_people(count)
    ]


def test_everybody_confirmed_gets_one_badge_and_a_second_call_makes_none(
    edition: Edition, now: datetime
) -> None:
    people = registered(edition, 3, now)
    Registration.objects.filter(pk=people[2].pk).update(status=RegistrationStatus.WAITING)

    first = make_badges(edition=edition, registrations=people, now=now)
    second = make_badges(edition=edition, registrations=people, now=now + timedelta(days=1))

    assert [(one.serial, one.registration_id) for one in first] == [
        (1, people[0].pk),
        (2, people[1].pk),
    ]
    assert second == first
    assert Badge.objects.count() == 2


def test_a_code_says_nothing_and_has_no_letters_that_are_confused(
    edition: Edition, now: datetime
) -> None:
    codes = [one.code for one in make_spares(edition=edition, count=200, now=now)]

    assert len(set(codes)) == 200
    assert {len(code) for code in codes} == {14}
    assert set("".join(codes)) <= set(ALPHABET)
    assert not set(ALPHABET) & set("01OILU")
    assert len(ALPHABET) ** 14 > 2**60
    assert all(read_code(f"http://localhost/b/{code.lower()}") == code for code in codes)


def test_serials_of_an_edition_go_on(edition: Edition, now: datetime) -> None:
    make_spares(edition=edition, count=2, now=now)
    other = make_edition(slug="other")

    assert [one.serial for one in make_spares(edition=edition, count=2, now=now)] == [3, 4]
    assert [one.serial for one in make_spares(edition=other, count=1, now=now)] == [1]


def test_a_lost_badge_is_replaced_once(edition: Edition, now: datetime) -> None:
    [owner] = registered(edition, 1, now)
    [lost] = make_badges(edition=edition, registrations=[owner], now=now)

    fresh = replace_badge(badge=lost, why=BadgeEnd.LOST, by=None, now=now)
    again = replace_badge(badge=lost, why=BadgeEnd.LOST, by=None, now=now)

    assert again == fresh
    assert fresh.code != lost.code
    assert [(one.serial, one.ended_why) for one in Badge.objects.all()] == [(1, "lost"), (2, "")]
    assert badge_in_force(owner.pk) == fresh


def test_the_database_keeps_one_badge_in_force_a_registration(
    edition: Edition, now: datetime
) -> None:
    [owner] = registered(edition, 1, now)
    make_badges(edition=edition, registrations=[owner], now=now)

    with pytest.raises(IntegrityError), transaction.atomic():
        Badge.objects.create(
            edition=edition, serial=9, code="another", registration=owner, made_at=now
        )


def test_a_cancelled_registration_ends_its_badge_and_a_new_one_gets_a_new_badge(
    edition: Edition, now: datetime
) -> None:
    [owner] = registered(edition, 1, now)
    [badge] = make_badges(edition=edition, registrations=[owner], now=now)

    cancel(registration=owner, now=now)
    with pytest.raises(BadgeEnded):
        replace_badge(badge=badge, why=BadgeEnd.LOST, by=None, now=now)
    register(edition=edition, person=owner.person, category=owner.category, now=now)
    [fresh] = make_badges(edition=edition, registrations=[owner], now=now)

    badge.refresh_from_db()
    assert (badge.ended_at, badge.ended_why) == (now, BadgeEnd.CANCELLED)
    assert fresh.serial == 2


def test_a_spare_badge_is_handed_to_one_person(edition: Edition, now: datetime) -> None:
    guest, other = registered(edition, 2, now)
    [spare] = make_spares(edition=edition, count=1, now=now)

    hand_spare(badge=spare, registration=guest, by=None, now=now)
    hand_spare(badge=spare, registration=guest, by=None, now=now)

    assert badge_in_force(guest.pk) == spare
    with pytest.raises(BadgeTaken):
        hand_spare(badge=spare, registration=other, by=None, now=now)


def test_a_spare_badge_takes_the_place_of_a_lost_one_when_that_is_said(
    edition: Edition, now: datetime
) -> None:
    [owner] = registered(edition, 1, now)
    [lost] = make_badges(edition=edition, registrations=[owner], now=now)
    [spare] = make_spares(edition=edition, count=1, now=now)

    with pytest.raises(HasBadge):
        hand_spare(badge=spare, registration=owner, by=None, now=now)
    hand_spare(badge=spare, registration=owner, instead=BadgeEnd.LOST, by=None, now=now)

    lost.refresh_from_db()
    assert lost.ended_why == BadgeEnd.LOST
    assert badge_in_force(owner.pk) == spare


def test_no_seat_no_badge(edition: Edition, now: datetime, cast: Cast) -> None:
    [owner] = registered(edition, 1, now)
    [spare] = make_spares(edition=edition, count=1, now=now)
    Registration.objects.filter(pk=owner.pk).update(status=RegistrationStatus.REQUESTED)

    with pytest.raises(NoSeatNoBadge):
        hand_spare(badge=spare, registration=owner, by=None, now=now)


def test_spares_have_a_sensible_number(edition: Edition, now: datetime) -> None:
    with pytest.raises(TooManySpares):
        make_spares(edition=edition, count=501, now=now)
