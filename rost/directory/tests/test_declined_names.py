"""Names in cases: by rule, as somebody wrote them, on the pages of a person."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from rost.core.language.declension import Doubt
from rost.directory.actions.accounts import delete_person
from rost.directory.actions.names import NameUnfit, remove_declined_name, write_declined_name
from rost.directory.actions.people import change_person
from rost.directory.models import AccessRecord, DeclinedName, NameCase, Person
from rost.directory.queries.people import NameInCase, names_in_case
from rost.directory.queries.personal_data import kept_about

pytestmark = pytest.mark.django_db

GUZEL_IN_DATIVE = "Сафиной Гузель Маратовне"


def names_page(person: Person) -> str:
    return reverse("directory:declined_names", args=[person.pk])


def test_a_rule_that_is_sure_and_one_that_is_not(cast: Any) -> None:
    names = names_in_case([cast.ramilya, cast.guzel], NameCase.DATIVE)

    assert names == {
        cast.ramilya.pk: NameInCase("Ахметовой Рамиле Айратовне", True),
        cast.guzel.pk: NameInCase("Сафиной Гузели Маратовне", False, (Doubt.SOFT_SIGN,)),
    }


def test_what_is_written_down_goes_before_the_rule(cast: Any, now: Any) -> None:
    write_declined_name(
        person=cast.guzel, case="dative", text=f"  {GUZEL_IN_DATIVE} ", by=cast.nina, now=now
    )

    assert names_in_case([cast.guzel], "dative") == {
        cast.guzel.pk: NameInCase(GUZEL_IN_DATIVE, True, written=True)
    }
    assert not names_in_case([cast.guzel], "genitive")[cast.guzel.pk].written


def test_the_last_word_holds(cast: Any, now: Any) -> None:
    for text, by in ((GUZEL_IN_DATIVE, cast.nina), ("Сафиной Гузели Маратовне", cast.guzel)):
        write_declined_name(person=cast.guzel, case="dative", text=text, by=by, now=now)

    kept = DeclinedName.objects.get()
    assert (kept.text, kept.set_by) == ("Сафиной Гузели Маратовне", cast.guzel)


def test_removed_it_follows_the_rule_again(cast: Any, now: Any) -> None:
    write_declined_name(person=cast.guzel, case="dative", text="Сафиной", by=None, now=now)

    assert remove_declined_name(person=cast.guzel, case="dative")
    assert not remove_declined_name(person=cast.guzel, case="dative")
    assert not names_in_case([cast.guzel], "dative")[cast.guzel.pk].written


@pytest.mark.parametrize("text", ["", "  ", "Сафиной <b>", "Сафиной 2", "Сафина\x00", "я" * 401])
def test_what_is_no_name_is_refused(cast: Any, now: Any, text: str) -> None:
    with pytest.raises(NameUnfit):
        write_declined_name(person=cast.guzel, case="dative", text=text, by=None, now=now)


def test_any_number_of_names_takes_one_query(cast: Any, django_assert_num_queries: Any) -> None:
    everybody = list(Person.objects.all())

    for people in (everybody[:1], everybody):
        with django_assert_num_queries(1):
            assert len(names_in_case(people, "genitive")) == len(people)


def change(person: Person, **changes: Any) -> None:
    told = {
        name: getattr(person, name)
        for name in ("surname", "given_name", "patronymic", "email", "phone", "home", "language")
    }
    change_person(person=person, **(told | changes))


def test_another_surname_makes_what_was_written_void(cast: Any, now: Any) -> None:
    write_declined_name(person=cast.guzel, case="dative", text=GUZEL_IN_DATIVE, by=None, now=now)

    change(cast.guzel, phone="+7 347 000-00-00")
    assert names_in_case([cast.guzel], "dative")[cast.guzel.pk].text == GUZEL_IN_DATIVE

    change(cast.guzel, surname="Каримова")
    assert names_in_case([cast.guzel], "dative")[cast.guzel.pk] == NameInCase(
        "Каримовой Гузели Маратовне", False, (Doubt.SOFT_SIGN,)
    )


def test_it_is_shown_among_ones_data_and_goes_with_them(cast: Any, now: Any) -> None:
    write_declined_name(person=cast.vera, case="dative", text="Ёлкиной Вере", by=cast.nina, now=now)

    shown = {one.name: one.rows for one in kept_about(cast.vera)}
    assert shown["directory.names"] == (
        (NameCase.DATIVE.label, "Ёлкиной Вере", now, "Петрова Нина Ивановна"),
    )

    delete_person(person=cast.vera, now=now)
    assert not DeclinedName.objects.exists()


def test_whoever_wrote_it_is_forgotten_and_the_name_stays(cast: Any, now: Any) -> None:
    write_declined_name(
        person=cast.guzel, case="dative", text=GUZEL_IN_DATIVE, by=cast.vera, now=now
    )

    delete_person(person=cast.vera, now=now)

    assert (DeclinedName.objects.get().text, DeclinedName.objects.get().set_by) == (
        GUZEL_IN_DATIVE,
        None,
    )


# -- Pages ---------------------------------------------------------------------------------------


def test_the_curator_sees_all_cases_and_what_is_in_doubt(signed_in: Any, cast: Any) -> None:
    page = signed_in(cast.azat).get(names_page(cast.ildar))

    assert [(one.before, one.text, one.line.rule.certain) for one in page.context["shown"]] == [
        ("сертификат участника", "Юлдашбаева Ильдара Рашит улы", True),
        ("выдан", "Юлдашбаеву Ильдару Рашит улы", True),
        ("приглашаем", "Юлдашбаева Ильдара Рашит улы", True),
        ("подписано", "Юлдашбаевым Ильдаром Рашит улы", True),
    ]
    record = AccessRecord.objects.get()
    assert (record.person, record.act, record.register, record.rows) == (
        cast.azat,
        AccessRecord.Act.VIEW,
        "directory.people",
        1,
    )


def test_a_name_is_tried_before_it_is_kept(signed_in: Any, cast: Any) -> None:
    client: Client = signed_in(cast.azat)
    form = {"dative": "Юлдашбаеву Ильдару Рашитовичу", "preview": "1"}

    page = client.post(names_page(cast.ildar), form)

    assert page.context["shown"][1].text == "Юлдашбаеву Ильдару Рашитовичу"
    assert not DeclinedName.objects.exists()


def test_a_name_is_kept_and_let_go_on_the_page(signed_in: Any, cast: Any, now: Any) -> None:
    client: Client = signed_in(cast.azat)

    answer = client.post(names_page(cast.ildar), {"dative": "Юлдашбаеву Ильдару"})
    kept = DeclinedName.objects.get()
    assert answer.url == names_page(cast.ildar)
    assert (kept.person, kept.case, kept.set_by) == (cast.ildar, "dative", cast.azat)

    client.post(names_page(cast.ildar), {"dative": " "})
    assert not DeclinedName.objects.exists()


def test_what_stays_as_it_was_keeps_who_wrote_it(signed_in: Any, cast: Any, now: Any) -> None:
    earlier = now - timedelta(days=1)
    write_declined_name(
        person=cast.ildar, case="dative", text="Юлдашбаеву", by=cast.nina, now=earlier
    )

    signed_in(cast.azat).post(names_page(cast.ildar), {"dative": "Юлдашбаеву", "genitive": "Ю"})

    kept = DeclinedName.objects.get(case="dative")
    assert (kept.set_by, kept.set_at) == (cast.nina, earlier)


def test_a_slip_comes_back_with_all_that_was_typed(signed_in: Any, cast: Any) -> None:
    typed = {"dative": "Юлдашбаеву 2", "genitive": "Юлдашбаева Ильдара"}

    page = signed_in(cast.azat).post(names_page(cast.ildar), typed)

    assert page.status_code == 422
    assert page.context["form"].data["dative"] == "Юлдашбаеву 2"
    assert not DeclinedName.objects.exists()  # all or nothing


def test_everybody_writes_their_own(signed_in: Any, cast: Any) -> None:
    client: Client = signed_in(cast.vera)
    assert reverse("directory:own_names") in client.get(reverse("directory:my_data")).text

    client.post(reverse("directory:own_names"), {"dative": "Ёлкиной Вере"})

    kept = DeclinedName.objects.get()
    assert (kept.person, kept.set_by) == (cast.vera, cast.vera)
    assert not AccessRecord.objects.exists()


def test_others_names_are_hidden(signed_in: Any, cast: Any) -> None:
    assert signed_in(cast.vera).get(names_page(cast.ildar)).status_code == 404
    assert signed_in(cast.azat).get(names_page(cast.vera)).status_code == 404
