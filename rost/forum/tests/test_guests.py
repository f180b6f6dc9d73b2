"""Guests at the desk: entered once, never turned away, with the consents they gave."""

from __future__ import annotations

from datetime import datetime

import pytest

from conftest import Cast
from rost.directory.actions.consents import load_consent_texts
from rost.directory.models import Consent, Purpose
from rost.forum.actions.badges import badge_in_force, make_spares
from rost.forum.actions.guests import ParentOrPaperNeeded, ParentUnfit, register_guest
from rost.forum.actions.proxies import Entry
from rost.forum.actions.registration import BasisNeeded, register
from rost.forum.models import Category, Edition, Registration, RegistrationStatus
from rost.forum.queries.badges import photo_consents
from rost.forum.queries.registration import waiting_list

from .registration_stage import make_category, make_edition

GUEST = Entry(surname="Гостева", given_name="Анна", patronymic="Юрьевна", post="АНО «Родник»")
CHILD = Entry(surname="Гостев", given_name="Пётр")


@pytest.fixture
def edition(db: None) -> Edition:
    load_consent_texts()
    return make_edition()


@pytest.fixture
def guests(edition: Edition) -> Category:
    return make_category(edition, "Гости")


def consents_of(registration: Registration) -> set[tuple[str, int | None, str]]:
    rows = Consent.objects.filter(person=registration.person, withdrawn_at__isnull=True)
    return set(rows.values_list("purpose", "given_by", "basis"))


def test_a_guest_is_let_in_with_a_spare_badge_and_consents_on_the_grounds_told(
    edition: Edition, guests: Category, cast: Cast, now: datetime
) -> None:
    [spare] = make_spares(edition=edition, count=1, now=now)

    guest = register_guest(
        edition=edition,
        entry=GUEST,
        category=guests,
        registered_by=cast.guzel,
        basis="подписанная анкета № 7",
        photo=True,
        badge=spare,
        now=now,
    )

    assert (guest.status, guest.at_door, guest.post) == ("confirmed", True, "АНО «Родник»")
    assert badge_in_force(guest.pk) == spare
    assert consents_of(guest) == {
        (Purpose.PARTICIPATION, cast.guzel.pk, "подписанная анкета № 7"),
        (Purpose.PHOTO_VIDEO, cast.guzel.pk, "подписанная анкета № 7"),
    }


def test_the_button_pressed_twice_enters_one_guest(
    edition: Edition, guests: Category, cast: Cast, now: datetime
) -> None:
    told = {"edition": edition, "entry": GUEST, "category": guests, "basis": "устно", "now": now}

    first = register_guest(**told, registered_by=cast.guzel)
    second = register_guest(**told, registered_by=cast.guzel)

    assert second == first
    assert Registration.objects.count() == 1


def test_grounds_are_always_needed(
    edition: Edition, guests: Category, cast: Cast, now: datetime
) -> None:
    with pytest.raises(BasisNeeded):
        register_guest(
            edition=edition,
            entry=GUEST,
            category=guests,
            registered_by=cast.guzel,
            basis=" ",
            now=now,
        )
    assert Registration.objects.count() == 0


def test_a_full_hall_turns_nobody_away_and_moves_nobody_up(
    edition: Edition, guests: Category, cast: Cast, now: datetime
) -> None:
    Edition.objects.filter(pk=edition.pk).update(capacity=1)
    register(edition=edition, person=cast.ramilya, category=guests, now=now)
    waiting = register(edition=edition, person=cast.ildar, category=guests, now=now)

    guest = register_guest(
        edition=edition,
        entry=GUEST,
        category=guests,
        registered_by=cast.guzel,
        basis="устно",
        now=now,
    )

    assert guest.status == RegistrationStatus.CONFIRMED
    assert waiting_list(edition) == [waiting]


def test_who_waited_for_a_seat_is_let_in_as_they_registered(
    edition: Edition, guests: Category, cast: Cast, now: datetime
) -> None:
    Edition.objects.filter(pk=edition.pk).update(capacity=0)
    heads = make_category(edition, "Главы")
    waiting = register(
        edition=edition, person=cast.ramilya, category=heads, municipality=cast.askarovo, now=now
    )

    let_in = register_guest(
        edition=edition,
        entry=Entry("Ахметова", "Рамиля", "Айратовна"),
        category=guests,
        municipality=cast.askarovo,
        registered_by=cast.guzel,
        basis="устно",
        now=now,
    )

    assert let_in == waiting
    assert (let_in.status, let_in.category, let_in.at_door) == ("confirmed", heads, False)


def test_no_to_photographs_at_the_desk_ends_an_earlier_yes(
    edition: Edition, guests: Category, cast: Cast, now: datetime
) -> None:
    told = {"edition": edition, "entry": GUEST, "category": guests, "basis": "устно", "now": now}
    guest = register_guest(**told, registered_by=cast.guzel, photo=True)
    assert photo_consents([guest.person_id]) == {guest.person_id}

    register_guest(**told, registered_by=cast.guzel, photo=False)

    assert photo_consents([guest.person_id]) == set()


def test_the_parent_gives_the_consent_of_a_minor(
    edition: Edition, guests: Category, cast: Cast, now: datetime
) -> None:
    told = {"edition": edition, "category": guests, "registered_by": cast.guzel, "now": now}
    parent = register_guest(**told, entry=GUEST, basis="подписанная анкета")

    child = register_guest(
        **told, entry=CHILD, basis="согласие матери на бумаге", minor=True, parent=parent
    )

    assert (child.minor, child.parent) == (True, parent)
    assert consents_of(child) == {
        (Purpose.PARTICIPATION, parent.person_id, "согласие матери на бумаге")
    }


def test_a_minor_without_a_parent_needs_a_paper(
    edition: Edition, guests: Category, cast: Cast, now: datetime
) -> None:
    told = {"edition": edition, "category": guests, "registered_by": cast.guzel, "now": now}

    with pytest.raises(ParentOrPaperNeeded):
        register_guest(**told, entry=CHILD, basis="устно", minor=True)
    child = register_guest(
        **told, entry=CHILD, basis="устно", minor=True, parent_paper="согласие от 10.02.2020"
    )

    assert (child.minor, child.basis) == (True, "согласие от 10.02.2020")
    with pytest.raises(ParentUnfit):
        register_guest(
            **told, entry=Entry("Гостева", "Ия"), basis="устно", minor=True, parent=child
        )
