"""Registering, confirming, cancelling, and the waiting list that moves up by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conftest import NOW, Cast
from rost.channels.models import Message
from rost.directory.models import Person
from rost.forum.actions.registration import (
    AlreadyCancelled,
    BasisNeeded,
    CategoryUnknown,
    InvitationNeeded,
    MunicipalityNeeded,
    RegistrationClosed,
    RegistrationNotOpen,
    StillWaiting,
    cancel,
    change_limits,
    change_quotas,
    confirm,
    confirm_many,
    register,
)
from rost.forum.models import Invitation, Quota, Registration, RegistrationStatus
from rost.forum.queries.registration import place_in_queue
from rost.forum.tests.registration_stage import make_category, make_edition, make_people

pytestmark = pytest.mark.django_db

CONFIRMED = RegistrationStatus.CONFIRMED
WAITING = RegistrationStatus.WAITING
CANCELLED = RegistrationStatus.CANCELLED
REQUESTED = RegistrationStatus.REQUESTED


def later(minutes: int):
    return NOW + timedelta(minutes=minutes)


def subjects(person: Person) -> list[str]:
    return [one.subject for one in Message.objects.filter(person=person).order_by("id")]


def statuses(edition) -> list[tuple[str, str]]:
    rows = Registration.objects.filter(edition=edition).order_by("id").select_related("person")
    return [(row.person.given_name, row.status) for row in rows]


def test_who_registers_in_time_gets_a_seat_and_is_told(cast: Cast) -> None:
    edition = make_edition()
    category = make_category(edition, from_municipality=True)

    mine = register(
        edition=edition,
        person=cast.ramilya,
        category=category,
        municipality=cast.askarovo,
        post="глава сельского поселения",
        answers={"1": "своим ходом"},
        now=NOW,
    )

    assert (mine.status, mine.district, mine.answers) == (
        CONFIRMED,
        cast.district,
        {"1": "своим ходом"},
    )
    assert len(subjects(cast.ramilya)) == 1


def test_a_second_call_changes_and_tells_nothing(cast: Cast) -> None:
    edition = make_edition()
    category = make_category(edition)
    first = register(edition=edition, person=cast.vera, category=category, now=NOW)

    second = register(edition=edition, person=cast.vera, category=category, post="x", now=later(1))

    assert (second.pk, second.post, second.queued_at) == (first.pk, "", NOW)
    assert len(subjects(cast.vera)) == 1


@pytest.mark.parametrize(
    ("opens", "closes", "refusal"),
    [
        (None, None, RegistrationNotOpen),
        (later(1), None, RegistrationNotOpen),
        (later(-10), NOW, RegistrationClosed),
    ],
)
def test_outside_the_hours_it_is_refused_and_organisers_may_still_enter_people(
    cast: Cast, opens, closes, refusal
) -> None:
    edition = make_edition(registration_opens_at=opens, registration_closes_at=closes)
    category = make_category(edition)

    with pytest.raises(refusal):
        register(edition=edition, person=cast.vera, category=category, now=NOW)
    entered = register(
        edition=edition,
        person=cast.vera,
        category=category,
        registered_by=cast.guzel,
        basis="звонок 20.01.2020",
        at_any_hour=True,
        now=NOW,
    )

    assert (entered.status, entered.registered_by) == (CONFIRMED, cast.guzel)


def test_a_category_of_another_edition_is_refused(cast: Cast) -> None:
    edition, other = make_edition(), make_edition(slug="other")

    with pytest.raises(CategoryUnknown):
        register(edition=edition, person=cast.vera, category=make_category(other), now=NOW)


def test_a_category_by_invitation_needs_one_in_that_category(cast: Cast) -> None:
    edition = make_edition()
    heads = make_category(edition, "Впервые избранные", needs_invitation=True)

    with pytest.raises(InvitationNeeded):
        register(edition=edition, person=cast.ramilya, category=heads, now=NOW)
    Invitation.objects.create(edition=edition, person=cast.ramilya, category=heads, issued_at=NOW)

    assert register(edition=edition, person=cast.ramilya, category=heads, now=NOW).pk


def test_nobody_escapes_a_quota_by_naming_no_place(cast: Cast) -> None:
    edition = make_edition()

    with pytest.raises(MunicipalityNeeded):
        register(
            edition=edition,
            person=cast.vera,
            category=make_category(edition, from_municipality=True),
            now=NOW,
        )


def test_registering_another_person_needs_a_basis(cast: Cast) -> None:
    edition = make_edition()

    with pytest.raises(BasisNeeded):
        register(
            edition=edition,
            person=cast.ildar,
            category=make_category(edition),
            registered_by=cast.azat,
            basis=" ",
            now=NOW,
        )


def test_freed_seats_go_down_the_waiting_list_in_order_and_each_is_told_once(db: None) -> None:
    edition = make_edition(capacity=2)
    category = make_category(edition)
    people = make_people(4)
    first, _second, third, fourth = (
        register(edition=edition, person=person, category=category, now=later(number))
        for number, person in enumerate(people)
    )
    assert (third.status, fourth.status, place_in_queue(fourth)) == (WAITING, WAITING, 2)

    cancel(registration=first, now=later(10))
    cancel(registration=first, now=later(11))

    assert statuses(edition) == [
        ("0001", CANCELLED),
        ("0002", CONFIRMED),
        ("0003", CONFIRMED),
        ("0004", WAITING),
    ]
    assert [len(subjects(person)) for person in people] == [2, 1, 2, 1]
    fourth.refresh_from_db()
    assert place_in_queue(fourth) == 1


def test_nobody_is_called_to_a_forum_that_is_over(db: None) -> None:
    edition = make_edition(capacity=1)
    category = make_category(edition)
    first, second = make_people(2)
    seated = register(edition=edition, person=first, category=category, now=NOW)
    waiting = register(edition=edition, person=second, category=category, now=later(1))

    cancel(registration=seated, now=NOW + timedelta(days=60))

    waiting.refresh_from_db()
    assert (waiting.status, len(subjects(second))) == (WAITING, 1)


def test_registering_anew_begins_at_the_end_of_the_queue(db: None) -> None:
    edition = make_edition(capacity=1)
    category = make_category(edition)
    ahead, person, behind = make_people(3)
    register(edition=edition, person=ahead, category=category, now=NOW)
    mine = register(edition=edition, person=person, category=category, now=later(1))
    other = register(edition=edition, person=behind, category=category, now=later(2))

    cancel(registration=mine, now=later(3))
    again = register(edition=edition, person=person, category=category, now=later(4))

    assert again.pk == mine.pk
    assert (place_in_queue(other), place_in_queue(again)) == (1, 2)


def test_raising_the_capacity_seats_those_who_wait(db: None) -> None:
    edition = make_edition(capacity=1)
    category = make_category(edition, seats=2)
    for number, person in enumerate(make_people(4)):
        register(edition=edition, person=person, category=category, now=later(number))

    moved = change_limits(
        edition=edition, capacity=10, category_seats={category.pk: 3}, now=later(9)
    )

    assert [one.person.given_name for one in moved] == ["0002", "0003"]
    assert [status for _name, status in statuses(edition)] == [CONFIRMED] * 3 + [WAITING]


def test_who_waits_for_a_full_district_is_passed_over_and_keeps_the_place(cast: Cast) -> None:
    edition = make_edition(capacity=3)
    category = make_category(edition)
    Quota.objects.create(edition=edition, district=cast.district, seats=1)
    own = [cast.askarovo, cast.almukhametovo, cast.askarovo, cast.ufa, cast.ufa, cast.ufa]
    rows = [
        register(
            edition=edition, person=person, category=category, municipality=place, now=later(number)
        )
        for number, (person, place) in enumerate(zip(make_people(6), own, strict=True))
    ]
    assert [row.status for row in rows] == [
        CONFIRMED,
        WAITING,
        WAITING,
        CONFIRMED,
        CONFIRMED,
        WAITING,
    ]

    cancel(registration=rows[3], now=later(20))  # a seat of the edition, not of the district
    assert Registration.objects.get(pk=rows[5].pk).status == CONFIRMED
    cancel(registration=rows[5], now=later(21))
    change_quotas(edition=edition, seats={(cast.district.pk, None): 2}, now=later(22))

    assert Registration.objects.get(pk=rows[1].pk).status == CONFIRMED
    assert Registration.objects.get(pk=rows[2].pk).status == WAITING


def test_with_confirmation_by_hand_a_seat_is_requested_then_confirmed_in_bulk(db: None) -> None:
    edition = make_edition(confirm_by_hand=True, capacity=2)
    category = make_category(edition)
    people = make_people(3)
    rows = [
        register(edition=edition, person=person, category=category, now=later(number))
        for number, person in enumerate(people)
    ]
    assert [row.status for row in rows] == [REQUESTED, REQUESTED, WAITING]

    first = confirm_many(edition=edition, registrations=[row.pk for row in rows], now=later(5))
    again = confirm_many(edition=edition, registrations=[row.pk for row in rows], now=later(6))

    assert (first, again) == (2, 0)
    assert [status for _name, status in statuses(edition)] == [CONFIRMED, CONFIRMED, WAITING]
    assert [len(subjects(person)) for person in people] == [2, 2, 1]


def test_who_waits_or_has_cancelled_cannot_be_confirmed(db: None) -> None:
    edition = make_edition(capacity=1)
    category = make_category(edition)
    seated, waiting = (
        register(edition=edition, person=person, category=category, now=NOW)
        for person in make_people(2)
    )

    with pytest.raises(StillWaiting):
        confirm(registration=waiting, now=NOW)
    cancel(registration=seated, now=NOW)
    with pytest.raises(AlreadyCancelled):
        confirm(registration=seated, now=NOW)


def test_lowering_a_limit_takes_no_seat_away(db: None) -> None:
    edition = make_edition(capacity=2)
    category = make_category(edition)
    rows = [
        register(edition=edition, person=person, category=category, now=NOW)
        for person in make_people(2)
    ]

    change_limits(edition=edition, capacity=1, category_seats={}, now=later(1))
    cancel(registration=rows[0], now=later(2))
    newcomer = make_people(1, language="ba")[0]
    late = register(edition=edition, person=newcomer, category=category, now=later(3))

    assert Registration.objects.get(pk=rows[1].pk).status == CONFIRMED
    assert late.status == WAITING
