"""People entered by themselves and by others."""

from __future__ import annotations

from datetime import datetime

import pytest
from allauth.account.models import EmailAddress
from django.utils.translation import override

from rost.directory.actions.people import (
    BasisMissing,
    EmailInvalid,
    EmailTaken,
    NameMissing,
    add_person,
    change_person,
)
from rost.directory.queries import visitor_for
from rost.directory.queries.people import find_people, get_person_for, people_for, person_lines
from rost.directory.queries.visitors import local_day

pytestmark = pytest.mark.django_db


def test_a_person_needs_no_address_and_no_patronymic(now) -> None:
    person = add_person(surname=" Ёлкин ", given_name="Иван", now=now)

    assert (person.full_name, person.email, person.search_name) == (
        "Ёлкин Иван",
        None,
        "елкин иван",
    )
    assert not person.has_usable_password()


def test_several_people_have_no_address(now) -> None:
    first = add_person(surname="Юлаев", given_name="Салават", now=now)
    second = add_person(surname="Юлаев", given_name="Салават", now=now)

    assert first.pk != second.pk


def test_an_address_belongs_to_one_person_whatever_its_case(cast, now) -> None:
    with pytest.raises(EmailTaken):
        add_person(surname="Другая", given_name="", email="Ramilya@Example.org", now=now)


def test_an_address_is_an_address(now) -> None:
    with pytest.raises(EmailInvalid):
        add_person(surname="Юлаев", given_name="", email="салават", now=now)


def test_a_person_has_a_surname(now) -> None:
    with pytest.raises(NameMissing):
        add_person(surname="  ", given_name="Салават", now=now)


def test_whoever_enters_another_names_the_grounds(cast, now) -> None:
    with pytest.raises(BasisMissing):
        add_person(surname="Юлаев", given_name="", now=now, registered_by=cast.azat)

    person = add_person(
        surname="Юлаев",
        given_name="",
        now=now,
        registered_by=cast.azat,
        basis="бланк от 15.01.2020",
    )
    assert (person.registered_by, person.registration_basis) == (cast.azat, "бланк от 15.01.2020")


def test_a_changed_name_is_found_and_sorted_anew(cast, now) -> None:
    change_person(
        person=cast.vera,
        surname="Ҡотошева",
        given_name="Вера",
        patronymic="Азат ҡыҙы",
        email=None,
        phone="",
        home=cast.askarovo,
        language="ba",
    )

    assert cast.vera.search_name == "котошева вера азат кызы"
    assert cast.vera.email is None


def test_an_old_address_opens_nothing_after_a_change(cast) -> None:
    EmailAddress.objects.create(user=cast.vera, email="vera@example.org", verified=True)

    change_person(
        person=cast.vera,
        surname="Ёлкина",
        given_name="Вера",
        patronymic="",
        email="new@example.org",
        phone="",
        home=cast.ufa,
        language="ru",
    )

    assert not EmailAddress.objects.filter(user=cast.vera).exists()


def people_of(person, now: datetime) -> set[str]:
    visitor = visitor_for(person, now=now, strong=True)
    return {one.given_name for one in people_for(visitor)}


def test_a_curator_sees_those_who_live_or_serve_in_the_own_territory(cast, now) -> None:
    assert people_of(cast.azat, now) == {"Рамиля", "Ильдар", "Азат"}
    assert len(people_of(cast.nina, now)) == 9
    assert people_of(cast.vera, now) == set()
    assert people_of(None, now) == set()


def test_a_person_who_serves_in_the_territory_and_lives_elsewhere_is_seen(cast, now) -> None:
    cast.ildar.home = cast.ufa
    cast.ildar.save()

    assert "Ильдар" in people_of(cast.azat, now)


def test_outside_the_territory_there_is_no_such_person(cast, now) -> None:
    curator = visitor_for(cast.azat, now=now, strong=True)

    assert get_person_for(curator, cast.ramilya.pk) == cast.ramilya
    assert get_person_for(curator, cast.vera.pk) is None


def test_people_are_found_without_bashkir_letters(cast, now) -> None:
    everyone = people_for(visitor_for(cast.nina, now=now, strong=True))

    found = find_people(everyone, "хайруллин хизиат")

    assert [one.given_name for one in found] == ["Марат"]


def test_the_list_names_posts_in_two_queries_whatever_its_length(
    cast, now, django_assert_num_queries
) -> None:
    curator = visitor_for(cast.azat, now=now, strong=True)
    for number in range(30):
        add_person(surname=f"Житель {number}", given_name="", home=cast.askarovo, now=now)

    with django_assert_num_queries(2):
        lines = person_lines(find_people(people_for(curator), ""), day=local_day(now))
        shown = [(line.person.home.parent.name, line.posts) for line in lines]

    assert len(shown) == 33


def test_refusals_speak_the_readers_language(now) -> None:
    with pytest.raises(NameMissing) as refusal:
        add_person(surname="", given_name="", now=now)

    with override("en"):
        assert str(refusal.value.message) == "Write the surname."
