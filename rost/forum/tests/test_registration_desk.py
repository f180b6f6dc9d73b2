"""The organiser's and the curator's side: who sees what, proxies, table, districts."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from conftest import NOW, Cast
from rost.channels.models import Message
from rost.directory.models import AccessRecord, Person
from rost.forum.actions.registration import register
from rost.forum.models import (
    Category,
    Edition,
    Invitation,
    Quota,
    Registration,
    RegistrationStatus,
)
from rost.forum.rules.registration import Gap, Hours
from rost.forum.tests.registration_stage import make_category, make_edition, make_people

pytestmark = pytest.mark.django_db
BASE = "/forum/rost-2020"


@pytest.fixture(autouse=True)
def _in_january_2020(db: None):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def edition(cast: Cast) -> Edition:
    edition = make_edition()
    make_category(edition, "Главы", from_municipality=True)
    return edition


def heads(edition: Edition) -> Category:
    return edition.categories.get(name="Главы")


def proxy(edition: Edition, **more: str) -> dict[str, str]:
    return {
        "surname": "Юлдашбаев",
        "given_name": "Ильдар",
        "patronymic": "Рашит улы",
        "place": "Альмухаметовский сельсовет",
        "category": str(heads(edition).pk),
        "basis": "звонок 20.01.2020",
    } | more


# -- Who may see what --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["registrations/", "districts/", "invitations/", "registrations/hours/", "lists/"]
)
def test_residents_find_nothing_and_strangers_sign_in(
    cast: Cast, edition: Edition, client: Client, signed_in: Any, path: str
) -> None:
    assert signed_in(cast.vera).get(f"{BASE}/{path}").status_code == 404
    assert client.get(f"{BASE}/{path}").status_code == 302


def test_a_curator_sees_the_people_of_the_own_territory_only(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    own = register(
        edition=edition,
        person=cast.ramilya,
        category=heads(edition),
        municipality=cast.askarovo,
        now=NOW,
    )
    other = register(
        edition=edition,
        person=cast.vera,
        category=heads(edition),
        municipality=cast.other_district,
        now=NOW,
    )
    client = signed_in(cast.azat)

    page = client.get(f"{BASE}/registrations/")

    assert list(page.context["page_obj"]) == [own]
    assert client.get(f"{BASE}/registrations/{own.pk}/").status_code == 200
    assert client.get(f"{BASE}/registrations/{other.pk}/").status_code == 404
    assert client.post(f"{BASE}/registrations/{other.pk}/cancellation/").status_code == 404
    assert client.get(f"{BASE}/districts/").status_code == 404
    assert [one.rows for one in AccessRecord.objects.filter(person=cast.azat)] == [1, 1]


# -- Registering others ------------------------------------------------------------------------


def test_a_curator_registers_a_known_head_with_the_basis_and_nobody_twice(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.azat)
    people = Person.objects.count()

    client.post(f"{BASE}/registrations/new/", proxy(edition))
    client.post(f"{BASE}/registrations/new/", proxy(edition))

    mine = Registration.objects.get()
    assert (mine.person, mine.registered_by, mine.basis) == (
        cast.ildar,
        cast.azat,
        "звонок 20.01.2020",
    )
    assert Person.objects.count() == people


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": "город Уфа"},  # not the curator's territory
        {"place": ""},
        {"basis": ""},
        {"email": "vera@example.org"},  # somebody else's address
    ],
)
def test_what_a_curator_may_not_enter_is_refused_and_kept(
    cast: Cast, edition: Edition, signed_in: Any, wrong: dict[str, str]
) -> None:
    page = signed_in(cast.azat).post(f"{BASE}/registrations/new/", proxy(edition, **wrong))

    assert page.context["form"].errors
    assert "Юлдашбаев" in page.content.decode()
    assert Registration.objects.count() == 0


def test_a_known_person_of_another_territory_is_not_a_curators_to_register(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    sent = proxy(edition, surname="Ёлкина", given_name="Вера", patronymic="")

    page = signed_in(cast.azat).post(
        f"{BASE}/registrations/new/", sent | {"email": "vera@example.org"}
    )

    assert page.status_code == 409
    assert Registration.objects.count() == 0


# -- Table -------------------------------------------------------------------------------------


def crowd(edition: Edition, count: int, status: str) -> list[Registration]:
    return Registration.objects.bulk_create(
        Registration(
            edition=edition,
            person=person,
            category=heads(edition),
            status=status,
            queued_at=NOW + timedelta(seconds=number),
            changed_at=NOW,
        )
        for number, person in enumerate(make_people(count))
    )


def test_the_table_takes_as_many_queries_for_a_thousand_as_for_one(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.guzel)
    crowd(edition, 1, RegistrationStatus.CONFIRMED)
    client.get(f"{BASE}/registrations/")
    with CaptureQueriesContext(connection) as one:
        client.get(f"{BASE}/registrations/")
    Registration.objects.all().delete()
    crowd(edition, 1000, RegistrationStatus.CONFIRMED)

    with CaptureQueriesContext(connection) as many:
        page = client.get(f"{BASE}/registrations/")

    assert len(many) == len(one)
    assert (len(page.context["page_obj"]), page.context["page_obj"].paginator.count) == (50, 1000)


def test_filters_stand_in_the_address_and_nonsense_there_asks_for_nothing(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    crowd(edition, 3, RegistrationStatus.REQUESTED)
    register(
        edition=edition,
        person=cast.ramilya,
        category=heads(edition),
        municipality=cast.askarovo,
        now=NOW,
    )
    client = signed_in(cast.guzel)

    def found(query: str) -> int:
        return client.get(f"{BASE}/registrations/?{query}").context["page_obj"].paginator.count

    assert found("status=requested") == 3
    assert found("district=80601000") == 1
    assert found("text=АХМЕТОВА") == 1
    assert found(f"category={heads(edition).pk}&status=confirmed") == 1
    assert found("status=nonsense&category=x&page=999") == 4


def test_ticked_registrations_are_confirmed_together_and_the_filter_stays(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    rows = crowd(edition, 3, RegistrationStatus.REQUESTED)
    ticked = [str(row.pk) for row in rows[:2]] + ["x", "²", "999999", "9" * 40]

    answer = signed_in(cast.guzel).post(
        f"{BASE}/registrations/confirmations/",
        {"registration": ticked, "query": "status=requested"},
    )

    assert answer["Location"].endswith("?status=requested")
    confirmed = Registration.objects.filter(status=RegistrationStatus.CONFIRMED)
    assert set(confirmed) == set(rows[:2])


def test_the_export_computes_nothing_and_is_written_down(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    cast.vera.surname = "=1+1"
    cast.vera.save()
    make_category(edition, "Гости")
    register(
        edition=edition,
        person=cast.vera,
        category=edition.categories.get(name="Гости"),
        post="@SUM(A1)",
        now=NOW,
    )

    answer = signed_in(cast.guzel).get(f"{BASE}/registrations/export/?text=")

    page = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    row = page[2]
    assert (row[1].value, row[1].data_type, row[1].quotePrefix) == ("=1+1", "s", True)
    assert (row[4].value, row[4].data_type) == ("@SUM(A1)", "s")
    assert row[12].value.hour == 14  # the forum's own time
    record = AccessRecord.objects.get(act="export")
    assert (record.person, record.register, record.rows) == (cast.guzel, "forum.registrations", 1)


# -- Districts ---------------------------------------------------------------------------------


def test_who_has_sent_nobody_is_reminded_once_a_day(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    register(
        edition=edition,
        person=cast.vera,
        category=heads(edition),
        municipality=cast.other_district,
        now=NOW,
    )
    Invitation.objects.create(
        edition=edition, person=cast.ildar, category=heads(edition), issued_at=NOW
    )
    Quota.objects.create(edition=edition, district=cast.other_district, seats=3)
    client = signed_in(cast.guzel)

    page = client.get(f"{BASE}/districts/")
    silent = client.get(f"{BASE}/districts/?nobody")
    for _twice in range(2):
        client.post(f"{BASE}/districts/reminders/", {"district": ["80601000", "80611000"]})
    with time_machine.travel(NOW + timedelta(days=1)):
        client.post(f"{BASE}/districts/reminders/", {"district": ["80601000"]})

    lines = {
        line.place.code: (line.invited, line.registered, line.confirmed, line.waiting, line.quota)
        for line in page.context["lines"]
    }
    assert lines == {
        "80601000": (1, 0, 0, 0, None),
        "80611000": (0, 1, 1, 0, 3),
        "80701000": (0, 0, 0, 0, None),
    }
    assert {line.place.code for line in silent.context["lines"]} == {"80601000", "80701000"}
    told = Message.objects.filter(dedupe__startswith="forum.nobody:")
    assert [one.person for one in told.order_by("id")] == [cast.azat, cast.azat]


def test_districts_are_taken_as_text_and_as_a_sheet(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.guzel)

    text = client.get(f"{BASE}/districts/export/csv/").content.decode("utf-8-sig")
    book = openpyxl.load_workbook(
        io.BytesIO(client.get(f"{BASE}/districts/export/xlsx/?nobody").content)
    )

    assert len(text.splitlines()) == 4
    assert book.active.max_row == 4
    assert client.get(f"{BASE}/districts/export/exe/").status_code == 404
    assert AccessRecord.objects.filter(register="forum.districts").count() == 2


# -- The desk ----------------------------------------------------------------------------------


def test_all_shown_on_the_page_are_confirmed_without_a_tick(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.guzel)
    crowd(edition, 51, RegistrationStatus.REQUESTED)
    page = client.get(f"{BASE}/registrations/?status=requested").content.decode()
    shown = re.findall(r'name="shown_registration" value="(\d+)"', page)

    client.post(f"{BASE}/registrations/confirmations/", {"shown": "1", "shown_registration": shown})

    left = Registration.objects.filter(status=RegistrationStatus.REQUESTED)
    assert (len(shown), left.count()) == (50, 1)


PAGES = (
    "registrations/",
    "registrations/new/",
    "lists/",
    "districts/",
    "invitations/",
    "registrations/hours/",
    "registrations/quotas/",
    "registrations/questions/",
)


def tabs(page: str) -> list[list[str]]:
    """Addresses of each row of tabs."""
    rows = re.findall(r'<nav class="tools".*?</nav>', page, re.DOTALL)
    return [re.findall(r'href="([^"]+)"', row) for row in rows]


@pytest.mark.parametrize("path", PAGES)
def test_pages_of_registration_stand_under_the_tabs_of_the_desk(
    cast: Cast, edition: Edition, signed_in: Any, path: str
) -> None:
    page = signed_in(cast.guzel).get(f"{BASE}/{path}").content.decode()
    desk, own = tabs(page)

    assert f"{BASE}/desk/" in desk
    assert f'<a href="{BASE}/registrations/" aria-current="true">' in page
    assert own == [f"{BASE}/{one}" for one in PAGES]
    assert f'<a href="{BASE}/{path}" aria-current="page">' in page


def test_a_curator_has_the_tabs_of_own_pages_only(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    page = signed_in(cast.azat).get(f"{BASE}/registrations/").content.decode()

    assert tabs(page) == [[f"{BASE}/{one}" for one in PAGES[:3]]]


def test_an_editor_is_shown_only_what_an_editor_can_do(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    crowd(edition, 2, RegistrationStatus.REQUESTED)

    page = signed_in(cast.nina).get(f"{BASE}/desk/").content.decode()

    needs = re.search(r'<ul class="needs">.*?</ul>', page, re.DOTALL)
    assert needs is not None
    assert "/districts/" not in needs[0]
    assert "/registrations/" not in needs[0]
    assert signed_in(cast.guzel).get(f"{BASE}/desk/").content.decode().count("/districts/") == 1


@pytest.mark.parametrize(
    ("categories", "closes", "gap"),
    [
        (0, 20, Gap.NO_CATEGORY),
        (0, None, Gap.NO_CATEGORY),
        (1, None, Gap.NO_CLOSING),
        (1, 20, None),
    ],
)
def test_hours_that_let_nobody_in_or_never_end_are_named_to_the_organiser(
    cast: Cast,
    edition: Edition,
    signed_in: Any,
    categories: int,
    closes: int | None,
    gap: Gap | None,
) -> None:
    if not categories:
        edition.categories.all().delete()
    edition.registration_closes_at = NOW + timedelta(days=closes) if closes else None
    edition.save()
    client = signed_in(cast.guzel)

    assert client.get(f"{BASE}/registrations/hours/").context["gap"] == gap
    assert client.get(f"{BASE}/desk/").context["today"].gap == gap


def test_without_a_category_registration_is_being_prepared(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    edition.categories.all().delete()

    page = signed_in(cast.vera).get(f"{BASE}/registration/")

    assert page.context["state"] == Hours.PREPARED
    assert 'type="radio"' not in page.content.decode()
    assert "fieldset" in page.content.decode()
